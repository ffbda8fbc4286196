import type { PoolClient } from 'pg'
import { cursorResets } from './metrics.ts'

const place = `
  select system, (select system_identifier::text from pg_control_system()) as here,
    tx >= pg_snapshot_xmax(pg_current_snapshot()) as ahead
  from relay_cursor`
const startAnew = `
  update outbox set tx = '0';
  update relay_cursor set tx = '0', id = 0`
const settle = 'update relay_cursor set system = (select system_identifier::text from pg_control_system())'

/**
 * Transaction ids mean nothing in another cluster: after a restore new rows would come before the cursor and never be told,
 * old ones wait for ids not reached for years. So in a new cluster all rows are told again, in the order of their ids, which
 * within a dossier is the order of writing; listeners know what they have heard.
 */
export const adoptCluster = async (client: PoolClient, report: (trouble: unknown) => void): Promise<void> => {
  const { rows } = await client.query<{ system: string | null; here: string; ahead: boolean }>(place)
  const [found] = rows
  if (found === undefined) throw new Error('relay_cursor is empty: insert its one row')
  if (found.system === found.here && !found.ahead) return
  if (found.system === null && !found.ahead) return void (await client.query(settle))
  await client.query('begin')
  await client.query('lock table outbox in share row exclusive mode') // no writer in between
  await client.query(startAnew)
  await client.query(settle)
  await client.query('commit')
  cursorResets.inc()
  report(new Error('The database was restored into another cluster: the outbox is told again from its beginning'))
}
