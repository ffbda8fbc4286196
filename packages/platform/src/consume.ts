import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs'
import type { Pool } from 'pg'
import { type DeadLetters, makeDeadLetters } from './dead-letter.ts'
import { type Delivery, deliveryOf, type Listener } from './delivery.ts'
import { watchInbox } from './inbox-watch.ts'
import { openProducer } from './kafka.ts'
import { lagsOf } from './lag.ts'
import type { Log } from './log.ts'
import { makeReceive } from './receive.ts'
import { rest, untilReachable } from './retry.ts'
import { makeWatchdog } from './watchdog.ts'
import { crashPoint } from './crash-point.ts'

type Deps = {
  log: Log
  /** Where dead letters are kept. Without it they go to the dead topic only, and their key goes on. */
  db?: Pool
  /** Keys handled at once; within a key always one. */
  concurrency?: number
  sessionMs?: number
  handlerMs?: number
  /** Told why this process should be replaced; by default it leaves with code 1 and the supervisor starts another. */
  die?: (why: string) => void
}

/** `joined` settles once partitions are assigned. `stop` commits what was handled and leaves the group. */
export type Consumption = { joined: Promise<void>; stop: () => Promise<void> }

const chunkSize = 50
const watchMs = 5_000
const stopMs = 10_000
const idleStopMs = 3_000

/**
 * Gives the messages of topics to their listeners as the consumer group `group`: at least once, and in order within a key.
 * Returns at once; Kafka may come later. What cannot be read or handled goes to `<group>.dead.v1` and the table dead_letter
 * and stops its own key only; outages are waited out. One consumer a process.
 */
