import { Alert, Anchor, Button, Grid, List, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { casework, orProblem } from '../frame/api.ts'
import { LightShown } from '../frame/light.tsx'
import { useLive } from '../frame/live.ts'
import { day, minute, money } from '../frame/moments.ts'
import { useNames, useProcedureNames } from '../frame/names.ts'
import { ProblemShown } from '../frame/problem.tsx'
import '../dossier/words.ts'
import './words.ts'
import { Actions } from './actions.tsx'
import { Clock } from '../dossier/clock.tsx'
import { letterAddress } from '../dossier/letter-address.ts'
import { Timeline } from '../dossier/timeline.tsx'

/** A dossier on one page: who holds it, its clock and why, what can be done next, what has happened. */
export const DossierPage = () => {
  const { t } = useTranslation()
  const { dossierId } = useParams({ from: '/ho-so/$dossierId' })
  const names = useNames()
  const procedures = useProcedureNames()
  useLive(dossierId)
  const read = useQuery({
    queryKey: ['dossier', dossierId],
    queryFn: () => orProblem(casework.GET('/dossiers/{dossierId}', { params: { path: { dossierId } } })),
  })
  if (read.isPending) return <Text role="status">{t('loading')}</Text>
  if (read.isError)
    return (
      <ProblemShown problem={read.error}>
        <Button mt="xs" variant="default" onClick={() => void read.refetch()}>
          {t('retry')}
        </Button>
      </ProblemShown>
    )
  const dossier = read.data
  const { axes, handover, consultations, obligations, letters, officer } = dossier
  const place = (code: string) => names.get(code) ?? code
  return (
    <Stack>
      <Title order={1} size="h2">
        {t('dossier.title', { code: axes.code ?? '' })}
      </Title>
      <Text size="lg">{procedures.get(axes.procedure) ?? axes.procedure}</Text>
      <Text>
        {t(`states.${axes.state}`)} · <LightShown light={dossier.light} />
      </Text>
      {handover !== null && (
        <Alert color="gray" role="status">
          {t('dossier.offer', { from: place(handover.from), to: place(handover.to), by: day(handover.answerBy.on) })}
        </Alert>
      )}
      <Grid>
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack>
            <Clock dossier={dossier} />
            <Facts
              rows={[
                [t('dossier.holder'), place(axes.holder)],
                [t('dossier.desk'), place(axes.receivingDesk)],
                [t('dossier.officer'), officer ?? t('dossier.nothing')],
              ]}
            />
            {consultations.length > 0 && (
              <section>
                <Title order={2} size="h4">
                  {t('dossier.consultations')}
                </Title>
                <List>
                  {consultations.map(({ id, to, due, answer }) => (
                    <List.Item key={id}>
                      {id} · {place(to)} · {day(due.on)} ·{' '}
                      {answer === null ? t('dossier.waiting') : t(`choices.${answer}`)}
                    </List.Item>
                  ))}
                </List>
              </section>
            )}
            {obligations.length > 0 && (
              <section>
                <Title order={2} size="h4">
                  {t('dossier.obligations')}
                </Title>
                <List>
                  {obligations.map(({ id, amount, paid, payBy }) => (
                    <List.Item key={id}>
                      {id} · {money(amount)} ·{' '}
                      {paid ? t('dossier.paid') : t('dossier.payBy', { by: payBy === null ? '' : day(payBy) })}
                    </List.Item>
                  ))}
                </List>
              </section>
            )}
            <section>
              <Title order={2} size="h4">
                {t('dossier.letters')}
              </Title>
              {letters.length === 0 ? (
                <Text c="dimmed">{t('dossier.nothing')}</Text>
              ) : (
                <List>
                  {letters.map((letter) => (
                    <List.Item key={letter.id}>
                      <Anchor href={letterAddress(dossier.id, letter)} target="_blank">
                        {t(`letters.${letter.kind}`, letter.kind)} {letter.number}
                      </Anchor>{' '}
                      · {minute(letter.issuedAt)}
                    </List.Item>
                  ))}
                </List>
              )}
            </section>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }} className="screen">
          <Actions dossier={dossier} />
        </Grid.Col>
      </Grid>
      <Timeline lines={dossier.timeline} place={place} />
    </Stack>
  )
}

const Facts = ({ rows }: { rows: [string, string][] }) => (
  <Table variant="vertical" withTableBorder>
    <Table.Tbody>
      {rows.map(([what, value]) => (
        <Table.Tr key={what}>
          <Table.Th w="40%">{what}</Table.Th>
          <Table.Td>{value}</Table.Td>
        </Table.Tr>
      ))}
    </Table.Tbody>
  </Table>
)
