import { spreadsheetType } from '@dossier/platform/http'
import { as } from '@dossier/platform/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accounts, deskOfIaPech as desk, newDossier, openShop, phong, type Shop } from './one-stop-shop.ts'

let shop: Shop
const proposed = newDossier()
const atWork = newDossier()

/** Two dossiers of S01 at the district since 20 April, due 17/05/2021: one is proposed at the province, one stays. */
beforeAll(async () => {
  shop = await openShop()
  const act = async (at: string, id: typeof proposed, command: Parameters<Shop['send']>[1], who: string) => {
    shop.time.now = `${at}:00.000Z`
    const answer = await shop.send(id, command, who)
    if (answer.statusCode !== 200) throw new Error(`${command.type}: ${answer.body}`)
  }
  for (const id of [proposed, atWork]) {
    await act('2021-04-13T02:40', id, { type: 'Accept' }, accounts.intake)
    await act('2021-04-13T03:20', id, { type: 'OfferHandover', to: phong, originals: [] }, accounts.intake)
    await act('2021-04-14T01:15', id, { type: 'AcceptHandover' }, accounts.labour)
  }
  await act('2021-04-28T08:00', proposed, { type: 'OfferHandover', to: so(), originals: [] }, accounts.labour)
  await act('2021-04-29T07:00', proposed, { type: 'AcceptHandover' }, accounts.department)
  await act('2021-05-10T08:00', proposed, { type: 'Propose', outcome: 'granted' }, accounts.department)
})
afterAll(() => shop.close())

const so = () => {
  const found = [...shop.books.organisations().rows.values()].find(
    ({ name }) => name === 'Sở Lao động - Thương binh và Xã hội tỉnh Gia Lai',
  )
  if (found === undefined) throw new Error('The department is not in the catalogue')
  return found.code
}
const ask = async (url: string, who: string) => shop.app.inject({ url, headers: as(who) })

test('a leader finds what is proposed, by whom, and whether the own signature would take effect', async () => {
  const { rows, waiting } = (await ask(`/to-sign?organisation=${so()}`, accounts.director)).json()
  expect(waiting).toBe(1)
  expect(rows[0]).toMatchObject({ id: proposed, outcome: 'granted', proposedBy: 'gia-lai.labour', refused: null })
  const asSpecialist = (await ask(`/to-sign?organisation=${so()}`, accounts.department)).json()
  expect(asSpecialist.rows[0].refused.code).toBe('not-permitted')
})

test('what was signed waits no longer', async () => {
  const signed = await shop.send(
    proposed,
    { type: 'Sign', outcome: 'granted', number: 'QD-67-2021' },
    accounts.director,
  )
  expect(signed.statusCode).toBe(200)
  const { rows, waiting } = (await ask(`/to-sign?organisation=${so()}`, accounts.director)).json()
  expect([rows, waiting]).toEqual([[], 0])
})

test('the workload tells who has how much, the most overdue first, and what nobody was given', async () => {
  shop.time.now = '2021-05-20T02:00:00.000Z'
  const { rows } = (await ask(`/workload?organisation=${phong}`, accounts.labour)).json()
  expect(rows).toEqual([
    { holder: phong, officer: null, open: 1, overdue: 1, dueSoon: 0, paused: 0, earliestDue: '2021-05-17' },
  ])
})

test('what comes due between two days is there, nothing else', async () => {
  shop.time.now = '2021-05-12T02:00:00.000Z'
  const between = async (from: string, to: string) =>
    (await ask(`/coming-due?organisation=${phong}&from=${from}&to=${to}`, accounts.labour)).json()
  expect((await between('2021-05-12', '2021-05-18')).rows.map(({ id }: { id: string }) => id)).toEqual([atWork])
  expect(await between('2021-05-18', '2021-05-24')).toEqual({ rows: [], total: 0 })
})

test('lateness is told by agency and stage, with the dossiers behind it', async () => {
  shop.time.now = '2021-05-20T02:00:00.000Z'
  const { rows, counted, total } = (
    await ask(`/lateness?organisation=${phong}&since=2021-01-01`, accounts.labour)
  ).json()
  expect([counted, total]).toEqual([1, 1])
  const own = rows.find(({ agency }: { agency: string }) => agency === phong)
  expect(own.open.dossiers).toBe(1)
  expect(own.lateDossiers.map(({ id }: { id: string }) => id)).toEqual([atWork])
  expect(own.late[0]).toMatchObject({ unit: 'working-day', dossiers: 1 })
})

const month = 'from=2021-04-01&to=2021-04-30'

test('the statistics of a period balance, by whatever dossiers are told apart', async () => {
  shop.time.now = '2021-05-20T02:00:00.000Z'
  for (const by of ['procedure', 'field', 'desk', 'channel']) {
    const { rows } = (await ask(`/statistics?organisation=${desk}&${month}&by=${by}`, accounts.intake)).json()
    expect(rows).toHaveLength(1)
    const [{ carried, new: fresh, resolved, pending, paused, withdrawn, stopped, name, of }] = rows
    expect([carried, fresh.total]).toEqual([0, 2])
    expect(resolved.total + pending.total + paused.total + withdrawn + stopped).toBe(2)
    expect(name).not.toBe(of)
  }
  const next = `/statistics?organisation=${desk}&from=2021-05-01&to=2021-05-31`
  expect((await ask(next, accounts.intake)).json().rows[0]).toMatchObject({
    carried: 2,
    resolved: { total: 1, early: 1 },
  })
  const before = `/statistics?organisation=${desk}&from=2021-03-01&to=2021-03-31`
  expect((await ask(before, accounts.intake)).json()).toEqual({ rows: [] })
  const backwards = `/statistics?organisation=${desk}&from=2021-05-01&to=2021-04-30`
  expect((await ask(backwards, accounts.intake)).json().errors[0].pointer).toBe('#/query/to')
})

