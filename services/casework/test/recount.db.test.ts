import type { CalendarNotice } from '@dossier/contracts/calendar'
import type { DossierId } from '@dossier/contracts/dossier'
import { nextVersion } from '@dossier/domain/notice'
import { as } from '@dossier/platform/testing'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { makeRecount } from '../src/recount.ts'
import { accounts, newDossier, openShop, type Shop } from './one-stop-shop.ts'

const monday = '2026-11-16T02:00:00.000Z'
const thursday = '2026-11-19T03:00:00.000Z'
const officer = 'officer:xa-ia-grai.intake'
const swap: CalendarNotice = {
  id: 'fx.hoan-doi-24-11',
  layer: { is: 'nation' },
  document: { number: '1/TB-BNV', confidence: 'fx' },
  about: 'Hoán đổi ngày làm việc dịp 24/11/2026',
  knownSince: '2026-11-19',
  announces: [],
  off: [{ day: '2026-11-23', why: 'swap', name: 'Nghỉ hoán đổi' }],
  worked: [{ day: '2026-11-28', name: 'Làm bù' }],
  revoked: [],
  retroactive: false,
}

let shop: Shop
const shops: Shop[] = []
beforeEach(async () => {
  shop = await openShop()
  shops.push(shop)
  shop.time.now = monday
  shop.intake.says = { receivingDesk: shop.desks.iaGrai }
})
afterAll(() => Promise.all(shops.map((one) => one.close())))

const troubles: unknown[] = []
const recounting = (page = 100) => makeRecount({ ...shop, page, report: (trouble) => void troubles.push(trouble) })
/** Until nothing is behind any more; gives how many were looked at in each go. */
const recountAll = async (page?: number): Promise<number[]> => {
  const once = recounting(page)
  const looked: number[] = []
  for (let n = await once(); n > 0; n = await once()) looked.push(n)
  return looked
}
const publish = (notice: CalendarNotice) => {
  const before = shop.books.lawFor(undefined, undefined, shop.time.now).calendar
  shop.publishCalendar(nextVersion(before, notice, { version: 'VN-2026-2', publishedOn: '2026-11-19' }))
}
const accepted = async (procedure: string, variant?: string): Promise<DossierId> => {
  shop.intake.procedure = procedure
  const id = newDossier()
  const answer = await shop.send(id, { type: 'Accept', ...(variant !== undefined && { variant }) }, officer)
  expect(answer.statusCode).toBe(200)
  return id
}
const lastOf = async (id: string) =>
  (await shop.db.query('select body from dossier_event where dossier_id = $1 order by seq desc limit 1', [id])).rows[0]
    .body

test('dossiers whose date moves get one event that names both calendars, the others none, and each is looked at once', async () => {
  const x = await accepted('1.000894', 'verification') // five working days: 23/11
  const y = await accepted('1.001776') // ten: not moved by a swap
  expect(await recountAll()).toEqual([])
  shop.time.now = thursday
  publish(swap)
  expect(await recountAll()).toEqual([2])
  expect(await lastOf(x)).toMatchObject({
    at: thursday,
    event: { type: 'DossierRecounted', from: 'VN-2026-1', calendar: 'VN-2026-2', count: { due: { on: '2026-11-25' } } },
    moves: true,
  })
  expect((await lastOf(y)).event.type).toBe('DossierAccepted')
  const { rows } = await shop.db.query('select calendar, count(*)::int as n from dossier group by calendar')
  expect(rows).toEqual([{ calendar: 'VN-2026-2', n: 2 }])
})

test('it goes a page at a time, and killed in between it goes on where it was', async () => {
  const ids: string[] = []
  for (let i = 0; i < 5; i += 1) ids.push(await accepted('1.000894', 'verification'))
  shop.time.now = thursday
  publish(swap)
  expect(await recounting(2)()).toBe(2)
  shop.restart()
  expect(await recountAll(2)).toEqual([2, 1])
  for (const id of ids) expect((await lastOf(id)).event.type).toBe('DossierRecounted')
})

