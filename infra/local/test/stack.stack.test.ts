import { readFileSync, rmSync } from 'node:fs'
import { Kafka, logLevel } from 'kafkajs'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DrivenClock, readClock } from '../clock.ts'
import { databaseUrl, prepareDatabase } from '../databases.ts'
import { prepareTopics } from '../kafka.ts'
import { freePorts } from '../ports.ts'
import { searchAttributes } from '../search-attributes.ts'
import { type Note, openStack, type Stack } from '../stack.ts'
import { namespace, prepareTemporal, timeSkippingNow, withTemporal } from '../temporal.ts'
import { topics } from '../topics.ts'

const notes: Note[] = []
let stack: Stack
beforeAll(async () => {
  const wish = { name: `test-${process.pid}-own`, ports: await freePorts(), unsafe: true, env: {} }
  stack = openStack({ ...wish, clock: { mode: 'driven', at: '2021-04-12T00:00:00.000Z' } }, (note) => notes.push(note))
  await stack.start('postgres', 'kafka', 'temporal')
})
afterAll(async () => {
  await stack.stop()
  rmSync(stack.plan.folder, { recursive: true, force: true })
})

const asOwner = async (owner: string, statement: string) => {
  const client = new pg.Client({ connectionString: databaseUrl(stack.address.postgres, owner) })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

test('a service’s role works in its own schema and in no other', async () => {
  await asOwner('casework', 'create table dossier (id int); insert into dossier values (1)')
  expect(await asOwner('casework', 'select id from casework.dossier')).toEqual([{ id: 1 }])
  await expect(asOwner('intake', 'select id from casework.dossier')).rejects.toThrow('permission denied for schema')
  await expect(asOwner('intake', 'create table casework.mine ()')).rejects.toThrow('permission denied for schema')
  await expect(asOwner('intake', 'create table public.mine ()')).rejects.toThrow('permission denied for schema')
})

test('letters without their marks can be searched', async () => {
  expect(await asOwner('intake', `select unaccent('Nguyễn Đức') as plain`)).toEqual([{ plain: 'Nguyen Duc' }])
})

test('preparing twice changes nothing', async () => {
  const { postgres, kafka, temporal } = stack.address
  const again = Promise.all([prepareDatabase(postgres), prepareTopics(kafka), prepareTemporal(temporal)])
  await expect(again).resolves.toBeDefined()
})

test('every topic is there, with its partitions', async () => {
  const admin = new Kafka({ brokers: [stack.address.kafka], logLevel: logLevel.NOTHING }).admin()
  await admin.connect()
  const found = await admin.fetchTopicMetadata({ topics: topics.map(({ topic }) => topic) })
  await admin.disconnect()
  const partitions = Object.fromEntries(found.topics.map(({ name, partitions: all }) => [name, all.length]))
  expect(partitions).toEqual(Object.fromEntries(topics.map(({ topic, numPartitions }) => [topic, numPartitions])))
})

test('a driven stack’s Temporal keeps the machine’s time until it is driven, and the clock file says how they meet', async () => {
  const clock = readClock<DrivenClock>(stack.plan.folder)
  expect(clock).toMatchObject({ at: '2021-04-12T00:00:00.000Z', origin: '2021-04-12T00:00:00.000Z' })
  const now = await timeSkippingNow(stack.address.temporal)
  expect(Math.abs(now - Date.now())).toBeLessThan(5_000)
  expect(clock?.wall).toBeLessThanOrEqual(now)
})

test('servers named in the environment are prepared and used, and left running', async () => {
  const { postgres, kafka, temporal } = stack.address
  const env = { DATABASE_SERVER_URL: postgres, KAFKA_BROKERS: kafka, TEMPORAL_ADDRESS: temporal }
  const guest = openStack({ name: `test-${process.pid}-guest`, ports: await freePorts(), env })
  await guest.start('postgres', 'kafka', 'temporal')
  expect(guest.view().slice(0, 3)).toEqual([
    { part: 'postgres', state: 'elsewhere', address: postgres },
    { part: 'kafka', state: 'elsewhere', address: kafka },
    { part: 'temporal', state: 'elsewhere', address: temporal },
  ])
  await guest.stop()
  expect(await asOwner('casework', 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a killed database is reported by nobody, starts again, and has kept what was committed', async () => {
  await asOwner('casework', 'create table kept (id int); insert into kept values (7)')
  await stack.kill('postgres')
  await expect(asOwner('casework', 'select 1')).rejects.toThrow('ECONNREFUSED')
  expect(stack.view()).toContainEqual(expect.objectContaining({ part: 'postgres', state: 'stopped' }))
  await stack.start('postgres')
  expect(await asOwner('casework', 'select id from kept')).toEqual([{ id: 7 }])
  expect(notes.filter(({ type }) => type === 'fell')).toEqual([])
})

test('a conductor that is asked to stop closes all it has opened', async () => {
  await stack.start('issuer', 'conductor')
  await stack.stop('conductor')
  expect(readFileSync(`${stack.plan.folder}/logs/conductor.log`, 'utf8')).not.toContain('closing: ')
})

test('a part that ends by itself is told', async () => {
  const { pid = 0 } = stack.view().find(({ part }) => part === 'temporal') ?? {}
  process.kill(pid, 'SIGKILL')
  await expect
    .poll(() => notes)
    .toContainEqual({ type: 'fell', part: 'temporal', exit: { code: null, signal: 'SIGKILL' } })
})

test('the dev server keeps its namespace and search attributes over a restart', async () => {
  const name = `test-${process.pid}-temporal`
  const own = openStack({ name, ports: await freePorts(), env: {} })
  for (let attempt = 0; attempt < 2; attempt += 1) {
    await own.start('temporal')
    const known = await withTemporal(own.address.temporal, ({ operatorService }) =>
      operatorService.listSearchAttributes({ namespace }),
    )
    expect(Object.keys(known.customAttributes)).toEqual(expect.arrayContaining([...searchAttributes]))
    await own.stop()
  }
  rmSync(own.plan.folder, { recursive: true })
})