test('statistics and lateness come as spreadsheets', async () => {
  for (const [url, who] of [
    [`/statistics.xlsx?organisation=${desk}&${month}`, accounts.intake],
    [`/lateness.xlsx?organisation=${phong}&since=2021-01-01`, accounts.labour],
  ] as const) {
    const { statusCode, rawPayload, headers } = await ask(url, who)
    expect([statusCode, headers['content-type']]).toEqual([200, spreadsheetType])
    expect(rawPayload.subarray(0, 2).toString()).toBe('PK')
  }
})

test('the route tells how many stand at each stage, and how long those took that have left it', async () => {
  shop.time.now = '2021-05-20T02:00:00.000Z'
  const asked = `organisation=${phong}&since=2021-01-01`
  const { procedures } = (await ask(`/flows?${asked}`, accounts.labour)).json()
  expect(procedures).toMatchObject([{ id: 'fx.tro-cap-khang-chien@2021-01-01', open: 2 }])
  const { stages } = (await ask(`/flows/${procedures[0].id}?${asked}`, accounts.labour)).json()
  const short = stages.map(({ id, level, open, overdue }: Record<string, unknown>) => ({ id, level, open, overdue }))
  expect(short).toEqual([
    { id: 'desk', level: 'commune', open: 0, overdue: 0 },
    { id: 'commune', level: 'commune', open: 0, overdue: 0 },
    { id: 'district', level: 'district', open: 1, overdue: 1 },
    { id: 'province', level: 'province', open: 0, overdue: 0 },
    { id: 'return', level: 'commune', open: 1, overdue: 0 },
  ])
  // Both taken in on 13/04 at 02:40, taken over by the district on 14/04 at 01:15; one went on on 29/04 at 07:00.
  expect(stages[1].usual).toEqual({ dossiers: 2, medianHours: 22.6, p90Hours: 22.6 })
  expect(stages[2].usual).toEqual({ dossiers: 1, medianHours: 365.8, p90Hours: 365.8 })
  expect(stages[4].usual).toBeNull()
})

test('an agency whose stage is over still sees the dossier, as one that waits to be returned', async () => {
  shop.time.now = '2021-05-20T02:00:00.000Z'
  const url = `/flows/fx.tro-cap-khang-chien@2021-01-01?organisation=${so()}&since=2021-01-01`
  const { stages } = (await ask(url, accounts.director)).json()
  const left = stages.find(({ id }: { id: string }) => id === 'province')
  expect([left.open, left.usual.dossiers]).toEqual([0, 1])
  expect(stages.at(-1)).toMatchObject({ id: 'return', open: 1, usual: null })
})

test('time that waited for the citizen is no time of the stage', async () => {
  const id = newDossier()
  const act = async (at: string, command: Parameters<Shop['send']>[1], who: string) => {
    shop.time.now = `${at}:00.000Z`
    const answer = await shop.send(id, command, who)
    if (answer.statusCode !== 200) throw new Error(`${command.type}: ${answer.body}`)
  }
  await act('2021-06-01T02:00', { type: 'Accept' }, accounts.intake)
  const defects = [{ component: '02', defect: 'missing' as const }]
  await act('2021-06-01T04:00', { type: 'RequestSupplement', defects }, accounts.intake)
  await act('2021-06-08T02:00', { type: 'ReceiveSupplement' }, accounts.intake)
  await act('2021-06-08T03:00', { type: 'OfferHandover', to: phong, originals: [] }, accounts.intake)
  await act('2021-06-08T04:00', { type: 'AcceptHandover' }, accounts.labour)
  const url = `/flows/fx.tro-cap-khang-chien@2021-01-01?organisation=${phong}&since=2021-05-25`
  const { stages } = (await ask(url, accounts.labour)).json()
  expect(stages[1].usual).toEqual({ dossiers: 3, medianHours: 22.6, p90Hours: 22.6 }) // of 4, 22.6 and 22.6 hours
})

test('who does not work there or above it is told nothing', async () => {
  for (const url of [
    `/to-sign?organisation=${phong}`,
    `/workload?organisation=${phong}`,
    `/coming-due?organisation=${phong}&from=2021-05-12&to=2021-05-18`,
    `/lateness?organisation=${phong}&since=2021-01-01`,
    `/lateness.xlsx?organisation=${phong}&since=2021-01-01`,
    `/statistics?organisation=${phong}&${month}`,
    `/statistics.xlsx?organisation=${phong}&${month}`,
    `/flows?organisation=${phong}&since=2021-01-01`,
    `/flows/fx.tro-cap-khang-chien@2021-01-01?organisation=${phong}&since=2021-01-01`,
  ])
    expect((await ask(url, accounts.otherCommune)).statusCode).toBe(403)
})
