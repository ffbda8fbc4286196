import { Anchor, Collapse, List, Stack, Table } from '@mantine/core'
import { useDisclosure, useHotkeys } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { casework, orProblem } from '../frame/api.ts'
import { day, minute } from '../frame/moments.ts'
import { ProblemShown } from '../frame/problem.tsx'
import type { Seen } from './seen.ts'

/** The clock of a dossier: its date, and by one key (`?`) the walk of days that leads to it. */
export const Clock = ({ dossier }: { dossier: Seen }) => {
  const { t, i18n } = useTranslation()
  const [isOpen, { toggle }] = useDisclosure(false)
  useHotkeys([['?', toggle]])
  const { due } = dossier.axes
  const why = useQuery({
    queryKey: ['dossier', dossier.id, 'due-date'],
    enabled: isOpen && due !== null,
    queryFn: () =>
      orProblem(casework.GET('/dossiers/{dossierId}/due-date', { params: { path: { dossierId: dossier.id } } })),
  })
  const shown = (moment: { on: string; at?: string | undefined }) =>
    moment.at === undefined ? day(moment.on) : minute(moment.at)
  const [next] = dossier.alarms
  return (
    <section>
      <Table variant="vertical" withTableBorder>
        <Table.Tbody>
          <Table.Tr>
            <Table.Th w="40%">{t('dossier.due')}</Table.Th>
            <Table.Td fw={600}>
              {due === null ? t('dossier.notCounted') : shown(due)}{' '}
              {dossier.axes.clock === 'paused' && `· ${t('dossier.paused')}`}
            </Table.Td>
          </Table.Tr>
          {next !== undefined && (
            <Table.Tr>
              <Table.Th>{t('dossier.nextMoment')}</Table.Th>
              <Table.Td>
                {t(`alarms.${next.kind}`)} · {minute(next.at)}
              </Table.Td>
            </Table.Tr>
          )}
          {dossier.appointment !== null && dossier.appointment.on !== due?.on && (
            <Table.Tr>
              <Table.Th>{t('dossier.appointment')}</Table.Th>
              <Table.Td>{shown(dossier.appointment)}</Table.Td>
            </Table.Tr>
          )}
        </Table.Tbody>
      </Table>
      {due !== null && (
        <Anchor component="button" type="button" onClick={toggle} aria-expanded={isOpen} className="screen">
          {t('dossier.why')} (?)
        </Anchor>
      )}
      <Collapse expanded={isOpen}>
        {why.isError && <ProblemShown problem={why.error} />}
        {why.data !== undefined && (
          <Stack gap="xs" mt="xs">
            {why.data.explanations.map((one) => (
              <List key={one.stage ?? one.from} size="sm">
                {(i18n.language === 'vi' ? one.vi : one.en).map((sentence) => (
                  <List.Item key={sentence}>{sentence}</List.Item>
                ))}
              </List>
            ))}
          </Stack>
        )}
      </Collapse>
    </section>
  )
}
