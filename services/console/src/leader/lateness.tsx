import { Anchor, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { casework, orProblem } from '../frame/api.ts'
import { day, inDays } from '../frame/moments.ts'
import { useNames } from '../frame/names.ts'
import { WideTable } from '../frame/wide-table.tsx'
import { Part } from './part.tsx'

const lookBackDays = 90
const shownDossiers = 5

/** Whose the time was and who was late on an own limit, by agency and stage, open dossiers and those done. */
export const Lateness = ({ organisation }: { organisation: string }) => {
  const { t, i18n } = useTranslation()
  const names = useNames()
  const since = inDays(-lookBackDays)
  const asked = useQuery({
    queryKey: ['lateness', organisation, since],
    staleTime: 60_000,
    queryFn: () => orProblem(casework.GET('/lateness', { params: { query: { organisation, since } } })),
  })
  const figure = (amount: number) => amount.toLocaleString(i18n.language, { maximumFractionDigits: 1 })
  return (
    <Part title={t('leading.late', { since: day(since) })} asked={asked}>
      {({ rows, counted, total }) =>
        rows.length === 0 ? (
          <Text>{t('leading.nobodyLate')}</Text>
        ) : (
          <>
            <Text size="sm" c="dimmed">
              {t('leading.counted', { counted, total })}
            </Text>
            <Anchor
              size="sm"
              href={`/api/casework/lateness.xlsx?${new URLSearchParams({ organisation, since }).toString()}`}
              download
            >
              {t('leading.sheet')}
            </Anchor>
            <WideTable label={t('leading.late', { since: day(since) })} minWidth={640}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('leading.agency')}</Table.Th>
                  <Table.Th>{t('leading.stage')}</Table.Th>
                  <Table.Th>{t('leading.ownDays')}</Table.Th>
                  <Table.Th>{t('leading.lateness')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.map(({ agency, stage, open, closed, late, lateDossiers }) => (
                  <Table.Tr key={`${agency} ${stage}`}>
                    <Table.Td>{names.get(agency) ?? agency}</Table.Td>
                    <Table.Td>{stage ?? t('leading.desk')}</Table.Td>
                    <Table.Td>
                      {figure(open.workingDays)} · {figure(closed.workingDays)}
                    </Table.Td>
                    <Table.Td>
                      {late.map(({ unit, amount }) => `${figure(amount)} ${t(`leading.units.${unit}`)}`).join(', ')}{' '}
                      {lateDossiers.slice(0, shownDossiers).map(({ id, code }) => (
                        <span key={id}>
                          <Anchor href={`/ho-so/${id}`}>{code ?? id}</Anchor>{' '}
                        </span>
                      ))}
                      {lateDossiers.length > shownDossiers && `+${lateDossiers.length - shownDossiers}`}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </WideTable>
          </>
        )
      }
    </Part>
  )
}
