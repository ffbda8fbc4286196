import { setInterval, setTimeout } from 'node:timers/promises'
import type { Connection } from '@temporalio/client'
import { msToTs } from '@temporalio/common/lib/time.js'
import pg from 'pg'
import { clockFile, type DrivenClock, readClock, writeClock } from './clock.ts'
import { database } from './databases.ts'
import { openLevels } from './levels.ts'
import { addressesOf, type StackPlan } from './stack-plan.ts'
import { rebuildTemporal } from './rebuild.ts'
import { endStranded } from './stranded-stories.ts'
import { timeSkippingNow, withTemporal } from './temporal.ts'
import { makeWorkUnderWay } from './work-under-way.ts'

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
  /**
   * From now on without Kafka and Temporal: only the services' clock moves, and only what they do by themselves is waited
   * for, a moment after it is due.
   */
  suspend: () => Promise<void>
  /** With both again: Temporal's clock catches up and everything settles. */
  resume: () => Promise<void>
  close: () => Promise<void>
}

const patienceMs = 120_000 // a consumer whose broker went away is let in again after its session of 30 s
const strandedMs = 8_000
const lookMs = 15
const graceMs = 30_000 // as casework leaves to the conductor before it sounds an alarm in its place
const marginMs = 50 // a timer is set in whole milliseconds of the server's time

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
  let levels: Awaited<ReturnType<typeof openLevels>> | undefined = await openLevels(kafka)

  const clock = (): DrivenClock => {
    const time = readClock<DrivenClock>(plan.folder)
    if (time === undefined)
      throw new Error(`${clockFile(plan.folder)} is missing: is this a driven stack, and started?`)
    return time
  }
  const work = makeWorkUnderWay(db)
  /** The next moment at which something happens by itself. */
  const nextMoment = async () => {
    const now = clock().at // what is due already is settled, or waits for a person: time never goes back for it
    return (await work.moments()).filter((one) => one > now).toSorted((a, b) => (a < b ? -1 : 1))[0]
  }
  const underWay = () =>
    levels === undefined ? work.ofServices(later(clock().at, -graceMs)) : work.ofAll(clock().at, levels)

  const settle = async () => {
    const begun = Date.now()
    let looked = begun
    for (;;) {
      const why = await underWay()
      if (why === undefined) return
      if (levels !== undefined && Date.now() - looked > strandedMs) {
        await tellStrandedAgain()
        looked = Date.now()
      }
      if (Date.now() - begun > patienceMs)
        throw new Error(`The stack did not settle within ${patienceMs / 1_000} s: ${why}`)
      await setTimeout(lookMs)
    }
  }

  const tellStrandedAgain = async () => {
    const stranded = await endStranded(temporal)
    for (const dossierId of stranded) await rebuildTemporal(plan, dossierId)
    return stranded.length > 0
  }
  /** Skips Temporal's time. A stranded story holds it, so the time that takes is watched. */
  const skip = async (ms: number) => {
    const watch = new AbortController()
    const skipped = withTemporal(temporal, async ({ testService }) => {
      await testService?.unlockTimeSkippingWithSleep({ duration: msToTs(ms) })
    }).finally(() => watch.abort())
    const watched = async () => {
      let held = 0
      for await (const _ of setInterval(strandedMs, undefined, { signal: watch.signal })) {
        if (await tellStrandedAgain()) held += 1
        else if (held > 0) {
          held -= 1
          await withTemporal(temporal, ({ testService }) => unlock(testService))
        }
      }
    }
    await Promise.all([skipped, watched().catch(unlessAborted)])
  }

  /** The services' clock first: when a timer rings, the ledger already agrees that it is time. */
  const step = async (at: string) => {
    const time = clock()
    writeClock(plan.folder, { ...time, at })
    if (levels === undefined) return settle()
    const target = time.wall + Date.parse(at) - Date.parse(time.origin) + marginMs
    const ahead = target - (await timeSkippingNow(temporal))
    if (ahead > 0) await skip(ahead)
    await settle()
  }

  return {
    now: () => clock().at,
    settle,
    moveTo: async (at) => {
      const from = clock().at
      await settle()
      const next = async () => {
        const moment = await nextMoment()
        return moment === undefined || levels !== undefined ? moment : later(moment, graceMs)
      }
      for (let stop = await next(); stop !== undefined && stop < at; stop = await next()) await step(stop)
      await step(at)
      return (await db.query<Rang>(rang, [from, at])).rows
    },
    suspend: async () => {
      await settle()
      await levels?.close()
      levels = undefined
    },
    resume: async () => {
      levels = await openLevels(kafka)
      await step(clock().at)
    },
    close: async () => {
      await levels?.close()
      await db.end()
    },
  }
}

const later = (at: string, ms: number) => new Date(Date.parse(at) + ms).toISOString()

// Ended, a stranded story may still hold the time.
const unlock = async (test: Connection['testService']) => void (await test?.unlockTimeSkipping({}))

const unlessAborted = (error: unknown) => {
  if (!(error instanceof Error && error.name === 'AbortError')) throw error
}
