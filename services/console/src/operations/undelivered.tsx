import { Anchor, Button, Group, Paper, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { minute } from '../frame/moments.ts'
import { ActForm } from './act-form.tsx'
import type { Pulse } from './pulse.ts'
import { Section } from './section.tsx'

type Messages = NonNullable<Pulse['messages']>
type Open = Messages['open'][number]
type Channel = Open['channel']
const channels: readonly Channel[] = ['email', 'sms', 'zalo', 'in-app']

/** Messages people did not get: what is known of each, and the way to have it sent again. To whom it went stays with the desk. */
export const Undelivered = ({ messages }: Pick<Pulse, 'messages'>) => {
  const { t } = useTranslation()
  const [chosen, choose] = useState('')
  return (
    <Section title={t('operations.people')} asked={messages !== null}>
      <Text mb="xs">
        {(['undelivered', 'ambiguous', 'queued'] as const)
          .map((what) => t(`operations.${what}`, { count: messages?.[what] ?? 0 }))
          .join(' · ')}
      </Text>
      <Stack component="ul" gap="xs" className="cards">
        {messages?.open.map((one) => (
          <Paper key={one.message} component="li" withBorder p="sm">
            <Group justify="space-between" align="start">
              <div>
                <Text>
                  {t(`operations.channels.${one.channel}`)} · <code>{one.template}</code> ·{' '}
                  <Anchor href={`/ho-so/${one.subject}`}>{one.code ?? one.subject}</Anchor>
                </Text>
                <Text size="sm">
                  {t(`operations.states.${one.state}`, one.state)}
                  {one.why !== null && ` (${one.why})`} · {t('operations.attempts', { count: one.attempts })}
                </Text>
                <Text size="sm" c="dimmed">
                  {t('operations.since')} {minute(one.at)}
                </Text>
              </div>
              <Button
                variant="default"
                aria-expanded={chosen === one.message}
                aria-label={t('operations.resendOf', { code: one.code ?? one.subject })}
                onClick={() => choose(chosen === one.message ? '' : one.message)}
              >
                {t('operations.resend')}
              </Button>
            </Group>
            {chosen === one.message && <Resend message={one} />}
          </Paper>
        ))}
      </Stack>
    </Section>
  )
}

const Resend = ({ message: { message, channel: own, state, used } }: { message: Open }) => {
  const { t } = useTranslation()
  // What a provider refused it would refuse again; what none ever took may go by its own channel once more.
  const open = channels.filter((one) => !used.includes(one) || (one === own && state === 'given-up'))
  const [channel, choose] = useState<Channel | undefined>(open[0])
  if (channel === undefined) return <Text>{t('operations.noChannel')}</Text>
  return (
    <Stack gap="xs" mt="xs">
      <Select
        maw={320}
        label={t('operations.channel')}
        data={open.map((value) => ({ value, label: t(`operations.channels.${value}`) }))}
        value={channel}
        allowDeselect={false}
        onChange={(value) => choose(open.find((one) => one === value))}
      />
      <ActForm key={channel} act={{ what: 'resend', message, channel }} />
    </Stack>
  )
}
