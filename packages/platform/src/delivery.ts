import type { KafkaMessage } from 'kafkajs'
import type { Topic } from './topic.ts'

/** A message as Kafka gave it, and where. A missing key is ''. */
export type Delivery = {
  topic: string
  partition: number
  position: string
  key: string
  value: Buffer | null
  headers: Record<string, string>
}

/** Takes a message's effect; it may come twice. Throwing means it took none; `signal` tells that nobody waits any more. */
export type Handle<T> = (message: T, delivery: Delivery, signal: AbortSignal) => Promise<unknown>

/** A topic and who hears it, with the type of its messages inside. */
export type Listener = {
  topic: string
  hear: (delivery: Delivery, signal: AbortSignal) => Promise<unknown>
}

/** Thrown for a message that does not fit its topic's schema; names fields, never values. */
export class Unreadable extends Error {
  override name = 'Unreadable'
}

/** Joins a topic with the handler of its messages. */
export const listen = <T>({ name, schema }: Topic<T>, handle: Handle<T>): Listener => ({
  topic: name,
  hear: async (delivery, signal) => {
    const parsed = schema.safeParse(readJson(delivery.value))
    if (!parsed.success) {
      const fields = parsed.error.issues.map(({ code, path }) => `${code} at /${path.join('/')}`)
      throw new Unreadable(`unreadable: ${fields.join(', ')}`)
    }
    return handle(parsed.data, delivery, signal)
  },
})

const readJson = (value: Buffer | null): unknown => {
  try {
    return JSON.parse(String(value))
  } catch {
    return undefined // no JSON: the schema refuses it, with the rest of what cannot be read
  }
}

export const deliveryOf = (
  topic: string,
  partition: number,
  { offset, key, value, headers }: KafkaMessage,
): Delivery => ({
  topic,
  partition,
  position: offset,
  key: key === null ? '' : String(key),
  value,
  headers: Object.fromEntries(Object.entries(headers ?? {}).map(([name, given]) => [name, String(given)])),
})
