import type { DossierId } from '@dossier/contracts/dossier-id'
import type { ParcelEvent, ParcelMessage } from '@dossier/contracts/parcel'
import { as } from '@dossier/platform/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onParcelMessage } from '../src/on-parcel-message.ts'
import { sweepOnce } from '../src/sweeper.ts'
import { accounts, newDossier, openShop, phong, type Shop } from './one-stop-shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const parcel = 'RR473124829VN'
const paper = { paper: '0178c919-9400-7875-af0d-62bea2c22001', kind: 'original', component: '03' } as const
const result = { paper: '0178c919-9400-7875-af0d-62bea2c22003', kind: 'result', component: '1' } as const
const papers = [result, paper]
const so = 'H21.52'

/** The reference dossier, signed; its citizen wants the result by post. */
const signed = async (): Promise<DossierId> => {
  const id = newDossier()
  const act = async (at: string, command: Parameters<Shop['send']>[1], who: string) => {
    shop.time.now = `${at}:00.000Z`
    const response = await shop.send(id, command, who)
    if (response.statusCode !== 200) throw new Error(`${command.type}: ${response.body}`)
  }
  await act('2021-04-13T02:40', { type: 'Accept' }, accounts.intake)
  await act('2021-04-13T03:00', { type: 'ChooseReturn', by: 'post' }, accounts.intake)
  await act('2021-04-13T03:20', { type: 'Assign', officer: 'ia-pech.social' }, accounts.intake)
  await act('2021-04-19T09:30', { type: 'OfferHandover', to: phong, originals: [] }, accounts.specialist)
  await act('2021-04-20T01:15', { type: 'AcceptHandover' }, accounts.labour)
  const department = [...shop.books.organisations().rows.keys()].find((code) => code === so) ?? phong
  await act('2021-04-28T08:00', { type: 'OfferHandover', to: department, originals: [] }, accounts.labour)
  await act('2021-04-29T07:00', { type: 'AcceptHandover' }, accounts.department)
  await act('2021-05-10T08:00', { type: 'Propose', outcome: 'granted' }, accounts.department)
  await act('2021-05-10T08:30', { type: 'Sign', outcome: 'granted', number: 'QD-67-2021' }, accounts.director)
  return id
}

const told = (dossierId: DossierId, seq: number, event: ParcelEvent): ParcelMessage => {
  const at = shop.time.now
  return { dossierId, seq, at, happenedAt: '2021-05-13T03:15:00.000Z', event }
}
const posted = (order = 1): ParcelEvent => ({
  type: 'ParcelPosted',
  parcel,
  purpose: 'result',
  slip: 'G3',
  from: shop.desks.iaPech,
  to: null,
  order,
  postedOn: '2021-05-12',
  promised: { on: '2021-05-13' },
  papers,
})
const delivered: ParcelEvent = { type: 'ParcelDelivered', parcel, purpose: 'result', to: 'representative', papers }
const stored = async (id: DossierId) =>
  (await shop.db.query('select body from dossier_event where dossier_id = $1 order by seq', [id])).rows.map(
    ({ body }) => body,
  )

test('taken over by the post and delivered: what the post says is recorded, with the moment both signed', async () => {
  const id = await signed()
  const hear = onParcelMessage(shop.ledger)
  expect((await stored(id)).at(-1).axes).toMatchObject({ delivery: 'to-dispatch', dispatch: 1 })
  shop.time.now = '2021-05-12T07:00:00.000Z'
  await hear(told(id, 1, posted()))
  expect((await stored(id)).at(-1)).toMatchObject({
    actor: { person: 'postal', role: 'system' },
    event: { type: 'ResultDispatched', promised: { on: '2021-05-13' }, originals: ['03'] },
    alarms: [{ kind: 'delivery-overdue', at: '2021-05-13T17:00:00.000Z' }],
  })
  shop.time.now = '2021-05-15T01:00:00.000Z'
  await hear(told(id, 2, delivered))
  expect((await stored(id)).at(-1)).toMatchObject({
    at: '2021-05-15T01:00:00.000Z',
    event: { type: 'ResultReturned', by: 'post', deliveredAt: '2021-05-13T03:15:00.000Z', originals: ['03'] },
    axes: { state: 'returned', delivery: 'returned' },
  })
})

test('the same news fifty times is one line', async () => {
  const id = await signed()
  const news = told(id, 1, posted())
  await Promise.all(Array.from({ length: 50 }, () => onParcelMessage(shop.ledger)(news)))
  expect((await stored(id)).filter(({ event }) => event.type === 'ResultDispatched')).toHaveLength(1)
})

test('news that contradicts the record is not swallowed: it names the dossier, the line and why', async () => {
  const id = await signed()
  await expect(onParcelMessage(shop.ledger)(told(id, 1, delivered))).rejects.toThrow(
    `Line 1 of the post about dossier ${id} has no effect: not-possible-now`,
  )
})

test('what is recorded already may be told again by another line: nothing is added, and nothing waits behind it', async () => {
  const id = await signed()
  const hear = onParcelMessage(shop.ledger)
  await hear(told(id, 1, posted()))
  const lost: ParcelEvent = { type: 'ParcelLost', parcel, purpose: 'result', what: 'lost', fault: 'operator', papers }
  await hear(told(id, 2, lost))
  const before = await stored(id)
  await hear(told(id, 3, lost))
  expect(await stored(id)).toEqual(before)
})

