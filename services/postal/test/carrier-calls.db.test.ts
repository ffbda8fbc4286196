import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { signatureOf } from '../src/carriers/signature.ts'
import { type Carried, openCarried } from './carried.ts'
import { clerk, local, office } from './post-office.ts'
import { stepOf } from './result-by-post.ts'
import { secret } from './simulation.ts'

let all: Carried
beforeEach(async () => {
  all = await openCarried()
})
afterEach(() => all.close())

/** One call of the carrier by hand. */
const call = (body: object | string, more: { transaction?: string; signature?: string; to?: string } = {}) => {
  const { transaction = 'GD-1', to = 'simulated' } = more
  const raw = typeof body === 'string' ? body : JSON.stringify(body)
  const signature = more.signature ?? signatureOf(secret, transaction, Buffer.from(raw))
  const headers = { 'content-type': 'application/json', 'ems-transaction': transaction, 'ems-signature': signature }
  return all.post.app.inject({ method: 'POST', url: `/carriers/${to}/statuses`, headers, payload: raw })
}
const body = (more: object = {}) => ({
  tracking_code: 'EX470000003VN',
  order_code: null,
  status_code: 3,
  status_name: 'Đã lấy hàng',
  datetime: '17/03/2021 16:30:00',
  ...more,
})
const reports = async () =>
  (await all.post.db.query('select state, why from carrier_report order by received_at, id')).rows

describe('a call', () => {
  test('is answered as EMS wants it, and kept for people where nobody knows the parcel', async () => {
    const answer = await call(body())
    expect([answer.statusCode, answer.json()]).toEqual([200, { code: 'success', transaction: 'GD-1' }])
    expect(await reports()).toEqual([{ state: 'for-people', why: 'unknown-tracking-code' }])
    expect(await all.forPeople()).toMatchObject([
      { trackingCode: 'EX470000003VN', code: '3', happenedAt: local('2021-03-17 16:30') },
    ])
  })

  test('that comes before our order was answered counts when it is', async () => {
    const { parcel } = await all.given()
    all.post.time.at = local('2021-03-17 17:00')
    await call(body())
    expect(await reports()).toEqual([{ state: 'for-people', why: 'unknown-tracking-code' }])
    await all.round()
    expect(await all.scansOf(parcel)).toEqual([{ step: 'taken', refusal: null }])
    expect(await reports()).toContainEqual({ state: 'counted', why: null })
    expect(await all.forPeople()).toEqual([])
  })

  test('from a clock that is ahead is kept for people', async () => {
    const { parcel } = await all.given()
    await all.round()
    await call(body())
    expect(await all.forPeople()).toMatchObject([{ why: 'scan-from-the-future', parcel }])
  })

  test('sent fifty times at once is kept once', async () => {
    const { parcel } = await all.given()
    await all.round()
    all.post.time.at = local('2021-03-17 17:00')
    const answers = await Promise.all(Array.from({ length: 50 }, () => call(body({ order_code: parcel }))))
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]))
    expect(await all.scansOf(parcel)).toEqual([{ step: 'taken', refusal: null }])
    expect(await reports()).toEqual([{ state: 'counted', why: null }])
  })

  test('that uses an id again for something else is kept for people', async () => {
    await all.given()
    await all.round()
    all.post.time.at = local('2021-03-17 17:00')
    await call(body())
    await call(body({ status_code: 7 }))
    await call(body({ status_code: 7 }))
    expect(await reports()).toEqual([
      { state: 'counted', why: null },
      { state: 'for-people', why: 'transaction-reused' },
    ])
  })

  test('with a code nobody has heard of is kept for people, once', async () => {
    const { parcel } = await all.given()
    await all.round()
    all.post.time.at = local('2021-03-17 17:00')
    await call(body({ status_code: 4711 }))
    await call(body({ status_code: 4711 }), { transaction: 'GD-2' })
    expect(await all.forPeople()).toMatchObject([{ why: 'unknown-status-code', code: '4711', parcel }])
  })

  test.each([
    ['not signed', body(), { signature: '' }, 401],
    [
      'signed with another secret',
      body(),
      { signature: signatureOf('another secret', 'GD-1', Buffer.from(JSON.stringify(body()))) },
      401,
    ],
    [
      'signed for another id',
      body(),
      { signature: signatureOf(secret, 'GD-0', Buffer.from(JSON.stringify(body()))) },
      401,
    ],
    ['of a carrier without a contract', body(), { to: 'somebody' }, 404],
  ])('%s is answered with an error and leaves nothing behind', async (_what, sent, more, status) => {
    const answer = await call(sent, more)
    expect([answer.statusCode, answer.json()]).toEqual([status, { code: 'error', transaction: 'GD-1' }])
    expect(await reports()).toEqual([])
  })

  test('that cannot be read is kept as it came', async () => {
    expect((await call('tracking_code=EX470000003VN')).statusCode).toBe(200)
    expect(await all.forPeople()).toMatchObject([
      { why: 'unreadable', body: 'tracking_code=EX470000003VN', trackingCode: null },
    ])
  })

  test('without an id is refused by the header that is missing', async () => {
    const answer = await all.post.app.inject({
      method: 'POST',
      url: '/carriers/simulated/statuses',
      headers: { 'content-type': 'application/json' },
      payload: '{}',
    })
    expect(answer.json()).toMatchObject({ status: 400, errors: [{ pointer: '#/headers/ems-transaction' }] })
  })
})

describe('an order', () => {
  const order = (parcel: string, by = clerk, to = 'simulated') =>
    all.post.post(by, `/parcels/${parcel}/carrier-order`, { carrier: to })
  const cancel = (parcel: string) => all.post.post(clerk, `/parcels/${parcel}/carrier-order/cancellation`, {})

  test('is given once, by whom the parcel is, to a carrier with a contract', async () => {
    const { parcel } = await all.given()
    expect((await order(parcel)).json().code).toBe('carrier-ordered')
    expect((await order(parcel, clerk, 'somebody')).json()).toMatchObject({ status: 422, code: 'carrier-unknown' })
    expect((await order(parcel, 'officer:huyen-ia-grai.labour')).statusCode).toBe(403)
  })

  test('is taken back before the carrier has the parcel, and may be given again', async () => {
    const { parcel } = await all.given()
    await all.round()
    expect((await cancel(parcel)).json()).toEqual({ state: 'cancelled' })
    expect((await cancel(parcel)).json()).toEqual({ state: 'cancelled' })
    await all.until('2021-03-18 16:00')
    expect(await all.scansOf(parcel)).toEqual([])
    expect((await order(parcel)).statusCode).toBe(201)
  })

  test('is not taken back once the carrier has it', async () => {
    const { parcel } = await all.given()
    await all.round()
    await all.until('2021-03-17 18:00')
    expect((await cancel(parcel)).json()).toMatchObject({ status: 409, code: 'carrier-has-it' })
  })
})

test('a parcel a desk gave to a carrier is its post office’s to call lost', async () => {
  const { parcel } = await all.given()
  await all.round()
  all.post.time.at = local('2021-03-17 17:00')
  await call(body({ order_code: parcel }))
  all.post.time.at = local('2021-03-22 09:00')
  const { rows } = await all.post.db.query('select office from parcel where code = $1', [parcel])
  expect(rows).toEqual([{ office }])
  expect((await stepOf(all.post, parcel, 'lost', { fault: 'operator' })).statusCode).toBe(200)
})
