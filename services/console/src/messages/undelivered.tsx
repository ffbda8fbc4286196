import { Anchor, Button, Paper, Stack, Text, Title } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem, notifications, orProblem } from '../frame/api.ts'
import { minute } from '../frame/moments.ts'
import { ProblemShown } from '../frame/problem.tsx'
import { AnotherChannel, type Channel } from './another-channel.tsx'

const asked = ['messages', 'undelivered']

/** What did not reach people, of the desks an officer looks after, and who can be reached in no way; nothing for anybody else. */
export const Undelivered = () => {
  const { t } = useTranslation()
  const [sent, setSent] = useState<Channel>()
  const listed = useInfiniteQuery({
    queryKey: asked,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: after }) =>
      orProblem(
        notifications.GET('/messages/undelivered', { params: { query: after === undefined ? {} : { after } } }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
    retry: false,
  })
  if (isProblem(listed.error) && listed.error.code === 'not-permitted') return null
  const pages = listed.data?.pages ?? []
  const open = pages.flatMap(({ messages }) => messages)
  const unreachable = pages.flatMap((page) => page.unreachable)
  const who = (recipient: string) => t(`messages.recipients.${recipient}`, recipient)
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {t('messages.undelivered')}
      </Title>
      {listed.isPending && <Text role="status">{t('loading')}</Text>}
      {listed.isError && <ProblemShown problem={listed.error} />}
      <Text role="status">
        {sent !== undefined && t('messages.queued', { channel: t(`messages.channels.${sent}`) })}
      </Text>
      {listed.isSuccess && open.length === 0 && <Text>{t('messages.noUndelivered')}</Text>}
      <Stack component="ul" gap="xs" className="cards">
        {open.map((one) => (
          <Paper key={one.messageId} component="li" withBorder p="sm">
            <Anchor href={`/ho-so/${one.dossierId}`}>{one.code ?? one.dossierId}</Anchor>{' '}
            <Text span>{t('messages.to', { who: who(one.recipient), at: minute(one.queuedAt) })}</Text>
            <Text size="sm">
              {t(`messages.channels.${one.channel}`)}: {t(`messages.states.${one.state}`, one.state)} ·{' '}
              {t('messages.tried', { count: one.attempts })}
            </Text>
            <AnotherChannel message={one} onSent={setSent} />
          </Paper>
        ))}
      </Stack>
      {listed.hasNextPage && (
        <Button
          mt="xs"
          variant="default"
          loading={listed.isFetchingNextPage}
          onClick={() => void listed.fetchNextPage()}
        >
          {t('messages.more')}
        </Button>
      )}
      {unreachable.length > 0 && (
        <>
          <Title order={3} size="h5" mt="md" mb="xs">
            {t('messages.unreachable')}
          </Title>
          <Stack component="ul" gap="xs" className="cards">
            {unreachable.map(({ dossierId, code, recipient, since, notices }) => (
              <li key={`${dossierId} ${recipient}`}>
                <Anchor href={`/ho-so/${dossierId}`}>{code ?? dossierId}</Anchor>{' '}
                {t('messages.noAddress', { who: who(recipient), since: minute(since), count: notices })}
              </li>
            ))}
          </Stack>
        </>
      )}
    </section>
  )
}
