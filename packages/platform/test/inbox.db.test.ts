import fc from 'fast-check'
import type { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as z from 'zod'
import { currentRequest } from '../src/context.ts'
import { watchInbox } from '../src/inbox-watch.ts'
import { inTurn } from '../src/inbox.ts'
import { metricsText } from '../src/metrics.ts'
import type { Tx } from '../src/postgres.ts'
import { freshDatabase } from '../src/testing.ts'

const Message = z.object({ id: z.string(), seq: z.int() })
type Message = z.infer<typeof Message>
const topic = { name: 't', schema: Message, key: ({ id }: Message) => id }

let db: Pool
beforeAll(async () => {
  db = await freshDatabase(new URL('migrations/', import.meta.url))
})
afterAll(() => db.end())
beforeEach(() => db.query('truncate effect, inbox, parked'))

const note = (tx: Tx, { id, seq }: Message) => tx.query('insert into effect (what) values ($1)', [`${id}${seq}`])
const effects = async () => (await db.query('select what from effect order by n')).rows.map(({ what }) => what)
const hear = (message: Message) => inTurn(db, 'letters', topic, note)(message)

test('a message that comes twice takes effect once', async () => {
  for (const seq of [1, 1, 2, 1, 2]) await hear({ id: 'a', seq })
  expect(await effects()).toEqual(['a1', 'a2'])
})

test('an early message waits for those before it, and holds up no other key', async () => {
  await hear({ id: 'a', seq: 3 })
  await hear({ id: 'b', seq: 1 })
  await hear({ id: 'a', seq: 1 })
  expect(await effects()).toEqual(['b1', 'a1'])
  await hear({ id: 'a', seq: 2 })
  expect(await effects()).toEqual(['b1', 'a1', 'a2', 'a3'])
  expect((await db.query('select from parked')).rowCount).toBe(0)
})

test('two effects of one topic have places of their own', async () => {
  await hear({ id: 'a', seq: 1 })
  await inTurn(db, 'statistics', topic, note)({ id: 'a', seq: 1 })
  expect(await effects()).toEqual(['a1', 'a1'])
})

test('what a handler did before it failed is undone, and done when the message comes again', async () => {
  let fails = true
  const failing = inTurn(db, 'letters', topic, async (tx, message) => {
    await note(tx, message)
    if (message.seq === 2 && fails) throw new Error('no')
  })
  await failing({ id: 'a', seq: 2 })
  await expect(failing({ id: 'a', seq: 1 })).rejects.toThrow('no')
  expect(await effects()).toEqual(['a1']) // the first is not undone by the trouble of the second
  fails = false
  await failing({ id: 'a', seq: 1 })
  expect(await effects()).toEqual(['a1', 'a2'])
})

test('a parked message is handled on behalf of the request that wrote it', async () => {
  const requests: unknown[] = []
  const ask = inTurn(db, 'letters', topic, async () => requests.push(currentRequest()?.requestId))
  await ask({ id: 'a', seq: 2 }, { headers: { requestId: 'desk-7.2' } })
  await ask({ id: 'a', seq: 1 })
  expect(requests).toEqual([undefined, 'desk-7.2'])
})

test('however messages are repeated, shuffled and handled at once, each takes effect once and in order', async () => {
  const order = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(order, async (repeats) => {
      await db.query('truncate effect, inbox, parked')
      const seqs = [...repeats, 6, 5, 4, 3, 2, 1]
      await Promise.all(seqs.map((seq) => hear({ id: 'a', seq })))
      expect(await effects()).toEqual(['a1', 'a2', 'a3', 'a4', 'a5', 'a6'])
    }),
    { numRuns: 30 },
  )
})

test('the age of the oldest parked message is measured', async () => {
  await hear({ id: 'a', seq: 3 })
  await db.query(`update parked set at = now() - interval '1 hour'`)
  await watchInbox(db, 'notifications')
  const { text } = await metricsText()
  expect(text).toMatch(/inbox_parked_oldest_age_seconds\{consumer="letters"\} 36\d\d/)
  expect(text).toContain('inbox_parked_messages{consumer="letters"} 1')
})
