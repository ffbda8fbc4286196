import { setTimeout } from 'node:timers/promises'
import { makeClock } from '@dossier/platform/clock'
import { ClockEnv } from '@dossier/platform/process'
import pg from 'pg'
import { clockEnv } from './clock.ts'
import { database } from './databases.ts'
import { openLevels } from './levels.ts'
import { addressesOf, type StackPlan } from './stack-plan.ts'
import { makeWorkUnderWay } from './work-under-way.ts'

const lookMs = 25
const unsent = `select count(*)::int as n from notifications.message where state in ('queued', 'sending', 'ambiguous')`

/** Watches a running stack until nothing is under way in it. `settle` and `allSent` throw with what is, after `patienceMs`. */
export const openQuiet = async (plan: StackPlan, patienceMs = 120_000) => {
  const { postgres, kafka } = addressesOf(plan)
  const url = new URL(postgres)
  url.pathname = `/${database}`
  const db = new pg.Pool({ connectionString: url.href, max: 2 })
  db.on('error', () => {}) // the next question tells it better
  const levels = await openLevels(kafka)
  const work = makeWorkUnderWay(db)
  const clock = makeClock(ClockEnv.parse(clockEnv(plan.clock, plan.folder)))

  const until = async (underWay: () => Promise<string | undefined>) => {
    const end = Date.now() + patienceMs
    for (let why = await underWay(); why !== undefined; why = await underWay()) {
      if (Date.now() > end) throw new Error(`The stack is not quiet after ${patienceMs / 1_000} s: ${why}`)
      await setTimeout(lookMs)
    }
  }
  const settle = () => until(() => work.ofAll(clock.now(), levels))
  return {
    settle,
    /** Also every message has left, or will never. */
    allSent: async () => {
      await until(async () => {
        const count = (await db.query<{ n: number }>(unsent)).rows[0]?.n ?? 0
        return count === 0 ? undefined : `${count} messages have not left`
      })
      await settle()
    },
    close: async () => {
      await levels.close()
      await db.end()
    },
  }
}
