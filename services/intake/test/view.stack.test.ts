import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ApplicationMessage, applicationTopic } from '@dossier/contracts/application'
import { calendarTopic, officerTopic, organisationTopic, procedureTopic } from '@dossier/contracts/catalogue'
import { dossierTopic } from '@dossier/contracts/dossier'
import { type FeedbackMessage, feedbackTopic } from '@dossier/contracts/feedback'
import { findingTopic } from '@dossier/contracts/finding'
import { openKafka, openProducer } from '@dossier/platform/kafka'
import { freshDatabase } from '@dossier/platform/testing'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { news } from './dossier-news.ts'
import { allowance } from './forms.ts'
import { citizen, newKey, pdf, publishedFiles } from './office.ts'
import { type Service, startService } from './running-service.ts'

const brokers = process.env['TEST_KAFKA'] ?? '127.0.0.1:9092'
const kafka = openKafka('intake-test', [brokers])
const admin = kafka.admin()
const producer = openProducer(kafka)
const listener = kafka.consumer({ groupId: `intake-test-${Date.now()}` })
const heard: ApplicationMessage[] = []
const heardFeedback: FeedbackMessage[] = []
const patient = { timeout: 30_000, interval: 100 }

let db: Pool
let folder: string
let issuer: Service
let intake: Service
let env: NodeJS.ProcessEnv

beforeAll(async () => {
  db = await freshDatabase(new URL('../migrations/', import.meta.url))
  folder = await mkdtemp(join(tmpdir(), 'intake-stack-'))
  await Promise.all([admin.connect(), producer.connect(), listener.connect()])
  const kept = [procedureTopic, organisationTopic, officerTopic, calendarTopic]
  const told = [dossierTopic, applicationTopic, feedbackTopic, findingTopic]
  const topics = [...[...kept, ...told].map(({ name }) => name), 'intake.dead.v1']
  const there = await admin.listTopics()
  const missing = topics.filter((topic) => !there.includes(topic))
  await admin.createTopics({ topics: missing.map((topic) => ({ topic, numPartitions: 1, replicationFactor: 1 })) })
  await listener.subscribe({ topics: [applicationTopic.name, feedbackTopic.name], fromBeginning: true })
  await listener.run({
    eachMessage: async ({ topic, message }) => {
      const body: unknown = JSON.parse(String(message.value))
      if (topic === feedbackTopic.name) heardFeedback.push(feedbackTopic.schema.parse(body))
      else heard.push(applicationTopic.schema.parse(body))
    },
  })
  issuer = await startService(new URL('../../../infra/local/issuer/main.ts', import.meta.url), {
    ISSUER_DIR: folder,
    AUTH_AUDIENCE: 'one-stop-shop',
  })
  env = {
    DATABASE_URL: await addressOf(db),
    KAFKA_BROKERS: brokers,
    AUTH_ISSUER: issuer.url,
    AUTH_AUDIENCE: 'one-stop-shop',
    FILES_DIR: folder,
    CLOCK: 'real',
    SERVICE_CLIENT_ID: 'intake',
    SERVICE_SECRET_FILE: folder,
    POSTAL_URL: 'http://127.0.0.1:1',
    SWEEP_MS: '200',
  }
  intake = await startService(new URL('../src/main.ts', import.meta.url), env)
})
afterAll(async () => {
  await Promise.all([intake.stop(), issuer.stop(), admin.disconnect(), producer.disconnect(), listener.disconnect()])
  await db.end()
  await rm(folder, { recursive: true, force: true })
})

const addressOf = async (pool: Pool) => {
  const { rows } = await pool.query('select current_database() as name')
  return `${process.env['TEST_POSTGRES']}/${rows[0].name}`
}

const tell = (topic: string, key: string, body: object) =>
  producer.send({ topic, acks: -1, messages: [{ key, value: JSON.stringify(body) }] })

const publish = async () => {
  const files = publishedFiles()
  const announce = async (topic: string, rows: Iterable<{ key: string; body: object }>) => {
    const messages = [...rows].map(({ key, body }) => ({ key, value: JSON.stringify({ key, revision: 1, body }) }))
    await producer.send({ topic, acks: -1, messages })
  }
  const keyed = <B extends object>(rows: readonly B[], key: (row: B) => string) =>
    rows.map((body) => ({ key: key(body), body }))
  const tree = files.organisations()
  const today = files.versionsOn(new Date().toISOString().slice(0, 10))
  await announce(
    procedureTopic.name,
    keyed(today, ({ id }) => id),
  )
  await announce(
    organisationTopic.name,
    keyed([...tree.rows.values()], ({ code }) => code),
  )
  const calendar = files.calendarOn(new Date().toISOString().slice(0, 10))
  await announce(
    calendarTopic.name,
    keyed(calendar === undefined ? [] : [calendar], ({ version }) => version),
  )
  const ids = ['xa-ia-grai.intake', 'ia-kha.intake']
  await announce(
    officerTopic.name,
    keyed(
      ids.flatMap((id) => files.officer(id) ?? []),
      ({ id }) => id,
    ),
  )
}

