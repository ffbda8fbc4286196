import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { type HotkeyItem, useHotkeys } from '@mantine/hooks'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import '../bulk/words.ts'
import '../dossier/words.ts'
import './words.ts'
import { BulkAct, type BulkActName, bulkActs } from '../bulk/bulk-act.tsx'
import { RunShown } from '../bulk/run-shown.tsx'
import { useRun } from '../bulk/use-run.ts'
import { lights } from '../frame/light-kinds.ts'
import { useLive } from '../frame/live.ts'
import { useMandates } from '../frame/mandates.ts'
import { ProblemShown } from '../frame/problem.tsx'
import { useSession } from '../frame/session.ts'
import { letterOfCommand } from './letters-of-commands.ts'
import { SavedLists } from './saved-lists.tsx'
import { atMost, useSelection } from './use-selection.ts'
import { useWorklist } from './use-worklist.ts'
import { worklistAsked } from './worklist-asked.ts'
import { WorklistFilters } from './worklist-filters.tsx'
import { WorklistRows } from './worklist-rows.tsx'

/** What waits for an agency, earliest end of time first; its link says agency, light and words, so it can be kept and sent. */
export const Worklist = () => {
  const { data: session } = useSession()
  return session ? <WorklistOf subject={session.subject} /> : null
}

const WorklistOf = ({ subject }: { subject: string }) => {
  const { t } = useTranslation()
  const { data: held = [] } = useMandates(subject)
  const search = useSearch({ from: '/viec-cua-toi' })
  const navigate = useNavigate({ from: '/viec-cua-toi' })
  useLive()
  const field = useRef<HTMLInputElement>(null)
  const [at, setAt] = useState(0)
  const [act, setAct] = useState<BulkActName>()
  const running = useRun(subject)

  const organisation = search.organisation ?? held[0]?.organisation ?? ''
  const { listed, rows, counts, total } = useWorklist(organisation, search, subject)
  const { hasNextPage, isFetching, isError, fetchNextPage } = listed
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage()
  }, [hasNextPage, isFetching, isError, fetchNextPage])
  const selection = useSelection({ rows, hasMore: hasNextPage, isFetching, loadMore })
  const { chosen, selected } = selection
  const current = Math.min(at, Math.max(0, rows.length - 1))
  const labelOf = (row: (typeof rows)[number]) => row.code ?? `${t('worklist.noCode')} (${row.name})`

  const ask = (asked: Record<string, unknown>) => {
    selection.none()
    setAt(0)
    void navigate({ search: worklistAsked(asked), replace: true, resetScroll: false })
  }
  const open = () => {
    const row = rows[current]
    if (row !== undefined) void navigate({ to: '/ho-so/$dossierId', params: { dossierId: row.id } })
  }
  const extend = (by: 1 | -1) => {
    const to = Math.max(0, Math.min(current + by, rows.length - 1))
    selection.set(
      [rows[current], rows[to]].flatMap((row) => (row === undefined ? [] : [row.id])),
      true,
    )
    setAt(to)
  }
  const press = (name: BulkActName) => {
    if (selected.length > 0 && running.run === undefined) setAct(name)
  }
  useHotkeys([
    ['/', () => field.current?.focus()],
    ['j', () => setAt(Math.min(current + 1, rows.length - 1))],
    ['k', () => setAt(Math.max(current - 1, 0))],
    ['Enter', ({ target }) => hasOwnEnter(target) || open(), { preventDefault: false }],
    ['x', () => rows[current] && selection.set([rows[current].id], !chosen.has(rows[current].id))],
    ['shift+ArrowDown', () => extend(1)],
    ['shift+ArrowUp', () => extend(-1)],
    ['a', selection.all],
    ['Escape', () => (act === undefined ? selection.none() : setAct(undefined))],
    ['i', () => selected.length > 0 && window.print()],
    ...bulkActs.map((name): HotkeyItem => [letterOfCommand(name) ?? '', () => press(name)]),
    ...lights.map((light, n): HotkeyItem => [
      String(n + 1),
      () => ask({ ...search, light: search.light === light ? undefined : light }),
    ]),
  ])

  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1} size="h2">
          {t('worklist.title')}
        </Title>
        <Button className="screen" variant="default" onClick={() => window.print()}>
          {t(selected.length > 0 ? 'bulk.printSelected' : 'worklist.print')}
        </Button>
      </Group>
      <WorklistFilters
        asked={search}
        places={[...new Map(held.map((one) => [one.organisation, one.place]))]}
        organisation={organisation}
        counts={counts}
        field={field}
        ask={ask}
      />
      <SavedLists search={search} open={ask} />
      <RunShown running={running} />
      {listed.isError && (
        <ProblemShown problem={listed.error}>
          <Button mt="xs" variant="default" onClick={() => void listed.refetch()}>
            {t('retry')}
          </Button>
        </ProblemShown>
      )}
      {listed.isPending && organisation !== '' && <Text role="status">{t('loading')}</Text>}
      {listed.isSuccess && rows.length === 0 && (
        <Text role="status">
          {t(Object.keys(search).some((key) => key !== 'organisation') ? 'worklist.emptyFilter' : 'worklist.empty')}
        </Text>
      )}
      {rows.length > 0 && (
        <Group className="screen bulk" gap="xs" role="group" aria-label={t('bulk.runTitle')}>
          <Text role="status" size="sm" fw={600}>
            {selection.isLoading
              ? t('bulk.loadingAll', { count: rows.length })
              : t('bulk.selected', { count: selected.length })}{' '}
            / {total.toLocaleString('vi')}
          </Text>
          <Button size="compact-sm" variant="default" onClick={selection.all}>
            {t('bulk.selectAll')}
          </Button>
          {selected.length > 0 && (
            <>
              <Button size="compact-sm" variant="default" onClick={selection.none}>
                {t('bulk.selectNone')}
              </Button>
              {bulkActs.map((name) => (
                <Button
                  key={name}
                  size="compact-sm"
                  disabled={running.run !== undefined}
                  aria-keyshortcuts={letterOfCommand(name)}
                  onClick={() => press(name)}
                >
                  {t(`bulk.acts.${name}`)}
                </Button>
              ))}
            </>
          )}
          {selected.length === atMost && <Text size="sm">{t('bulk.atMost')}</Text>}
        </Group>
      )}
      {act !== undefined && selected.length > 0 && (
        <BulkAct
          key={act}
          act={act}
          organisation={organisation}
          chosen={selected.map((row) => ({ id: row.id, label: labelOf(row) }))}
          onCancel={() => setAct(undefined)}
          onBegin={(run) => {
            setAct(undefined)
            selection.none()
            running.begin(run)
          }}
        />
      )}
      {rows.length > 0 && (
        <WorklistRows
          rows={rows}
          total={total}
          current={current}
          chosen={chosen}
          set={selection.set}
          onNearEnd={loadMore}
        />
      )}
      <Text className="screen" size="sm" c="dimmed">
        {t('worklist.keys')}. {t('bulk.keys')}.
      </Text>
    </Stack>
  )
}

// What has the focus and is pressed by Enter itself.
const hasOwnEnter = (target: EventTarget | null) =>
  target instanceof Element && target.closest('a, button, summary') !== null
