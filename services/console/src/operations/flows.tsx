import { Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { WideTable } from '../frame/wide-table.tsx'
import type { Pulse } from './pulse.ts'
import { Section } from './section.tsx'

export const QueuesShown = ({ queues }: Pick<Pulse, 'queues'>) => {
  const { t } = useTranslation()
  const rows = (queues ?? []).map(({ service, untold, oldestSeconds, parked }) => [
    service,
    untold,
    oldestSeconds,
    parked,
  ])
  return (
    <Section title={t('operations.queues')} asked={queues !== null}>
      <Numbers label={t('operations.queues')} heads={['service', 'untold', 'oldest', 'parked']} rows={rows} />
    </Section>
  )
}

export const Lags = ({ lags }: Pick<Pulse, 'lags'>) => {
  const { t } = useTranslation()
  const all = lags ?? []
  const rows = all
    .filter(({ behind }) => behind > 0)
    .toSorted((a, b) => b.behind - a.behind)
    .map(({ group, topic, behind }) => [group, topic, behind])
  return (
    <Section title={t('operations.lags')} asked={lags !== null}>
      {rows.length === 0 ? (
        <Text>{t('operations.heardAll', { count: all.length })}</Text>
      ) : (
        <Numbers label={t('operations.lags')} heads={['group', 'topic', 'messages']} rows={rows} />
      )}
    </Section>
  )
}

type Cells = { label: string; heads: readonly string[]; rows: readonly (readonly (string | number)[])[] }

const Numbers = ({ label, heads, rows }: Cells) => {
  const { t } = useTranslation()
  return (
    <WideTable label={label} minWidth={360}>
      <Table.Thead>
        <Table.Tr>
          {heads.map((head, n) => (
            <Table.Th key={head} ta={typeof rows[0]?.[n] === 'number' ? 'right' : 'left'}>
              {t(`operations.${head}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((cells) => (
          <Table.Tr key={cells.slice(0, 2).join(' ')}>
            {cells.map((cell, n) => (
              <Table.Td key={heads[n]} ta={typeof cell === 'number' ? 'right' : 'left'}>
                {cell}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  )
}
