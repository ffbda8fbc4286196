import { once } from 'node:events'
import { createServer, request, type Server } from 'node:http'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { calendarTopic, officerTopic, organisationTopic, procedureTopic } from '@dossier/contracts/catalogue'
import { openKafka, openProducer } from '@dossier/platform/kafka'
import { freshDatabase } from '@dossier/platform/testing'
import { mintS10 } from '@dossier/domain/s10'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signatureOf } from '../src/carriers/signature.ts'
import { collection, desk, office, publishedFiles } from './post-office.ts'
import { type Service, startService } from './running-service.ts'
import { openSimulation, secret, type Simulation } from './simulation.ts'

const brokers = process.env['TEST_KAFKA'] ?? '127.0.0.1:9092'
const kafka = openKafka('postal-carrier-test', [brokers])
const producer = openProducer(kafka)
const patient = { timeout: 40_000, interval: 50 }
const clockAt = '2021-04-12T08:30:00.000Z'
const main = new URL('../src/main.ts', import.meta.url)

let db: Pool
let folder: string
let issuer: Service
let postal: Service
let carrier: Simulation
let between: Server
let env: NodeJS.ProcessEnv
/** Called with each order the carrier has taken, before its answer goes back; true keeps the answer back for ever. */
let onOrder: () => Promise<boolean> = async () => false

beforeAll(async () => {
  db = await freshDatabase(new URL('../migrations/', import.meta.url))
  folder = await mkdtemp(join(tmpdir(), 'postal-carrier-'))
  carrier = await openSimulation({ now: () => clockAt }, 'http://127.0.0.1:1')
  between = createServer((asked, answer) => {
    const to = request(`${carrier.url}${asked.url}`, { method: asked.method, headers: asked.headers }, (got) => {
      const isOrder = asked.url === '/orders'
      void (isOrder ? onOrder() : Promise.resolve(false)).then((isLost) => {
        if (isLost) return answer.destroy()
        answer.writeHead(got.statusCode ?? 500, got.headers)
        return got.pipe(answer)
      })
    })
    asked.pipe(to)
  }).listen(0, '127.0.0.1')
  await once(between, 'listening')
  const { port } = Object(between.address())
  const admin = kafka.admin()
  await Promise.all([admin.connect(), producer.connect()])
  const topics = [procedureTopic, organisationTopic, officerTopic, calendarTopic].map(({ name }) => name)
  const there = await admin.listTopics()
  const missing = [...topics, 'casework.dossier.v1', 'intake.application.v1', 'postal.parcel.v1', 'postal.dead.v1']
    .filter((topic) => !there.includes(topic))
    .map((topic) => ({ topic, numPartitions: 1, replicationFactor: 1 }))
  await admin.createTopics({ topics: missing })
  await admin.disconnect()
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
    CARRIER_URL: `http://127.0.0.1:${port}`,
    CARRIER_SECRET: secret,
    CARRIER_ROUND_MS: '100',
    CLOCK: 'scaled',
    CLOCK_WALL: new Date().toISOString(),
    CLOCK_ORIGIN: clockAt,
    CLOCK_SPEED: '1',
  }
  postal = await startService(main, env)
}, 60_000)
afterAll(async () => {
  between.close()
  await Promise.all([postal.stop(), issuer.stop(), producer.disconnect(), carrier.close()])
  await db.end()
  await rm(folder, { recursive: true, force: true })
})

const publish = async () => {
  const files = publishedFiles()
  const calendar = files.calendarOn('2021-04-12')
  const send = (topic: string, key: string, body: object) =>
    producer.send({ topic, acks: -1, messages: [{ key, value: JSON.stringify({ key, revision: 1, body }) }] })
  for (const row of files.organisations().rows.values()) await send(organisationTopic.name, row.code, row)
  for (const row of files.versionsOn('2021-04-12')) await send(procedureTopic.name, row.id, row)
  const officer = files.officer('ia-grang.post')
  if (officer !== undefined) await send(officerTopic.name, officer.id, officer)
  if (calendar !== undefined) await send(calendarTopic.name, calendar.version, calendar)
}

const killed = async () => {
  await postal.kill()
  await expect.poll(async () => (await connections()).rowCount, patient).toBe(0)
  postal = await startService(main, env)
  await expect.poll(() => postal.status('/readyz'), patient).toBe(200)
}
const connections = () =>
  db.query(`select from pg_stat_activity where datname = current_database() and application_name = 'postal'`)

