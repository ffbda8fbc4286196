import type { Clock } from '@dossier/platform/clock'
import { Client, type Connection } from '@temporalio/client'
import { tsToMs } from '@temporalio/common/lib/time.js'
import type { Pool } from 'pg'
import type { Looked, Offender } from '../invariant.ts'
import { type Reconciliation, staying } from './engine.ts'

type Temporal = { connection: Connection; namespace: string }
/** `ledger` reads casework's tables, always anew. */
type Deps = { temporal: Temporal; ledger: Pool; clock: Clock; graceMs: number; sample: number }

const moving = `select d.id::text from dossier d where d.is_open`
const planned = `
  select id::text, next_alarm_at as at from dossier
  where is_open and ($1::uuid[] is null or id = any($1)) order by random() limit $2`
const pageSize = 1_000

/** Open dossiers against running stories, both ways; and of some, the timer that runs against the next alarm of the plan. */
export const storyChecks = (deps: Deps): Reconciliation[] => [
  {
    name: 'stories',
    vi: 'Mỗi hồ sơ đang mở có đúng một quy trình đang chạy; hồ sơ đã đóng không có.',
    en: 'Every open dossier has exactly one running story, every closed one none.',
    look: () => staying(() => storiesAgainst(deps)),
  },
  {
    name: 'timers',
    vi: 'Hẹn giờ của quy trình bằng thời điểm báo kế tiếp trong sổ.',
    en: 'The timer of a story is the next alarm of the ledger’s plan.',
    look: async () => timersAgainst(deps),
  },
]

const storiesAgainst = async ({ temporal, ledger }: Deps): Promise<Looked> => {
  const running = await runningStories(temporal)
  // Read after: what was opened meanwhile has its story a moment later, and is looked at again.
  const open = new Set((await ledger.query<{ id: string }>(moving)).rows.map(({ id }) => id))
  const offenders: Offender[] = []
  for (const [id, runs] of running) {
    if (!open.has(id)) offenders.push({ id, why: 'its story runs, and the dossier is over or unknown' })
    else if (runs > 1) offenders.push({ id, why: `${runs} stories of it run` })
  }
  for (const id of open) if (!running.has(id)) offenders.push({ id, why: 'it is open, and no story of it runs' })
  return { examined: Math.max(open.size, running.size), offenders }
}

const runningStories = async ({ connection, namespace }: Temporal): Promise<Map<string, number>> => {
  const found = new Map<string, number>()
  let nextPageToken: Uint8Array = new Uint8Array()
  do {
    const asked = { namespace, maximumPageSize: pageSize, nextPageToken }
    const page = await connection.workflowService.listOpenWorkflowExecutions(asked)
    for (const { execution } of page.executions ?? []) {
      const id = execution?.workflowId ?? ''
      found.set(id, (found.get(id) ?? 0) + 1)
    }
    nextPageToken = page.nextPageToken ?? new Uint8Array()
  } while (nextPageToken.length > 0)
  return found
}

const timersAgainst = async (deps: Deps): Promise<Looked> => {
  const { ledger, sample } = deps
  let chosen: string[] | null = null
  let examined = 0
  const look = async (): Promise<Looked> => {
    const { rows } = await ledger.query<{ id: string; at: string | null }>(planned, [chosen, sample])
    chosen ??= rows.map(({ id }) => id)
    examined = Math.max(examined, rows.length)
    const offenders: Offender[] = []
    for (const row of rows) {
      const why = await timerOff(deps, row)
      if (why !== undefined) offenders.push({ id: row.id, why })
    }
    return { examined, offenders }
  }
  return staying(look)
}

const toleranceMs = 2_000

const timerOff = async ({ temporal, clock, graceMs }: Deps, { id, at }: { id: string; at: string | null }) => {
  const { workflow } = new Client(temporal)
  const history = await workflow
    .getHandle(id)
    .fetchHistory()
    .catch(() => undefined)
  if (history === undefined) return undefined // without a story: the other check tells
  const timers = new Map<string, number>()
  for (const event of history.events ?? []) {
    const { timerStartedEventAttributes: started } = event
    const over = event.timerFiredEventAttributes ?? event.timerCanceledEventAttributes
    if (started?.timerId)
      timers.set(started.timerId, tsToMs(event.eventTime) + tsToMs(started.startToFireTimeout ?? undefined))
    if (over?.timerId) timers.delete(over.timerId)
  }
  const [first, ...more] = timers.values()
  if (more.length > 0) return `${timers.size} timers run`
  if (at === null) return first === undefined ? undefined : 'a timer runs, and nothing is planned'
  const now = clock.now()
  const { wall, origin, speed } = clock.scale()
  if (Date.parse(at) <= Date.parse(now) + graceMs * speed) return undefined // it rings at this very moment
  if (first === undefined) return `no timer runs, and ${at} is planned`
  const due = wall + (Date.parse(at) - origin) / speed
  return Math.abs(first - due) <= toleranceMs ? undefined : `its timer is ${Math.round(first - due)} ms off ${at}`
}

/** Planted identities in the latest stories: what they were told, said and remembered. */
export const canariesInStories =
  (temporal: Temporal, most: number) =>
  async (canaries: readonly string[]): Promise<Looked> => {
    const { workflow } = new Client(temporal)
    const ids = [...(await runningStories(temporal)).keys()].slice(0, most)
    const offenders: Offender[] = []
    for (const id of ids) {
      const history = await workflow
        .getHandle(id)
        .fetchHistory()
        .catch(() => ({ events: [] }))
      const text = JSON.stringify(history, (_, part: unknown) =>
        part instanceof Uint8Array ? Buffer.from(part).toString('utf8') : part,
      )
      if (canaries.some((canary) => text.includes(canary)))
        offenders.push({ id: `story ${id}`, why: 'a planted identity stands in it' })
    }
    return { examined: ids.length, offenders }
  }
