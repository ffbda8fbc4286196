import type { PoolClient } from 'pg'
import { fenceSeconds, outboxLagRows, outboxOldestSeconds } from './metrics.ts'

const untold = `
  select topic, count(*)::int as rows, extract(epoch from now() - min(at))::float8 as age,
    coalesce(extract(epoch from now() - min(at) filter (where held)), 0)::float8 as held_age
  from (
    select topic, at, tx >= pg_snapshot_xmin(pg_current_snapshot()) as held from outbox
    where (tx, id) > (select tx, id from relay_cursor) order by outbox.tx, outbox.id limit 10000
  ) as row
  group by topic`
const forget = `
  delete from outbox where (tx, id) in (
    select tx, id from outbox
    where (tx, id) <= (select tx, id from relay_cursor) and at < now() - interval '7 days'
    order by outbox.tx, outbox.id limit 2000
  )`

type Untold = { topic: string; rows: number; age: number; held_age: number }

/**
 * Measures what is not told yet, and forgets a share of what was told over a week ago. Gives the age in seconds of the oldest
 * committed row that a running transaction holds back.
 */
export const watchOutbox = async (client: PoolClient): Promise<number> => {
  const { rows } = await client.query<Untold>(untold)
  outboxLagRows.reset()
  outboxOldestSeconds.reset()
  for (const { topic, rows: lag, age } of rows) {
    outboxLagRows.set({ topic }, lag)
    outboxOldestSeconds.set({ topic }, age)
  }
  const heldBack = Math.max(0, ...rows.map(({ held_age }) => held_age))
  fenceSeconds.set(heldBack)
  await client.query(forget)
  return heldBack
}
