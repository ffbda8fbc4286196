import { createHash } from 'node:crypto'
import { verifyCertificate } from '@dossier/domain/due-date-certificate'
import { requestHash } from '@dossier/platform/canonical-json'
import { as } from '@dossier/platform/testing'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { accounts, newDossier, openShop, opening, phong, type Shop } from './one-stop-shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())
beforeEach(() => {
  shop.time.now = '2021-04-13T02:40:00.000Z' // Tuesday 09:40, scenario S01
})

const ask = (id: string, who = accounts.citizen) =>
  shop.app.inject({ url: `/dossiers/${id}/due-date`, headers: as(who) })
const accepted = async () => {
  const id = newDossier()
  await shop.send(id, { type: 'Accept' }, accounts.intake)
  return id
}

test('the due date comes with a certificate that follows from its own content, and with each day in two languages', async () => {
  const id = await accepted()
  const { certificate, explanations } = (await ask(id)).json()
  expect(certificate).toMatchObject({ due: { on: '2021-05-17' }, ruleSet: 'ND61_2018', dayZero: '2021-04-13' })
  expect(certificate.record).toMatchObject([{ seq: 2, type: 'DossierAccepted' }])
  expect(verifyCertificate(certificate, requestHash)).toEqual([])
  expect(verifyCertificate({ ...certificate, due: { on: '2021-05-18' } }, requestHash)).not.toEqual([])
  const days: { day: string; why: string; notice?: string }[] = explanations.flatMap(
    (one: { days: object[] }) => one.days,
  )
  expect(days.find(({ day }) => day === '2021-04-21')).toMatchObject({ why: 'holiday', name: 'Giỗ Tổ Hùng Vương' })
  expect(explanations[1].vi.join(' ')).toContain('Giỗ Tổ Hùng Vương')
  expect(explanations[0].en.at(-1)).toMatch(/due/i)
})

test('after a supplement it names the stretch in which the clock stood, and the lines of the record it rests on', async () => {
  const id = await accepted()
  const defects = [{ component: '02', defect: 'missing' as const }]
  await shop.send(id, { type: 'RequestSupplement', defects }, accounts.intake)
  shop.time.now = '2021-04-20T02:40:00.000Z'
  await shop.send(id, { type: 'ReceiveSupplement' }, accounts.intake)
  const { certificate } = (await ask(id, accounts.intake)).json()
  expect(certificate.interruptions).toMatchObject([
    { from: '2021-04-13T02:40:00.000Z', to: '2021-04-20T02:40:00.000Z', effect: 'restart' },
  ])
  const types = certificate.record.map(({ type }: { type: string }) => type)
  expect(types).toEqual(['DossierAccepted', 'SupplementRequested', 'SupplementReceived'])
  expect(verifyCertificate(certificate, requestHash)).toEqual([])
})

test('while the clock stands there is no appointment, but the document it stands on; then a new one', async () => {
  const id = await accepted()
  expect((await ask(id)).json()).toMatchObject({ appointment: { on: '2021-05-17' }, clock: { is: 'running' } })
  const defects = [{ component: '02', defect: 'missing' as const }]
  await shop.send(id, { type: 'RequestSupplement', defects }, accounts.intake)
  expect((await ask(id)).json()).toMatchObject({
    appointment: null,
    certificate: { due: { on: '2021-05-17' } },
    clock: {
      is: 'paused',
      by: 'supplement',
      since: '2021-04-13T02:40:00.000Z',
      document: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ ngày 13/04/2021',
    },
  })
  const page = await shop.app.inject({ url: `/dossiers/${id}/due-date.pdf`, headers: as(accounts.citizen) })
  expect(page.statusCode).toBe(200)
  shop.time.now = '2021-04-20T02:40:00.000Z'
  await shop.send(id, { type: 'ReceiveSupplement' }, accounts.intake)
  const { certificate, appointment, clock } = (await ask(id)).json()
  expect({ appointment, clock }).toEqual({ appointment: certificate.due, clock: { is: 'running' } })
})

test('after an apology the appointment is the new day, and the due date by law stays beside it', async () => {
  const id = await accepted()
  await shop.send(id, { type: 'OfferHandover', to: phong, originals: [] }, accounts.intake)
  await shop.send(id, { type: 'AcceptHandover' }, accounts.labour)
  const letter = { type: 'Reappoint', appointment: '2021-05-24', reason: 'workload', note: 'x' } as const
  expect((await shop.send(id, letter, 'officer:huyen-ia-grai.chairman')).statusCode).toBe(200)
  expect((await ask(id)).json()).toMatchObject({
    appointment: { on: '2021-05-24' },
    certificate: { due: { on: '2021-05-17' } },
    clock: { is: 'running' },
  })
})

test('it comes as one page too, for whoever may see the dossier', async () => {
  const id = await accepted()
  const page = (who: string) => shop.app.inject({ url: `/dossiers/${id}/due-date.pdf`, headers: as(who) })
  const { statusCode, headers, rawPayload } = await page(accounts.citizen)
  expect([statusCode, headers['content-type'], rawPayload.subarray(0, 5).toString()]).toEqual([
    200,
    'application/pdf',
    '%PDF-',
  ])
  expect((await page(accounts.otherCommune)).statusCode).toBe(404)
})

test('before acceptance there is none, and for a stranger there is no dossier', async () => {
  const id = newDossier()
  await shop.send(id, opening('fx.tro-cap-khang-chien', shop.time.now), accounts.conductor, `${id}:open`)
  expect((await ask(id, accounts.intake)).statusCode).toBe(404)
  expect((await ask(await accepted(), accounts.otherCommune)).statusCode).toBe(404)
})

test('what happens on the way does not change it', async () => {
  const id = await accepted()
  const before = (await ask(id)).json()
  await shop.send(id, { type: 'OfferHandover', to: phong, originals: [] }, accounts.intake)
  await shop.send(id, { type: 'AcceptHandover' }, accounts.labour)
  expect((await ask(id)).json()).toEqual(before)
})

test('the page is set when a reader first asks, stored under its digest, listed, and the same bytes while it says the same', async () => {
  const id = await accepted()
  const page = (who = accounts.citizen) => shop.app.inject({ url: `/dossiers/${id}/due-date.pdf`, headers: as(who) })
  const pages = await Promise.all([page(), page(accounts.intake)])
  const listed = async () =>
    (await shop.app.inject({ url: `/dossiers/${id}`, headers: as(accounts.citizen) })).json().letters
  const [first] = await listed()
  expect(await listed()).toMatchObject([{ kind: 'due-date', keptBy: 'casework', pages: 1, signed: false }])
  for (const { rawPayload } of [...pages, await page()])
    expect(createHash('sha256').update(rawPayload).digest('hex')).toBe(first.sha256)
  const defects = [{ component: '02', defect: 'missing' as const }]
  await shop.send(id, { type: 'RequestSupplement', defects }, accounts.intake)
  expect((await page()).rawPayload.equals(pages[0].rawPayload)).toBe(false)
  expect(await listed()).toHaveLength(2)
  const stored = (who: string, letter = first.id) =>
    shop.app.inject({ url: `/dossiers/${id}/pages/${letter}.pdf`, headers: as(who) })
  expect((await stored(accounts.citizen)).rawPayload.equals(pages[0].rawPayload)).toBe(true)
  expect((await stored(accounts.otherCommune)).statusCode).toBe(404)
  expect((await stored(accounts.citizen, id)).statusCode).toBe(404)
})
