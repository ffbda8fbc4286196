import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Carrier } from '../src/carriers/carrier.ts'
import { type Carried, openCarried } from './carried.ts'
import { clerk, countedBy, courier, desk, expectBalance, local, papersNow } from './post-office.ts'

let all: Carried
beforeEach(async () => {
  all = await openCarried()
})
afterEach(() => all.close())

const eventsOf = async (dossierId: string) => (await all.post.events(dossierId)).map(({ type }) => type)
const stateOf = async (parcel: string) => (await all.post.get(clerk, `/parcels/${parcel}`)).json().state
const whole = ['taken', 'departed', 'arrived', 'out-for-delivery', 'delivered'].map((step) => ({ step, refusal: null }))

test('what a carrier tells moves the parcel and its papers; delivered counts when it is shown', async () => {
  const { dossierId, parcel } = await all.given()
  await all.round()
  await all.until('2021-03-18 10:00')
  expect(await all.scansOf(parcel)).toEqual(whole)
  expect(await all.post.events(dossierId)).toMatchObject([
    { type: 'ParcelPosted', order: 1, from: desk, to: null, postedOn: '2021-03-17', promised: { on: '2021-03-18' } },
    { type: 'ParcelDelivered', to: 'applicant', papers: [{}, {}] },
  ])
  expect((await all.post.get(clerk, `/parcels/${parcel}/tracking`)).json()).toMatchObject({
    carrier: 'simulated',
    statuses: [
      { code: '1' },
      { code: '2' },
      { code: '3', name: 'Đã lấy hàng' },
      {},
      {},
      {},
      { name: 'Phát thành công' },
    ],
  })
  expect(await all.forPeople()).toEqual([])
  expect(await all.post.db.query('select state, next_ask_at from carrier_order').then(({ rows }) => rows)).toEqual([
    { state: 'over', next_ask_at: null },
  ])
  await expectBalance(all.post)
})

test('forged, replayed, late, doubled and in disorder: nothing is doubled, nothing is missing', async () => {
  const calls = { duplicates: 3, disordered: true, lateHours: 30, forged: true, replayed: true }
  await all.carrier.behave({ calls })
  const { dossierId, parcel } = await all.given()
  await all.round()
  all.post.time.at = local('2021-03-20 10:00')
  await all.carrier.move()
  await all.round()
  expect(await all.scansOf(parcel)).toEqual(whole)
  expect(await eventsOf(dossierId)).toEqual(['ParcelPosted', 'ParcelDelivered'])
  expect((await all.post.told(dossierId))[1]).toMatchObject({
    at: local('2021-03-20 10:00'),
    happenedAt: local('2021-03-18 09:00'),
  })
  const answers = all.carrier.calls.all().map(({ isHonest, answer }) => `${isHonest} ${answer}`)
  expect(new Set(answers)).toEqual(new Set(['true success', 'false 401 error']))
  expect(await all.forPeople()).toEqual([])
  await expectBalance(all.post)
})

test('a carrier that says nothing is asked once a day has passed, and until the parcel is over', async () => {
  await all.carrier.behave({ calls: { silent: true }, delayHours: 40 })
  const { dossierId, parcel } = await all.given()
  await all.round()
  await all.until('2021-03-21 16:00')
  expect(await all.scansOf(parcel)).toEqual(whole)
  expect(await eventsOf(dossierId)).toEqual(['ParcelPosted', 'ParcelDelivered'])
  expect(all.troubles).toEqual([])
  await expectBalance(all.post)
})

test('while a carrier is down parcels wait, and nothing is ordered twice', async () => {
  await all.carrier.behave({ down: true })
  const { dossierId, parcel } = await all.given()
  await all.round()
  expect(await all.post.db.query('select at from next_moment').then(({ rows }) => rows)).toEqual([
    { at: local('2021-03-17 16:00') },
  ])
  await all.until('2021-03-17 20:00')
  expect(all.troubles).not.toEqual([])
  expect(all.carrier.parcels.all()).toEqual([])
  await all.carrier.behave({ down: false })
  await all.until('2021-03-18 17:00')
  expect(all.carrier.parcels.all()).toHaveLength(1)
  expect(await stateOf(parcel)).toBe('delivered')
  expect(await eventsOf(dossierId)).toEqual(['ParcelPosted', 'ParcelDelivered'])
})

