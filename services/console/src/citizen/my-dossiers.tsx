import { Button, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import '../dossier/words.ts'
import './words.ts'
import type { components } from '../clients/intake.d.ts'
import { intake, orProblem } from '../frame/api.ts'
import { day, minute } from '../frame/moments.ts'
import { plain } from '../frame/plain.ts'
import { ProblemShown } from '../frame/problem.tsx'
import { OwnDrafts } from './own-drafts.tsx'
import { SignInFirst } from './sign-in-first.tsx'

const pageSize = 50

/** Every dossier of whoever is signed in, newest first, and where it stands. */
export const MyDossiers = () => (
  <SignInFirst here="/ho-so-cua-toi">
    <Listed />
  </SignInFirst>
)

const Listed = () => {
  const { t } = useTranslation()
  const { q = '' } = useSearch({ from: '/ho-so-cua-toi' })
  const navigate = useNavigate({ from: '/ho-so-cua-toi' })
  const listed = useInfiniteQuery({
    queryKey: ['my dossiers'],
    initialPageParam: '',
    queryFn: async ({ pageParam: before }) =>
      (await orProblem(intake.GET('/applications/mine', { params: { query: before === '' ? {} : { before } } })))
        .applications,
    getNextPageParam: (page) => (page.length < pageSize ? undefined : page.at(-1)?.applicationId),
  })
  const all = listed.data?.pages.flat() ?? []
  const rows = all.filter(({ procedure, progress, reference }) =>
    plain(`${progress?.code ?? ''} ${reference ?? ''} ${procedure.name ?? procedure.code}`).includes(plain(q)),
  )
  return (
    <Stack maw={900} mx="auto">
      <Title order={1}>{t('mine.title')}</Title>
      <Text>{t('mine.lead')}</Text>
      <OwnDrafts />
      <TextInput
        className="screen"
        type="search"
        label={t('mine.find')}
        value={q}
        onChange={({ currentTarget: { value } }) =>
          void navigate({ search: value === '' ? {} : { q: value }, replace: true })
        }
      />
      {listed.isPending && <Text role="status">{t('loading')}</Text>}
      {listed.isError && (
        <ProblemShown problem={listed.error}>
          <Button mt="xs" variant="default" onClick={() => void listed.refetch()}>
            {t('retry')}
          </Button>
        </ProblemShown>
      )}
      {listed.isSuccess && rows.length === 0 && (
        <Stack gap="xs" align="start">
          <Text role="status">{t(all.length === 0 ? 'mine.empty' : 'mine.emptyFilter')}</Text>
          <Link to="/thu-tuc">{t('mine.toProcedures')}</Link>
        </Stack>
      )}
      <Stack component="ul" className="cards" gap="sm">
        {rows.map((row) => (
          <Paper key={row.applicationId} component="li" withBorder p="md">
            <Line row={row} />
          </Paper>
        ))}
      </Stack>
      {listed.hasNextPage && (
        <Button
          className="screen"
          variant="default"
          loading={listed.isFetchingNextPage}
          onClick={() => void listed.fetchNextPage()}
        >
          {t('mine.more')}
        </Button>
      )}
    </Stack>
  )
}

const Line = ({ row }: { row: components['schemas']['MyApplication'] }) => {
  const { t } = useTranslation()
  const { progress, holder, receivingDesk } = row
  const place = holder ?? receivingDesk
  const due = progress?.due ?? null
  return (
    <>
      <Link to="/ho-so-cua-toi/$dossierId" params={{ dossierId: row.applicationId }}>
        {row.procedure.name ?? row.procedure.code}
      </Link>
      <Text size="sm">
        <strong>{progress?.code ?? row.reference ?? t('mine.noCode')}</strong> ·{' '}
        {t(`states.${progress?.state ?? 'submitted'}`)}
        {due !== null && ` · ${t('mine.due', { on: day(due.on) })}`}
      </Text>
      <Text size="sm" c="dimmed">
        {t('mine.heldBy', { place: place.name ?? place.code })} · {t('mine.submitted', { at: minute(row.submittedAt) })}
      </Text>
    </>
  )
}
