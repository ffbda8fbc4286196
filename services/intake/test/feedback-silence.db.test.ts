import { CalendarNotice, type CalendarVersion } from '@dossier/contracts/calendar'
import { FeedbackMessage } from '@dossier/contracts/feedback'
import { foldNotices } from '@dossier/domain/notice'
import { feedbackLimits } from '@dossier/domain/feedback-limits'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeFeedbackSweep } from '../src/feedback/sweep.ts'
import { local } from './petition.ts'
import { citizen, get, openOffice, send, type Office } from './office.ts'

const head = 'officer:xa-ia-grai.head'
const handler = 'officer:xa-ia-grai.intake-2'

let office: Office
let calendars: CalendarVersion[]
let troubles: unknown[]
beforeEach(async () => {
  office = await openOffice({ at: local('2026-08-21 10:00') })
  calendars = []
  troubles = []
})
afterEach(() => office.close())

const setting = (more: object = {}) => ({
  db: office.db,
  clock: { now: () => office.time.at, scale: () => ({ wall: 0, origin: 0, speed: 1 }) },
  published: {
    ...office.published,
    calendarOn: (day: string) =>
      calendars.findLast(({ publishedOn }) => publishedOn <= day) ?? office.published.calendarOn(day),
  },
  limits: feedbackLimits(),
  report: (trouble: unknown) => void troubles.push(trouble),
  ...more,
})
const sweep = (at: string, more: object = {}) => {
  office.time.at = local(at)
  return makeFeedbackSweep(setting(more))()
}
const given = async (at = '2026-08-21 10:00', more: object = {}) => {
  office.time.at = local(at)
  const body = { agency: 'H21.91.01', matter: 'attitude', words: 'Chậm trễ.', ...more }
  const { reference } = (await send(office, citizen, '/feedback', body)).json()
  const { rows } = await office.db.query('select id from feedback where reference = $1', [reference])
  return String(rows[0].id)
}
const act = (who: string, id: string, body: object) => send(office, who, `/feedback/${id}/acts`, body)
const told = async (id: string) =>
  (await office.db.query('select body from outbox where key = $1 order by tx, id', [id])).rows.map(
    ({ body }) => FeedbackMessage.parse(body).event,
  )

test('nobody took it in hand: silence alarms once, at the end of the second working day, then at the fifteenth', async () => {
  const id = await given()
  expect(await sweep('2026-08-24 23:59')).toBe(0)
  expect(await sweep('2026-08-25 00:00')).toBe(1)
  expect(await sweep('2026-08-25 00:01')).toBe(0)
  expect(await sweep('2026-09-16 00:00')).toBe(1)
  expect((await told(id)).slice(1)).toEqual([
    { type: 'FeedbackLimitMissed', limit: 'reject', due: { on: '2026-08-24' }, agency: 'H21.91.01' },
    { type: 'FeedbackLimitMissed', limit: 'answer', due: { on: '2026-09-15' }, agency: 'H21.91.01' },
  ])
})

test('the next moment of the service is that of the next silence, for a clock that is driven there', async () => {
  const next = async () => (await office.db.query<{ at: string | null }>('select at from next_moment')).rows[0]?.at
  await given()
  expect(await next()).toBe('2026-08-24T17:00:00.000Z')
  await sweep('2026-08-25 00:00')
  expect(await next()).toBe('2026-09-15T17:00:00.000Z')
  await sweep('2026-09-16 00:00')
  expect(await next()).toBeNull()
})

test('two sweeps at once tell it once', async () => {
  const id = await given()
  office.time.at = local('2026-08-25 09:00')
  const sweeps = await Promise.all(Array.from({ length: 5 }, () => makeFeedbackSweep(setting())()))
  expect(sweeps.reduce((sum, lines) => sum + lines, 0)).toBe(1)
  expect(await told(id)).toHaveLength(2)
})

test('answered and not published alarms too; published is silent for ever', async () => {
  const id = await given()
  await act(head, id, { type: 'Appoint', handler: 'xa-ia-grai.intake-2' })
  office.time.at = local('2026-09-14 09:00')
  await act(handler, id, { type: 'Answer', verdict: 'substantiated', words: 'Đúng.' })
  expect(await sweep('2026-09-16 23:59')).toBe(0)
  expect(await sweep('2026-09-17 00:00')).toBe(1)
  await act(handler, id, { type: 'Publish', text: 'Phản ánh đúng, đã khắc phục.' })
  expect((await told(id)).at(-1)).toEqual({ type: 'FeedbackPublished', timeliness: 'late' })
  expect(await sweep('2026-12-01 00:00')).toBe(0)
})

