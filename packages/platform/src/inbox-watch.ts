import type { Pool } from 'pg'
import { deadLetters, parkedMessages, parkedOldestSeconds } from './metrics.ts'

const parked = `
  select consumer, count(*)::int as rows, extract(epoch from now() - min(at))::float8 as age
  from parked group by consumer`
const dead = `
  select count(*) filter (where not behind)::int as dead, count(*) filter (where behind)::int as behind
  from dead_letter where consumer = $1`

/** Measures what waits for a message before it, and what the group has put aside. */
export const watchInbox = async (db: Pool, group: string): Promise<void> => {
  const waiting = await db.query<{ consumer: string; rows: number; age: number }>(parked)
  parkedMessages.reset()
  parkedOldestSeconds.reset()
  for (const { consumer, rows, age } of waiting.rows) {
    parkedMessages.set({ consumer }, rows)
    parkedOldestSeconds.set({ consumer }, age)
  }
  const [aside] = (await db.query<{ dead: number; behind: number }>(dead, [group])).rows
  deadLetters.set({ consumer: group, kind: 'dead' }, aside?.dead ?? 0)
  deadLetters.set({ consumer: group, kind: 'behind' }, aside?.behind ?? 0)
}
