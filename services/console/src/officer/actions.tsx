import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionForm } from './action-form.tsx'
import type { Given } from './command-fields.ts'
import { letterOf } from './letters-of-commands.ts'
import type { Action, Seen } from '../dossier/seen.ts'

type Shown = {
  dossier: Seen
  /** The command whose form is open at first, and what stands in it. */
  first?: string
  begun?: Given
}

/** What this reader may do with the dossier now. A button the law refuses stays, and says why. */
export const Actions = ({ dossier, first, begun }: Shown) => {
  const { t } = useTranslation()
  const { actions } = dossier
  const [chosen, choose] = useState<string | undefined>(() => {
    const opened = actions.find(({ command, refused }) => command === first && refused === null)
    return opened && keyOf(opened)
  })
  const [isDone, setDone] = useState(false)
  const open = actions.find((action) => keyOf(action) === chosen)
  const press = (action: Action) => {
    setDone(false)
    choose(keyOf(action))
  }
  useHotkeys(
    actions.flatMap((action): [string, () => void][] => {
      const letter = letterOf(action)
      return letter === undefined ? [] : [[letter, () => press(action)]]
    }),
  )
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="viec">
      <Title order={2} size="h4" id="viec">
        {t('dossier.actions')}
      </Title>
      {actions.length === 0 && <Text c="dimmed">{t('dossier.noActions')}</Text>}
      <Group gap="xs" mt="xs">
        {actions.map((action) => (
          <Button
            key={keyOf(action)}
            variant={keyOf(action) === chosen ? 'filled' : 'default'}
            aria-keyshortcuts={letterOf(action)}
            onClick={() => press(action)}
          >
            {t(`commands.${action.command}`)}
            {action.about !== null &&
              action.command !== 'OfferHandover' &&
              ` (${t(`choices.${action.about}`, action.about)})`}
            {letterOf(action) !== undefined && (
              <Text span size="xs" ml={6} c={keyOf(action) === chosen ? 'inherit' : 'dimmed'} aria-hidden>
                {letterOf(action)?.toUpperCase()}
              </Text>
            )}
          </Button>
        ))}
      </Group>
      {isDone && (
        <Text mt="md" role="status">
          {t('dossier.recorded')}
        </Text>
      )}
      {open !== undefined && (
        <Stack mt="md">
          <ActionForm
            key={chosen}
            action={open}
            dossier={dossier}
            begun={open.command === first ? begun : undefined}
            onEnd={(done) => {
              setDone(done)
              choose(undefined)
            }}
          />
        </Stack>
      )}
    </Paper>
  )
}

const keyOf = ({ command, about }: Action) => `${command} ${about ?? ''}`
