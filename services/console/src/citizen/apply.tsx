import { Anchor, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import './words.ts'
import { intake, orProblem } from '../frame/api.ts'
import { ProblemShown } from '../frame/problem.tsx'
import { ApplyForm } from './apply-form.tsx'
import { begun } from './draft.ts'
import { SignInFirst } from './sign-in-first.tsx'

/** Applying online: the form of the procedure, papers, fees, and how the result is to come; kept as it is filled in. */
export const Apply = () => {
  const { t } = useTranslation()
  const { code } = useParams({ from: '/nop-truc-tuyen/$code' })
  return (
    <SignInFirst here={`/nop-truc-tuyen/${code}`} title={t('apply.title')} word={t('apply.signIn')}>
      <Begun code={code} />
    </SignInFirst>
  )
}

const Begun = ({ code }: { code: string }) => {
  const { t } = useTranslation()
  const read = useQuery({
    queryKey: ['apply', code],
    staleTime: Number.POSITIVE_INFINITY, // what is typed is newer than any answer
    gcTime: 0,
    queryFn: async () => {
      const path = { path: { procedure: code } }
      const [posted, { draft }, { values }] = await Promise.all([
        orProblem(intake.GET('/procedures/{code}', { params: { path: { code }, query: { channel: 'online' } } })),
        orProblem(intake.GET('/drafts/{procedure}', { params: path })),
        orProblem(intake.GET('/drafts/{procedure}/prefill', { params: path })),
      ])
      return { posted, draft, values }
    },
  })
  if (read.isPending) return <Text role="status">{t('loading')}</Text>
  if (read.isError) return <ProblemShown problem={read.error} />
  const { posted, draft, values } = read.data
  return (
    <Stack maw={820} mx="auto">
      <Anchor component={Link} to="/thu-tuc" className="screen">
        {t('procedures.title')}
      </Anchor>
      <div>
        <Text c="dimmed">{t('apply.title')}</Text>
        <Title order={1} size="h2">
          {posted.name}
        </Title>
      </div>
      <ApplyForm posted={posted} begun={{ body: begun(posted, draft, values), draft }} known={values} />
    </Stack>
  )
}
