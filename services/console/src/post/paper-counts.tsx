import { Checkbox, Fieldset, Group, NumberInput, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

export type Counts = { originals: number; certifiedCopies: number; copies: number }
type Component = Counts & { id: string; name: string; required: boolean; condition?: unknown }
const kinds = ['originals', 'certifiedCopies', 'copies'] as const
const none: Counts = { originals: 0, certifiedCopies: 0, copies: 0 }

/** What the published list asks of everybody: a count begins there, and is set right by who counts. */
export const publishedCounts = (components: readonly Component[]): Record<string, Counts> =>
  Object.fromEntries(
    components
      .filter(({ required, condition }) => required && condition === undefined)
      .map(({ id, originals, certifiedCopies, copies }) => [id, { originals, certifiedCopies, copies }]),
  )

type Props = {
  components: readonly Component[]
  counts: Readonly<Record<string, Counts>>
  onCount: (id: string, counts: Counts) => void
  /** What is missing, and the sender was told so; not asked where papers are only counted. */
  told?: Readonly<Record<string, boolean>>
  onTold?: (id: string, is: boolean) => void
}

/** The papers of the published list, counted one by one. */
export const PaperCounts = ({ components, counts, onCount, told = {}, onTold }: Props) => {
  const { t } = useTranslation()
  return (
    <Fieldset legend={t('post.papers')}>
      <Stack gap="md">
        {components.map((component) => {
          const { id, name } = component
          const counted = counts[id] ?? none
          const wanted = kinds.filter((kind) => component[kind] > 0)
          const lacks = kinds.reduce((sum, kind) => sum + component[kind] - counted[kind], 0) > 0
          const isAsked = component.required && component.condition === undefined
          return (
            <div key={id} role="group" aria-label={`${id} · ${name}`}>
              <Text fw={600} size="sm">
                {id} · {name}
              </Text>
              <Text size="sm" c="dimmed">
                {isAsked ? t('post.asked') : t('post.askedIf')}{' '}
                {wanted.map((kind) => `${component[kind]} ${t(`post.kinds.${kind}`)}`).join(', ')}
              </Text>
              <Group gap="sm" mt={4}>
                {kinds.map((kind) => (
                  <NumberInput
                    key={kind}
                    w={190}
                    size="sm"
                    label={t(`post.kinds.${kind}`)}
                    min={0}
                    max={99}
                    allowDecimal={false}
                    value={counted[kind]}
                    onChange={(value) => onCount(id, { ...counted, [kind]: Number(value) })}
                  />
                ))}
                {onTold !== undefined && isAsked && lacks && (
                  <Checkbox
                    mt="lg"
                    label={t('post.toldMissing')}
                    checked={told[id] === true}
                    onChange={({ currentTarget }) => onTold(id, currentTarget.checked)}
                  />
                )}
              </Group>
            </div>
          )
        })}
      </Stack>
    </Fieldset>
  )
}
