import kafkajs, { type Kafka, type KafkaConfig, type Producer } from 'kafkajs'
import type { Log } from './log.ts'

// The only place that constructs kafkajs: its defaults wait for ever, and its successors are not ready.

/** A connection to Kafka, made when first used. Requests end after 30 s, and what kafkajs says goes to our log. */
export const openKafka = (clientId: string, brokers: string[], log?: Log, more: Partial<KafkaConfig> = {}): Kafka =>
  new kafkajs.Kafka({
    clientId,
    brokers,
    connectionTimeout: 3_000,
    requestTimeout: 30_000,
    enforceRequestTimeout: true,
    retry: { initialRetryTime: 200, maxRetryTime: 5_000, retries: 5 },
    logLevel: log === undefined ? kafkajs.logLevel.NOTHING : kafkajs.logLevel.INFO,
    logCreator: () => (entry) => log !== undefined && tell(log, entry),
    ...more,
  })

/** One request in flight, numbered by the broker: order holds, and a repeated request is one message. Topics are not made. */
export const openProducer = (kafka: Kafka): Producer =>
  kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    retry: { initialRetryTime: 200, maxRetryTime: 2_000, retries: 5 }, // then the relay reports it, and begins anew
  })

type Entry = { level: number; namespace: string; log: Record<string, unknown> & { message: string } }
const levels = { 1: 'error', 2: 'warn', 4: 'debug', 5: 'debug' } as const // INFO (4) is chatter about groups

// We count on at least once, and know why retries are few; and no topic is older than the partitioner.
const known = /EoS guarantees|switched default partitioner/

const tell = (log: Log, { level, namespace, log: said }: Entry) => {
  const { message, error, broker, groupId, memberId } = said
  if (known.test(message)) return
  const write = level === 1 || level === 2 || level === 5 ? levels[level] : levels[4]
  log[write]({ namespace, error, broker, groupId, memberId }, `kafka: ${message}`)
}
