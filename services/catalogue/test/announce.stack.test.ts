import { randomUUID } from 'node:crypto'
import { calendarTopic, officerTopic, organisationTopic, procedureTopic } from '@dossier/contracts/catalogue'
import { openKafka } from '@dossier/platform/kafka'
import { relayBatch, type Send, sendToKafka } from '@dossier/platform/relay'

import { afterAll, beforeAll, expect, test } from 'vitest'
import { admin as administrator, files, openCatalogue } from './catalogue.ts'

const kafka = openKafka('catalogue-test', [process.env['TEST_KAFKA'] ?? '127.0.0.1:9092'])
const admin = kafka.admin()
const topics = [procedureTopic, organisationTopic, calendarTopic, officerTopic]
const rows = Object.values(files).flat().length

/** Other tests share the broker: each run of Kafka has topics of its own. */
const freshKafka = async () => {
  const name = (topic: string) => `${topic}.${run}`
  const run = randomUUID()
  const settings = { numPartitions: 1, replicationFactor: 1 }
  await admin.createTopics({
    waitForLeaders: true,
    topics: topics.map((one) => ({ topic: name(one.name), ...settings })),
  })
  const toKafka = sendToKafka(kafka)
  const send: Send = Object.assign(
    (batch: Parameters<Send>[0]) => toKafka(batch.map((row) => ({ ...row, topic: name(row.topic) }))),
    { close: async () => toKafka.close?.() },
  )
  return { send, name }
}
type Broker = Awaited<ReturnType<typeof freshKafka>>

/** A service that starts with nothing and keeps the last word on each key, as a compacted topic does. */
const hear = async ({ name }: Broker, enough: (copy: Map<string, number>) => boolean) => {
  const copy = new Map<string, number>()
  const consumer = kafka.consumer({ groupId: `copy-${randomUUID()}` })
  await consumer.connect()
  await consumer.subscribe({ topics: topics.map((one) => name(one.name)), fromBeginning: true })
  await consumer.run({
    eachMessage: async ({ topic, message }) => {
      const known = topics.find((one) => topic === name(one.name))
      const told = known?.schema.parse(JSON.parse(String(message.value)))
      if (told?.key === String(message.key)) copy.set(`${known?.name} ${told.key}`, told.revision)
    },
  })
  await expect.poll(() => enough(copy), { timeout: 30_000 }).toBe(true)
  await consumer.disconnect()
  return copy
}

let catalogue: Awaited<ReturnType<typeof openCatalogue>>
beforeAll(async () => {
  await admin.connect()
  catalogue = await openCatalogue()
  await catalogue.load()
})
afterAll(async () => {
  await admin.disconnect()
  await catalogue.close()
})

const relayAll = async ({ send }: Broker) => {
  while ((await relayBatch(catalogue.db, send)) > 0) continue
  await send.close?.()
}

test('a service that starts with nothing hears the whole catalogue as it stands, after a wiped Kafka too', async () => {
  const kept = await freshKafka()
  const row = files.organisations.find((one) => one.row.code === 'H21.94')?.row
  await catalogue.send('PUT', '/organisations/H21.94', administrator, { ...row, name: 'Ủy ban nhân dân xã Ia O (mới)' })
  await relayAll(kept)
  const copy = await hear(kept, ({ size }) => size === rows)
  expect(copy.get(`${organisationTopic.name} H21.94`)).toBe(2)

  const wiped = await freshKafka()
  await catalogue.send('POST', '/operations/re-announce', 'service:runbook:ops')
  await relayAll(wiped)
  const again = await hear(wiped, ({ size }) => size === rows)
  expect(again).toEqual(copy)
})
