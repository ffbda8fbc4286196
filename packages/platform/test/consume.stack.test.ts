import { randomUUID } from 'node:crypto'
import { connect, createServer, type Socket } from 'node:net'
import type { Kafka } from 'kafkajs'
import type { Pool } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import * as z from 'zod'
import { consume, type Consumption } from '../src/consume.ts'
import { onBehalfOf } from '../src/context.ts'
import { redrive } from '../src/dead-letter.ts'
import { listen, type Listener } from '../src/delivery.ts'
import { inTurn } from '../src/inbox.ts'
import { openKafka, openProducer } from '../src/kafka.ts'
import { lagsOf } from '../src/lag.ts'
import { makeLog } from '../src/log.ts'
import { metricsText } from '../src/metrics.ts'
import { announce } from '../src/outbox.ts'
import { runRelay, sendToKafka } from '../src/relay.ts'
import { freshDatabase } from '../src/testing.ts'
import { Transient } from '../src/transient.ts'

const Message = z.object({ id: z.string(), seq: z.int() })
type Message = z.infer<typeof Message>

const brokers = [process.env['TEST_KAFKA'] ?? '127.0.0.1:9092']
const kafka = openKafka('test', brokers)
const silent = makeLog('test', { write: () => {} })
const admin = kafka.admin()
let db: Pool
let group: string
let topic: { name: string; schema: typeof Message; key: (message: Message) => string }
let running: Consumption[]
beforeAll(async () => {
  db = await freshDatabase(new URL('migrations/', import.meta.url))
  await admin.connect()
})
beforeEach(async () => {
  group = `g-${randomUUID()}`
  topic = { name: `t-${randomUUID()}`, schema: Message, key: ({ id }) => id }
  running = []
  const topics = [
    { topic: topic.name, numPartitions: 2 },
    { topic: `${group}.dead.v1`, numPartitions: 1 },
  ]
  await admin.createTopics({ topics: topics.map((wanted) => ({ replicationFactor: 1, ...wanted })) })
})
afterEach(async () => {
  await Promise.all(running.map(({ stop }) => stop()))
})
afterAll(async () => {
  await admin.disconnect()
  await db.end()
})

const start = (listener: Listener, through: Kafka = kafka, more: Partial<Parameters<typeof consume>[3]> = {}) => {
  const consumption = consume(through, group, [listener], { log: silent, db, ...more })
  running.push(consumption)
  return consumption
}
const send = async (...messages: { key: string; value: string }[]) => {
  const producer = openProducer(kafka)
  await producer.connect()
  await producer.send({ topic: topic.name, acks: -1, messages })
  await producer.disconnect()
}
const message = (id: string, seq: number) => ({ key: id, value: JSON.stringify({ id, seq }) })
const until = async (isSo: () => boolean | Promise<boolean>) => {
  while (!(await isSo())) await new Promise((next) => setTimeout(next, 10))
}
const lag = async () => {
  const [{ partitions } = { partitions: [] }] = await admin.fetchOffsets({ groupId: group, topics: [topic.name] })
  const ends = await admin.fetchTopicOffsets(topic.name)
  const committed = partitions.reduce((sum, { offset }) => sum + Math.max(0, Number(offset)), 0)
  return ends.reduce((sum, { high }) => sum + Number(high), 0) - committed
}

test('what is written with an effect is heard once, in turn, on behalf of the request', async () => {
  const heard: string[] = []
  const requests = new Set<string | undefined>()
  const note = inTurn(db, group, topic, async (_, { id, seq }) => heard.push(`${id}${seq}`))
  start(listen(topic, (told, delivery) => (requests.add(delivery.headers['requestId']), note(told, delivery))))
  const relay = runRelay({ db, send: sendToKafka(kafka), report: () => {} })
  await onBehalfOf({ requestId: 'desk-7.1' }, () => announce(db, topic, { id: 'a', seq: 1 }, { id: 'a', seq: 2 }))
  relay.nudge()
  await until(() => heard.length === 2)
  await until(async () => (await lag()) === 0)
  expect(heard).toEqual(['a1', 'a2'])
  expect([...requests]).toEqual(['desk-7.1'])
  await relay.stop()
})

test('a poisonous message goes to dead letters and stops its own key until it is re-driven', async () => {
  const heard: string[] = []
  let bug = true
  const listener = listen(topic, async ({ id, seq }) => {
    if (id === 'a' && seq === 1 && bug) throw new Error('bug')
    heard.push(`${id}${seq}`)
  })
  start(listener)
  await send(message('a', 1), message('a', 2), { key: 'c', value: 'no json' }, message('b', 1))
  await until(async () => (await lag()) === 0)
  expect(heard).toEqual(['b1'])
  const [end] = await admin.fetchTopicOffsets(`${group}.dead.v1`)
  expect(end?.high).toBe('2')
  bug = false
  expect(await redrive(db, group, 'a')).toBe(2)
  await until(() => heard.length === 3)
  await send(message('a', 3))
  await until(() => heard.length === 4)
  expect(heard).toEqual(['b1', 'a1', 'a2', 'a3'])
  const left = await db.query('select key from dead_letter where consumer = $1', [group])
  expect(left.rows).toEqual([{ key: 'c' }])
})

