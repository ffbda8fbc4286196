import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { catalogue, orProblem } from '../frame/api.ts'
import { day } from '../frame/moments.ts'
import { ProblemShown } from '../frame/problem.tsx'

/** One draft: published after its consequence was said, or refused with all that stands against it. */
export const PublishDraft = ({ id, name, from }: { id: string; name: string; from: string }) => {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [isAsked, ask] = useState(false)
  const [key] = useState(() => crypto.randomUUID())
  const sent = useMutation({
    mutationFn: () =>
      orProblem(
        catalogue.POST('/procedures/{id}/publish', { params: { path: { id }, header: { 'idempotency-key': key } } }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['administration'] }),
  })
  return (
    <Paper withBorder p="sm" mb="xs">
      <Stack gap="xs">
        <Text>
          {name} · {id}
        </Text>
        {isAsked && <Text>{t('administration.publishWhat', { from: day(from) })}</Text>}
        {sent.isError && <ProblemShown problem={sent.error} />}
        <Group>
          {isAsked ? (
            <>
              <Button loading={sent.isPending} onClick={() => sent.mutate()}>
                {t('administration.publishNow')}
              </Button>
              <Button variant="default" onClick={() => ask(false)}>
                {t('administration.cancel')}
              </Button>
            </>
          ) : (
            <Button variant="default" onClick={() => ask(true)}>
              {t('administration.publish')}
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  )
}