/** Monday 24/08/2026 off and nothing worked for it: published on the 22nd. */
const dayOff = (): CalendarVersion => {
  const before = office.published.calendarOn('2026-08-21')
  if (before === undefined) throw new Error('There is no calendar')
  const off = CalendarNotice.parse({
    id: 'fx.off',
    layer: { is: 'nation' },
    document: { number: 'fx', confidence: 'fx' },
    about: 'fx',
    knownSince: '2026-08-22',
    off: [{ day: '2026-08-24', why: 'swap', name: 'Nghỉ hoán đổi' }],
    worked: [],
  })
  return {
    ...before,
    version: 'VN-2026-2',
    publishedOn: '2026-08-22',
    years: foldNotices([off], before.years),
    notices: undefined,
  }
}

test('S10: a calendar published meanwhile moves its limits, once, and the alarm with them', async () => {
  const id = await given()
  calendars = [dayOff()]
  expect(await sweep('2026-08-22 10:00')).toBe(1)
  expect(await sweep('2026-08-22 10:01')).toBe(0)
  expect((await told(id)).at(-1)).toEqual({
    type: 'FeedbackRecounted',
    calendar: 'VN-2026-2',
    dues: { rejectBy: { on: '2026-08-25' }, askMoreBy: { on: '2026-08-28' }, answerBy: { on: '2026-09-16' } },
  })
  expect(await sweep('2026-08-25 00:00'), 'no longer late').toBe(0)
  expect(await sweep('2026-08-26 00:00')).toBe(1)
})

test('a calendar that moves none of its limits is noted without a line', async () => {
  const id = await given('2026-08-25 10:00')
  calendars = [{ ...dayOff(), publishedOn: '2026-08-26' }]
  expect(await sweep('2026-08-26 10:00')).toBe(0)
  expect((await office.db.query('select calendar from feedback where id = $1', [id])).rows).toEqual([
    { calendar: 'VN-2026-2' },
  ])
})

test('a complaint alarms by the limit that was set, and without one never', async () => {
  const id = await given('2026-08-21 10:00', { register: 'complaint' })
  expect(await sweep('2026-12-31 00:00')).toBe(0)
  const thirty = { reject: null, askMore: null, answer: { amount: 30, unit: 'day' as const }, publish: null }
  const limits = feedbackLimits({ complaint: thirty })
  calendars = [dayOff()]
  await sweep('2026-08-22 10:00', { limits })
  expect((await told(id)).at(-1)).toMatchObject({ type: 'FeedbackRecounted', dues: { answerBy: { on: '2026-09-21' } } })
  expect(await sweep('2026-09-22 00:00', { limits })).toBe(1)
})

test('one that gives trouble is reported and keeps back no other', async () => {
  const broken = await given()
  const whole = await given()
  await office.db.query(`update feedback set body = '{"state":"received"}' where id = $1`, [broken])
  expect(await sweep('2026-08-25 09:00')).toBe(1)
  expect(troubles.map(String)).toEqual([expect.stringContaining(broken)])
  expect(await told(whole)).toHaveLength(2)
})

test('S09: from 01/07/2025 the successor has it, with its clock; who left office reads it no longer', async () => {
  const id = await given('2025-06-27 14:00', { agency: 'H21.08.01.01' })
  const successor = async () => (await get(office, head, `/feedback/${id}`)).statusCode
  const former = async () => (await get(office, 'officer:ia-kha.head', `/feedback/${id}`)).statusCode
  expect([await former(), await successor()]).toEqual([200, 404])
  expect(await sweep('2025-07-02 00:00')).toBe(1)
  expect([await former(), await successor()]).toEqual([404, 200])
  const due = { on: '2025-07-01' }
  expect((await told(id)).at(-1)).toEqual({ type: 'FeedbackLimitMissed', limit: 'reject', due, agency: 'H21.91.01' })
  expect((await act(head, id, { type: 'Appoint', handler: 'xa-ia-grai.intake-2' })).json()).toEqual({
    state: 'in-hand',
  })
})

test('after Kafka was wiped every feedback is told again as it was told first', async () => {
  const id = await given()
  await sweep('2026-08-25 09:00')
  const first = (await office.db.query('select body from outbox where key = $1 order by tx, id', [id])).rows
  await send(office, 'service:runbook+ops', '/operations/re-announce', {})
  const again = (await office.db.query('select body from outbox where key = $1 order by tx, id', [id])).rows.slice(
    first.length,
  )
  const plain = (rows: { body: object }[]) =>
    rows.map(({ body }) => ({ ...FeedbackMessage.parse(body), requestId: '' }))
  expect(plain(again)).toEqual(plain(first))
})
