import { prepareOften } from '@dossier/platform/prepared'
import type { Pool } from 'pg'
import type { openLevels } from './levels.ts'

type Levels = Awaited<ReturnType<typeof openLevels>>

const successionMs = 10_000

// Services that are built have these; `next_moment` of a schema says when its service has something to do by itself.
const withView = `
  select table_schema as owner from information_schema.tables
  where table_name = $1 and table_schema not in ('pg_catalog', 'information_schema') order by 1`
const nextAlarm = `select min(next_alarm_at) as at from casework.dossier`
// The midnight at which an agency that somebody waits for is no more: its dossiers pass to the successor then.
const ends = `
  select distinct to_char((o.body ->> 'validTo')::date + 1 - interval '7 hours', 'YYYY-MM-DD"T"HH24:MI:SS".000Z"') as at
  from casework.copy o join casework.dossier d on d.is_open
    and (o.key in (d.holder, d.receiving_desk, d.offered_to) or o.key = any (d.consulted))
  where o.topic = 'catalogue.organisation.v1' and o.body ->> 'validTo' is not null order by 1`
// A published notice is followed by a count of what it may move: dossiers, and feedback.
const newest = (service: 'casework' | 'intake') => `
  select key from ${service}.copy
  where topic = 'catalogue.calendar.v1' and body ->> 'publishedOn' <= ($1::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date::text
  order by body ->> 'publishedOn' desc, length(key) desc, key desc limit 1`
const behindCalendar = `
  select (select count(*) from casework.dossier
          where is_open and clock = 'running' and calendar <> (${newest('casework')}))::int
       + (select count(*) from intake.feedback
          where is_open and calendar is distinct from (${newest('intake')}))::int as n`
// A result that waits for the post is ordered there by the conductor: until then it is still at work.
const unordered = `
  select count(*)::int as n from casework.dossier d
  where d.is_open and d.body ->> 'delivery' = 'ready' and d.body ->> 'returnBy' = 'post'
    and not d.body -> 'obligations' @> '[{"paid": false}]'
    and not exists (
      select from postal.dispatch_order o
      where o.dossier_id = d.id and o.nth = (d.body ->> 'pastOrders')::int + 1)`

/** What a stack still has to do by itself, as its ledger and its services' tables tell it. Moments are UTC text. */
export const makeWorkUnderWay = (db: Pool) => {
  // Asked dozens of times a second: to plan these views costs more than to read them.
  db.on('connect', prepareOften)
  const earliest = async (question: string) =>
    (await db.query<{ at: string | null }>(question, [])).rows[0]?.at ?? undefined
  const having = new Map<string, string[]>()
  /** The schemas of services that have this view or table: all of them are there before a stack is ready. */
  const ownersOf = async (name: string): Promise<string[]> => {
    const known = having.get(name)
    if (known !== undefined) return known
    const owners = (await db.query<{ owner: string }>(withView, [name])).rows.map(({ owner }) => owner)
    if (owners.length > 0) having.set(name, owners)
    return owners
  }
  const earliestAlarm = () => earliest(nextAlarm)
  const endsOfAgencies = async () => (await db.query<{ at: string }>(ends, [])).rows.map(({ at }) => at)
  const earliestOfServices = async () => {
    const views = (await ownersOf('next_moment')).map((owner) => `select at from ${owner}.next_moment`)
    return views.length === 0
      ? undefined
      : earliest(`select min(at) as at from (${views.join(' union all ')}) as moments`)
  }
  const behindNewest = async (now: string) => (await db.query<{ n: number }>(behindCalendar, [now])).rows[0]?.n ?? 0
  const untold = async () => {
    const counts = (await ownersOf('outbox')).map(
      (owner) =>
        `select count(*)::int as n from ${owner}.outbox o, ${owner}.relay_cursor c where (o.tx, o.id) > (c.tx, c.id)`,
    )
    const { rows } = await db.query<{ n: number }>(counts.join(' union all '), [])
    return rows.reduce((sum, { n }) => sum + n, 0)
  }

  /** What services do without Kafka and Temporal: alarms of casework's sweeper, and their own moments. */
  const ofServices = async (now: string): Promise<string | undefined> => {
    const alarm = await earliestAlarm()
    if (alarm !== undefined && alarm <= now) return `an alarm of ${alarm} is due and not sounded`
    const moment = await earliestOfServices()
    return moment !== undefined && moment <= now ? `something a service does at ${moment} is not done` : undefined
  }

  // Where nobody in particular succeeds, a person must choose: others' time goes on.
  let succeeding: { end: string; since: number } | undefined

  return {
    ofServices,
    /** What is under way at `now` anywhere, in a sentence; undefined where everybody has heard and done all. */
    ofAll: async (now: string, levels: Levels): Promise<string | undefined> => {
      const rows = await untold()
      if (rows > 0) return `${rows} outbox rows are not told`
      const behind = await levels.behind()
      if (behind > 0) return `consumers are ${behind} messages behind`
      const results = (await db.query<{ n: number }>(unordered, [])).rows[0]?.n ?? 0
      if (results > 0) return `${results} results wait for the conductor to order their dispatch`
      const counted = await behindNewest(now)
      if (counted > 0) return `${counted} dossiers or feedback are counted by an older calendar`
      const own = await ofServices(now)
      if (own !== undefined) return own
      const [end] = await endsOfAgencies()
      if (end === undefined || end > now) return undefined
      if (succeeding?.end !== end) succeeding = { end, since: Date.now() }
      const waits = Date.now() - succeeding.since > successionMs
      return waits ? undefined : `an agency ended at ${end} and has not been succeeded`
    },
    /** When something happens by itself, in no order; past ones wait for a person. */
    moments: async (): Promise<string[]> => {
      const all = [await earliestAlarm(), ...(await endsOfAgencies()), await earliestOfServices()]
      return all.filter((one) => one !== undefined)
    },
  }
}
