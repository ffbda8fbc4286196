import { Button, Group, NativeSelect, NumberInput, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { components } from '../clients/catalogue.d.ts'
import { catalogue, orProblem } from '../frame/api.ts'
import { day } from '../frame/moments.ts'
import { ProblemShown } from '../frame/problem.tsx'
import type { Notice } from './asked.ts'
import type { Around } from './draft-form.tsx'

type Proposal = components['schemas']['YearProposal']

/** A whole year: filled in from law and lunar calendar on request, with what the document chooses, to be checked. */
export const YearProposed = ({ notice, onChange, wrong }: Around) => {
  const { t } = useTranslation()
  const [year] = notice.announces
  const [chosen, choose] = useState<readonly number[]>([])
  const asked = useMutation({
    mutationFn: (of: number) =>
      orProblem(catalogue.GET('/calendars/proposal/{year}', { params: { path: { year: of } } })),
    onSuccess: (proposal) => onChange({ ...notice, off: daysOf(proposal, []) }),
  })
  const proposal = asked.data?.year === year ? asked.data : undefined
  return (
    <Stack gap="xs">
      <Group align="end">
        <NumberInput
          label={t('calendars.announces')}
          description={t('calendars.announcesHint')}
          hideControls
          allowDecimal={false}
          value={year ?? ''}
          error={wrong('/announces/0')}
          onChange={(value) => onChange({ ...notice, announces: typeof value === 'number' ? [value] : [] })}
        />
        {year !== undefined && (
          <Button variant="default" loading={asked.isPending} onClick={() => asked.mutate(year)}>
            {t('calendars.propose')}
          </Button>
        )}
      </Group>
      {asked.isError && <ProblemShown problem={asked.error} />}
      {proposal !== undefined && (
        <>
          <Text size="sm" role="status">
            {t('calendars.proposed')}
          </Text>
          {proposal.choices.map(({ name, basis, options }, nth) => (
            <NativeSelect
              key={name}
              maw={520}
              label={t('calendars.choice', { name })}
              description={t('calendars.choiceHint', { basis })}
              value={String(chosen[nth] ?? 0)}
              data={options.map(({ holiday }, n) => ({ value: String(n), label: day(holiday) }))}
              onChange={({ currentTarget }) => {
                const next = proposal.choices.map((_, at) =>
                  at === nth ? Number(currentTarget.value) : (chosen[at] ?? 0),
                )
                choose(next)
                onChange({ ...notice, off: daysOf(proposal, next) })
              }}
            />
          ))}
        </>
      )}
    </Stack>
  )
}

/** The days of a proposal with what was chosen: the first option where nothing was. */
const daysOf = ({ days, choices }: Proposal, chosen: readonly number[]): Notice['off'] =>
  [...days, ...choices.flatMap(({ options }, nth) => options[chosen[nth] ?? 0]?.adds ?? [])]
    .map(({ day: on, why, name }) => ({ day: on, why, name }))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
