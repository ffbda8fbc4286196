import type { Kafka, Producer, TopicMessages } from 'kafkajs'
import type { Pool } from 'pg'
import { type Bell, makeBell } from './bell.ts'
import { forgetAnswers } from './idempotency.ts'
import { openProducer } from './kafka.ts'
import { outboxSent, relayTroubles } from './metrics.ts'
import { watchOutbox } from './outbox-watch.ts'
import type { Tx } from './postgres.ts'
import { adoptCluster } from './relay-cursor.ts'
import { rest } from './retry.ts'
import { inSpan } from './spans.ts'
import { crashPoint } from './crash-point.ts'

export type OutboxRow = {
  tx: string
  id: string
  topic: string
  key: string
  body: unknown
  headers: Record<string, string>
}
/** Tells rows, in their order, or throws; it may be asked to tell the same rows again. `close` ends it. */
export type Send = ((rows: OutboxRow[]) => Promise<unknown>) & { close?: () => Promise<void> }

/** `nudge` after a commit: its rows go out within milliseconds, not with the next poll. `stop` waits for the last batch. */
export type Relay = { nudge: () => void; stop: () => Promise<void> }

const batchRows = 500
// Whoever commits here rings: this is for rows that were held back, and for what another instance of the service wrote.
const pollMs = 100
const watchMs = 5_000
const fenceAlarmSeconds = 30

// Ids are taken before commit, so `id > last` loses rows. Below the oldest running transaction nothing new can appear.
const nextRows = `
  select tx::text, id, topic, key, body, headers from outbox
  where (tx, id) > (select tx, id from relay_cursor) and tx < pg_snapshot_xmin(pg_current_snapshot())
  order by outbox.tx, outbox.id limit ${batchRows}`
const moveOn = 'update relay_cursor set tx = $1, id = $2'

/** Sends, then moves the cursor: after a crash in between the same rows go out again. Gives how many. */
export const relayBatch = async (db: Tx, send: Send): Promise<number> => {
  const { rows } = await db.query<OutboxRow>(nextRows)
  const last = rows.at(-1)
  if (last === undefined) return 0
  crashPoint('relay: before sending')
  await send(rows)
  crashPoint('relay: sent, cursor not moved')
  await db.query(moveOn, [last.tx, last.id])
  crashPoint('relay: cursor moved')
  for (const { topic } of rows) outboxSent.inc({ topic })
  return rows.length
}

// Advisory locks are shared by a whole database, and each service has its schema in it.
const tryLock = `select pg_try_advisory_lock(hashtextextended('relay:' || current_schema(), 0)) as ours`

type Deps = { db: Pool; send: Send; report: (trouble: unknown) => void }

/**
 * Tells what the outbox holds, until stopped; of several instances one at a time. Trouble is reported and tried again: no
 * desk waits for Kafka. Also keeps the outbox' metrics, reports a transaction that holds messages back for 30 s, and forgets rows
 * a week after they were told and first answers after thirty days.
 */
export const runRelay = ({ db, send, report }: Deps): Relay => {
  const stopping = new AbortController()
  const bell = makeBell(stopping.signal, pollMs)
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await relayWhileOurs({ db, send, report }, bell, stopping.signal).catch((trouble: unknown) => {
        relayTroubles.inc()
        report(trouble)
      })
      await rest(pollMs, stopping.signal)
    }
    await send.close?.()
  })()
  return {
    nudge: bell.ring,
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

const relayWhileOurs = async ({ db, send, report }: Deps, bell: Bell, stop: AbortSignal) => {
  const client = await db.connect()
  try {
    while (!stop.aborted && !(await client.query<{ ours: boolean }>(tryLock)).rows[0]?.ours) await rest(pollMs, stop)
    if (stop.aborted) return
    await adoptCluster(client, report)
    let watchAt = 0
    while (!stop.aborted) {
      if (Date.now() >= watchAt) {
        const heldBack = await watchOutbox(client)
        if (heldBack > fenceAlarmSeconds)
          report(
            new Error(`A transaction has held back all messages for ${Math.round(heldBack)} s: see pg_stat_activity`),
          )
        await forgetAnswers(client) // the relay is the one part of a service that is sure to run, and to run once
        watchAt = Date.now() + watchMs
      }
      if ((await relayBatch(client, send)) < batchRows) await bell.wait()
    }
  } finally {
    client.release(true) // the lock goes with the connection, and another instance takes over
  }
}

/**
 * Sends rows to Kafka, acknowledged by all replicas, with their headers. Connects at the first row, not at start: a desk
 * opens without Kafka. After a failure it begins anew, for the broker refuses the old producer's next numbers.
 */
export const sendToKafka = (kafka: Kafka): Send => {
  let producer: Producer | undefined
  const close = async () => {
    const old = producer
    producer = undefined
    await old?.disconnect()
  }
  const send = async (rows: OutboxRow[]) => {
    const [first] = rows
    const traceparent = first?.headers['traceparent']
    await inSpan({ name: 'relay send', kind: 'PRODUCER', traceparent, attributes: { rows: rows.length } }, async () => {
      producer ??= openProducer(kafka)
      await producer.connect()
      await producer.sendBatch({ acks: -1, topicMessages: rows.map(messageOf) })
    }).catch(async (error: unknown) => {
      await close().catch(() => {})
      throw error
    })
  }
  return Object.assign(send, { close })
}

const messageOf = ({ topic, key, body, headers }: OutboxRow): TopicMessages => ({
  topic,
  messages: [{ key, value: JSON.stringify(body), headers }],
})
