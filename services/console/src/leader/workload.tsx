import { Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { casework, orProblem } from '../frame/api.ts'
import { day } from '../frame/moments.ts'
import { useNames } from '../frame/names.ts'
import { WideTable } from '../frame/wide-table.tsx'
import { Part } from './part.tsx'

const figures = ['open', 'overdue', 'dueSoon', 'paused'] as const

/** How much each officer has, the most overdue first. */
export const Workload = ({ organisation }: { organisation: string }) => {
  const { t } = useTranslation()
  const names = useNames()
  const asked = useQuery({
    queryKey: ['worklist', 'workload', organisation],
    queryFn: () => orProblem(casework.GET('/workload', { params: { query: { organisation } } })),
  })
  return (
    <Part title={t('leading.load')} asked={asked}>
      {({ rows }) =>
        rows.length === 0 ? (
          <Text>{t('leading.nobodyHasWork')}</Text>
        ) : (
          <WideTable label={t('leading.load')} minWidth={560}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('leading.person')}</Table.Th>
                <Table.Th>{t('leading.agency')}</Table.Th>
                {figures.map((one) => (
                  <Table.Th key={one} ta="right">
                    {t(`leading.${one}`)}
                  </Table.Th>
                ))}
                <Table.Th>{t('leading.earliest')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <Table.Tr key={`${row.holder} ${row.officer}`}>
                  <Table.Td>{row.officer ?? t('leading.nobody')}</Table.Td>
                  <Table.Td>{names.get(row.holder) ?? row.holder}</Table.Td>
                  {figures.map((one) => (
                    <Table.Td key={one} ta="right">
                      {row[one]}
                    </Table.Td>
                  ))}
                  <Table.Td>{row.earliestDue !== null && day(row.earliestDue)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </WideTable>
        )
      }
    </Part>
  )
}
