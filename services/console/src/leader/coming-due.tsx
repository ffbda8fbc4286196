import { Anchor, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { casework, orProblem } from '../frame/api.ts'
import { LightShown } from '../frame/light.tsx'
import { day, inDays } from '../frame/moments.ts'
import { useNames, useProcedureNames } from '../frame/names.ts'
import { WideTable } from '../frame/wide-table.tsx'
import { Part } from './part.tsx'

/** What comes due from today on within a week, by day. */
export const ComingDue = ({ organisation }: { organisation: string }) => {
  const { t } = useTranslation()
  const names = useNames()
  const procedures = useProcedureNames()
  const [from, to] = [inDays(0), inDays(6)]
  const asked = useQuery({
    queryKey: ['worklist', 'coming-due', organisation, from],
    queryFn: () => orProblem(casework.GET('/coming-due', { params: { query: { organisation, from, to } } })),
  })
  return (
    <Part title={t('leading.week', { count: asked.data?.total ?? 0 })} asked={asked}>
      {({ rows }) =>
        rows.length === 0 ? (
          <Text>{t('leading.nothingDue')}</Text>
        ) : (
          <WideTable label={t('leading.week', { count: rows.length })} minWidth={560}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('worklist.due')}</Table.Th>
                <Table.Th>{t('worklist.code')}</Table.Th>
                <Table.Th>{t('worklist.procedure')}</Table.Th>
                <Table.Th>{t('leading.agency')}</Table.Th>
                <Table.Th>{t('leading.person')}</Table.Th>
                <Table.Th>{t('worklist.light')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map(({ id, code, procedure, holder, officer, dueOn, light }) => (
                <Table.Tr key={id}>
                  <Table.Td>{day(dueOn)}</Table.Td>
                  <Table.Td>
                    <Anchor href={`/ho-so/${id}`}>{code ?? id}</Anchor>
                  </Table.Td>
                  <Table.Td>{procedures.get(procedure) ?? procedure}</Table.Td>
                  <Table.Td>{names.get(holder) ?? holder}</Table.Td>
                  <Table.Td>{officer ?? t('leading.nobody')}</Table.Td>
                  <Table.Td>
                    <LightShown light={light} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </WideTable>
        )
      }
    </Part>
  )
}
