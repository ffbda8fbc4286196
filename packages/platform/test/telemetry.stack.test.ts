import { randomUUID } from 'node:crypto'
import { createServer as createHttpServer, type Server } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { consume } from '../src/consume.ts'
import { currentTraceparent } from '../src/context.ts'
import { listen } from '../src/delivery.ts'
import { createServer } from '../src/http.ts'
import { inTurn } from '../src/inbox.ts'
import { openKafka } from '../src/kafka.ts'
import { makeLog } from '../src/log.ts'
import { announce } from '../src/outbox.ts'
import { inTransaction, openPool } from '../src/postgres.ts'
import { runRelay, sendToKafka } from '../src/relay.ts'
import { startTelemetry } from '../src/telemetry.ts'
import { freshDatabase } from '../src/testing.ts'

const Span = z.object({
  name: z.string(),
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
})
const Export = z.object({
  resourceSpans: z.array(z.object({ scopeSpans: z.array(z.object({ spans: z.array(Span) })) })),
})
const spans: z.infer<typeof Span>[] = []
let texts = ''
let collector: Server
beforeAll(async () => {
  collector = createHttpServer((request, response) => {
    let body = ''
    request.on('data', (part) => (body += String(part)))
    request.on('end', () => {
      texts += body
      spans.push(
        ...Export.parse(JSON.parse(body))
          .resourceSpans.flatMap((r) => r.scopeSpans)
          .flatMap((s) => s.spans),
      )
      response.end('{}')
    })
  })
  const port = await new Promise((resolve) =>
    collector.listen(0, '127.0.0.1', () => resolve(Object(collector.address()).port)),
  )
  process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = `http://127.0.0.1:${String(port)}`
})
afterAll(() => {
  delete process.env['OTEL_EXPORTER_OTLP_ENDPOINT']
  collector.close()
})

test('one trace goes from the caller through HTTP and SQL to the consumer of the message', async () => {
  const stopTelemetry = await startTelemetry('test')
  const fresh = await freshDatabase(new URL('migrations/', import.meta.url))
  const { current_database: name } = (await fresh.query('select current_database()')).rows[0]
  const db = openPool(`${process.env['TEST_POSTGRES']}/${name}`, () => {})
  const kafka = openKafka('test', [process.env['TEST_KAFKA'] ?? ''])
  const admin = kafka.admin()
  const Message = z.object({ id: z.string(), seq: z.int() })
  const topic = { name: `t-${randomUUID()}`, schema: Message, key: ({ id }: z.infer<typeof Message>) => id }
  await admin.connect()
  await admin.createTopics({ topics: [{ topic: topic.name, numPartitions: 1, replicationFactor: 1 }] })
  await admin.disconnect()

  const app = createServer().register(async (inner) => {
    inner.post('/effects', { config: { access: 'public' } }, async (request) => {
      const { what } = z.object({ what: z.string() }).parse(request.body)
      await inTransaction(db, async (tx) => {
        await tx.query('insert into effect (what) values ($1)', [what])
        await announce(tx, topic, { id: 'a', seq: 1 })
      })
      return { traceparent: currentTraceparent() }
    })
  })
  const relay = runRelay({ db, send: sendToKafka(kafka), report: () => {} })
  let hear = () => {}
  const heard = new Promise<void>((resolve) => (hear = resolve))
  const undo = inTurn(db, 'effects', topic, async (tx) => {
    await tx.query('delete from effect')
    hear()
  })
  const listener = listen(topic, undo)
  const consumption = consume(kafka, `g-${randomUUID()}`, [listener], { log: makeLog('t', { write: () => {} }), db })

  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'
  const traceparent = `00-${traceId}-00f067aa0ba902b7-01`
  const headers = { traceparent }
  const answer = await app.inject({ method: 'POST', url: '/effects', headers, payload: { what: 'canary' } })
  expect(answer.json().traceparent).toContain(traceId)
  await heard
  await consumption.stop()
  await relay.stop()
  await stopTelemetry()
  await Promise.all([db.end(), fresh.end()])

  const ours = spans.filter((span) => span.traceId === traceId)
  const named = (wanted: string) => ours.find((span) => span.name === wanted)
  const request = named('POST /effects')
  const insert = named('sql insert')
  const handled = named(`handle ${topic.name}`)
  const deleted = named('sql delete')
  expect(request?.parentSpanId).toBe('00f067aa0ba902b7')
  expect(insert?.parentSpanId).toBe(request?.spanId)
  expect(named('relay send')).toBeDefined()
  expect(handled?.parentSpanId).toBe(request?.spanId)
  expect(deleted?.parentSpanId).toBe(handled?.spanId)
  expect(texts).not.toContain('canary')
})
