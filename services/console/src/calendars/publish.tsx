import { Button, Group, Modal, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { catalogue, orProblem } from '../frame/api.ts'
import { ProblemShown } from '../frame/problem.tsx'
import { sumsOf, type WhatIf } from './what-if-shown.tsx'

/** Publishing a draft that was seen, after its consequence has been said. */
export const Publish = ({ id, revision, found }: { id: string; revision: number; found: WhatIf }) => {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [isAsked, ask] = useState(false)
  const [key] = useState(() => crypto.randomUUID())
  const sent = useMutation({
    mutationFn: () =>
      orProblem(
        catalogue.POST('/notices/{id}/publish', {
          params: { path: { id }, header: { 'idempotency-key': key, 'if-match': `"${revision}"` } },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['calendars'] }),
  })
  const sums = sumsOf(found)
  const { before, after } = found
  const close = () => ask(false)
  return (
    <>
      <Button onClick={() => ask(true)}>{t('calendars.publish')}</Button>
      {/* Locking the page would write a style that the page's policy does not allow. */}
      <Modal.Root opened={isAsked} onClose={close} lockScroll={false} transitionProps={{ duration: 0 }}>
        <Modal.Overlay />
        <Modal.Content aria-label={t('calendars.publishTitle')}>
          <Modal.Body>
            <Stack gap="sm">
              <Title order={2} size="h4">
                {t('calendars.publishTitle')}
              </Title>
              <Text>{t('calendars.publishWhat', { before, after, ...sums })}</Text>
              {sums.kept > 0 && <Text>{t('calendars.publishKept', { count: sums.kept })}</Text>}
              <Text>{t('calendars.publishNever')}</Text>
              {sent.isError && <ProblemShown problem={sent.error} />}
              <Group>
                <Button loading={sent.isPending} onClick={() => sent.mutate()}>
                  {t('calendars.publishNow')}
                </Button>
                <Button variant="default" onClick={close} data-autofocus>
                  {t('calendars.cancel')}
                </Button>
              </Group>
            </Stack>
          </Modal.Body>
        </Modal.Content>
      </Modal.Root>
    </>
  )
}
