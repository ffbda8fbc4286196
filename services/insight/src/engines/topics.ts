import { randomUUID } from 'node:crypto'
import { topics } from '@dossier/contracts/topics'
import type { Kafka, TopicPartitionOffset } from 'kafkajs'
import type { Pool } from 'pg'
import type { Looked } from '../invariant.ts'
import { type Reconciliation, staying } from './engine.ts'

const told = `
  select (select count(*) from dossier_event)::int - (
    select count(*) from outbox o, relay_cursor c where (o.tx, o.id) > (c.tx, c.id) and o.topic = 'casework.dossier.v1')::int as n`

/** The ends of the ledger's topic against what its outbox has told: every line was told at least once. */
export const topicCheck = (kafka: Kafka, ledger: Pool): Reconciliation => ({
  name: 'topics',
  vi: 'Chủ đề Kafka có ít nhất số dòng mà sổ đã thông báo.',
  en: 'The topic holds as many messages as the ledger’s outbox has told, or more where it told again.',
  look: () =>
    staying(async () => {
      const lines = (await ledger.query<{ n: number }>(told)).rows[0]?.n ?? 0
      const ends = await endOf(kafka, 'casework.dossier.v1')
      const why = `${lines} lines were told, and it ends at ${ends}`
      return { examined: lines, offenders: ends < lines ? [{ id: 'casework.dossier.v1', why }] : [] }
    }),
})

const endOf = async (kafka: Kafka, topic: string): Promise<number> => {
  const admin = kafka.admin()
  await admin.connect()
  try {
    const offsets = await admin.fetchTopicOffsets(topic)
    return offsets.reduce((sum, { high }) => sum + Number(high), 0)
  } finally {
    await admin.disconnect()
  }
}

const patienceMs = 30_000

/** Planted identities in the topics that tell of people's matters: the last messages of each partition. */
export const canariesInTopics =
  (kafka: Kafka, most: number) =>
  async (canaries: readonly string[]): Promise<Looked> => {
    const names = topics.map(({ name }) => name).filter((name) => !name.startsWith('catalogue.'))
    const said = await lastOf(kafka, names, most)
    const offenders = said
      .filter(({ value }) => canaries.some((canary) => value.includes(canary)))
      .map(({ topic, key }) => ({ id: `${topic} ${key}`, why: 'a planted identity stands in it' }))
    return { examined: said.length, offenders }
  }

type Said = { topic: string; key: string; value: string }

/** The last messages of each partition of some topics, at most so many of each. */
const lastOf = async (kafka: Kafka, names: readonly string[], most: number): Promise<Said[]> => {
  const groupId = `audit-${randomUUID()}`
  const admin = kafka.admin()
  await admin.connect()
  const starts: TopicPartitionOffset[] = []
  const left = new Map<string, number>()
  for (const topic of names)
    for (const { partition, high, low } of await admin.fetchTopicOffsets(topic)) {
      if (high === low) continue
      left.set(`${topic} ${partition}`, Number(high))
      starts.push({ topic, partition, offset: `${Math.max(Number(low), Number(high) - most)}` })
    }
  // Its end waits for the question under way: that one must not wait long for messages nobody will write.
  const consumer = kafka.consumer({ groupId, maxWaitTimeInMs: 100 })
  const said: Said[] = []
  try {
    if (left.size === 0) return said
    await consumer.connect()
    await consumer.subscribe({ topics: [...new Set(starts.map(({ topic }) => topic))] })
    await new Promise<void>((done, failed) => {
      setTimeout(done, patienceMs).unref()
      consumer
        .run({
          autoCommit: false,
          eachMessage: async ({ topic, partition, message }) => {
            const value = `${String(message.value)} ${JSON.stringify(message.headers)}`
            said.push({ topic, key: String(message.key), value })
            const place = `${topic} ${partition}`
            if (Number(message.offset) + 1 >= (left.get(place) ?? 0)) left.delete(place)
            if (left.size === 0) done()
          },
        })
        .then(() => starts.forEach((start) => consumer.seek(start)))
        .catch(failed)
    })
    return said
  } finally {
    await consumer.disconnect()
    await admin.deleteGroups([groupId]).catch(() => {}) // it forgets itself after a while
    await admin.disconnect()
  }
}