test('papers between agencies and a parcel to a desk move no dossier', async () => {
  const id = await signed()
  const before = await stored(id)
  const hear = onParcelMessage(shop.ledger)
  await hear(told(id, 1, { type: 'ParcelDelivered', parcel, purpose: 'papers', to: 'agency', papers: [paper] }))
  await hear(told(id, 2, { type: 'IncidentOpened', incident: 'SC-1', what: 'count-differs', at: phong }))
  expect(await stored(id)).toEqual(before)
})

test('a delivery the post told by mistake is taken back, and told again when it happens', async () => {
  const id = await signed()
  const hear = onParcelMessage(shop.ledger)
  await hear(told(id, 1, posted()))
  await hear(told(id, 2, delivered))
  const withdrawn: ParcelEvent = { type: 'DeliveryWithdrawn', parcel, purpose: 'result' }
  await hear(told(id, 3, withdrawn))
  await hear(told(id, 3, withdrawn))
  expect((await stored(id)).at(-1)).toMatchObject({
    event: { type: 'ReturnWithdrawn', parcel },
    axes: { state: 'completed', delivery: 'under-way', dispatch: 1 },
    moves: true,
  })
  await hear(told(id, 4, delivered))
  expect((await stored(id)).at(-1)).toMatchObject({ event: { type: 'ResultReturned' }, axes: { state: 'returned' } })
})

test('a citizen’s paper lost by a decision owes an apology: drafted by itself, on the desk of who signed, signed once', async () => {
  const id = await signed()
  const hear = onParcelMessage(shop.ledger)
  shop.time.now = '2021-05-12T07:00:00.000Z'
  const from = { kind: 'desk', organisation: shop.desks.iaPech } as const
  const to = { kind: 'lost', decision: 'incident:1' } as const
  await hear(told(id, 1, { type: 'PapersMoved', from, to, papers: [paper] }))
  expect((await stored(id)).at(-1).event).toEqual({
    type: 'PapersLost',
    what: 'lost',
    components: ['03'],
    result: false,
    decision: 'incident:1',
  })
  const report = (trouble: unknown) => {
    throw new Error('An alarm could not be sounded', { cause: trouble })
  }
  await sweepOnce({ ...shop, graceMs: 0, report })
  const director = { url: `/apologies?organisation=${so}`, headers: as(accounts.director) }
  const listed = async () => {
    const { wrongs } = (await shop.app.inject(director)).json<{ wrongs: { id: string }[] }>()
    return wrongs.filter((one) => one.id === id)
  }
  expect(await listed()).toMatchObject([
    { id, cause: 'loss', wrong: 1, answerable: so, isTooLate: false, escalation: 0 },
  ])
  const apology = await shop.send(id, { type: 'Apologise', cause: 'loss' }, accounts.director)
  expect(apology.json().lines.at(-1).event).toMatchObject({ type: 'ApologyGiven', components: ['03'] })
  expect(await listed()).toEqual([])
})

test('what the citizen lost, or what was lost before there is a dossier, owes none', async () => {
  const id = await signed()
  const before = await stored(id)
  const hear = onParcelMessage(shop.ledger)
  const to = { kind: 'lost', decision: 'incident:2' } as const
  await hear(told(id, 1, { type: 'PapersMoved', from: { kind: 'citizen' }, to, papers: [paper] }))
  expect(await stored(id)).toEqual(before)
  await hear(told(newDossier(), 1, { type: 'PapersMoved', from: { kind: 'parcel', parcel }, to, papers: [paper] }))
})

test('what an application says of its return reaches the record, by the event or by the desk that comes first', async () => {
  const id = newDossier()
  shop.time.now = '2021-04-13T02:40:00.000Z'
  shop.intake.says = { returnBy: 'post' }
  await shop.send(id, { type: 'Accept' }, accounts.intake)
  shop.intake.says = {}
  expect((await stored(id))[0].event).toMatchObject({ type: 'DossierOpened', returnBy: 'post' })
})

test('papers a dossier waited for are there when desk and courier signed, whenever the ledger hears of it', async () => {
  const id = newDossier()
  const act = async (at: string, command: Parameters<Shop['send']>[1]) => {
    shop.time.now = `${at}:00.000Z`
    expect((await shop.send(id, command, accounts.intake)).statusCode).toBe(200)
  }
  await act('2021-04-13T02:40', { type: 'Accept' })
  await act('2021-04-13T03:00', { type: 'RequestSupplement', defects: [{ component: '03', defect: 'missing' }] })
  shop.time.now = '2021-04-22T08:00:00.000Z'
  const signedAt = '2021-04-20T02:40:00.000Z'
  const heard = (seq: number, more: object) => {
    const event = { type: 'HandoverRecordSigned', parcel, record: 'BB-210420-0001', desk: shop.desks.iaPech } as const
    const news = { dossierId: id, seq, at: signedAt, happenedAt: signedAt }
    return onParcelMessage(shop.ledger)({ ...news, event: { ...event, complete: true, supplement: ['03'], ...more } })
  }
  await heard(4, { complete: false })
  expect((await stored(id)).at(-1).axes.state).toBe('supplement-requested')
  await heard(5, {})
  await heard(5, {})
  await heard(9, {}) // the desk was faster: said again it changes nothing
  const lines = await stored(id)
  expect(lines.at(-1)).toMatchObject({
    actor: { person: 'postal', role: 'system' },
    event: { type: 'SupplementReceived', dayZero: '2021-04-20', byPost: { record: 'BB-210420-0001', signedAt } },
    axes: { state: 'in-progress', clock: 'running' },
  })
  expect(lines.filter(({ event }) => event.type === 'SupplementReceived')).toHaveLength(1)
})
