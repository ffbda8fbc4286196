import { Alert, Anchor, Group, Select, Stack, Table, Text, TextInput, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import './words.ts'
import { casework, orProblem } from '../frame/api.ts'
import { inDays } from '../frame/moments.ts'
import { WideTable } from '../frame/wide-table.tsx'
import { Part } from './part.tsx'
import { usePlaces } from './use-places.ts'

const ways = ['procedure', 'field', 'desk', 'channel'] as const

/** What the desks of an agency carried over, took in and settled over some days (TT 01/2018 art. 11); as a spreadsheet, too. */
export const Statistics = () => {
  const { t } = useTranslation()
  const { places } = usePlaces()
  const search = useSearch({ from: '/thong-ke' })
  const navigate = useNavigate({ from: '/thong-ke' })
  if (places === undefined) return <Text role="status">{t('loading')}</Text>
  const [first] = places
  if (first === undefined) return <Text role="status">{t('leading.noOffice')}</Text>
  const { organisation = first[0], by = 'procedure', from = `${inDays(0).slice(0, 7)}-01`, to = inDays(0) } = search
  const asked = { organisation, by, from, to }
  const ask = (change: Partial<typeof asked>) => void navigate({ search: { ...asked, ...change }, replace: true })
  return (
    <Stack>
      <Title order={1} size="h2">
        {t('leading.statistics')}
      </Title>
      <Group align="end">
        <Select
          label={t('leading.organisation')}
          data={places.map(([value, label]) => ({ value, label }))}
          value={organisation}
          allowDeselect={false}
          miw={280}
          onChange={(chosen) => chosen !== null && ask({ organisation: chosen })}
        />
        <TextInput
          type="date"
          label={t('leading.from')}
          value={from}
          onChange={(e) => ask({ from: e.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('leading.to')}
          value={to}
          onChange={(e) => ask({ to: e.currentTarget.value })}
        />
        <Select
          label={t('leading.by')}
          data={ways.map((value) => ({ value, label: t(`leading.ways.${value}`) }))}
          value={by}
          allowDeselect={false}
          onChange={(chosen) => ask({ by: ways.find((one) => one === chosen) ?? 'procedure' })}
        />
      </Group>
      {from !== '' && to !== '' && from <= to ? (
        <Figures asked={asked} />
      ) : (
        <Alert color="yellow">{t('leading.noPeriod')}</Alert>
      )}
    </Stack>
  )
}

type Asked = { organisation: string; by: (typeof ways)[number]; from: string; to: string }
const Figures = ({ asked: query }: { asked: Asked }) => {
  const { t } = useTranslation()
  const asked = useQuery({
    queryKey: ['statistics', query],
    staleTime: 60_000,
    queryFn: () => orProblem(casework.GET('/statistics', { params: { query } })),
  })
  return (
    <Part title={t(`leading.ways.${query.by}`)} asked={asked}>
      {({ rows }) =>
        rows.length === 0 ? (
          <Text>{t('leading.nothingCounted')}</Text>
        ) : (
          <Stack gap="xs">
            <Anchor href={`/api/casework/statistics.xlsx?${new URLSearchParams(query).toString()}`} download>
              {t('leading.sheet')}
            </Anchor>
            <WideTable
              label={t(`leading.ways.${query.by}`)}
              minWidth={980}
              withTableBorder
              withColumnBorders
              style={{ fontVariantNumeric: 'tabular-nums' }}
            >
              <Table.Thead>
                <Table.Tr>
                  <Table.Th rowSpan={2}>{t(`leading.ways.${query.by}`)}</Table.Th>
                  <Table.Th rowSpan={2}>{t('leading.carried')}</Table.Th>
                  <Table.Th colSpan={3}>{t('leading.new')}</Table.Th>
                  <Table.Th colSpan={3}>{t('leading.resolved')}</Table.Th>
                  <Table.Th colSpan={2}>{t('leading.pending')}</Table.Th>
                  <Table.Th rowSpan={2}>{t('leading.paused')}</Table.Th>
                  <Table.Th rowSpan={2}>{t('leading.ended')}</Table.Th>
                  <Table.Th rowSpan={2}>{t('leading.refused')}</Table.Th>
                </Table.Tr>
                <Table.Tr>
                  {(
                    ['atDesk', 'online', 'byPost', 'early', 'onTime', 'overLimit', 'inLimit', 'overLimit'] as const
                  ).map((word, i) => (
                    <Table.Th key={i}>{t(`leading.${word}`)}</Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.map((row) => (
                  <Table.Tr key={row.of}>
                    <Table.Th scope="row" fw="normal">
                      {row.name}
                    </Table.Th>
                    {[
                      row.carried,
                      row.new.desk,
                      row.new.online,
                      row.new.post,
                      row.resolved.early,
                      row.resolved.onTime,
                      row.resolved.late,
                      row.pending.inTime,
                      row.pending.overdue,
                      row.paused.total,
                      row.withdrawn + row.stopped,
                      row.notAccepted.total,
                    ].map((figure, i) => (
                      <Table.Td key={i} ta="right">
                        {figure}
                      </Table.Td>
                    ))}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </WideTable>
            <Text size="sm" c="dimmed">
              {t('leading.balance')}
            </Text>
          </Stack>
        )
      }
    </Part>
  )
}
