import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { notifications, orProblem } from '../frame/api.ts'
import { minute } from '../frame/moments.ts'
import { ProblemShown } from '../frame/problem.tsx'

/** What an officer was told by account or mandate and has not read, newest first. */
export const Own = () => {
  const { t, i18n } = useTranslation()
  const queries = useQueryClient()
  const language = i18n.language === 'en' ? 'en' : 'vi'
  const told = useQuery({
    queryKey: ['messages', 'own', language],
    queryFn: () =>
      orProblem(notifications.GET('/messages/mine', { params: { query: { language, unread: 'true', limit: 50 } } })),
  })
  // The key is the message's own: read twice it is read once.
  const reading = useMutation({
    mutationFn: (id: string) =>
      orProblem(
        notifications.POST('/messages/{id}/read', {
          params: { path: { id }, header: { 'idempotency-key': `read-${id}` } },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['messages', 'own'] }),
  })
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {t('messages.own')}
      </Title>
      {told.isPending && <Text role="status">{t('loading')}</Text>}
      {told.isError && <ProblemShown problem={told.error} />}
      {reading.isError && <ProblemShown problem={reading.error} />}
      {told.data !== undefined && (
        <Text mb="xs">
          {told.data.unread === 0 ? t('messages.noOwn') : t('messages.unread', { count: told.data.unread })}
        </Text>
      )}
      <Stack component="ul" gap="xs" className="cards">
        {told.data?.messages.map(({ messageId, dossierId, at, subject, text }) => (
          <Paper key={messageId} component="li" withBorder p="sm">
            <Group justify="space-between" align="start">
              <div>
                <Anchor href={`/ho-so/${dossierId}`}>{subject}</Anchor>
                <Text size="sm">{text}</Text>
                <Text size="sm" c="dimmed">
                  {minute(at)}
                </Text>
              </div>
              <Button
                variant="default"
                aria-label={t('messages.readOne', { subject })}
                loading={reading.isPending && reading.variables === messageId}
                onClick={() => reading.mutate(messageId)}
              >
                {t('messages.read')}
              </Button>
            </Group>
          </Paper>
        ))}
      </Stack>
    </section>
  )
}
