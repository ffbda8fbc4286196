import type { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { currentRequest, onBehalfOf } from '../src/context.ts'
import type { Tx } from '../src/postgres.ts'
import { inSharedTransaction } from '../src/shared-transaction.ts'
import { freshDatabase } from '../src/testing.ts'

let db: Pool
beforeAll(async () => {
  db = await freshDatabase(new URL('migrations/', import.meta.url))
})
afterAll(() => db.end())
beforeEach(() => db.query('truncate effect'))

const free = async () => {}
const write = (tx: Tx, what: string) => tx.query('insert into effect (what) values ($1)', [what])
const written = async () => (await db.query('select what from effect order by what')).rows.map(({ what }) => what)
const names = Array.from({ length: 20 }, (_, nth) => `w${String(nth).padStart(2, '0')}`)

test('what comes while a transaction is under way shares the next one, and each has its own answer', async () => {
  const answers = await Promise.all(
    names.map((name) =>
      inSharedTransaction(db, {
        key: name,
        lock: free,
        work: async (tx) => {
          await write(tx, name)
          return name
        },
      }),
    ),
  )
  expect(answers).toEqual(names)
  expect(await written()).toEqual(names)
  expect((await db.query('select count(distinct xmin::text)::int as n from effect')).rows[0].n).toBe(2)
})

test('one that fails undoes nothing of the others, and alone hears why', async () => {
  const outcomes = await Promise.allSettled(
    names.map((name) =>
      inSharedTransaction(db, {
        key: name,
        lock: free,
        work: async (tx) => {
          await write(tx, name)
          if (name === 'w07') throw new Error('this one cannot')
          if (name === 'w11') await tx.query('select 1/0')
        },
      }),
    ),
  )
  const failed = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason.message] : []))
  expect(failed).toEqual(['this one cannot', 'division by zero'])
  expect(await written()).toEqual(names.filter((name) => name !== 'w07' && name !== 'w11'))
})

test('every lock is taken before anything is written, in one order', async () => {
  const order: string[] = []
  await Promise.all(
    ['d', 'b', 'c', 'a'].map((key) =>
      inSharedTransaction(db, {
        key,
        lock: async () => void order.push(`lock ${key}`),
        work: async () => order.push(`work ${key}`),
      }),
    ),
  )
  expect(order).toEqual(['lock d', 'work d', 'lock a', 'lock b', 'lock c', 'work a', 'work b', 'work c'])
})

test('each works on behalf of the request that asked for it', async () => {
  const seen = await Promise.all(
    ['desk-1', 'desk-2'].map((requestId) =>
      onBehalfOf({ requestId }, () =>
        inSharedTransaction(db, { key: requestId, lock: free, work: async () => currentRequest()?.requestId }),
      ),
    ),
  )
  expect(seen).toEqual(['desk-1', 'desk-2'])
})
