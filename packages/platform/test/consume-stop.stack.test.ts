import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { consume } from '../src/consume.ts'
import { listen } from '../src/delivery.ts'
import { openKafka, openProducer } from '../src/kafka.ts'
import { makeLog } from '../src/log.ts'

const kafka = openKafka('test', [process.env['TEST_KAFKA'] ?? '127.0.0.1:9092'])
const admin = kafka.admin()
beforeAll(() => admin.connect())
afterAll(() => admin.disconnect())

test('a consumer that waits to be let into its group stops without waiting', async () => {
  const [topic, group] = [`t-${randomUUID()}`, `g-${randomUUID()}`]
  await admin.createTopics({ topics: [{ topic, numPartitions: 1, replicationFactor: 1 }] })
  const producer = openProducer(kafka)
  await producer.connect()
  await producer.send({ topic, acks: -1, messages: [{ key: 'a', value: '{}' }] })
  await producer.disconnect()

  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  const busy = kafka.consumer({ groupId: group, sessionTimeout: 30_000, rebalanceTimeout: 60_000 })
  await busy.connect()
  await busy.subscribe({ topic, fromBeginning: true })
  await new Promise<void>((working) => {
    const eachMessage = async () => {
      working()
      await held // in hand: the group waits for it before it lets anybody in
    }
    void busy.run({ eachMessage })
  })

  const log = makeLog('test', { write: () => {} })
  const schema = z.object({})
  const waiting = consume(kafka, group, [listen({ name: topic, schema, key: () => 'a' }, async () => {})], { log })
  const isShut = async () => (await admin.describeGroups([group])).groups[0]?.state === 'PreparingRebalance'
  await expect.poll(isShut, { timeout: 30_000 }).toBe(true)
  const patience = new Promise((resolve) => setTimeout(resolve, 7_000, 'still waits'))
  expect(await Promise.race([waiting.stop().then(() => 'stopped'), patience])).toBe('stopped')
  expect(await isShut(), 'it has not been let in meanwhile').toBe(true)
  release()
  await busy.disconnect()
}, 60_000)
