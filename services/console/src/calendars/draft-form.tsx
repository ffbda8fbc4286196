import { Button, Checkbox, Group, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core'
import type { UseMutationResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { isProblem } from '../frame/api.ts'
import { ProblemShown } from '../frame/problem.tsx'
import type { Notice } from './asked.ts'
import { DraftDays } from './draft-days.tsx'
import { LayerChosen } from './layer-chosen.tsx'
import { YearProposed } from './year-proposed.tsx'

export type Around = {
  notice: Notice
  onChange: (notice: Notice) => void
  /** What the service found wrong with a member, by its pointer. */
  wrong: (pointer: string) => string | undefined
}
type Given = Omit<Around, 'wrong'> & { isNew: boolean; saved: UseMutationResult<unknown, unknown, void> }

const confidences = ['F', 'F2', 'D', 'K', 'GAP', 'fx'] as const

/** All a notice says: its document, for whom it speaks, since when it is known, and its days. */
export const DraftForm = ({ notice, onChange, isNew, saved }: Given) => {
  const { t, i18n } = useTranslation()
  const found = isProblem(saved.error) ? (saved.error.errors ?? []) : []
  const wrong = (pointer: string) => {
    const one = found.find((error) => error.pointer === `#/body${pointer}`)
    return one && (i18n.language === 'vi' ? one.vi : one.en)
  }
  const around = { notice, onChange, wrong }
  const { id, document, about, knownSince, retroactive, reason } = notice
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!saved.isPending) saved.mutate()
      }}
    >
      <Stack gap="md" maw={820}>
        <TextInput
          label={t('calendars.about')}
          required
          maxLength={500}
          value={about}
          error={wrong('/about')}
          onChange={({ currentTarget }) => onChange({ ...notice, about: currentTarget.value })}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label={t('calendars.number')}
            required
            maxLength={200}
            value={document.number}
            error={wrong('/document/number')}
            onChange={({ currentTarget }) =>
              onChange({ ...notice, document: { ...document, number: currentTarget.value } })
            }
          />
          <NativeSelect
            label={t('calendars.confidence')}
            value={document.confidence}
            data={confidences.map((value) => ({ value, label: t(`calendars.confidences.${value}`) }))}
            onChange={({ currentTarget }) => {
              const confidence = confidences.find((one) => one === currentTarget.value) ?? 'GAP'
              onChange({ ...notice, document: { ...document, confidence } })
            }}
          />
          <TextInput
            label={t('calendars.knownSince')}
            description={t('calendars.knownSinceHint')}
            type="date"
            value={knownSince ?? ''}
            error={wrong('/knownSince')}
            onChange={({ currentTarget: { value } }) =>
              onChange({ ...notice, knownSince: value === '' ? null : value })
            }
          />
          <TextInput
            label={t('calendars.id')}
            description={t('calendars.idHint')}
            required
            disabled={!isNew}
            value={id}
            error={wrong('/id')}
            onChange={({ currentTarget }) => onChange({ ...notice, id: currentTarget.value })}
          />
        </SimpleGrid>
        <LayerChosen {...around} />
        <YearProposed {...around} />
        <DraftDays {...around} />
        <Stack gap="xs">
          <Checkbox
            label={t('calendars.retroactive')}
            checked={retroactive}
            onChange={({ currentTarget: { checked } }) => {
              const { reason: _, ...without } = notice
              onChange({ ...without, retroactive: checked })
            }}
          />
          {retroactive && (
            <TextInput
              label={t('calendars.reason')}
              required
              maxLength={500}
              value={reason ?? ''}
              error={wrong('/reason')}
              onChange={({ currentTarget: { value } }) => {
                const { reason: _, ...without } = notice
                onChange(value === '' ? without : { ...notice, reason: value })
              }}
            />
          )}
        </Stack>
        {saved.isError && <ProblemShown problem={saved.error} />}
        <Group>
          <Button type="submit" loading={saved.isPending}>
            {t('calendars.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
