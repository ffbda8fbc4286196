import { Button, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { paths } from '../clients/notifications.d.ts'
import { notifications, orProblem } from '../frame/api.ts'
import { ProblemShown } from '../frame/problem.tsx'

type Answer = paths['/messages/undelivered']['get']['responses']['200']['content']['application/json']
export type Channel = Answer['messages'][number]['channel']
type Props = { message: Answer['messages'][number]; onSent: (channel: Channel) => void }
const channels: readonly Channel[] = ['sms', 'zalo', 'email', 'in-app']

/** One press sends it on another channel, each that was not tried; whether there is an address on it the service says. */
export const AnotherChannel = ({ message: { messageId: id, code, used }, onSent }: Props) => {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const open = channels.filter((one) => !used.includes(one))
  // The key is of message and channel: pressed twice it goes once.
  const sending = useMutation({
    mutationFn: (channel: Channel) =>
      orProblem(
        notifications.POST('/messages/{id}/another-channel', {
          params: { path: { id }, header: { 'idempotency-key': `${id}-${channel}` } },
          body: { channel },
        }),
      ),
    onSuccess: async (_, channel) => {
      onSent(channel)
      await queries.invalidateQueries({ queryKey: ['messages', 'undelivered'] })
    },
  })
  if (open.length === 0) return <Text size="sm">{t('messages.noChannel')}</Text>
  return (
    <Stack gap="xs" mt="xs">
      {sending.isError && <ProblemShown problem={sending.error} />}
      <Group gap="xs">
        {open.map((channel) => (
          <Button
            key={channel}
            variant="default"
            loading={sending.isPending && sending.variables === channel}
            aria-label={t('messages.byOf', { channel: t(`messages.channels.${channel}`), code: code ?? id })}
            onClick={() => sending.mutate(channel)}
          >
            {t('messages.by', { channel: t(`messages.channels.${channel}`) })}
          </Button>
        ))}
      </Group>
    </Stack>
  )
}
