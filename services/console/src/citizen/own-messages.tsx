import { Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import './words.ts'
import { notifications, orProblem } from '../frame/api.ts'
import { minute } from '../frame/moments.ts'
import { ProblemShown } from '../frame/problem.tsx'

/** What its owner was told of a dossier, newest first. */
export const OwnMessages = ({ dossierId }: { dossierId: string }) => {
  const { t, i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'vi'
  const told = useQuery({
    queryKey: ['dossier', dossierId, 'messages', language],
    queryFn: async () => {
      const query = { language, dossier: dossierId, limit: 200 } as const
      return (await orProblem(notifications.GET('/messages/mine', { params: { query } }))).messages
    },
  })
  return (
    <section>
      <Title order={2} size="h4">
        {t('mine.messages')}
      </Title>
      {told.isPending && <Text role="status">{t('loading')}</Text>}
      {told.isError && <ProblemShown problem={told.error} />}
      {told.data?.length === 0 && <Text c="dimmed">{t('dossier.nothing')}</Text>}
      <Stack component="ul" className="cards" gap="xs">
        {told.data?.map(({ messageId, at, text }) => (
          <li key={messageId}>
            <Text size="sm" c="dimmed">
              {minute(at)}
            </Text>
            <Text size="sm">{text}</Text>
          </li>
        ))}
      </Stack>
    </section>
  )
}
