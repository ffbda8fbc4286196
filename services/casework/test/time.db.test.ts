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

const ask = (id: string, who = accounts.citizen) => shop.app.inject({ url: `/dossiers/${id}/time`, headers: as(who) })
const at = (id: string, moment: string) => async (command: Parameters<Shop['send']>[1], who: string) => {
  shop.time.now = moment
  expect((await shop.send(id, command, who)).statusCode).toBe(200)
}
const accepted = async () => {
  const id = newDossier()
  await shop.send(id, { type: 'Accept' }, accounts.intake)
  return id
}
/** Asked for on 16/04, the third working day, and brought on 20/04. */
const supplemented = async () => {
  const id = await accepted()
  const defects = [{ component: '02', defect: 'missing' as const }]
  await at(id, '2021-04-16T02:00:00.000Z')({ type: 'RequestSupplement', defects }, accounts.intake)
  await at(id, '2021-04-20T02:00:00.000Z')({ type: 'ReceiveSupplement' }, accounts.intake)
  return id
}

test('the time of a dossier is split over all who had it, with both verdicts under their own names', async () => {
  const id = await supplemented()
  shop.time.now = '2021-04-22T02:00:00.000Z'
  const answer = await ask(id, accounts.intake)
  expect(answer.statusCode).toBe(200)
  const { whole, shares, legal, indicator766 } = answer.json()
  expect(whole).toMatchObject({ days: 9, workingDays: 6, ended: null }) // 21/4 is a holiday
  expect(
    shares.map(({ party, days, workingDays }: { party: { kind: string }; days: number; workingDays: number }) => [
      party.kind,
      days,
      workingDays,
    ]),
  ).toEqual([
    ['agency', 5, 4],
    ['citizen', 4, 2],
  ])
  expect(legal).toEqual({ due: { on: '2021-05-24' }, timeliness: null, late: null, lateBy: [] })
  expect(indicator766).toMatchObject({
    verdict: 'on-time',
    countedFrom: '2021-04-13',
    comparedWith: { on: '2021-05-18' }, // it deducts where the law counts from zero
    deducted: [{ owes: 'supplement', days: 4, workingDays: 2 }],
  })
})

test('a late dossier says whose own limit was exceeded', async () => {
  const id = await accepted()
  await at(id, '2021-04-13T03:00:00.000Z')({ type: 'OfferHandover', to: phong, originals: [] }, accounts.intake)
  await at(id, '2021-04-13T04:00:00.000Z')({ type: 'AcceptHandover' }, accounts.labour)
  shop.time.now = '2021-05-19T02:00:00.000Z' // due on 17/05
  const { legal, stages } = (await ask(id)).json()
  expect(legal).toMatchObject({ due: { on: '2021-05-17' }, timeliness: 'late', late: { amount: 2 } })
  expect(legal.lateBy).toEqual([{ of: phong, stage: 'district', unit: 'working-day', amount: 16 }])
  expect(stages).toMatchObject([
    { stage: 'commune', timeliness: 'early', ended: { by: 'handover' } },
    { stage: 'district', units: [phong], timeliness: 'late', ended: null },
  ])
})

test('what has ended keeps the calendar known at its end', async () => {
  const id = await supplemented()
  await at(id, '2021-04-22T02:00:00.000Z')({ type: 'Withdraw' }, accounts.citizen)
  const stop = { type: 'Stop', ground: 'withdrawal' } as const
  await at(id, '2021-04-23T02:00:00.000Z')(stop, 'officer:ia-pech.chairman')
  const before = (await ask(id)).json()
  const { calendar } = shop.books.lawFor(undefined, undefined, '2026-11-20T02:00:00.000Z')
  const off = [{ day: '2021-04-20', why: 'swap' as const, name: 'Hoán đổi', notice: 'fx' }]
  const years = calendar.years.map((one) => (one.year === 2021 ? { ...one, off: [...one.off, ...off] } : one))
  shop.publishCalendar({ ...calendar, version: 'VN-2026-9', publishedOn: '2026-11-19', years })
  shop.time.now = '2026-11-20T02:00:00.000Z'
  expect((await ask(id)).json()).toEqual(before)
})

test('it names agencies and no person, whoever asks', async () => {
  const id = await supplemented()
  for (const who of [accounts.citizen, accounts.intake]) {
    const { body, statusCode } = await ask(id, who)
    expect(statusCode).toBe(200)
    expect(body).not.toMatch(/officer:|ia-pech\.|huyen-ia-grai\.|citizen:|"person"/)
  }
})

test('who may not read the dossier finds none, and the look is written down', async () => {
  const id = await supplemented()
  for (const who of [accounts.otherCommune, 'citizen:other', accounts.department])
    expect((await ask(id, who)).statusCode).toBe(404)
  const { rows } = await shop.db.query('select viewer, capacity from dossier_look where dossier_id = $1 order by id', [
    id,
  ])
  expect(rows[0]).toEqual({ viewer: accounts.otherCommune, capacity: null })
})

test('before acceptance there is no time to speak of, and a year nobody announced is named', async () => {
  const id = newDossier()
  await shop.send(id, opening('fx.tro-cap-khang-chien', shop.time.now), accounts.conductor, `${id}:open`)
  expect((await ask(id, accounts.intake)).statusCode).toBe(404)
  const open = await accepted()
  shop.time.now = '2031-01-08T02:00:00.000Z'
  const answer = await ask(open)
  expect([answer.statusCode, answer.json().code, answer.json().about]).toEqual([409, 'calendar-year-missing', '2027'])
})
