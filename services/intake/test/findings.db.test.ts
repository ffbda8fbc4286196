import { DossierMessage } from '@dossier/contracts/dossier'
import { FindingMessage } from '@dossier/contracts/finding'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFindingSweep } from '../src/findings/inspect.ts'
import { onDossierMessage } from '../src/progress.ts'
import { news } from './dossier-news.ts'
import { citizen, get, newKey, openOffice, send, type Office } from './office.ts'
import { chairman, desk, head, local, received } from './petition.ts'

const inspector = 'officer:gia-lai.inspector'
const dossierId = '01990000-0000-7000-8000-0000000000ab'

let office: Office
beforeAll(async () => {
  office = await openOffice({ at: received })
  await onDossierMessage(office.db)(DossierMessage.parse(news(dossierId, { seq: 1 })))
})
afterAll(() => office.close())

const finding = { agency: desk, matter: 'apology', words: 'Hồ sơ trễ hạn chưa có thư xin lỗi.', remedyBy: '2026-09-30' }
const record = (more: object = {}, who = inspector) => {
  office.time.at = received
  return send(office, who, '/findings', { ...finding, ...more })
}
const recorded = async (more: object = {}): Promise<string> => (await record(more)).json().id
const act = (who: string, id: string, type: string, more: object = {}) =>
  send(office, who, `/findings/${id}/acts`, { type, words: 'Đã xin lỗi từng trường hợp.', ...more })
const listed = async (who: string) => (await get(office, who, '/findings')).json().findings
const told = async (id: string) =>
  (await office.db.query('select body from outbox where key = $1 order by tx, id', [id])).rows.map(
    ({ body }) => FindingMessage.parse(body).event,
  )
const sweep = (at: string) => {
  office.time.at = local(at)
  const clock = { now: () => office.time.at, scale: () => ({ wall: 0, origin: 0, speed: 1 }) }
  return makeFindingSweep({ db: office.db, clock })()
}

test('S13.6: an inspector records a finding with its remedy date; the dossier it names stays as it was', async () => {
  const before = (await office.db.query('select * from progress')).rows
  const response = await record({ dossierId })
  expect(response.statusCode).toBe(201)
  const { id } = response.json()
  expect(await told(id)).toEqual([
    { type: 'FindingRecorded', agency: desk, matter: 'apology', dossier: dossierId, remedyBy: '2026-09-30' },
  ])
  expect((await office.db.query('select * from progress')).rows).toEqual(before)
})

test('the agency reports its remedy, the inspector asks for more by another day, then agrees', async () => {
  const id = await recorded()
  expect((await act(inspector, id, 'Accept')).json()).toMatchObject({ status: 409, code: 'finding-moved-on' })
  expect((await act(head, id, 'Remedy')).json()).toEqual({ state: 'remedied' })
  expect((await act(head, id, 'Accept')).json()).toMatchObject({ status: 403 })
  expect((await act(inspector, id, 'Reject', { remedyBy: '2026-10-30' })).json()).toEqual({ state: 'open' })
  await act(chairman, id, 'Remedy')
  expect((await act(inspector, id, 'Accept')).json()).toEqual({ state: 'closed' })
  expect((await act(head, id, 'Remedy')).json()).toMatchObject({ code: 'finding-moved-on' })
  const line = (await listed(head)).find((one: { id: string }) => one.id === id)
  expect(line).toMatchObject({ state: 'closed', remedyBy: '2026-10-30', isOverdue: false })
  expect(line.lines).toHaveLength(5)
})

test('a remedy nobody reports alarms once when its day is over, and again for a new day', async () => {
  const id = await recorded({ agency: 'H21.92.01' })
  await office.db.query(`update finding set state = 'closed' where id <> $1`, [id])
  expect(await sweep('2026-09-30 23:59')).toBe(0)
  const sweeps = await Promise.all([sweep('2026-10-01 00:00'), sweep('2026-10-01 00:00'), sweep('2026-10-01 00:00')])
  expect(sweeps.reduce((sum, lines) => sum + lines, 0)).toBe(1)
  expect((await listed('officer:xa-ia-krai.head'))[0]).toMatchObject({ isOverdue: true })
  await act('officer:xa-ia-krai.head', id, 'Remedy')
  await act(inspector, id, 'Reject', { remedyBy: '2026-10-15' })
  expect(await sweep('2026-10-16 00:00')).toBe(1)
  expect((await told(id)).at(-1)).toEqual({ type: 'FindingOverdue', agency: 'H21.92.01', remedyBy: '2026-10-15' })
})

test.each([
  ['the head of the desk inspected', head],
  ['an administrator', 'officer:gia-lai.admin'],
  ['an officer of the province who inspects nothing', 'officer:gia-lai.land-office'],
  ['a citizen', citizen],
  ['a service', 'service:casework'],
])('%s records no finding', async (_who, who) => {
  expect((await record({}, who)).statusCode).toBe(403)
})

test('whoever neither inspects an agency nor answers for it sees and does nothing', async () => {
  const id = await recorded()
  expect((await listed('officer:xa-ia-krai.head')).map((one: { agency: string }) => one.agency)).not.toContain(desk)
  expect((await act('officer:xa-ia-krai.head', id, 'Remedy')).statusCode).toBe(404)
})

test.each([
  ['a day that has passed', { remedyBy: '2026-08-20' }, 422, 'remedy-in-the-past'],
  ['a day that is none', { remedyBy: '2026-02-30' }, 400, 'invalid'],
  ['a dossier nobody received', { dossierId: '01990000-0000-7000-8000-0000000000ff' }, 422, 'unknown-dossier'],
  ['no words', { words: '' }, 400, 'invalid'],
])('%s is refused', async (_what, more, status, code) => {
  expect((await record(more)).json()).toMatchObject({ status, code })
})

test('recorded twice under one key it is one', async () => {
  office.time.at = received
  const key = newKey()
  const [first, second] = [
    await send(office, inspector, '/findings', finding, key),
    await send(office, inspector, '/findings', finding, key),
  ]
  expect(second.json()).toEqual(first.json())
})
