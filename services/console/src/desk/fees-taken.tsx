import { Fieldset, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { money } from '../frame/moments.ts'
import { type Entry, feesAtAcceptance, type Posted } from './entry.ts'

type Props = {
  posted: Posted
  entry: Entry
  wrong: ReadonlyMap<string, string>
  onChange: (more: Partial<Entry>) => void
}

/** What is paid now, each with the number of its receipt; what the post collected comes with the handover record. */
export const FeesTaken = ({ posted, entry, wrong, onChange }: Props) => {
  const { t } = useTranslation()
  const fees = feesAtAcceptance(posted, entry)
  const isCounted = posted.fees.some(({ per, due }) => per !== 'dossier' && due === 'acceptance')
  const [count = { pages: 1, copies: 1 }] = entry.counts
  return (
    <Fieldset legend={t('atDesk.fees')}>
      <Stack gap="sm">
        {fees.length === 0 && <Text size="sm">{t('atDesk.noFees')}</Text>}
        {isCounted && (
          <Group>
            {(['copies', 'pages'] as const).map((what) => (
              <NumberInput
                key={what}
                label={t(`atDesk.${what}`)}
                w={180}
                min={1}
                max={10_000}
                allowDecimal={false}
                hideControls
                value={entry.counts.length === 0 ? '' : count[what]}
                onChange={(given) => onChange({ counts: given === '' ? [] : [{ ...count, [what]: Number(given) }] })}
              />
            ))}
          </Group>
        )}
        {fees.map(({ id, name, amount }) => {
          const said = { name, amount: amount === null ? t('atDesk.notCounted') : money(amount) }
          return entry.way === 'post' ? (
            <Text key={id} size="sm">
              {t('atDesk.byPost', said)}
            </Text>
          ) : (
            <TextInput
              key={id}
              id={`payments/${id}`}
              label={t('atDesk.proof', said)}
              description={t('atDesk.proofHint')}
              error={wrong.get(`#/body/payments/${id}`)}
              maxLength={100}
              value={entry.proofs[id] ?? ''}
              onChange={({ currentTarget }) => onChange({ proofs: { ...entry.proofs, [id]: currentTarget.value } })}
            />
          )
        })}
      </Stack>
    </Fieldset>
  )
}
