import { Alert, Anchor, Button, Grid, Group, List, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import '../dossier/words.ts'
import '../officer/words.ts'
import './words.ts'
import { Clock } from '../dossier/clock.tsx'
import { letterAddress } from '../dossier/letter-address.ts'
import type { Seen } from '../dossier/seen.ts'
import { Timeline } from '../dossier/timeline.tsx'
import { casework, isProblem, orProblem } from '../frame/api.ts'
import { LightShown } from '../frame/light.tsx'
import { useLive } from '../frame/live.ts'
import { day, minute, money } from '../frame/moments.ts'
import { useNames, useProcedureNames } from '../frame/names.ts'
import { ProblemShown } from '../frame/problem.tsx'
import { Actions } from '../officer/actions.tsx'
import { GiveFeedback } from './give-feedback.tsx'
import { OwnMessages } from './own-messages.tsx'
import { OwedAtReturn } from './owed-at-return.tsx'
import { OwnPapers } from './own-papers.tsx'
import { SignInFirst } from './sign-in-first.tsx'
import { NotOpened } from './not-opened.tsx'
import { useStageName } from './stage-name.ts'
import { Supplement } from './supplement.tsx'

/** A dossier as its owner sees it: who holds it, until when and why, what is asked, and where each paper is. */
export const MyDossier = () => {
  const { dossierId } = useParams({ from: '/ho-so-cua-toi/$dossierId' })
  return (
    <SignInFirst here={`/ho-so-cua-toi/${dossierId}`}>
      <Read dossierId={dossierId} />
    </SignInFirst>
  )
}

const Read = ({ dossierId }: { dossierId: string }) => {
  const { t } = useTranslation()
  useLive(dossierId)
  const read = useQuery({
    queryKey: ['dossier', dossierId],
    queryFn: () => orProblem(casework.GET('/dossiers/{dossierId}', { params: { path: { dossierId } } })),
    // The ledger opens a dossier a moment after it was handed in.
    refetchInterval: ({ state: { error } }) => (isProblem(error) && error.status === 404 ? 3_000 : false),
  })
  if (read.isPending) return <Text role="status">{t('loading')}</Text>
  if (read.isSuccess) return <Shown dossier={read.data} />
  if (isProblem(read.error) && read.error.status === 404) return <NotOpened id={dossierId} />
  return (
    <ProblemShown problem={read.error}>
      <Button mt="xs" variant="default" onClick={() => void read.refetch()}>
        {t('retry')}
      </Button>
    </ProblemShown>
  )
}

const Shown = ({ dossier }: { dossier: Seen }) => {
  const { t } = useTranslation()
  const names = useNames()
  const procedures = useProcedureNames()
  const { axes } = dossier
  const place = (code: string) => names.get(code) ?? code
  const stage = useStageName(dossier)
  return (
    <Stack>
      <Link to="/ho-so-cua-toi" className="screen">
        {t('mine.all')}
      </Link>
      <Title order={1} size="h2">
        {axes.code === null ? t('mine.withoutCode') : t('dossier.title', { code: axes.code })}
      </Title>
      <Text size="lg">{procedures.get(axes.procedure) ?? axes.procedure}</Text>
      <Text>
        {t(`states.${axes.state}`)} · <LightShown light={dossier.light} />
      </Text>
      <Receipt dossier={dossier} />
      <Supplement dossier={dossier} />
      <OwedAtReturn dossier={dossier} />
      <Grid>
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack>
            <Clock dossier={dossier} />
            <Table variant="vertical" withTableBorder>
              <Table.Tbody>
                <Table.Tr>
                  <Table.Th>{t('dossier.next')}</Table.Th>
                  <Table.Td>{t(`mine.next.${axes.state}`)}</Table.Td>
                </Table.Tr>
                <Table.Tr>
                  <Table.Th w="40%">{t('dossier.holder')}</Table.Th>
                  <Table.Td>{place(axes.holder)}</Table.Td>
                </Table.Tr>
                {axes.stage !== null && (
                  <Table.Tr>
                    <Table.Th>{t('mine.stage')}</Table.Th>
                    <Table.Td>
                      {axes.stage.place}/{axes.stage.of}
                      {stage !== undefined && ` · ${stage}`}
                    </Table.Td>
                  </Table.Tr>
                )}
                <Table.Tr>
                  <Table.Th>{t('dossier.desk')}</Table.Th>
                  <Table.Td>{place(axes.receivingDesk)}</Table.Td>
                </Table.Tr>
              </Table.Tbody>
            </Table>
            <Owed obligations={dossier.obligations} />
            <OwnPapers dossier={dossier} place={place} />
            <Letters dossier={dossier} />
            <OwnMessages dossierId={dossier.id} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }} className="screen">
          <Actions dossier={dossier} />
        </Grid.Col>
      </Grid>
      <Timeline lines={dossier.timeline} place={place} />
      <GiveFeedback dossier={dossier} place={place} />
    </Stack>
  )
}

const Owed = ({ obligations }: Pick<Seen, 'obligations'>) => {
  const { t } = useTranslation()
  return obligations
    .filter(({ paid }) => !paid)
    .map(({ id, amount, payBy }) => (
      <Alert key={id} color="gray" title={t('dossier.obligations')}>
        {money(amount)} · {t('dossier.payBy', { by: payBy === null ? '' : day(payBy) })}
      </Alert>
    ))
}

/** The receipt with the appointment, as soon as it is there: it is what people ask for first. */
const Receipt = ({ dossier }: { dossier: Seen }) => {
  const { t } = useTranslation()
  const receipt = dossier.letters.findLast(({ kind }) => kind === 'receipt')
  if (receipt === undefined) return null
  return (
    <Group className="screen">
      <Button component="a" href={letterAddress(dossier.id, receipt)} target="_blank" variant="default">
        {t('apply.receipt')}
      </Button>
    </Group>
  )
}

const Letters = ({ dossier }: { dossier: Seen }) => {
  const { t } = useTranslation()
  return (
    <section>
      <Title order={2} size="h4">
        {t('dossier.letters')}
      </Title>
      {dossier.letters.length === 0 && <Text c="dimmed">{t('dossier.nothing')}</Text>}
      <List>
        {dossier.letters.map((letter) => (
          <List.Item key={letter.id}>
            <Anchor href={letterAddress(dossier.id, letter)} target="_blank">
              {t(`letters.${letter.kind}`, letter.kind)} {letter.number}
            </Anchor>{' '}
            · {minute(letter.issuedAt)}
          </List.Item>
        ))}
      </List>
    </section>
  )
}
