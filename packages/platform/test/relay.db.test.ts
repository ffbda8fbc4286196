import type { Pool } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { onBehalfOf } from '../src/context.ts'
import { metricsText } from '../src/metrics.ts'
import { announce } from '../src/outbox.ts'
import { inTransaction, openPool } from '../src/postgres.ts'
import { type OutboxRow, type Relay, relayBatch, runRelay } from '../src/relay.ts'
import { freshDatabase } from '../src/testing.ts'

const topic = { name: 'casework.dossier.v1', key: ({ id }: { id: string }) => id }
let db: Pool
let told: string[]
let relays: Relay[]
beforeEach(async () => {
  db = await freshDatabase(new URL('migrations/', import.meta.url))
  told = []
  relays = []
})
afterEach(async () => {
  await Promise.all(relays.map(({ stop }) => stop()))
  await db.end()
})

const tell = (id: string) => announce(db, topic, { id })
const hear = async (rows: OutboxRow[]): Promise<void> => {
  told.push(...rows.map(({ key }) => key))
}
const start = (send = hear, report: (trouble: unknown) => void = () => {}) => {
  const relay = runRelay({ db, send, report })
  relays.push(relay)
  return relay
}
const until = async (isSo: () => boolean) => {
  while (!isSo()) await new Promise((next) => setImmediate(next))
}

/** Until so many are told: a transaction of anybody on this server, as of a test beside this one, holds them back for a moment. */
const relayed = async (count: number) => {
  while (told.length < count) await relayBatch(db, hear)
}

test('what a request writes is told under its id', async () => {
  await onBehalfOf({ requestId: 'desk-7.1' }, () => tell('a'))
  const headers: unknown[] = []
  while (headers.length === 0)
    await relayBatch(db, async (rows) => void headers.push(...rows.map((row) => row.headers)))
  expect(headers).toEqual([{ requestId: 'desk-7.1' }])
})

test('nothing is told that a running transaction may still precede', async () => {
  const slow = await db.connect()
  await slow.query('begin')
  await announce(slow, topic, { id: 'older' })
  await tell('newer')
  await relayBatch(db, hear)
  expect(told).toEqual([])
  await slow.query('commit')
  slow.release()
  await relayed(2)
  expect(told).toEqual(['older', 'newer'])
})

test('a row with a smaller id in a later transaction is not lost', async () => {
  await tell('first')
  await relayed(1)
  await db.query(`insert into outbox (id, topic, key, body) overriding system value values (0, 't', 'late', '{}')`)
  await relayed(2)
  expect(told).toEqual(['first', 'late'])
})

test('twelve writers at once lose nothing, and each one’s rows keep their order', async () => {
  start()
  const write = async (writer: number) => {
    for (let n = 0; n < 50; n += 1) await inTransaction(db, (tx) => announce(tx, topic, { id: `${writer}:${n}` }))
  }
  await Promise.all(Array.from({ length: 12 }, (_, writer) => write(writer)))
  await until(() => told.length === 600)
  for (let writer = 0; writer < 12; writer += 1)
    expect(told.filter((id) => id.startsWith(`${writer}:`))).toEqual(
      Array.from({ length: 50 }, (_, n) => `${writer}:${n}`),
    )
})

test('after a nudge a committed row goes out at once, not with the next poll', async () => {
  const relay = start()
  await tell('warm')
  await until(() => told.length === 1)
  const waits: number[] = []
  for (let n = 2; n < 22; n += 1) {
    await tell('x')
    const from = performance.now()
    relay.nudge()
    await until(() => told.length === n)
    waits.push(performance.now() - from)
  }
  expect(waits.toSorted((a, b) => a - b)[10]).toBeLessThan(50)
})

test('what could not be told is told again, and trouble is reported', async () => {
  const troubles: unknown[] = []
  const failing = async (rows: OutboxRow[]) => {
    if (troubles.length === 0) throw new Error('Kafka is down')
    await hear(rows)
  }
  await tell('a')
  start(failing, (trouble) => troubles.push(trouble))
  await until(() => told.length === 1)
  expect(troubles).toEqual([new Error('Kafka is down')])
})

test('of two relays one tells, and when it stops the other goes on', async () => {
  const by: string[] = []
  const one = start(async (rows) => void by.push(...rows.map(() => 'one')))
  await tell('a')
  await until(() => by.length === 1)

  const { current_database: name } = (await db.query('select current_database()')).rows[0]
  const other = openPool(`${process.env['TEST_POSTGRES']}/${name}`, () => {}, { name: 'other-relay' })
  const two = runRelay({ db: other, send: async (rows) => void by.push(...rows.map(() => 'two')), report: () => {} })
  await tell('b')
  const moments = new Set<string>()
  const asked = `select query_start from pg_stat_activity where application_name = 'other-relay' and datname = $1`
  while (moments.size < 5) moments.add((await db.query(asked, [name])).rows[0]?.query_start ?? '') // it has looked often
  expect(by).toEqual(['one', 'one'])
  await one.stop()
  await tell('c')
  await until(() => by.length === 3)
  expect(by[2]).toBe('two')
  await two.stop()
  await other.end()
})

test('services that share a database have a relay each', async () => {
  const client = await db.connect()
  await client.query(`select pg_advisory_lock(hashtextextended('relay:another_schema', 0))`)
  start()
  await tell('a')
  await until(() => told.length === 1)
  expect(told).toEqual(['a'])
  client.release(true)
})

test.each([
  ['its cursor is ahead of all transactions', `update relay_cursor set tx = '9000000000', id = 5`],
  ['its system is another', `update relay_cursor set tx = '9000000', id = 5, system = '7'`],
])('restored into a new cluster (%s) the outbox is told again, old rows first', async (_, restored) => {
  await tell('told before')
  await db.query(`update outbox set tx = '8999999999'`)
  await tell('written since')
  await db.query(restored)
  const troubles: unknown[] = []
  start(hear, (trouble) => troubles.push(trouble))
  await until(() => told.length === 2)
  expect(told).toEqual(['told before', 'written since'])
  expect(String(troubles[0])).toContain('restored into another cluster')
  await tell('after')
  await until(() => told.length === 3)
})

test('a transaction that holds messages back for long is reported and measured', async () => {
  const slow = await db.connect()
  await slow.query(`begin; select pg_current_xact_id()`)
  await tell('held')
  await db.query(`update outbox set at = now() - interval '40 seconds'`)
  const troubles: unknown[] = []
  start(hear, (trouble) => troubles.push(trouble))
  await until(() => troubles.length > 0)
  expect(String(troubles[0])).toMatch(/held back all messages for 4\d s/)
  const { text } = await metricsText()
  expect(text).toMatch(/outbox_fence_age_seconds 4\d/)
  expect(text).toMatch(/outbox_oldest_age_seconds\{topic="casework.dossier.v1"\} 4\d/)
  expect(text).toContain('outbox_lag_rows{topic="casework.dossier.v1"} 1')
  await slow.query('rollback')
  slow.release()
})

test('rows told over a week ago are forgotten, others are not', async () => {
  for (const id of ['old', 'young', 'untold']) await tell(id)
  const ids = (await db.query('select tx::text, id from outbox order by id')).rows
  await db.query(`update relay_cursor set tx = $1, id = $2`, [ids[1].tx, ids[1].id])
  await db.query(`update outbox set at = now() - interval '8 days' where key in ('old', 'untold')`)
  start(async () => {
    throw new Error('down')
  })
  const left = async () => (await db.query('select key from outbox order by id')).rows.map(({ key }) => key)
  while ((await left()).length === 3);
  expect(await left()).toEqual(['young', 'untold'])
})
