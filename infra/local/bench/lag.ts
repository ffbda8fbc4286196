import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { databaseUrl } from '../databases.ts'
import { readClock } from '../clock.ts'
import type { StackPlan } from '../stack-plan.ts'
import { addressesOf } from '../stack-plan.ts'

// Business time of the stack against the database's own clock; each look takes what was applied since the last one.
const applied = `
  select extract(epoch from applied_at)::float8 * 1000 - (extract(epoch from at)::float8 * 1000 + $1::float8) as lag,
    applied_at::text as applied
  from progress where applied_at > $2::timestamptz order by applied_at`

/** While `load` runs: from the moment an act was decided to the moment intake's view held it, in ms. */
export const lagDuring = async (plan: StackPlan, load: Promise<unknown>): Promise<{ p50: number; p99: number }> => {
  const { wall, origin } = readClock<{ wall: string; origin: string }>(plan.folder) ?? { wall: '0', origin: '0' }
  const shift = Date.parse(wall) - Date.parse(origin)
  const db = new pg.Pool({ connectionString: databaseUrl(addressesOf(plan).postgres, 'intake'), max: 1 })
  const lags: number[] = []
  let since = (await db.query<{ now: string }>('select now()::text as now')).rows[0]?.now ?? ''
  let over = false
  void load.finally(() => (over = true))
  while (!over) {
    const { rows } = await db.query<{ lag: number; applied: string }>(applied, [shift, since])
    lags.push(...rows.map(({ lag }) => lag))
    since = rows.at(-1)?.applied ?? since
    await setTimeout(50)
  }
  await db.end()
  const inOrder = lags.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round(inOrder[Math.floor(inOrder.length * share)] ?? Number.NaN)
  return { p50: at(0.5), p99: at(0.99) }
}