const tokenOf = async (account: string) => {
  const body = { grant_type: 'account', account }
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${issuer.url}/token`, { method: 'POST', headers, body: JSON.stringify(body) })
  return `Bearer ${Object(await response.json()).access_token}`
}
const headersOf = async (account: string) => ({ authorization: await tokenOf(account), 'idempotency-key': newKey() })
const newDesk = 'H21.91.01' // the desk of a commune of our days: the service runs by the real clock

const submit = async (through: Service): Promise<string> => {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(pdf(newKey()))]), 'giay-to.pdf')
  const uploaded = await fetch(`${through.url}/uploads`, {
    method: 'POST',
    headers: await headersOf(citizen),
    body: form,
  })
  const components = { '02': { uploads: [Object(await uploaded.json()).uploadId] } }
  const body = {
    procedure: 'fx.tro-cap-khang-chien',
    channel: 'online',
    receivingDesk: newDesk,
    form: allowance,
    components,
  }
  const headers = { ...(await headersOf(citizen)), 'content-type': 'application/json' }
  const response = await fetch(`${through.url}/applications`, { method: 'POST', headers, body: JSON.stringify(body) })
  const answer = Object(await response.json())
  if (response.status !== 201) throw new Error(`submission answered ${response.status} ${answer.code}`)
  return answer.applicationId
}
const progressOf = async (id: string) => {
  const response = await fetch(`${intake.url}/applications/mine`, { headers: await headersOf(citizen) })
  const { applications } = Object(await response.json())
  return applications.find(({ applicationId }: { applicationId: string }) => applicationId === id)?.progress
}
const metric = async (name: string) => {
  const text = await (await fetch(`${intake.url}/metrics`)).text()
  return text.split('\n').find((line) => line.startsWith(name))
}

test('without a copy of the catalogue it is not ready; once it has heard it is', async () => {
  await expect.poll(() => intake.status('/livez'), patient).toBe(200)
  expect(await intake.status('/readyz')).toBe(503)
  await publish()
  await expect.poll(() => intake.status('/readyz'), patient).toBe(200)
})

test('an online application is told on Kafka, and what the ledger tells of it comes back to the applicant', async () => {
  const id = await submit(intake)
  await expect
    .poll(() => heard.find(({ applicationId }) => applicationId === id), patient)
    .toMatchObject({ seq: 1, event: { applicant: citizen } })
  await tell(dossierTopic.name, id, news(id, { seq: 1, state: 'in-progress', at: new Date().toISOString() }))
  await expect
    .poll(() => progressOf(id), patient)
    .toMatchObject({ state: 'in-progress', stage: { place: 1, of: 3 }, due: { on: '2021-10-01' } })
  const { rows } = await db.query(
    'select extract(epoch from applied_at - at)::float8 as lag from progress where dossier_id = $1',
    [id],
  )
  expect(rows[0].lag).toBeLessThan(2)
})

test('feedback given without an account is told on Kafka, and so is the silence that follows, once', async () => {
  const response = await fetch(`${intake.url}/feedback`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': newKey() },
    body: JSON.stringify({ agency: newDesk, matter: 'attitude', words: 'Không ai tiếp.' }),
  })
  const { reference } = Object(await response.json())
  const { rows } = await db.query('select id from feedback where reference = $1', [reference])
  const told = () => heardFeedback.filter(({ feedbackId }) => feedbackId === rows[0].id).map(({ event }) => event.type)
  await expect.poll(told, patient).toEqual(['FeedbackReceived'])
  // As if it had come long ago: the service runs by the real clock.
  await db.query(
    `update feedback set next_silence = now() - interval '1 day', body = jsonb_set(body, '{dues,rejectBy,on}', '"2021-09-01"')
     where id = $1`,
    [rows[0].id],
  )
  await expect.poll(told, patient).toEqual(['FeedbackReceived', 'FeedbackLimitMissed'])
})

test('a gap in a dossier’s news shows in the metrics until it is filled', async () => {
  const id = await submit(intake)
  const name = 'inbox_parked_messages{consumer="intake.progress"'
  await tell(dossierTopic.name, id, news(id, { seq: 2 }))
  await expect.poll(() => metric(name), patient).toMatch(/ 1$/)
  expect(await progressOf(id)).toBeNull()
  await tell(dossierTopic.name, id, news(id, { seq: 1, state: 'submitted' }))
  await expect.poll(() => progressOf(id), patient).toMatchObject({ seq: 2 })
  await expect.poll(() => metric(name), patient).toBeUndefined()
})

test('with Kafka and catalogue down it starts, is ready, posts, and takes applications in; they are told afterwards', async () => {
  const alone = await startService(new URL('../src/main.ts', import.meta.url), { ...env, KAFKA_BROKERS: '127.0.0.1:1' })
  await intake.stop()
  await expect.poll(() => alone.status('/readyz'), patient).toBe(200)
  expect(await alone.status('/procedures?q=khang+chien')).toBe(200)
  const id = await submit(alone)
  expect(await alone.stop()).toBe(0)
  expect(heard.some(({ applicationId }) => applicationId === id)).toBe(false)
  intake = await startService(new URL('../src/main.ts', import.meta.url), env)
  await expect.poll(() => heard.some(({ applicationId }) => applicationId === id), patient).toBe(true)
})

test('it ends at a signal, with nothing half-done', async () => {
  await expect.poll(() => intake.status('/readyz'), patient).toBe(200)
  expect(await intake.stop()).toBe(0)
})