let parcels = 0
/** A parcel packed for a citizen and given to the carrier; the order goes with the next round. */
const given = async () => {
  const code = mintS10('CA', 90_000_000 + (parcels += 1))
  const dossierId = `01990000-0000-7000-8000-0000000ca${String(parcels).padStart(3, '0')}`
  await db.query('insert into dossier (id, desk, procedure) values ($1, $2, $3)', [
    dossierId,
    desk,
    collection.procedure,
  ])
  await db.query(
    `insert into parcel (code, dossier_id, purpose, slip, sender, service_class, packed_at, packed_by)
     values ($1, $2, 'result', $1, $3, 'same-district', '2021-04-12T07:00:00Z', 'ia-grang.intake')`,
    [code, dossierId, desk],
  )
  await db.query('insert into recipient (parcel, contact) values ($1, $2)', [code, JSON.stringify(collection.sender)])
  await db.query(
    `insert into carrier_order (parcel, carrier, office, ordered_by, wanted_at, next_ask_at)
     values ($1, 'simulated', $2, 'ia-grang.intake', $3, $3)`,
    [code, office, clockAt],
  )
  return { code, dossierId }
}
const orderOf = async (code: string) =>
  (await db.query('select state, tracking_code as tracking from carrier_order where parcel = $1', [code])).rows[0]
/** What the hour until it is asked again would do. */
const anHourLater = (code: string) =>
  db.query('update carrier_order set next_ask_at = $2 where parcel = $1', [code, clockAt])

const taken = (code: string, tracking: string, transaction: string) => {
  const raw = JSON.stringify({
    tracking_code: tracking,
    order_code: code,
    status_code: 3,
    status_name: 'Đã lấy hàng',
    datetime: '12/04/2021 15:29:00',
  })
  const headers = {
    'content-type': 'application/json',
    'ems-transaction': transaction,
    'ems-signature': signatureOf(secret, transaction, Buffer.from(raw)),
  }
  return fetch(`${postal.url}/carriers/simulated/statuses`, { method: 'POST', headers, body: raw }).then(
    ({ status }) => status,
    () => 0,
  )
}
/** What there is of the taking over: it must be there once, all of it, or not at all. */
const effects = async (code: string, dossierId: string) => {
  const one = async (question: string, value: string) => (await db.query(question, [value])).rows[0].n
  return {
    reports: await one(`select count(*)::int as n from carrier_report where parcel = $1 and state = 'counted'`, code),
    scans: await one('select count(*)::int as n from scan where parcel = $1 and refusal is null', code),
    lines: await one(
      `select count(*)::int as n from line where dossier_id = $1 and event ->> 'type' = 'ParcelPosted'`,
      dossierId,
    ),
    told: await one(`select count(*)::int as n from line where dossier_id = $1`, dossierId),
  }
}

test('it is ready once it has heard the catalogue', async () => {
  await expect.poll(() => postal.status('/livez'), patient).toBe(200)
  await publish()
  await expect.poll(() => postal.status('/readyz'), patient).toBe(200)
}, 60_000)

test('killed when the carrier has taken an order and its answer is on the way: ordered once, and known by its code', async () => {
  let kills = 0
  onOrder = async () => {
    kills += 1
    if (kills > 1) return false
    await postal.kill()
    return true
  }
  const { code } = await given()
  await expect.poll(() => kills, patient).toBe(1)
  expect(await orderOf(code)).toEqual({ state: 'wanted', tracking: null })
  postal = await startService(main, env)
  await expect.poll(() => postal.status('/readyz'), patient).toBe(200)
  await anHourLater(code)
  await expect.poll(async () => (await orderOf(code)).state, patient).toBe('ordered')
  const ours = carrier.parcels.all().filter(({ parcel }) => parcel === code)
  expect(ours).toHaveLength(1)
  expect((await orderOf(code)).tracking).toBe(ours[0]?.trackingCode)
}, 120_000)

test('killed within a web-hook, before its commit and after it: sent again it counts once, nothing of it is missing', async () => {
  onOrder = async () => false
  const { code, dossierId } = await given()
  await expect.poll(async () => (await orderOf(code)).state, patient).toBe('ordered')
  const { tracking } = await orderOf(code)

  const holder = await db.connect()
  const key = `hashtextextended('custody:' || $1, 0)`
  await holder.query(`select pg_advisory_lock(${key})`, [dossierId])
  const calling = taken(code, tracking, 'GD-crash-1')
  const waiting = () => db.query(`select from pg_locks where locktype = 'advisory' and not granted`)
  await expect.poll(async () => (await waiting()).rowCount, patient).toBe(1)
  const dying = killed()
  expect(await calling).toBe(0)
  await holder.query(`select pg_advisory_unlock(${key})`, [dossierId])
  holder.release()
  await dying
  expect(await effects(code, dossierId)).toEqual({ reports: 0, scans: 0, lines: 0, told: 0 })

  // The carrier had no answer: it sends again, and the process dies as soon as the effect is there.
  const again = taken(code, tracking, 'GD-crash-1')
  await expect.poll(async () => (await effects(code, dossierId)).reports, patient).toBe(1)
  await killed()
  await again
  for (const transaction of ['GD-crash-1', 'GD-crash-1', 'GD-crash-2'])
    expect(await taken(code, tracking, transaction)).toBe(200)
  expect(await effects(code, dossierId)).toMatchObject({ reports: 1, scans: 1, lines: 1 })
  const documents = `select kind from document d join parcel p on p.slip = d.number where p.code = $1 and d.sha256 is not null`
  await expect.poll(async () => (await db.query(documents, [code])).rows, patient).toEqual([{ kind: 'posting-slip' }])
}, 180_000)
