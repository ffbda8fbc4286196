import { Button, Group, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ProblemShown } from '../frame/problem.tsx'

type Key = { 'idempotency-key': string }
type Props<T> = {
  label: string
  send: (key: Key) => Promise<T>
  onDone: (answer: T) => void
  children?: ReactNode
  disabled?: boolean
  variant?: string
}

/** One act of the post: its key stays until there is an answer, so nothing is done twice; a refusal says its rule. */
export const Act = <T,>({ label, send, onDone, children, disabled = false, variant = 'filled' }: Props<T>) => {
  const queries = useQueryClient()
  const [key, setKey] = useState(() => crypto.randomUUID())
  const sent = useMutation({
    mutationFn: () => send({ 'idempotency-key': key }),
    onSuccess: async (answer) => {
      setKey(crypto.randomUUID())
      await queries.invalidateQueries({ queryKey: ['post'] })
      onDone(answer)
    },
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!sent.isPending) sent.mutate()
      }}
    >
      <Stack gap="sm">
        {children}
        {sent.isError && <ProblemShown problem={sent.error} />}
        <Group>
          <Button type="submit" variant={variant} loading={sent.isPending} disabled={disabled}>
            {label}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
