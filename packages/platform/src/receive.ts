import type { Producer } from 'kafkajs'
import { onBehalfOf } from './context.ts'
import { type DeadLetters, reasonOf } from './dead-letter.ts'
import { type Delivery, type Listener, Unreadable } from './delivery.ts'
import type { Log } from './log.ts'
import { handleSeconds, messagesHandled } from './metrics.ts'
import { rest } from './retry.ts'
import { inSpan } from './spans.ts'
import { isTransient } from './transient.ts'

/** Handlers have 30 s: less than the session's 45, so that a hanging one does not cost us the partition. */
export const handlerMs = 30_000
const attempts = 3

type Deps = {
  group: string
  listeners: Listener[]
  dead: Pick<Producer, 'connect' | 'send'>
  log: Log
  letters?: DeadLetters | undefined
  /** Told at each attempt: slow or waiting is not dead. */
  alive?: () => void
  handlerMs?: number
}

/**
 * Takes one delivery to its end: handled, put aside as a dead letter, or put behind one of its key. An outage is waited out,
 * however long; only `stop` ends that, with a throw. What fails by itself is tried three times, then put aside.
 */
export const makeReceive = (deps: Deps) => {
  const { group, dead, log, letters, alive, handlerMs: limitMs = handlerMs } = deps
  const listeners = new Map(deps.listeners.map((listener) => [listener.topic, listener]))
  const stopped = new Set<string>()
  const nameOf = ({ topic, key }: { topic: string; key: string }) => `${topic}\n${key}`

  const handle = async (delivery: Delivery): Promise<unknown> => {
    const { topic, partition, position, headers } = delivery
    const listener = listeners.get(topic)
    if (listener === undefined) throw new Unreadable(`nobody listens to ${topic}`)
    const context = { requestId: `${topic}/${partition}/${position}`, ...headers }
    const span = {
      name: `handle ${topic}`,
      kind: 'CONSUMER',
      traceparent: headers['traceparent'],
      attributes: { group },
    } as const
    return onBehalfOf(context, () => inSpan(span, () => within(limitMs, (signal) => listener.hear(delivery, signal))))
  }

  const waitOut = async <T>(work: () => Promise<T>, stop: AbortSignal): Promise<T> => {
    for (let failures = 0, waitMs = 100; ; waitMs = Math.min(5_000, waitMs * 2)) {
      alive?.()
      try {
        return await work()
      } catch (error) {
        const passes = isTransient(error)
        failures += passes ? 0 : 1
        if (failures >= attempts || error instanceof Unreadable || stop.aborted) throw error
        if (passes) log.warn({ err: error, group }, 'an outage: the message is tried again')
      }
      await rest(waitMs, stop)
    }
  }

  const bury = async (delivery: Delivery, error: unknown, stop: AbortSignal) => {
    const { topic, partition, position, key, value, headers } = delivery
    const reason = reasonOf(error)
    log.error({ err: error, group, topic, partition, position }, 'a message was put aside as a dead letter')
    if (letters !== undefined) {
      await waitOut(() => letters.bury(delivery, reason), stop)
      stopped.add(nameOf(delivery))
    }
    const about = { ...headers, from: `${topic}/${partition}/${position}`, why: reason }
    const tell = async () => {
      await dead.connect()
      await dead.send({ topic: `${group}.dead.v1`, acks: -1, messages: [{ key, value, headers: about }] })
    }
    if (letters === undefined) return waitOut(tell, stop)
    // The row counts; the topic may be missing, and must not hold up other keys.
    await tell().catch((err: unknown) => log.error({ err, group }, `${group}.dead.v1 did not take a dead letter`))
  }

  const receive = async (delivery: Delivery, stop: AbortSignal): Promise<void> => {
    const { topic } = delivery
    const count = (outcome: string) => messagesHandled.inc({ group, topic, outcome })
    const took = handleSeconds.startTimer({ group, topic })
    if (letters !== undefined && stopped.has(nameOf(delivery))) {
      if (await waitOut(() => letters.putBehind(delivery), stop)) return count('behind')
      stopped.delete(nameOf(delivery)) // re-driven
    }
    try {
      await waitOut(() => handle(delivery), stop)
      count('handled')
    } catch (error) {
      if (stop.aborted) throw error
      await bury(delivery, error, stop)
      count('dead')
    }
    took()
  }

  /** Learns which keys are stopped: another instance may have stopped them before the partition came here. */
  const learnStopped = async (stop: AbortSignal) => {
    if (letters === undefined) return
    const keys = await waitOut(() => letters.stopped(), stop)
    stopped.clear()
    for (const key of keys) stopped.add(nameOf(key))
  }

  return { receive, handle, learnStopped }
}

const within = async <T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
  const signal = AbortSignal.timeout(ms)
  const tooLate = new Promise<never>((_, reject) => {
    const late = () => reject(new Error(`the handler did not end within ${ms} ms`))
    signal.addEventListener('abort', late, { once: true })
  })
  return Promise.race([work(signal), tooLate])
}