test('two of our processes at once order a parcel once', async () => {
  const contract = all.contracts.get('simulated')
  if (contract === undefined) throw new Error('There is no contract')
  let orders = 0
  const order: Carrier['order'] = (wanted) => {
    orders += 1
    return contract.carrier.order(wanted)
  }
  all.contracts.set('simulated', { ...contract, carrier: { ...contract.carrier, order } })
  await all.given()
  // With connections open to all they truly look at the same moment.
  await Promise.all(Array.from({ length: 5 }, () => all.post.db.query('select pg_sleep(0.1)')))
  await Promise.all(Array.from({ length: 5 }, () => all.round()))
  expect(orders).toBe(1)
})

test('called delivered and not shown, it is not delivered: people look', async () => {
  await all.carrier.behave({ proves: false })
  const { dossierId, parcel } = await all.given()
  await all.round()
  await all.until('2021-03-18 10:00')
  expect(await stateOf(parcel)).toBe('under-way')
  expect(await eventsOf(dossierId)).toEqual(['ParcelPosted', 'IncidentOpened'])
  expect((await all.post.events(dossierId))[1]).toMatchObject({ what: 'delivery-unproven', parcel })
  expect(await all.forPeople()).toMatchObject([{ why: 'delivery-unproven', parcel, code: '7' }])
  await expectBalance(all.post)
})

test.each([
  ['loses', 'lost', 'lost'],
  ['damages', 'damaged', 'parcel'],
])(
  'what a carrier %s is told to all at once, as by the own counter; whose fault it is people say',
  async (journey, what, keeper) => {
    await all.carrier.behave({ journey })
    const { dossierId, parcel } = await all.given()
    await all.round()
    await all.until('2021-03-29 16:00')
    expect(await all.forPeople()).toEqual([])
    const [lost, ...more] = (await all.post.events(dossierId)).filter(({ type }) => type === 'ParcelLost')
    expect([lost, more]).toMatchObject([{ parcel, purpose: 'result', what, fault: 'unknown' }, []])
    expect(await stateOf(parcel)).toBe(what)
    const result = (await papersNow(all.post, dossierId)).find(({ kind }) => kind === 'result')
    expect(result?.isVoid).toBe(true)
    expect(result?.now?.kind).toBe(keeper)
    await expectBalance(all.post)
  },
)

test('what comes back is before the desk that is to count it; counted by both it is told as returned', async () => {
  await all.carrier.behave({ journey: 'comes-back' })
  const { dossierId, parcel } = await all.given()
  await all.round()
  await all.until('2021-03-29 16:00')
  expect(await all.forPeople()).toEqual([])
  const opened = (await all.post.events(dossierId)).filter(
    (event) => event.type === 'IncidentOpened' && event.what === 'return-uncounted',
  )
  expect(opened).toMatchObject([{ parcel, at: desk }])
  expect(await stateOf(parcel)).not.toBe('returned')
  const counted = { '03': { originals: 1 }, '1': { results: 1 } }
  const number = await countedBy(all.post, parcel, { counted })
  expect((await all.post.post(courier, `/handover-records/${number}/signature`, {})).statusCode).toBe(200)
  const told = (await all.post.events(dossierId)).map(({ type }) => type)
  expect(told).toContain('ParcelReturned')
  expect(told).toContain('IncidentClosed')
  await expectBalance(all.post)
})

test('what nobody understands is settled once, by a postal worker', async () => {
  const { parcel } = await all.given()
  await all.round()
  const report = `
    insert into carrier_report (id, carrier, source, transaction, digest, body, received_at, parcel, state, why)
    values (gen_random_uuid(), 'simulated', 'web-hook', 'GD-9', 'x', 'x', $2, $1, 'for-people', 'unreadable')`
  await all.post.db.query(report, [parcel, all.post.time.at])
  const [{ id }] = await all.forPeople()
  const url = `/carriers/reports/${id}/settlement`
  const outcome = 'Bưu điện đã lập biên bản 05'
  expect((await all.post.post(clerk, url, { outcome })).statusCode).toBe(403)
  expect((await all.post.post(courier, url, { outcome })).statusCode).toBe(200)
  expect((await all.post.post(courier, url, { outcome })).json().code).toBe('report-settled')
  expect(await all.forPeople()).toEqual([])
})
