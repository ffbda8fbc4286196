import { Client } from '@temporalio/client'
import kafkajs from 'kafkajs'
import { addressesOf, type StackPlan } from '../stack-plan.ts'
import { namespace, withTemporal } from '../temporal.ts'
import type { Person } from './people.ts'
import type { Check } from './scenario.ts'

const dossierTopic = 'casework.dossier.v1'

/** Every line of a dossier as Kafka holds it, from the beginning of its topic. */
export const linesInKafka = async (brokers: string, dossierId: string): Promise<number[]> =>
  (await everythingInKafka(brokers)).get(dossierId) ?? []

/** The lines of every dossier as Kafka holds them, read once. */
export const everythingInKafka = async (brokers: string): Promise<Map<string, number[]>> => {
  const found = new Map<string, number[]>()
  for (const [key, messages] of await messagesInKafka(brokers, dossierTopic))
    found.set(
      key,
      messages.map((message) => Number(message['seq'])),
    )
  return found
}

type Messages = Map<string, Record<string, unknown>[]>
/** Everything a topic of one of the product's services says, by key, read once from its beginning. */
export const messagesInKafka = async (brokers: string, topic: string): Promise<Messages> => {
  const kafka = new kafkajs.Kafka({ brokers: brokers.split(','), logLevel: kafkajs.logLevel.NOTHING })
  const admin = kafka.admin()
  await admin.connect()
  const ends = new Map((await admin.fetchTopicOffsets(topic)).map(({ partition, high }) => [partition, Number(high)]))
  await admin.disconnect()
  const open = new Set([...ends].filter(([, high]) => high > 0).map(([partition]) => partition))
  const found: Messages = new Map()
  if (open.size === 0) return found
  const groupId = `compare-${crypto.randomUUID()}`
  const consumer = kafka.consumer({ groupId })
  await consumer.connect()
  await consumer.subscribe({ topic, fromBeginning: true })
  await new Promise<void>((done, fail) => {
    consumer
      .run({
        autoCommit: false,
        eachMessage: async ({ partition, message }) => {
          const key = String(message.key)
          found.set(key, [...(found.get(key) ?? []), Object(JSON.parse(String(message.value)))])
          if (Number(message.offset) + 1 >= (ends.get(partition) ?? 0)) open.delete(partition)
          if (open.size === 0) done()
        },
      })
      .catch(fail)
  })
  await consumer.disconnect()
  return found
}

/** The ledger, Temporal, Kafka and intake's view of one dossier that is over, held against each other. */
export const compareStores = async (plan: StackPlan, dossierId: string, desk: Person): Promise<Check[]> => {
  const { kafka, temporal } = addressesOf(plan)
  const { body } = await desk.get('casework', `/dossiers/${dossierId}`)
  const timeline: { seq: number }[] = Array.isArray(body['timeline']) ? body['timeline'] : []
  const ledger = timeline.map(({ seq }) => seq)
  const told = await linesInKafka(kafka, dossierId)
  const story = await withTemporal(temporal, (connection) =>
    new Client({ connection, namespace }).workflow.getHandle(dossierId).describe(),
  )
  const view = await desk.get('intake', `/applications/${dossierId}`)
  const state = Object(body['axes'])['state']
  return [
    { what: 'ledger: lines without a gap', expected: ledger.map((_, i) => i + 1), found: ledger },
    { what: 'Kafka: the same lines, in order, none twice', expected: ledger, found: told },
    { what: 'Temporal: the story has ended', expected: 'COMPLETED', found: story.status.name },
    { what: 'Temporal: shows the same state', expected: [state], found: story.searchAttributes['DossierState'] },
    {
      what: 'intake: its view has the last line',
      expected: ledger.at(-1),
      found: Object(view.body['progress'])['seq'],
    },
  ]
}