test('an officer who acts meanwhile is not overwritten: the dossier is counted as it stands then', async () => {
  const id = await accepted('1.000894', 'verification')
  shop.time.now = thursday
  publish(swap)
  const opinion = { type: 'AddOpinion', kind: 'remark', note: 'x' } as const
  await Promise.all([recountAll(), ...[1, 2, 3].map(() => shop.send(id, opinion, officer))])
  await recountAll()
  const { rows } = await shop.db.query(
    `select body #>> '{event,type}' as type from dossier_event where dossier_id = $1 order by seq`,
    [id],
  )
  const types = rows.map(({ type }) => type)
  expect(types.filter((type) => type === 'DossierRecounted')).toHaveLength(1)
  expect(types.filter((type) => type === 'OpinionAdded')).toHaveLength(3)
})

test('a dossier that cannot be counted is reported once and keeps no other waiting', async () => {
  const [broken, sound] = [await accepted('1.000894', 'verification'), await accepted('1.000894', 'verification')]
  await shop.db.query(
    `update dossier set body = jsonb_set(body, '{pinned,version}', '"gone@2020-01-01"') where id = $1`,
    [broken],
  )
  shop.restart()
  shop.time.now = thursday
  publish(swap)
  troubles.length = 0
  expect(await recountAll()).toEqual([2])
  expect((await lastOf(sound)).event.type).toBe('DossierRecounted')
  expect(troubles.map(String).join()).toContain(broken)
  expect(troubles).toHaveLength(1)
})

const ask = (who: string, notice: object = swap) =>
  shop.app.inject({ method: 'POST', url: '/calendar/what-if', headers: as(who), payload: notice })

test('what if: before anything is changed it lists who would move, by how much, and what becomes late or on time', async () => {
  const x = await accepted('1.000894', 'verification')
  await accepted('1.001776')
  shop.time.now = '2026-11-24T02:00:00.000Z' // a day after the old date
  const late = { ...swap, retroactive: true, reason: 'Công bố muộn' }
  const { body } = await ask('officer:gia-lai.procedure-control', late)
  const told = JSON.parse(body)
  expect(told).toMatchObject({
    before: 'VN-2026-1',
    after: 'VN-2026-2',
    looked: 2,
    agencies: [{ agency: shop.desks.iaGrai, moved: 1, becomeLate: 0, becomeOnTime: 1 }],
    moved: [{ dossierId: x, before: { on: '2026-11-23' }, after: { on: '2026-11-25' }, becomes: 'on-time' }],
    more: 0,
  })
  expect((await lastOf(x)).event.type).toBe('DossierAccepted')
})

test('what if is for those who control procedures, and a notice that is none is refused by its fields', async () => {
  expect((await ask(officer)).statusCode).toBe(403)
  expect((await ask(accounts.citizen)).statusCode).toBe(403)
  const wrong = await ask('officer:gia-lai.procedure-control', {
    ...swap,
    off: [{ day: '2026-02-31', why: 'swap', name: 'x' }],
  })
  expect(wrong.statusCode).toBe(400)
  expect(wrong.body).toContain('/off/0/day')
  shop.time.now = thursday
  const idle = await ask('officer:gia-lai.procedure-control', { ...swap, worked: [{ day: '2026-11-25', name: 'x' }] })
  expect(idle.json()).toMatchObject({ status: 400, errors: [{ pointer: '#/body/worked/0/day' }] })
})

test('how far the recount is, is told to those who control procedures', async () => {
  const how = (who: string) => shop.app.inject({ url: '/calendar/recount', headers: as(who) })
  const control = 'officer:gia-lai.procedure-control'
  for (let i = 0; i < 3; i += 1) await accepted('1.000894', 'verification')
  expect((await how(control)).json()).toEqual({ calendar: 'VN-2026-1', counted: 3, behind: 0 })
  shop.time.now = thursday
  publish(swap)
  expect((await how(control)).json()).toEqual({ calendar: 'VN-2026-2', counted: 3, behind: 3 })
  await recounting(2)()
  expect((await how(control)).json()).toEqual({ calendar: 'VN-2026-2', counted: 3, behind: 1 })
  expect((await how(officer)).statusCode).toBe(403)
  expect((await how(accounts.citizen)).statusCode).toBe(403)
})
