import { Button, Group, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orProblem, readAnswer } from '../frame/api.ts'
import { ProblemShown } from '../frame/problem.tsx'
import { type WorklistAsked, worklistAsked } from './worklist-asked.ts'

type Saved = { lists: { name: string; search: string }[] }
const asJson = { 'content-type': 'application/json' }
const at = (name: string) => `/saved-lists/${encodeURIComponent(name)}`
const ask = (url: string, init?: RequestInit) => orProblem(fetch(url, init).then((answer) => readAnswer<Saved>(answer)))

type Listed = { search: WorklistAsked; open: (asked: WorklistAsked) => void }

/** Filters somebody gave a name to, kept with the account; each is a link like any other. */
export const SavedLists = ({ search, open }: Listed) => {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const queryKey = ['saved-lists']
  const read = useQuery({ queryKey, queryFn: () => ask('/saved-lists'), staleTime: 60_000 })
  const change = useMutation({
    mutationFn: ({ url, init }: { url: string; init: RequestInit }) => ask(url, init),
    onSuccess: (saved) => {
      queries.setQueryData(queryKey, saved)
      setName('')
    },
  })
  const lists = read.data?.lists ?? []
  const kept = JSON.stringify(search)
  return (
    <details className="screen">
      <summary>
        {t('savedLists.title')} ({lists.length})
      </summary>
      <Group gap="xs" my="xs">
        {lists.length === 0 && <Text size="sm">{t('savedLists.none')}</Text>}
        {lists.map((one) => (
          <Button.Group key={one.name}>
            <Button
              size="compact-sm"
              variant={one.search === kept ? 'filled' : 'default'}
              onClick={() => open(worklistAsked(JSON.parse(one.search)))}
            >
              {one.name}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('savedLists.remove', { name: one.name })}
              onClick={() => change.mutate({ url: at(one.name), init: { method: 'DELETE' } })}
            >
              ×
            </Button>
          </Button.Group>
        ))}
      </Group>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const body = JSON.stringify({ search: kept })
          change.mutate({ url: at(name.trim()), init: { method: 'PUT', headers: asJson, body } })
        }}
      >
        <Group gap="xs" align="end">
          <TextInput
            label={t('savedLists.name')}
            description={t('savedLists.where')}
            size="xs"
            required
            maxLength={60}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <Button type="submit" size="xs" variant="default" loading={change.isPending}>
            {t('savedLists.save')}
          </Button>
        </Group>
      </form>
      {change.isError && <ProblemShown problem={change.error} />}
    </details>
  )
}
