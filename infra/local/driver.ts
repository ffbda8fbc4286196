import { setTimeout } from 'node:timers/promises'
import { msToTs } from '@temporalio/common/lib/time.js'
import pg from 'pg'
import { clockFile, type DrivenClock, readClock, writeClock } from './clock.ts'
import { database, schemaOwners } from './databases.ts'
import { openLevels } from './levels.ts'
import { addressesOf, type StackPlan } from './stack-plan.ts'
import { timeSkippingNow, withTemporal } from './temporal.ts'

/** An alarm that fell due while time was moved, with the moment and the line of the record it became. */
export type Rang = { dossierId: string; at: string; kind: string; seq: number }

/**
 * Moves a driven stack's business time. Nothing else does: it stands still until the next step, so each step happens at
 * its exact minute, and everything due in between at its own.
 */
export type Driver = {
  now: () => string
  /** On to `at` (UTC text), stopping at every alarm and at every end of an agency on the way; gives those that rang, in order. */
  moveTo: (at: string) => Promise<Rang[]>
  /** Waits until nothing is under way: every outbox told, every consumer level, no alarm due and unsounded. */
  settle: () => Promise<void>
  close: () => Promise<void>
}

const patienceMs = 60_000
const lookMs = 15
const marginMs = 50 // a timer is set in whole milliseconds of the server's time

const nextAlarm = `select min(next_alarm_at) as at from casework.dossier`
// The midnight at which an agency that somebody waits for is no more: its dossiers pass to the successor then.
const nextEnd = `
  select to_char(min((o.body ->> 'validTo')::date + 1) - interval '7 hours', 'YYYY-MM-DD"T"HH24:MI:SS".000Z"') as at
  from casework.copy o join casework.dossier d on d.is_open
    and (o.key in (d.holder, d.receiving_desk, d.offered_to) or o.key = any (d.consulted))
  where o.topic = 'catalogue.organisation.v1' and o.body ->> 'validTo' is not null`
// A published notice is followed by a count of what it may move.
const behindCalendar = `
  select count(*)::int as n from casework.dossier d
  where d.is_open and d.clock = 'running' and d.calendar <> (
    select key from casework.copy
    where topic = 'catalogue.calendar.v1' and body ->> 'publishedOn' <= ($1::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date::text
    order by body ->> 'publishedOn' desc, length(key) desc, key desc limit 1)`
const rang = `
  select dossier_id as "dossierId", body #>> '{event,alarm,at}' as at, body #>> '{event,alarm,kind}' as kind,
    (body ->> 'seq')::int as seq
  from casework.dossier_event
  where body #>> '{event,type}' = 'AlarmSounded' and body ->> 'at' > $1 and body ->> 'at' <= $2
  order by body #>> '{event,alarm,at}', dossier_id, seq`

export const openDriver = async (plan: StackPlan): Promise<Driver> => {
  const { postgres, kafka, temporal } = addressesOf(plan)
  const url = new URL(postgres)
  url.pathname = `/${database}`
  const db = new pg.Pool({ connectionString: url.href, max: 2 })
  db.on('error', () => {}) // the next question tells it better
  const levels = await openLevels(kafka)

  const clock = (): DrivenClock => {
    const time = readClock<DrivenClock>(plan.folder)
    if (time === undefined)
      throw new Error(`${clockFile(plan.folder)} is missing: is this a driven stack, and started?`)
    return time
  }
  const earliest = async (question: string) =>
    (await db.query<{ at: string | null }>(question)).rows[0]?.at ?? undefined
  const earliestAlarm = () => earliest(nextAlarm)
  /** The next moment at which something happens by itself. */
  const nextMoment = async () => {
    const [alarm, end] = [await earliestAlarm(), await earliest(nextEnd)]
    return alarm === undefined || (end !== undefined && end < alarm) ? end : alarm
  }

  const dossiersBehind = async (now: string) => (await db.query<{ n: number }>(behindCalendar, [now])).rows[0]?.n ?? 0

  const untold = async () => {
    const counts = schemaOwners.map(
      (owner) =>
        `select count(*)::int as n from ${owner}.outbox o, ${owner}.relay_cursor c where (o.tx, o.id) > (c.tx, c.id)`,
    )
    const { rows } = await db.query<{ n: number }>(counts.join(' union all '))
    return rows.reduce((sum, { n }) => sum + n, 0)
  }

  const underWay = async (): Promise<string | undefined> => {
    const rows = await untold()
    if (rows > 0) return `${rows} outbox rows are not told`
    const behind = await levels.behind()
    if (behind > 0) return `consumers are ${behind} messages behind`
    const alarm = await earliestAlarm()
    const counted = await dossiersBehind(clock().at)
    if (counted > 0) return `${counted} dossiers are counted by an older calendar`
    if (alarm !== undefined && alarm <= clock().at) return `an alarm of ${alarm} is due and not sounded`
    const end = await earliest(nextEnd)
    return end !== undefined && end <= clock().at ? `an agency ended at ${end} and has not been succeeded` : undefined
  }

  const settle = async () => {
    const end = Date.now() + patienceMs
    for (;;) {
      const why = await underWay()
      if (why === undefined) return
      if (Date.now() > end) throw new Error(`The stack did not settle within ${patienceMs / 1_000} s: ${why}`)
      await setTimeout(lookMs)
    }
  }

  /** The services' clock first: when a timer rings, the ledger already agrees that it is time. */
  const step = async (at: string) => {
    const time = clock()
    writeClock(plan.folder, { ...time, at })
    const target = time.wall + Date.parse(at) - Date.parse(time.origin) + marginMs
    const ahead = target - (await timeSkippingNow(temporal))
    if (ahead > 0)
      await withTemporal(temporal, async ({ testService }) => {
        await testService?.unlockTimeSkippingWithSleep({ duration: msToTs(ahead) })
      })
    await settle()
  }

  return {
    now: () => clock().at,
    settle,
    moveTo: async (at) => {
      const from = clock().at
      await settle()
      for (let next = await nextMoment(); next !== undefined && next < at; next = await nextMoment()) await step(next)
      await step(at)
      return (await db.query<Rang>(rang, [from, at])).rows
    },
    close: async () => {
      await levels.close()
      await db.end()
    },
  }
}
