import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { applicationTopic } from '@dossier/contracts/application'
import { calendarTopic, officerTopic, organisationTopic, procedureTopic } from '@dossier/contracts/catalogue'
import { dossierTopic } from '@dossier/contracts/dossier'
import { type ParcelMessage, parcelTopic } from '@dossier/contracts/parcel'
import { openKafka, openProducer } from '@dossier/platform/kafka'
import { freshDatabase } from '@dossier/platform/testing'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { balanceOf } from '../src/custody/balance.ts'
import { application, news, signedResult } from './dossier-news.ts'
import { collection, courier, publishedFiles } from './post-office.ts'
import { type Service, startService } from './running-service.ts'

const brokers = process.env['TEST_KAFKA'] ?? '127.0.0.1:9092'
const kafka = openKafka('postal-test', [brokers])
const admin = kafka.admin()
const producer = openProducer(kafka)
const listener = kafka.consumer({ groupId: `postal-test-${Date.now()}` })
const heard: ParcelMessage[] = []
const patient = { timeout: 40_000, interval: 100 }
const clockAt = '2021-04-12T08:30:00.000Z'

let db: Pool
let folder: string
let issuer: Service
let postal: Service
let env: NodeJS.ProcessEnv
const main = new URL('../src/main.ts', import.meta.url)

beforeAll(async () => {
  db = await freshDatabase(new URL('../migrations/', import.meta.url))
  folder = await mkdtemp(join(tmpdir(), 'postal-stack-'))
  await Promise.all([admin.connect(), producer.connect(), listener.connect()])
  const catalogue = [procedureTopic, organisationTopic, officerTopic, calendarTopic]
  const names = [...catalogue, dossierTopic, applicationTopic, parcelTopic].map(({ name }) => name)
  const topics = [...names, 'postal.dead.v1']
  const there = await admin.listTopics()
  const missing = topics.filter((topic) => !there.includes(topic))
  await admin.createTopics({ topics: missing.map((topic) => ({ topic, numPartitions: 1, replicationFactor: 1 })) })
  await listener.subscribe({ topics: [parcelTopic.name], fromBeginning: true })
  await listener.run({
    eachMessage: async ({ message }) => void heard.push(parcelTopic.schema.parse(JSON.parse(String(message.value)))),
  })
  issuer = await startService(new URL('../../../infra/local/issuer/main.ts', import.meta.url), {
    ISSUER_DIR: folder,
    AUTH_AUDIENCE: 'one-stop-shop',
  })
  const { rows } = await db.query('select current_database() as name')
  env = {
    DATABASE_URL: `${process.env['TEST_POSTGRES']}/${rows[0].name}`,
    KAFKA_BROKERS: brokers,
    AUTH_ISSUER: issuer.url,
    AUTH_AUDIENCE: 'one-stop-shop',
    KAFKA_SESSION_MS: '6000',
    FILES_DIR: join(folder, 'files'),
    CLOCK: 'scaled',
    CLOCK_WALL: new Date().toISOString(),
    CLOCK_ORIGIN: clockAt,
    CLOCK_SPEED: '1',
  }
  postal = await startService(main, env)
})
afterAll(async () => {
  await Promise.all([postal.stop(), issuer.stop(), admin.disconnect(), producer.disconnect(), listener.disconnect()])
  await db.end()
  await rm(folder, { recursive: true, force: true })
})

const tell = (topic: string, key: string, ...bodies: object[]) =>
  producer.send({ topic, acks: -1, messages: bodies.map((body) => ({ key, value: JSON.stringify(body) })) })

const publish = async () => {
  const files = publishedFiles()
  const rows = <B>(all: readonly B[], key: (row: B) => string) =>
    all.map((body) => ({ key: key(body), revision: 1, body }))
  const organisations = rows([...files.organisations().rows.values()], ({ code }) => code)
  const officer = files.officer('ia-grang.post')
  const calendar = files.calendarOn('2021-04-12')
  for (const row of organisations) await tell(organisationTopic.name, row.key, row)
  for (const row of rows(files.versionsOn('2021-04-12'), ({ id }) => id)) await tell(procedureTopic.name, row.key, row)
  for (const row of rows(officer === undefined ? [] : [officer], ({ id }) => id))
    await tell(officerTopic.name, row.key, row)
  for (const row of rows(calendar === undefined ? [] : [calendar], ({ version }) => version))
    await tell(calendarTopic.name, row.key, row)
}

const collect = async (key: string): Promise<string | undefined> => {
  const body = { grant_type: 'account', account: courier }
  const headers = { 'content-type': 'application/json' }
  const token = await fetch(`${issuer.url}/token`, { method: 'POST', headers, body: JSON.stringify(body) })
  const authorization = `Bearer ${Object(await token.json()).access_token}`
  const answer = await fetch(`${postal.url}/collections`, {
    method: 'POST',
    headers: { ...headers, authorization, 'idempotency-key': key },
    body: JSON.stringify(collection),
  }).catch(() => undefined)
  return answer?.status === 201 ? String(Object(await answer.json()).dossierId) : undefined
}

test('it is ready once it has heard the catalogue', async () => {
  await expect.poll(() => postal.status('/livez'), patient).toBe(200)
  await publish()
  await expect.poll(() => postal.status('/readyz'), patient).toBe(200)
})

test('killed again and again between effect and acknowledgement, nothing is doubled and nothing is missing', async () => {
  const ids = Array.from({ length: 40 }, (_, n) => `01990000-0000-7000-8000-00000000b${String(n).padStart(3, '0')}`)
  const collecting: Promise<string | undefined>[] = []
  for (let kill = 0; kill < 4; kill += 1) {
    for (const id of ids.slice(kill * 10, kill * 10 + 10)) {
      await tell(applicationTopic.name, id, application(id, [{ component: '01', originals: 1, certifiedCopies: 1 }]))
      const lines = [1, 2].map((seq) =>
        news(id, { seq, event: seq === 1 ? { type: 'DossierAssigned', officer: 'x' } : signedResult, at: clockAt }),
      )
      await tell(dossierTopic.name, id, ...lines, ...lines)
    }
    collecting.push(...Array.from({ length: 5 }, (_, n) => collect(`crash-${kill}-${n}`)))
    await expect.poll(async () => (await db.query('select from paper')).rowCount, patient).toBeGreaterThan(kill * 15)
    await postal.kill()
    postal = await startService(main, env)
    await expect.poll(() => postal.status('/readyz'), patient).toBe(200)
  }
  await Promise.all(collecting)
  const again = await Promise.all(Array.from({ length: 20 }, (_, n) => collect(`crash-${Math.floor(n / 5)}-${n % 5}`)))
  expect(new Set(again).size).toBe(20)
  const registered = async () =>
    (await db.query(`select count(*)::int as n from paper where dossier_id = any($1)`, [ids])).rows[0].n
  await expect.poll(registered, patient).toBe(40 * 3)
  const { rows } = await db.query('select count(*)::int as collected from collection')
  expect(rows).toEqual([{ collected: 20 }])
  // Others tell on the same topics: only what is of this story is counted.
  const balance = await balanceOf(db)
  expect(balance).toMatchObject({ closes: true, faults: [] })
  expect(balance.registered).toBeGreaterThanOrEqual(120 + 60)
  const untold = async () => {
    const told = new Set(heard.map(({ dossierId, seq }) => `${dossierId} ${seq}`))
    const kept = await db.query<{ id: string; seq: number }>('select dossier_id as id, seq from line')
    return kept.rows.filter(({ id, seq }) => !told.has(`${id} ${seq}`))
  }
  await expect.poll(untold, patient).toEqual([])
}, 180_000)
