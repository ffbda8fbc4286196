import { scrub } from '@dossier/platform/scrub'
import type { MessageChannel } from '@dossier/contracts/telling-shapes'
import { openPool } from '@dossier/platform/postgres'
import type { Pool } from 'pg'
import type { Places } from '../snapshot.ts'

/** What waits in a service: rows not told yet and the age of the oldest in seconds, early messages, dead letters. */
export type Queues = {
  service: string
  untold: number
  oldestSeconds: number
  parked: number
  dead: DeadLetter[]
}
/** The first dead letter of a key, and how many messages stand behind it. */
export type DeadLetter = {
  group: string
  topic: string
  key: string
  reason: string
  at: string
  behind: number
  /** The trace it was written in, where there was one. */
  trace: string | null
}

// What a relay has not told; a service without one has no cursor, and nothing to tell.
const waiting = `
  select count(*)::int as untold, coalesce(extract(epoch from now() - min(at)), 0)::int as "oldestSeconds",
    (select count(*)::int from parked) as parked
  from outbox o where (o.tx, o.id) > (select tx, id from relay_cursor)`
const dead = `
  select consumer as group, topic, key, (array_agg(reason order by id))[1] as reason, date_trunc('milliseconds', min(at)) as at,
    count(*)::int - 1 as behind, split_part((array_agg(headers ->> 'traceparent' order by id))[1], '-', 2) as trace
  from dead_letter group by consumer, topic, key order by min(at) limit 100`
const undelivered = `
  select count(*) filter (where state in ('failed', 'given-up') and instead is null)::int as undelivered,
    count(*) filter (where state = 'ambiguous')::int as ambiguous,
    count(*) filter (where state = 'queued')::int as queued from message`

// To whom is not asked: an operator needs no name.
const open = `
  select m.id as message, m.subject, h.body #>> '{axes,code}' as code, n.template, m.channel, m.state, m.why,
    date_trunc('milliseconds', m.queued_at) as at, m.attempts,
    (select array_agg(o.channel) from message o where o.notice_id = m.notice_id) as used
  from message m join notice n on n.id = m.notice_id left join heard h on h.subject = m.subject
  where m.instead is null and (m.state in ('failed', 'given-up') or (m.state = 'ambiguous' and m.next_at is null))
  order by m.place limit 100`
const swept = `
  select (select count(*)::int from swept_alarm where noted_at > now() - interval '1 day') as "lastDay",
    coalesce((select json_agg(one) from (
      select dossier_id as dossier, kind, to_char(due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "dueAt",
        to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
      from swept_alarm order by noted_at desc limit 20) as one), '[]') as latest`

const known = 'select from dossier where id = $1'
const services = ['casework', 'intake', 'postal', 'notifications'] as const

export type Messages = { undelivered: number; ambiguous: number; queued: number; open: OpenMessage[] }
/** What did not arrive and nobody has looked after yet. */
export type OpenMessage = {
  message: string
  subject: string
  code: string | null
  template: string
  channel: MessageChannel
  state: string
  why: string | null
  at: string
  attempts: number
  used: MessageChannel[]
}
/** What the ledger's sweeper sounded in place of the conductor: how many within a day, and the last of them. */
export type Swept = { lastDay: number; latest: { dossier: string; kind: string; dueAt: string; at: string }[] }

/** Reads what waits in each service; the address reads and writes nothing. Throws where a database cannot be reached. */
export const makeReadQueues = (places: Places) => {
  const opened = (service: keyof Places): Pool =>
    openPool(inSchema(places[service], service), () => {}, { name: 'pulse', max: 1 })
  const pools = new Map(services.map((service) => [service, opened(service)]))
  const of = (service: keyof Places): Pool => pools.get(service) ?? opened(service)
  const queuesOf = async (service: string, db: Pool): Promise<Queues> => {
    const [row] = (await db.query<Omit<Queues, 'service' | 'dead'>>(waiting)).rows
    const { rows: letters } = await db.query<DeadLetter>(dead)
    return { service, untold: 0, oldestSeconds: 0, parked: 0, ...row, dead: letters }
  }
  return {
    queues: () => Promise.all([...pools].map(([service, db]) => queuesOf(service, db))),
    messages: async (): Promise<Messages> => {
      const [row] = (await of('notifications').query<Omit<Messages, 'open'>>(undelivered)).rows
      const { rows } = await of('notifications').query<OpenMessage>(open)
      const said = rows.map((one) => ({ ...one, why: one.why === null ? null : scrub(one.why) }))
      return { undelivered: 0, ambiguous: 0, queued: 0, ...row, open: said }
    },
    swept: async (): Promise<Swept> => {
      const [row] = (await of('casework').query<Swept>(swept)).rows
      return row ?? { lastDay: 0, latest: [] }
    },
    /** Whether the ledger has a dossier. */
    knows: async (dossierId: string): Promise<boolean> =>
      (await of('casework').query(known, [dossierId])).rowCount === 1,
    close: () => Promise.all([...pools.values()].map((db) => db.end())),
  }
}

const inSchema = (url: string, schema: string): string => {
  const one = new URL(url)
  one.searchParams.set('options', `-c search_path=${schema},public`)
  return one.href
}
