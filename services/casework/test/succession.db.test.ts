import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeSuccession, rehearseSuccession } from '../src/succession.ts'
import { readWorklist } from '../src/worklist.ts'
import { accounts, newDossier, openShop, opening, phong, type Shop } from './one-stop-shop.ts'
import { as } from '@dossier/platform/testing'
import { OrganisationCode } from '@dossier/contracts/organisation'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
  sweep = makeSuccession({ ...shop, report: (trouble) => reports.push(String(trouble)) })
})
afterAll(() => shop.close())

const before = '2025-06-27T02:40:00.000Z'
const after = '2025-06-30T17:00:00.000Z' // 01/07/2025 00:00 in Vietnam
const newDesk = OrganisationCode.parse('H21.91.01')
const newOfficer = 'officer:xa-ia-grai.intake'
const reports: string[] = []
let sweep: () => Promise<number> = async () => 0
const succeed = () => sweep()
const eventsOf = async (id: string): Promise<string[]> =>
  (
    await shop.db.query(
      "select body #>> '{event,type}' as type from dossier_event where dossier_id = $1 order by seq",
      [id],
    )
  ).rows.map(({ type }) => type)
const read = (id: string, who: string) => shop.app.inject({ url: `/dossiers/${id}`, headers: as(who) })
const list = async (organisation: OrganisationCode) =>
  (await readWorklist(shop.db, { organisation, limit: 200, now: shop.time.now })).rows.map(({ id }) => id)

const accepted = async () => {
  shop.time.now = before
  shop.intake.procedure = '1.001776'
  const id = newDossier()
  await shop.send(id, { type: 'Accept' }, accounts.intake)
  return id
}

test('at midnight the successor holds what the ended commune held, one event each, and a second time nothing happens', async () => {
  const id = await accepted()
  const due = (await read(id, accounts.intake)).json().axes.due
  expect(await succeed()).toBe(0)
  shop.time.now = after
  expect(await succeed()).toBe(1)
  expect(await succeed()).toBe(0)
  expect(await eventsOf(id)).toEqual(['DossierOpened', 'DossierAccepted', 'AgencySucceeded'])
  const dossier = (await read(id, newOfficer)).json()
  expect(dossier.axes).toMatchObject({ holder: newDesk, receivingDesk: newDesk, due })
  expect(await list(newDesk)).toContain(id)
})

test('the officers of the ended agency see and do nothing any more, those of the successor go on', async () => {
  const id = await accepted()
  shop.time.now = after
  await succeed()
  expect((await read(id, accounts.intake)).statusCode).toBe(404)
  const opinion = { type: 'AddOpinion', kind: 'remark', note: 'x' } as const
  expect((await shop.send(id, opinion, accounts.intake)).statusCode).toBe(403)
  expect((await shop.send(id, opinion, newOfficer)).statusCode).toBe(200)
})

test('an application handed in online on the last evening is opened at the old desk and passes to the new one', async () => {
  const id = newDossier()
  shop.time.now = after
  const open = opening('1.001776', '2025-06-30T16:00:00.000Z')
  expect((await shop.send(id, open, accounts.conductor, `${id}:open`)).statusCode).toBe(200)
  await succeed()
  expect((await read(id, newOfficer)).json().axes).toMatchObject({ state: 'submitted', receivingDesk: newDesk })
})

test('a rehearsal says beforehand who passes what to whom, and changes nothing', async () => {
  const id = await accepted()
  await shop.send(id, { type: 'OfferHandover', to: phong, originals: [] }, accounts.intake)
  const { dossiers, passes, unclear } = await rehearseSuccession(shop, '2025-07-01')
  expect([dossiers, unclear]).toEqual([1, []])
  expect(passes).toContainEqual({ from: 'H21.08.10.01', to: newDesk, dossiers: 1 })
  expect(passes).toContainEqual({ from: phong, to: 'H21.91.04', dossiers: 1 })
  expect((await rehearseSuccession(shop, '2025-06-30')).dossiers).toBe(0)
  const ask = (who: string) => shop.app.inject({ url: '/operations/succession?day=2025-07-01', headers: as(who) })
  expect((await ask('service:casework')).json()).toEqual({ dossiers, passes, unclear })
  expect((await ask('service:notifications')).statusCode).toBe(403)
  expect(await eventsOf(id)).not.toContain('AgencySucceeded')
  shop.time.now = after
  await succeed()
})

test('where the successor is unclear the dossier is reported and left, the others pass on', async () => {
  const [lost, found] = [await accepted(), await accepted()]
  // A district's desk has five successors, and nobody said where the matter lies.
  const stray = `update dossier set receiving_desk = 'H21.08.51', holder = 'H21.08.51',
    body = body || '{"receivingDesk":"H21.08.51","holder":"H21.08.51"}' where id = $1`
  await shop.db.query(stray, [lost])
  shop.restart()
  shop.time.now = after
  expect(await succeed()).toBe(1)
  expect(await eventsOf(found)).toContain('AgencySucceeded')
  expect(await eventsOf(lost)).not.toContain('AgencySucceeded')
  expect(reports.join()).toContain('successor-unclear')
  await succeed()
  expect(reports, 'said once, not with every look').toHaveLength(1)
  const chosen = [{ from: OrganisationCode.parse('H21.08.51'), to: newDesk }]
  expect((await shop.send(lost, { type: 'SucceedAgency', chosen }, accounts.conductor)).statusCode).toBe(200)
})
