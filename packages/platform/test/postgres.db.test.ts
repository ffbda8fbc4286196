import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction, openPool, reachable } from '../src/postgres.ts'
import { untilReachable } from '../src/retry.ts'
import { freshDatabase } from '../src/testing.ts'
import { isTransient } from '../src/transient.ts'

let db: Pool
beforeAll(async () => {
  db = await freshDatabase(new URL('migrations/', import.meta.url))
})
afterAll(() => db.end())

const url = (name: string) => `${process.env['TEST_POSTGRES']}/${name}`
const nameOf = async (pool: Pool): Promise<string> =>
  (await pool.query('select current_database()')).rows[0].current_database

test('days stay days, moments are UTC instants, long numbers lose nothing', async () => {
  const at = '2026-11-19T02:00:00.120Z'
  await db.query('insert into moment values ($1, $2, $3, $4)', [
    at,
    '2026-01-01',
    '2026-01-01 07:00',
    '9007199254740993',
  ])
  const { rows } = await db.query('select * from moment')
  expect(rows).toEqual([{ at, on_day: '2026-01-01', local: '2026-01-01 07:00:00', big: '9007199254740993' }])
  const { rows: exact } = await db.query(`select '2026-11-19 09:00:00.123456+07'::timestamptz as micro,
    '2026-11-19 00:00:00Z'::timestamptz as whole`)
  expect(exact).toEqual([{ micro: '2026-11-19T02:00:00.123456Z', whole: '2026-11-19T00:00:00.000Z' }])
})

test('instants are UTC whatever zone the server keeps', async () => {
  const name = await nameOf(db)
  await db.query(`alter database ${name} set timezone = 'Asia/Ho_Chi_Minh'`)
  const zoned = openPool(url(name), () => {})
  const { rows } = await zoned.query(`select '2026-11-19 02:00:00Z'::timestamptz as at`)
  expect(rows).toEqual([{ at: '2026-11-19T02:00:00.000Z' }])
  await zoned.end()
})

test.each([
  ['lent to somebody', true],
  ['waiting in the pool', false],
])('a connection that is lost while %s is reported and ends nothing', async (_, isLent) => {
  let tell = (_error: Error) => {}
  const told = new Promise<Error>((resolve) => (tell = resolve))
  const pool = openPool(url(await nameOf(db)), (error) => tell(error))
  const client = await pool.connect()
  const { rows } = await client.query('select pg_backend_pid() as pid')
  if (!isLent) client.release()
  await db.query('select pg_terminate_backend($1)', [rows[0].pid])
  expect(isTransient(await told)).toBe(true)
  if (isLent) client.release(true)
  await pool.query('select')
  await pool.end()
})

test('what is asked often is prepared once, in transactions too; what is asked rarely is not', async () => {
  const pool = openPool(url(await nameOf(db)), () => {}, { max: 1 })
  const kept = async () =>
    (await pool.query('select statement from pg_prepared_statements')).rows.map(({ statement }) => String(statement))
  const often = 'select $1::int + 1 as next'
  for (let n = 0; n < 5; n += 1) expect((await pool.query(often, [n])).rows).toEqual([{ next: n + 1 }])
  await pool.query('select $1::int + 2 as next', [1])
  expect(await kept()).toEqual([often])
  const next = await inTransaction(pool, async (tx) => (await tx.query(often, [41])).rows)
  expect(next).toEqual([{ next: 42 }])
  await pool.end()
})

test('a prepared statement whose table changed fails once and is prepared anew', async () => {
  const pool = openPool(url(await nameOf(db)), () => {}, { max: 1 })
  await pool.query('create table changing (n int)')
  await pool.query('insert into changing values (1)')
  const ask = async () => (await pool.query('select * from changing where n > $1', [0])).rows
  for (let n = 0; n < 5; n += 1) expect(await ask()).toEqual([{ n: 1 }])
  await pool.query('alter table changing add column more int')
  await expect(ask()).rejects.toThrow('cached plan must not change result type')
  expect(await ask()).toEqual([{ n: 1, more: null }])
  await pool.end()
})

const effects = async () => (await db.query('select what from effect order by n')).rows.map(({ what }) => what)

test('a transaction takes effect as a whole or not at all', async () => {
  await inTransaction(db, (tx) => tx.query(`insert into effect (what) values ('kept')`))
  const failing = inTransaction(db, async (tx) => {
    await tx.query(`insert into effect (what) values ('lost')`)
    throw new Error('second thoughts')
  })
  await expect(failing).rejects.toThrow('second thoughts')
  expect(await effects()).toEqual(['kept'])
})

test('a commit that PostgreSQL turns into a rollback is no success', async () => {
  const swallowed = inTransaction(db, async (tx) => {
    await tx.query(`insert into effect (what) values ('gone')`)
    await tx.query('select 1 / 0').catch(() => {})
  })
  await expect(swallowed).rejects.toThrow('rolled the transaction back')
  expect(await effects()).not.toContain('gone')
})

test('what a borrower leaves behind does not reach the next', async () => {
  const one = openPool(url(await nameOf(db)), () => {}, { max: 1 })
  await inTransaction(one, async (tx) => {
    await tx.query('set search_path = nowhere')
    throw new Error('left')
  }).catch(() => {})
  expect((await one.query('show search_path')).rows[0].search_path).not.toBe('nowhere')
  await one.end()
})

test('a statement that runs too long ends, and that passes', async () => {
  const hasty = openPool(url(await nameOf(db)), () => {}, { statementTimeoutMs: 50 })
  const slow: unknown = await hasty.query('select pg_sleep(10)').catch((error: unknown) => error)
  expect(slow).toMatchObject({ code: '57014' })
  expect(isTransient(slow)).toBe(true)
  await hasty.end()
})

test('when the server drops all connections under load the process lives on and recovers', async () => {
  const troubles: Error[] = []
  const pool = openPool(url(await nameOf(db)), (error) => troubles.push(error), { name: 'victim', max: 5 })
  const failures: unknown[] = []
  let stop = false
  const load = Array.from({ length: 10 }, async () => {
    while (!stop)
      await inTransaction(pool, async (tx) => void (await tx.query('select pg_sleep(0.005)'))).catch(
        (error: unknown) => {
          failures.push(error)
        },
      )
  })
  await untilReachable(reachable(pool))
  const idle = await pool.connect()
  idle.release()
  const kill = `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'victim'`
  for (let round = 0; round < 3; round += 1) await db.query(kill)
  await untilReachable(reachable(pool))
  stop = true
  await Promise.all(load)
  expect(failures.length).toBeGreaterThan(0)
  expect(failures.every(isTransient)).toBe(true)
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await pool.end()
})

test('waiting for a server that is not there yet ends when it is, and a wrong statement is not waited for', async () => {
  const nobody = openPool('postgres://postgres@127.0.0.1:1/x', () => {})
  let asked = 0
  const troubles: unknown[] = []
  const ask = () => ((asked += 1) < 3 ? nobody.query('select') : db.query('select'))
  await untilReachable(ask, { report: (trouble) => troubles.push(trouble), maxMs: 1 })
  expect(troubles).toHaveLength(2)
  await expect(untilReachable(() => db.query('select nonsense'))).rejects.toThrow('nonsense')
  await nobody.end()
})
