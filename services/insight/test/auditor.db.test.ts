import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { as, freshDatabase, keylessRoutes, subjectAsToken } from '@dossier/platform/testing'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '../src/app.ts'
import type { Report } from '../src/audit.ts'
import { makeLookElsewhere } from '../src/elsewhere.ts'
import { keepRun } from '../src/runs.ts'
import { openSeal } from '../src/sheets/seal.ts'
import { clockAt } from './audited.ts'
import { officers } from './law.ts'

let db: Pool
let app: ReturnType<typeof buildApp>
const at = '2021-06-01T01:00:00.000Z'
const found = (broken: number): Report => ({
  form: 'any-time',
  at,
  isOneMoment: true,
  dossiers: 1,
  lines: 1,
  ms: 1,
  findings: [{ name: 'one-holder', examined: 1, broken, offenders: broken > 0 ? [{ id: 'x', why: 'y' }] : [], ms: 1 }],
})
let next = found(0)
let goesOn: Promise<unknown> = Promise.resolve()
const felt = { queues: [], messages: null, lags: null, stories: null, swept: null }

beforeAll(async () => {
  db = await freshDatabase(new URL('../migrations/', import.meta.url))
  const seal = await openSeal(join(await mkdtemp(join(tmpdir(), 'sheets-')), 'key.pem'), { makes: true })
  const run = async () => {
    await goesOn
    return { run: (await keepRun(db, next)).run, report: next }
  }
  const pulse = {
    takePulse: async () => felt,
    knows: async () => true,
    operate: async () => {},
    temporalUi: null,
    tracePage: null,
  }
  const deps = { db, clock: clockAt(at), seal, officers: () => officers, run, ...pulse }
  app = buildApp(deps, { authenticate: subjectAsToken })
  await app.ready()
})
afterAll(async () => {
  await app.close()
  await db.end()
})

const ask = (who: string, key: string) =>
  app.inject({ method: 'POST', url: '/audits', headers: { ...as(who), 'idempotency-key': key }, payload: {} })

test('what was fine and is not is told once, and once more when it holds again', async () => {
  const drifts = []
  for (const broken of [0, 3, 4, 0, 0, 1]) drifts.push((await keepRun(db, found(broken))).drifts)
  expect(drifts).toEqual([
    [],
    [{ name: 'one-holder', broken: 3, holds: false }],
    [],
    [{ name: 'one-holder', broken: 0, holds: true }],
    [],
    [{ name: 'one-holder', broken: 1, holds: false }],
  ])
})

test('two processes that find the same at once tell it once', async () => {
  await keepRun(db, found(0))
  const both = await Promise.all([keepRun(db, found(2)), keepRun(db, found(2))])
  expect(both.flatMap(({ drifts }) => drifts)).toHaveLength(1)
})

const admin = [...officers.values()].find(({ mandates }) =>
  mandates.some(
    ({ role, from, to }) => role === 'system-admin' && from <= '2021-06-01' && (to === null || to >= '2021-06-01'),
  ),
)

test('whoever looks after the product audits, and finds the audit in the list; the same key audits once', async () => {
  const who = `officer:${admin?.id ?? ''}`
  next = found(2)
  const answers = [await ask(who, 'k1'), await ask(who, 'k1')]
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200])
  const [run] = answers.map((answer): string => answer.json().run)
  expect(answers[1]?.json().run).toBe(run)
  const list = await app.inject({ url: '/audits?limit=1', headers: as(who) })
  expect(list.json()).toMatchObject({ runs: [{ run, holds: false, form: 'any-time' }] })
  expect((await app.inject({ url: `/audits/${run}`, headers: as(who) })).json()).toEqual(next)
  expect((await app.inject({ url: '/drifts', headers: as(who) })).json().drifts[0]).toMatchObject({
    name: 'one-holder',
  })
  expect((await app.inject({ url: '/audits/999999', headers: as(who) })).statusCode).toBe(404)
})

test('who waits for an audit keeps nobody else waiting, and is told of it when asking again under the same key', async () => {
  const who = `officer:${admin?.id ?? ''}`
  const gate = Promise.withResolvers<void>()
  goesOn = gate.promise
  const asked = Array.from({ length: 30 }, (_, n) => ask(who, `many-${n}`).then((answer) => answer))
  expect((await app.inject({ url: '/audits', headers: as(who) })).statusCode).toBe(200)
  gate.resolve()
  const answers = await Promise.all(asked)
  expect(answers.filter(({ statusCode }) => statusCode !== 200)).toEqual([])
  goesOn = Promise.resolve()
  next = found(0)
  expect((await ask(who, 'many-0')).json()).toEqual(answers[0]?.json())
})

test.each([
  ['a desk officer', 'officer:ia-pech.intake', 403],
  ['a citizen', 'citizen:c1', 403],
  ['a service without the scope of operations', 'service:casework', 403],
  ['its own account', 'service:insight', 200],
])('%s: audits and sheets', async (_, who, status) => {
  for (const url of ['/audits', '/sheets', '/drifts'])
    expect((await app.inject({ url, headers: as(who) })).statusCode).toBe(status)
})

test('anybody may read what the invariants are and by which key sheets are signed', async () => {
  expect((await app.inject({ url: '/invariants' })).json().invariants).toHaveLength(15)
  expect((await app.inject({ url: '/sheets/key' })).json().publicKey).toContain('BEGIN PUBLIC KEY')
})

test('every route that changes something asks for an Idempotency-Key', async () => {
  expect(keylessRoutes((await app.inject({ url: '/openapi.json' })).json())).toEqual([])
})

test('a planted identity is found in a log, by the name of its file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'logs-'))
  await writeFile(join(folder, 'sound.log'), '{"msg":"handled"}\n')
  await writeFile(join(folder, 'leaking.log'), '{"msg":"handled"}\n{"msg":"mail to canary@example.test"}\n')
  const look = makeLookElsewhere({ logs: [folder], metrics: [], engines: [] })
  expect(await look(['canary@example.test'])).toEqual({
    examined: 2,
    offenders: [{ id: join(folder, 'leaking.log'), why: 'a planted identity stands in it' }],
  })
})
