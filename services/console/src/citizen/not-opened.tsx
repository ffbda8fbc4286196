import { Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import './words.ts'
import { intake, orProblem } from '../frame/api.ts'
import { minute } from '../frame/moments.ts'
import { useNames } from '../frame/names.ts'
import { ProblemShown } from '../frame/problem.tsx'

/** A dossier the ledger does not know: handed in a moment ago, it is shown as it was handed in; of somebody else, there is none. */
export const NotOpened = ({ id }: { id: string }) => {
  const { t } = useTranslation()
  const names = useNames()
  const handedIn = useQuery({
    queryKey: ['dossier', id, 'application'],
    queryFn: () => orProblem(intake.GET('/applications/{id}', { params: { path: { id } } })),
  })
  if (handedIn.isPending) return <Text role="status">{t('loading')}</Text>
  if (handedIn.isError) return <ProblemShown problem={handedIn.error} />
  const { procedureName, procedure, reference, submittedAt, receivingDesk } = handedIn.data
  return (
    <Stack>
      <Link to="/ho-so-cua-toi">{t('mine.all')}</Link>
      <Title order={1} size="h2">
        {procedureName ?? procedure}
      </Title>
      <Text>
        <strong>{reference}</strong> · {names.get(receivingDesk) ?? receivingDesk} ·{' '}
        {t('mine.submitted', { at: minute(submittedAt) })}
      </Text>
      <Text role="status">{t('mine.waiting')}</Text>
    </Stack>
  )
}
