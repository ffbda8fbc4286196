import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { consume } from '../src/consume.ts'
import { copiesReady } from '../src/copy-ready.ts'
import { keepCopy, makeCopy } from '../src/copy.ts'
import { listen } from '../src/delivery.ts'
import { openKafka, openProducer } from '../src/kafka.ts'
import { makeLog } from '../src/log.ts'
import { freshDatabase } from '../src/testing.ts'

const kafka = openKafka('test', [process.env['TEST_KAFKA'] ?? '127.0.0.1:9092'])
const nowhere = openKafka('test', ['127.0.0.1:1'], undefined, { retry: { retries: 0 } })
const log = makeLog('test', { write: () => {} })
const row = z.object({ key: z.string(), revision: z.int(), body: z.string() })
const topic = { name: `t-${randomUUID()}`, schema: row, key: ({ key }: { key: string }) => key }
const group = `g-${randomUUID()}`
const rows = 40

let db: Pool
beforeAll(async () => {
  db = await freshDatabase(new URL('migrations/', import.meta.url))
  const admin = kafka.admin()
  await admin.connect()
  const dead = { topic: `${group}.dead.v1`, numPartitions: 1 }
  await admin.createTopics({ topics: [{ topic: topic.name, numPartitions: 1 }, dead] })
  await admin.disconnect()
  const producer = openProducer(kafka)
  await producer.connect()
  const messages = Array.from({ length: rows }, (_, i) => ({
    key: `k${i}`,
    value: JSON.stringify({ key: `k${i}`, revision: 1, body: 'officer' }),
  }))
  await producer.send({ topic: topic.name, acks: -1, messages })
  await producer.disconnect()
})
afterAll(() => db.end())

test('a service is ready when its first copy is whole, not before, and from then on without Kafka', async () => {
  const copy = await makeCopy(db, topic)
  const isReady = copiesReady({ kafka, group, topics: [topic], copies: [copy] })
  await expect(isReady()).rejects.toThrow('not heard to its end')

  let hold = () => {}
  const held = new Promise<void>((open) => (hold = open))
  const keep = keepCopy(db, topic)
  const heard = listen(topic, async (message) => {
    if (message.key === `k${rows - 1}`) await held
    await keep(message)
  })
  const consumption = consume(kafka, group, [heard], { log, db })
  await expect.poll(async () => (await copy.refresh(), copy.all().size), { timeout: 20_000 }).toBe(rows - 1)
  await expect(isReady(), 'one row is missing').rejects.toThrow('not heard to its end')
  hold()
  await expect
    .poll(
      () =>
        isReady().then(
          () => 'ready',
          () => 'not yet',
        ),
      { timeout: 20_000 },
    )
    .toBe('ready')
  expect(copy.all().size).toBe(rows)
  await consumption.stop()

  const again = await makeCopy(db, topic)
  await expect(copiesReady({ kafka: nowhere, group, topics: [topic], copies: [again] })()).resolves.toBeUndefined()
  for (const { close } of [copy, again]) close()
})
