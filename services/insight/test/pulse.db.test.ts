import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { as, freshDatabase, subjectAsToken } from '@dossier/platform/testing'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '../src/app.ts'
import type { Act } from '../src/pulse/operate.ts'
import { makeReadQueues } from '../src/pulse/queues.ts'
import { openSeal } from '../src/sheets/seal.ts'
import { clockAt } from './audited.ts'
import { officers } from './law.ts'
import { fill, makeDatabase, placesIn, tellAll } from './one-database.ts'

let db: Pool
let app: ReturnType<typeof buildApp>
let read: ReturnType<typeof makeReadQueues>
const done: { act: Act; key: string }[] = []
let isOut = false
const dossier = '0197a000-0000-7000-8000-000000000001'
const notice = '0197a000-0000-7000-8000-0000000000a1'
const message = '0197a000-0000-7000-8000-0000000000a2'
const letter = (key: string, position: number, behind = false) => ({
  consumer: 'postal',
  topic: 'casework.dossier.v1',
  key,
  partition: 0,
  position,
  value: 'x',
  headers: {},
  reason: behind ? 'behind a dead letter' : 'unreadable: /event',
  behind,
})

beforeAll(async () => {
  const name = await makeDatabase()
  await tellAll(name)
  await fill(name, {
    'postal.dead_letter': [letter('a', 1), letter('a', 2, true), letter('b', 3)],
    'casework.swept_alarm': [
      {
        dossier_id: dossier,
        alarm: 'overdue:1',
        kind: 'overdue',
        due_at: '2021-05-17T17:00:00Z',
        at: '2021-05-18T03:00:00Z',
      },
    ],
    'notifications.notice': [
      {
        id: notice,
        cause: 'c',
        subject: dossier,
        recipient: 'applicant',
        template: 'supplement-requested',
        urgency: 'legal',
        channels: ['email'],
        facts: {},
        at: '2021-05-18T03:00:00Z',
        state: 'prepared',
      },
    ],
    'notifications.message': [
      {
        id: message,
        notice_id: notice,
        subject: dossier,
        recipient: 'applicant',
        channel: 'email',
        urgency: 'legal',
        language: 'vi',
        address: 'nguoi-nop@example.test',
        state: 'failed',
        why: 'EENVELOPE 550 RCPT TO',
        queued_at: '2021-05-18T03:00:00Z',
      },
    ],
    'casework.outbox': [{ topic: 'casework.dossier.v1', key: dossier, body: {}, headers: {} }],
  })
  read = makeReadQueues(placesIn(name))
  db = await freshDatabase(new URL('../migrations/', import.meta.url))
  const seal = await openSeal(join(await mkdtemp(join(tmpdir(), 'sheets-')), 'key.pem'), { makes: true })
  const deps = {
    db,
    clock: clockAt('2021-06-01T01:00:00.000Z'),
    seal,
    officers: () => officers,
    run: () => Promise.reject(new Error('not asked here')),
    takePulse: async () => ({
      queues: await read.queues(),
      messages: await read.messages(),
      lags: null,
      stories: null,
      swept: await read.swept(),
    }),
    knows: read.knows,
    operate: async (act: Act, { key, dry }: { key: string; dry: boolean }) => {
      if (isOut) throw new Error('the service is out')
      if (!dry) done.push({ act, key })
    },
    temporalUi: null,
    tracePage: null,
  }
  app = buildApp(deps, { authenticate: subjectAsToken })
  await app.ready()
})
afterAll(async () => {
  await app.close()
  await read.close()
  await db.end()
})

const admin = [...officers.values()].find(({ mandates }) => mandates.some(({ role }) => role === 'system-admin'))?.id
const act = (key: string, payload: object, who = `officer:${admin}`) =>
  app.inject({ method: 'POST', url: '/acts', headers: { ...as(who), 'idempotency-key': key }, payload })
const redrive = { what: 'redrive', group: 'postal', key: 'a' }

test('what waits is read in each service, a dead letter with what stands behind it', async () => {
  const pulse = (await app.inject({ url: '/pulse', headers: as(`officer:${admin}`) })).json()
  const byService = new Map(pulse.queues.map((one: { service: string }) => [one.service, one]))
  expect(byService.get('postal')).toMatchObject({
    untold: 0,
    dead: [
      { group: 'postal', key: 'a', reason: 'unreadable: /event', behind: 1 },
      { key: 'b', behind: 0 },
    ],
  })
  expect(byService.get('casework')).toMatchObject({ untold: 1, dead: [] })
  expect(pulse.lags).toBe(null) // could not be asked, and hides nothing of the rest
})

test('an act is rehearsed first, done once, and kept with its reason', async () => {
  const reason = 'Lỗi đã sửa ở bản mới'
  expect((await act('k1', { act: redrive, reason, dry: true })).json()).toEqual({ found: 2 })
  expect(done).toEqual([])
  for (const _ of [1, 2]) expect((await act('k2', { act: redrive, reason, dry: false })).json()).toEqual({ found: 2 })
  expect(done).toEqual([{ act: redrive, key: 'k2' }])
  const { acts } = (await app.inject({ url: '/acts', headers: as(`officer:${admin}`) })).json()
  expect(acts).toMatchObject([
    { who: `officer:${admin}`, what: 'redrive', target: { group: 'postal', key: 'a' }, reason, dry: false, found: 2 },
    { dry: true },
  ])
  await expect(db.query('delete from operation')).rejects.toThrow('never changed')
})

test('a message that did not arrive is shown without its recipient, and sent again on one channel', async () => {
  const pulse = (await app.inject({ url: '/pulse', headers: as(`officer:${admin}`) })).json()
  expect(pulse.messages).toMatchObject({ undelivered: 1, open: [{ message, channel: 'email', used: ['email'] }] })
  expect(JSON.stringify(pulse.messages)).not.toMatch(/applicant|example\.test/)
  const resend = { what: 'resend', message, channel: 'sms' }
  expect((await act('m1', { act: resend, reason: 'Thư bị trả lại', dry: true })).json()).toEqual({ found: 1 })
  expect(done.filter((one) => one.act.what === 'resend')).toEqual([])
  expect((await act('m2', { act: resend, reason: 'Thư bị trả lại', dry: false })).json()).toEqual({ found: 1 })
  expect(done.at(-1)).toEqual({ act: resend, key: 'm2' })
})

test('what the sweeper sounded in place of the conductor is counted and named', async () => {
  const { swept } = (await app.inject({ url: '/pulse', headers: as(`officer:${admin}`) })).json()
  expect(swept).toEqual({
    lastDay: 1,
    latest: [{ dossier, kind: 'overdue', dueAt: '2021-05-17T17:00:00.000Z', at: '2021-05-18T03:00:00.000Z' }],
  })
})

test('what concerns nothing, has no reason or is not theirs is refused; what a service did not do is not kept', async () => {
  const reason = 'Thử lại sau sự cố'
  expect((await act('k3', { act: { ...redrive, key: 'c' }, reason, dry: false })).statusCode).toBe(404)
  expect((await act('k4', { act: { what: 'rebuild', dossier }, reason, dry: true })).statusCode).toBe(404)
  expect((await act('k5', { act: redrive, reason: '   ', dry: false })).statusCode).toBe(400)
  expect((await act('k6', { act: redrive, reason, dry: false }, 'officer:xa-ia-grai.intake')).statusCode).toBe(403)
  isOut = true
  expect((await act('k7', { act: redrive, reason, dry: false })).statusCode).toBe(500)
  isOut = false
  expect((await db.query('select from operation')).rowCount).toBe(4)
})