export const consume = (kafka: Kafka, group: string, listeners: Listener[], deps: Deps): Consumption => {
  const { log, db, concurrency = 1, sessionMs = 45_000 } = deps
  const die = deps.die ?? leave(log, group)
  const letters = db === undefined ? undefined : makeDeadLetters(db, group)
  const stopping = new AbortController()
  const watchdog = makeWatchdog({ sessionMs, die })
  const dead = openProducer(kafka)
  const more = deps.handlerMs === undefined ? {} : { handlerMs: deps.handlerMs }
  const mail = makeReceive({ group, listeners, dead, log, letters, alive: watchdog.busy, ...more })
  const consumer = kafka.consumer({
    groupId: group,
    sessionTimeout: sessionMs,
    rebalanceTimeout: Math.max(60_000, sessionMs),
    heartbeatInterval: Math.min(3_000, sessionMs / 3),
    maxWaitTimeInMs: 1_000,
    maxBytesPerPartition: 262_144, // small batches: a rebalance waits for the one in hand
    allowAutoTopicCreation: false,
  })

  let join = () => {}
  const joined = new Promise<void>((resolve) => (join = resolve))
  let isNew = true
  const assigned = new Map<string, number[]>()
  consumer.on('consumer.group_join', ({ payload }) => {
    isNew = true
    assigned.clear()
    for (const [topic, partitions] of Object.entries(payload.memberAssignment)) assigned.set(topic, partitions)
    watchdog.seen()
    join()
  })
  consumer.on('consumer.fetch', watchdog.seen)
  consumer.on('consumer.heartbeat', watchdog.seen)
  consumer.on('consumer.crash', ({ payload }) => {
    log.error({ err: payload.error, group, restart: payload.restart }, 'the consumer crashed')
    if (!payload.restart) die(`crashed for good: ${payload.error.name}`)
  })

  let inHand = 0
  const eachBatch = async (payload: EachBatchPayload) => {
    const { batch } = payload
    inHand += 1
    const lost = new AbortController() // the partition is another's now: what is in hand goes to it
    const stop = AbortSignal.any([stopping.signal, lost.signal])
    const beating = setInterval(() => {
      if (payload.isStale() || !payload.isRunning()) lost.abort()
      else void payload.heartbeat().catch(() => {}) // a rebalance shows in isStale
    }, 2_000)
    try {
      if (isNew) await mail.learnStopped(stop)
      isNew = false
      for (let from = 0; from < batch.messages.length; from += chunkSize) {
        if (!payload.isRunning() || payload.isStale() || stop.aborted) return
        const chunk = batch.messages.slice(from, from + chunkSize)
        const deliveries = chunk.map((message) => deliveryOf(batch.topic, batch.partition, message))
        crashPoint('consumer: before handling')
        await handleByKey(deliveries, concurrency, (delivery) => mail.receive(delivery, stop))
        const last = chunk.at(-1)
        if (last === undefined) return
        payload.resolveOffset(last.offset)
        crashPoint('consumer: handled, offset not moved')
        await commit(consumer, batch, last.offset)
        crashPoint('consumer: offset moved')
        await payload.heartbeat()
      }
    } catch (error) {
      if (!stop.aborted) throw error
    } finally {
      clearInterval(beating)
      inHand -= 1
    }
  }

  // A timer of its own: when the broker is silent, asking it for the lag waits too.
  const watching = setInterval(() => watchdog.check(), Math.min(watchMs, sessionMs / 4))
  const watch = async () => {
    const admin = kafka.admin()
    while (!stopping.signal.aborted) {
      await rest(watchMs, stopping.signal)
      if (stopping.signal.aborted) break
      watchdog.check(await lagsOf(admin, group, assigned).catch(() => []))
      if (db !== undefined) await watchInbox(db, group).catch(() => {})
    }
    await admin.disconnect().catch(() => {})
  }

  const waits = (err: unknown) => log.warn({ err, group }, 're-driving waits')
  const redriveWanted = async (asked: DeadLetters) => {
    for (const key of await asked.wanted())
      if (!stopping.signal.aborted) await asked.redrive(key, mail.handle).catch(waits)
  }
  const keepRedriving = async () => {
    while (letters !== undefined && !stopping.signal.aborted) {
      await redriveWanted(letters).catch(waits)
      await rest(1_000, stopping.signal)
    }
  }

  const run = async () => {
    const topics = listeners.map(({ topic }) => topic)
    const report = (err: unknown) => log.warn({ err, group }, 'Kafka is out of reach, tried again')
    await untilReachable(
      async () => {
        await consumer.connect()
        await consumer.subscribe({ topics, fromBeginning: true })
      },
      { report, signal: stopping.signal },
    )
    // Side by side: a message that waits for news on another topic must not keep that news from coming.
    await consumer.run({ autoCommit: false, eachBatchAutoResolve: false, partitionsConsumedConcurrently: 8, eachBatch })
  }
  const running = run().catch((error: unknown) => {
    if (stopping.signal.aborted) return
    log.error({ err: error, group }, 'the consumer could not begin')
    die('could not begin')
  })
  const loops = Promise.all([watch(), keepRedriving()])

  return {
    joined,
    stop: async () => {
      stopping.abort()
      clearInterval(watching)
      const left = Promise.all([running, loops]).then(() => Promise.all([consumer.disconnect(), dead.disconnect()]))
      const given = new AbortController()
      // kafkajs may hang here, as while its group lets nobody in; what it still holds is delivered again.
      await Promise.race([left, rest(inHand > 0 ? stopMs : idleStopMs, given.signal)])
      given.abort()
    },
  }
}

const commit = (consumer: Consumer, { topic, partition }: EachBatchPayload['batch'], offset: string) =>
  consumer.commitOffsets([{ topic, partition, offset: String(BigInt(offset) + 1n) }])

const leave = (log: Log, group: string) => (why: string) => {
  log.fatal({ group, why }, 'the consumer is dead; the process leaves and is started again')
  process.exit(1)
}

/** Keys side by side, up to `width`; the messages of a key one after another. */
const handleByKey = async (all: Delivery[], width: number, handle: (delivery: Delivery) => Promise<void>) => {
  const byKey = new Map<string, Delivery[]>()
  for (const delivery of all) byKey.set(delivery.key, [...(byKey.get(delivery.key) ?? []), delivery])
  const queues = [...byKey.values()]
  const work = async () => {
    for (let queue = queues.shift(); queue !== undefined; queue = queues.shift())
      for (const delivery of queue) await handle(delivery)
  }
  if (width === 1) for (const delivery of all) await handle(delivery)
  else await Promise.all(Array.from({ length: width }, work))
}
