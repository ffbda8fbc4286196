import { createServer } from 'node:http'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { calendarTopic, officerTopic, organisationTopic, procedureTopic } from '@dossier/contracts/catalogue'
import { dossierTopic } from '@dossier/contracts/dossier'
import { topics } from '@dossier/contracts/topics'
import { openKafka, openProducer } from '@dossier/platform/kafka'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { books } from './books.ts'
import { line, newDossier, openPost, type Post } from './post.ts'
import { type Service, startService } from './running-service.ts'
import { somebody } from './somebody.ts'

const brokers = process.env['TEST_KAFKA'] ?? '127.0.0.1:9092'
const kafka = openKafka('notifications-test', [brokers])
const admin = kafka.admin()
const producer = openProducer(kafka)
const patient = { timeout: 40_000, interval: 100 }

let post: Post
let folder: string
let issuer: Service
let service: Service
const asked: (string | undefined)[] = []
// Intake, as far as this service asks it: the token it comes with is the issuer's.
const intake = createServer((request, response) => {
  asked.push(request.url)
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify({ applicant: somebody, representative: null }))
})

beforeAll(async () => {
  post = await openPost()
  folder = await mkdtemp(join(tmpdir(), 'notifications-'))
  await new Promise<void>((listening) => intake.listen(0, '127.0.0.1', listening))
  await Promise.all([admin.connect(), producer.connect()])
  const there = await admin.listTopics()
  const names = [...topics.map(({ name }) => name), 'notifications.dead.v1'].filter((name) => !there.includes(name))
  await admin.createTopics({ topics: names.map((topic) => ({ topic, numPartitions: 1, replicationFactor: 1 })) })
  issuer = await startService(new URL('../../../infra/local/issuer/main.ts', import.meta.url), {
    ISSUER_DIR: folder,
    AUTH_AUDIENCE: 'one-stop-shop',
  })
  await vi.waitUntil(async () => (await issuer.status('/readyz')) === 200, patient)
  const { port } = Object(intake.address())
  service = await startService(new URL('../src/main.ts', import.meta.url), {
    ...post.env,
    INTAKE_URL: `http://127.0.0.1:${port}`,
    DATABASE_URL: await addressOf(post.db),
    KAFKA_BROKERS: brokers,
    AUTH_ISSUER: issuer.url,
    CASEWORK_URL: 'http://127.0.0.1:9',
    FILES_DIR: folder,
    SERVICE_CLIENT_ID: 'notifications',
    SERVICE_SECRET_FILE: folder,
    CLOCK: 'real',
  })
})
afterAll(async () => {
  await Promise.all([service.stop(), issuer.stop(), admin.disconnect(), producer.disconnect()])
  intake.close()
  await post.close()
  await rm(folder, { recursive: true, force: true })
})

const addressOf = async (db: Pool) => {
  const { rows } = await db.query('select current_database() as name')
  return `${process.env['TEST_POSTGRES']}/${rows[0].name}`
}
const tell = (topic: string, key: string, body: object) =>
  producer.send({ topic, acks: -1, messages: [{ key, value: JSON.stringify(body) }] })

test('the service starts, has the catalogue, hears of an application and tells the applicant; stopped, it leaves', async () => {
  for (const [{ name }, rows] of [
    [procedureTopic, books.procedures.all()],
    [organisationTopic, books.organisations.all()],
    [officerTopic, books.officers.all()],
    [calendarTopic, books.calendars.all()],
  ] as const)
    for (const [key, body] of rows) await tell(name, key, { key, revision: 1, body })
  await expect.poll(() => service.status('/readyz'), patient).toBe(200)

  const id = newDossier()
  await tell(dossierTopic.name, id, line('DossierOpened', id, 1))
  await expect
    .poll(() => post.mailbox.all().map(({ subject }) => subject), patient)
    .toContainEqual(expect.stringContaining('đã nhận hồ sơ')) // among what other dossiers on this Kafka have told
  expect(asked).toContain(`/applications/${id}/contact`)
  const document: unknown = await (await fetch(`${service.url}/openapi.json`)).json()
  expect(Object.keys(Object(document).paths)).toContain('/messages/mine')
})
