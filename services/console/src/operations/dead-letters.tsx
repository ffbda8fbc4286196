import { Anchor, Button, Group, Paper, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { minute } from '../frame/moments.ts'
import { type Act, ActForm } from './act-form.tsx'
import type { Pulse } from './pulse.ts'
import { Section } from './section.tsx'

type Redrive = Extract<Act, { what: 'redrive' }>
const groups: readonly Redrive['group'][] = ['casework', 'intake', 'postal', 'notifications']

/** What could not be handled, with why, and the way to have it handled again. */
export const DeadLetters = ({ queues, tracePage }: Pick<Pulse, 'queues' | 'tracePage'>) => {
  const { t } = useTranslation()
  const [chosen, choose] = useState('')
  const dead = (queues ?? []).flatMap((one) => one.dead)
  const toggle = (name: string) => choose(chosen === name ? '' : name)
  return (
    <Section title={t('operations.dead')} asked={queues !== null}>
      {dead.length === 0 && <Text>{t('operations.noDead')}</Text>}
      <Stack gap="xs">
        {dead.map(({ group: name, topic, key, reason, at, behind, trace }) => {
          const group = groups.find((one) => one === name)
          const id = `${name} ${topic} ${key}`
          return (
            <Paper key={id} withBorder p="sm">
              <Group justify="space-between">
                <div>
                  <Text>
                    {name} · {topic} · {key}
                  </Text>
                  <Text size="sm">
                    {reason} {behind > 0 && t('operations.behind', { count: behind })}
                  </Text>
                  <Text size="sm" c="dimmed">
                    {t('operations.since')} {minute(at)}{' '}
                    {tracePage !== null && trace !== null && (
                      <Anchor underline="always" href={tracePage.replace('{trace}', trace)} target="_blank">
                        {t('operations.trace')}
                      </Anchor>
                    )}
                  </Text>
                </div>
                {group !== undefined && (
                  <Button variant="default" aria-expanded={chosen === id} onClick={() => toggle(id)}>
                    {t('operations.redrive')}
                  </Button>
                )}
              </Group>
              {group !== undefined && chosen === id && <ActForm act={{ what: 'redrive', group, key }} />}
            </Paper>
          )
        })}
        {groups
          .filter((group) => dead.filter((one) => one.group === group).length > 1)
          .map((group) => (
            <div key={group}>
              <Button variant="default" aria-expanded={chosen === group} onClick={() => toggle(group)}>
                {t('operations.deadAll', { group })}
              </Button>
              {chosen === group && <ActForm act={{ what: 'redrive', group, key: 'all' }} />}
            </div>
          ))}
      </Stack>
    </Section>
  )
}
