import { Button, Group, Modal, Text, Title } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { onSessionEnd } from './api.ts'
import { signInUrl, useSession } from './session.ts'

/** When the session ends in the midst of work, what was typed stays: signing in happens in another window. */
export const SessionEnd = () => {
  const { t } = useTranslation()
  const { data: session } = useSession()
  const queries = useQueryClient()
  const [isOver, setOver] = useState(false)
  useEffect(() => onSessionEnd(() => setOver(true)), [])
  useEffect(() => setOver(session === null), [session])
  const goOn = () => {
    setOver(false)
    void queries.invalidateQueries()
  }
  return (
    // Locking the page would write a style that the page's policy does not allow.
    <Modal.Root opened={isOver} onClose={goOn} lockScroll={false}>
      <Modal.Overlay />
      <Modal.Content aria-label={t('sessionEnded')}>
        <Modal.Body>
          <Title order={2} size="h4" mb="sm">
            {t('sessionEnded')}
          </Title>
          <Text>{t('sessionEndedWhy')}</Text>
          <Group mt="md">
            <Button component="a" href={signInUrl('/')} target="_blank">
              {t('signInAgain')}
            </Button>
            <Button variant="default" onClick={goOn}>
              {t('goOn')}
            </Button>
          </Group>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
