import type { Producer } from 'kafkajs'
import type { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as z from 'zod'
import { currentRequest } from '../src/context.ts'
import { discard, makeDeadLetters, redrive } from '../src/dead-letter.ts'
import { type Delivery, listen } from '../src/delivery.ts'
import { makeLog } from '../src/log.ts'
import { makeReceive } from '../src/receive.ts'
import { freshDatabase } from '../src/testing.ts'
import { Transient } from '../src/transient.ts'

const Message = z.object({ id: z.string(), n: z.int() })
const topic = { name: 't', schema: Message, key: ({ id }: z.infer<typeof Message>) => id }
const never = new AbortController().signal
const silent = makeLog('test', { write: () => {} })

let db: Pool
let handled: string[]
let trouble: ((n: number) => Error | undefined) | undefined
let dead: { topic: string; headers: unknown }[]
beforeAll(async () => {
  db = await freshDatabase(new URL('migrations/', import.meta.url))
})
afterAll(() => db.end())
beforeEach(async () => {
  await db.query('truncate dead_letter')
  handled = []
  dead = []
  trouble = undefined
})

const listener = listen(topic, async ({ id, n }) => {
  const error = trouble?.(n)
  if (error !== undefined) throw error
  handled.push(`${id}${n}`)
})
// What the dead topic is sent through; the real one is in consume.stack.test.ts.
const producer = {
  connect: async () => {},
  send: async ({ topic: to, messages }: { topic: string; messages: { headers?: unknown }[] }) => {
    dead.push({ topic: to, headers: messages[0]?.headers })
    return []
  },
} satisfies Partial<Producer>
const letters = () => makeDeadLetters(db, 'g')
const start = (
  more: { handlerMs?: number; listeners?: (typeof listener)[]; dead?: Pick<Producer, 'connect' | 'send'> } = {},
) => makeReceive({ group: 'g', listeners: [listener], dead: producer, log: silent, letters: letters(), ...more })
const delivery = (id: string, n: number, value: string = JSON.stringify({ id, n })): Delivery => {
  const headers = { requestId: `desk-${n}` }
  return { topic: 't', partition: 0, position: String(n), key: id, value: Buffer.from(value), headers }
}
const rows = async () =>
  (await db.query('select key, position, reason, behind from dead_letter order by id')).rows.map(
    ({ key, position, reason, behind }) => [key, position, behind ? 'behind' : reason],
  )

test('an unreadable message stops its own key, and later ones of it wait behind', async () => {
  const { receive } = start()
  await receive(delivery('a', 1, '{"id":"a","n":"one","cccd":"079203004567"}'), never)
  for (const n of [2, 3]) await receive(delivery('a', n), never)
  await receive(delivery('b', 4), never)
  expect(handled).toEqual(['b4'])
  expect(await rows()).toEqual([
    ['a', '1', 'Unreadable: unreadable: invalid_type at /n'],
    ['a', '2', 'behind'],
    ['a', '3', 'behind'],
  ])
  expect(dead).toEqual([
    { topic: 'g.dead.v1', headers: { requestId: 'desk-1', from: 't/0/1', why: expect.stringContaining('at /n') } },
  ])
})

test('a message that always fails is tried three times, then put aside', async () => {
  let tries = 0
  trouble = () => {
    tries += 1
    return new Error('bug at 079203004567')
  }
  await start().receive(delivery('a', 1), never)
  expect(tries).toBe(3)
  expect(await rows()).toEqual([['a', '1', 'Error: bug at [redacted]']])
})

test('an outage is waited out, however often it shows, and nothing is put aside', async () => {
  let tries = 0
  trouble = () => ((tries += 1) < 5 ? new Transient('down') : undefined)
  await start().receive(delivery('a', 1), never)
  expect(handled).toEqual(['a1'])
  expect(await rows()).toEqual([])
})

test('a handler that hangs is given up, and its key stopped', async () => {
  const hanging = listen(topic, () => new Promise(() => {}))
  await start({ handlerMs: 5, listeners: [hanging] }).receive(delivery('a', 1), never)
  expect(await rows()).toEqual([['a', '1', 'Error: the handler did not end within 5 ms']])
})

test('stopping ends the wait for an outage, and the message stays with Kafka', async () => {
  const stop = new AbortController()
  trouble = () => {
    stop.abort()
    return new Transient('down')
  }
  await expect(start().receive(delivery('a', 1), stop.signal)).rejects.toThrow('down')
  expect([handled, await rows()]).toEqual([[], []])
})

test('a dead topic that takes nothing holds up no other key: the row counts', async () => {
  const refusing = {
    ...producer,
    send: () => Promise.reject(Object.assign(new Error('no such topic'), { retriable: true })),
  }
  const { receive } = start({ dead: refusing })
  await receive(delivery('a', 1, 'nonsense'), never)
  await receive(delivery('b', 2), never)
  expect([handled, (await rows()).length]).toEqual([['b2'], 1])
})

test('the same dead letter delivered twice is one', async () => {
  const bad = delivery('a', 1, 'nonsense')
  await start().receive(bad, never)
  await start().receive(bad, never)
  expect(await rows()).toHaveLength(1)
})

test('re-driven, a key goes on in order; its later messages are handled directly again', async () => {
  let bug = true
  trouble = (n) => (n === 1 && bug ? new Error('bug') : undefined)
  const { receive, handle } = start()
  for (const n of [1, 2]) await receive(delivery('a', n), never)
  bug = false
  expect(await redrive(db, 'g', 'a')).toBe(2)
  expect(await letters().wanted()).toEqual([{ topic: 't', key: 'a' }])
  expect(await letters().redrive({ topic: 't', key: 'a' }, handle)).toBe(2)
  await receive(delivery('a', 3), never)
  expect(handled).toEqual(['a1', 'a2', 'a3'])
  expect(await rows()).toEqual([])
})

test('what fails again when re-driven stays, with its new reason, and what is behind it too', async () => {
  trouble = (n) => (n === 1 ? new Error('bug') : undefined)
  const { receive, handle } = start()
  for (const n of [1, 2]) await receive(delivery('a', n), never)
  trouble = (n) => (n === 1 ? new Error('another bug') : undefined)
  await redrive(db, 'g', 'all')
  expect(await letters().redrive({ topic: 't', key: 'a' }, handle)).toBe(0)
  expect(await rows()).toEqual([
    ['a', '1', 'Error: another bug'],
    ['a', '2', 'behind'],
  ])
  expect(await letters().wanted(), 'asked once is tried once').toEqual([])
})

test('a message nobody can ever read, thrown away, lets its key go on', async () => {
  const { receive, handle } = start()
  await receive(delivery('a', 1, 'nonsense'), never)
  await receive(delivery('a', 2), never)
  await redrive(db, 'g', 'a')
  expect(await letters().redrive({ topic: 't', key: 'a' }, handle), 'handled again it fails again').toBe(0)
  expect(await discard(db, 'g', 'a')).toMatchObject({ topic: 't', position: '1' })
  expect(await letters().redrive({ topic: 't', key: 'a' }, handle)).toBe(1)
  await receive(delivery('a', 3), never)
  expect([handled, await rows()]).toEqual([['a2', 'a3'], []])
})

test('an outage while a key is re-driven leaves it asked for', async () => {
  trouble = (n) => (n === 1 ? new Error('bug') : undefined)
  const { receive, handle } = start()
  await receive(delivery('a', 1), never)
  await redrive(db, 'g', 'a')
  trouble = () => new Transient('intake does not answer')
  await expect(letters().redrive({ topic: 't', key: 'a' }, handle)).rejects.toThrow('intake does not answer')
  expect(await letters().wanted()).toEqual([{ topic: 't', key: 'a' }])
})

test('messages that come while their key is re-driven are neither lost nor overtaken', async () => {
  let bug = true
  trouble = (n) => (n === 1 && bug ? new Error('bug') : undefined)
  const { receive, handle } = start()
  await receive(delivery('a', 1), never)
  bug = false
  const arriving = (async () => {
    for (let n = 2; n <= 60; n += 1) await receive(delivery('a', n), never)
  })()
  const driving = (async () => {
    while ((await letters().stopped()).length > 0) await letters().redrive({ topic: 't', key: 'a' }, handle)
  })()
  await Promise.all([arriving, driving])
  await letters().redrive({ topic: 't', key: 'a' }, handle)
  expect(handled).toEqual(Array.from({ length: 60 }, (_, n) => `a${n + 1}`))
})

test('whoever adds behind the last dead letter of a key waits for whoever removes it', async () => {
  trouble = () => new Error('bug')
  await start().receive(delivery('a', 1), never)
  const remover = await db.connect()
  await remover.query(`begin; select pg_advisory_xact_lock(hashtextextended('dead:g/t/a', 0))`)
  await remover.query('delete from dead_letter')
  const isBehind = letters().putBehind(delivery('a', 2))
  const waits = `select from pg_locks where locktype = 'advisory' and not granted`
  await Promise.race([isBehind, untilRows(waits)])
  await remover.query('commit')
  remover.release()
  expect(await isBehind).toBe(false) // else it would lie behind nothing, and never be re-driven
  expect(await rows()).toEqual([])
})

const untilRows = async (query: string) => {
  while ((await db.query(query)).rowCount === 0);
}

test('an instance that takes over a partition knows the keys that were stopped', async () => {
  trouble = (n) => (n === 1 ? new Error('bug') : undefined)
  await start().receive(delivery('a', 1), never)
  const next = start()
  await next.learnStopped(never)
  await next.receive(delivery('a', 2), never)
  expect(handled).toEqual([])
})

test('a handler runs on behalf of the request in the headers', async () => {
  const seen: unknown[] = []
  const asking = listen(topic, async () => seen.push(currentRequest()?.requestId))
  await start({ listeners: [asking] }).receive(delivery('a', 1), never)
  expect(seen).toEqual(['desk-1'])
})
