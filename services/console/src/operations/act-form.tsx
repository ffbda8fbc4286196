import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { paths } from '../clients/insight.d.ts'
import { insight, orProblem } from '../frame/api.ts'
import { ProblemShown } from '../frame/problem.tsx'

export type Act = paths['/acts']['post']['requestBody']['content']['application/json']['act']

/** What an operator has done: with a reason, rehearsed before it is done, kept in the list below. */
export const ActForm = ({ act }: { act: Act }) => {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const [key, renew] = useState(() => crypto.randomUUID())
  const asked = useMutation({
    mutationFn: (dry: boolean) =>
      orProblem(
        insight.POST('/acts', {
          params: { header: { 'idempotency-key': `${key}-${dry}` } },
          body: { act, reason, dry },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['operations'] }),
  })
  return (
    <Stack gap="xs" maw={520}>
      <TextInput
        label={t('operations.reason')}
        description={t('operations.reasonHint')}
        required
        value={reason}
        onChange={({ currentTarget }) => {
          setReason(currentTarget.value)
          renew(crypto.randomUUID()) // another order
        }}
      />
      <Group>
        <Button variant="default" loading={asked.isPending} onClick={() => asked.mutate(true)}>
          {t('operations.dry')}
        </Button>
        <Button loading={asked.isPending} onClick={() => asked.mutate(false)}>
          {t('operations.really')}
        </Button>
      </Group>
      {asked.data !== undefined && (
        <Text role="status">
          {t(asked.variables ? 'operations.found' : 'operations.doneNow', { count: asked.data.found })}
        </Text>
      )}
      {asked.isError && <ProblemShown problem={asked.error} />}
    </Stack>
  )
}
