import { randomUUID } from 'node:crypto'
import type { Message } from 'kafkajs'
import { atOnce, type Doing, type Ground } from './ground.ts'
import { OwnPart } from './fault.ts'
import { disposeOfPoisons } from './poison.ts'
import { untilDone, untilSo } from './until-done.ts'

/** Whose topic it is: topics are named by who tells in them. */
const tellerOf = (topic: string): OwnPart => OwnPart.parse(topic.split('.')[0])

const produce = async ({ kafka }: Ground, topic: string, messages: Message[]) => {
  const producer = kafka.producer({ allowAutoTopicCreation: false })
  try {
    await untilDone(() => producer.connect()) // it may have come up a moment ago
    return await producer.send({ topic, acks: -1, messages })
  } finally {
    await producer.disconnect()
  }
}

type Row = { key: string; body: unknown; headers: Record<string, string> }
const asMessage = ({ key, body, headers }: Row): Message => ({ key, value: JSON.stringify(body), headers })
const outboxOf = (topic: string) => `${tellerOf(topic)}.outbox`

/** The last messages of a topic come once more, after newer ones of the same keys. */
export const messagesDoubled: Doing<'messages-doubled'> = async (ground, { topic, count }) => {
  const last = `select key, body, headers from ${outboxOf(topic)} where topic = $1 order by tx desc, id desc limit $2`
  const { rows } = await ground.admin.query<Row>(last, [topic, count])
  if (rows.length > 0) await produce(ground, topic, rows.toReversed().map(asMessage))
  return atOnce
}

/** While its teller is cut off from Kafka, what it has to tell is told in reverse by another; then by itself. */
export const messagesReordered: Doing<'messages-reordered'> = async (ground, { topic }) => {
  const teller = tellerOf(topic)
  const lift = ground.detours.kafka.trouble(teller, { is: 'cut' })
  const untold = `
    select o.key, o.body, o.headers from ${outboxOf(topic)} o, ${teller}.relay_cursor c
    where o.topic = $1 and (o.tx, o.id) > (c.tx, c.id) order by o.tx desc, o.id desc`
  const rows = async () => (await ground.admin.query<Row>(untold, [topic])).rows
  return async () => {
    await untilSo(`${teller} has two things to tell`, async () => (await rows()).length > 1, 30_000)
    await produce(ground, topic, (await rows()).map(asMessage))
    lift()
  }
}

const gibberish: readonly (string | null)[] = [
  '{"seq": 1, ',
  '"Xin chào"',
  '{}',
  '[]',
  '{"seq":"một"}',
  null,
  '\u0000\u0001',
]

/**
 * Messages nobody can read, of keys nobody knows and of dossiers that go on: each is put aside, stops its own key at most,
 * and is then thrown away by an operator.
 */
export const messagesMalformed: Doing<'messages-malformed'> = async (ground, { topic, count }) => {
  const lately = `select distinct on (key) key from ${outboxOf(topic)} where topic = $1 and at > now() - interval '1 minute' limit $2`
  const known = (await ground.admin.query<{ key: string }>(lately, [topic, count])).rows
  const messages = Array.from({ length: count }, (_, i) => ({
    key: i % 2 === 0 ? randomUUID() : (known[i]?.key ?? randomUUID()),
    value: gibberish[i % gibberish.length] ?? null,
  }))
  // One by one: an answer names the place of the first.
  for (const message of messages)
    for (const { partition, baseOffset = '' } of await produce(ground, topic, [message]))
      ground.poisons.push({ topic, partition, position: baseOffset, key: message.key })
  return () => disposeOfPoisons(ground)
}