test('what one instance had in hand when it stopped is heard by the next', async () => {
  const heard: string[] = []
  let inHand = () => {}
  const busy = new Promise<void>((resolve) => (inHand = resolve))
  const first = start(
    listen(topic, (_, __, signal) => {
      inHand()
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('given up'))))
    }),
    kafka,
    { handlerMs: 300 },
  )
  await send(message('a', 1))
  await busy
  const stopped = first.stop()
  start(listen(topic, async ({ seq }) => heard.push(`${seq}`)))
  await stopped
  await until(() => heard.length === 1)
  expect(heard).toEqual(['1'])
})

test('a thousand messages are each committed, keys side by side and in order', async () => {
  const heard: string[] = []
  const listener = listen(topic, async ({ id, seq }) => {
    await new Promise((next) => setImmediate(next))
    heard.push(`${id}:${seq}`)
  })
  await send(...Array.from({ length: 1000 }, (_, n) => message(`k${n % 10}`, n)))
  start(listener, kafka, { concurrency: 4 })
  await until(async () => (await lag()) === 0)
  expect(new Set(heard).size).toBe(1000)
  for (let k = 0; k < 10; k += 1) {
    const seqs = heard.filter((what) => what.startsWith(`k${k}:`)).map((what) => Number(what.slice(3)))
    expect(seqs).toEqual(seqs.toSorted((a, b) => a - b))
  }
})

/** Stands between client and broker; silent, it swallows all bytes: nothing is refused, nothing is closed. */
const startProxy = async () => {
  const sockets = new Set<Socket>()
  let isSilent = false
  const proxy = createServer((client) => {
    const [host = '', port] = (brokers[0] ?? '').split(':')
    const server = connect(Number(port), host)
    const ways = [
      [client, server],
      [server, client],
    ] as const
    for (const [from, to] of ways) {
      sockets.add(from)
      from.on('data', (bytes) => isSilent || to.write(bytes)).on('error', () => {})
    }
  })
  const port = await new Promise<number>((listening) =>
    proxy.listen(0, () => listening(Number(Object(proxy.address()).port))),
  )
  return {
    socketFactory: ({ onConnect }: { onConnect: () => void }) => connect(port, '127.0.0.1', onConnect),
    beSilent: () => void (isSilent = true),
    close: () => {
      proxy.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

test('a consumer whose broker falls silent does not live on as if nothing were', { timeout: 90_000 }, async () => {
  const { socketFactory, beSilent, close } = await startProxy()
  const heard: number[] = []
  const deaths: string[] = []
  const listener = listen(topic, async ({ seq }) => heard.push(seq))
  const through = openKafka('proxied', brokers, undefined, { socketFactory })
  const consumption = start(listener, through, { sessionMs: 6_000, die: (why) => deaths.push(why) })
  await consumption.joined
  await send(message('a', 1))
  await until(() => heard.length === 1)
  expect(deaths).toEqual([])
  beSilent()
  const from = performance.now()
  await until(() => deaths.length > 0)
  expect(performance.now() - from).toBeLessThan(25_000) // it asks nobody who may be silent too
  expect(deaths[0]).toMatch(/no fetch and no heartbeat for \d+ ms/)
  close()
})

test('a consumer that crashes and will not begin again is dead', async () => {
  const { socketFactory, close } = await startProxy()
  const deaths: string[] = []
  const retry = { retries: 1, initialRetryTime: 10, restartOnFailure: async () => false }
  const through = openKafka('proxied', brokers, undefined, { socketFactory, retry })
  const listener = listen(topic, async () => {})
  const consumption = start(listener, through, { die: (why) => deaths.push(why) })
  await consumption.joined
  close()
  await until(() => deaths.length > 0)
  expect(deaths[0]).toMatch(/^crashed for good: KafkaJS/)
})

test('the lag of a group is what it has not committed', async () => {
  const assigned = new Map([[topic.name, [0, 1]]])
  await send(message('a', 1), message('b', 1), message('c', 1))
  const total = async () => (await lagsOf(admin, group, assigned)).reduce((sum, { lag: rows }) => sum + rows, 0)
  expect(await total()).toBe(3)
  start(listen(topic, async () => {}))
  await until(async () => (await total()) === 0)
  expect((await metricsText()).text).toContain(`consumer_lag_messages{group="${group}",topic="${topic.name}"} 0`)
})

test('an idle consumer rests: kafkajs is patched against its spin', { timeout: 60_000 }, async () => {
  const consumption = start(listen(topic, async () => {}))
  await consumption.joined
  await send(message('a', 1)) // the spin begins with the first answer
  await until(async () => (await lag()) === 0)
  let timers = 0
  const original = globalThis.setTimeout
  const counting = (...args: Parameters<typeof setTimeout>) => ((timers += 1), original(...args))
  globalThis.setTimeout = Object.assign(counting, original)
  await new Promise((next) => original(next, 2_000))
  globalThis.setTimeout = original
  expect(timers).toBeLessThan(80) // unpatched up to a thousand a second
})

test('a message that waits for news of another partition does not keep that news from coming', async () => {
  let known = false
  const heard: string[] = []
  const listener = listen(topic, async ({ id }) => {
    if (id === 'news') known = true
    else if (!known) throw new Transient(`${id} waits for the news`)
    heard.push(id)
  })
  const producer = openProducer(kafka)
  await producer.connect()
  const to = (partition: number, id: string) => ({ ...message(id, 1), partition })
  await producer.send({ topic: topic.name, acks: -1, messages: [to(0, 'waits'), to(1, 'news')] })
  await producer.disconnect()
  start(listener)
  await until(() => heard.length === 2)
  expect(heard).toEqual(['news', 'waits'])
})
