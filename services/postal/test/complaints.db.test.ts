import { PostalReport } from '@dossier/contracts/postal-report'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { as } from '@dossier/platform/testing'
import {
  clerk,
  colleague,
  courier,
  expectBalance,
  local,
  office,
  openPostOffice,
  type PostOffice,
} from './post-office.ts'
import { postedResult, stepOf } from './result-by-post.ts'

const elsewhere = 'officer:huyen-ia-grai.post'
const contact = { name: 'Nguyễn Thị Bưởi', phone: '0912 345 678', address: 'Làng Ograng' }
const complaint = { about: 'lost', words: 'Tôi chưa nhận được kết quả.', contact }
const lost = { harm: 'lost', fault: 'operator', record: '05/BB-BĐ', recordedOn: '2021-03-22' }

let post: PostOffice
beforeEach(async () => {
  post = await openPostOffice(local('2021-03-17 15:00'))
})
afterEach(() => post.close())

const report = async (day: string) => {
  const answer = await post.get(courier, `/reports/postal?period=quarter&day=${day}`)
  return PostalReport.parse(answer.json())
}
const typesOf = async (dossierId: string) => (await post.events(dossierId)).map(({ type }) => type)

test('S08: lost, complained of, compensated, found: each with its last day, and the report of the quarter', async () => {
  const { dossierId, parcel } = await postedResult(post, '2021-03-17')
  post.at('2021-03-19 00:00')
  await post.sweep()
  post.at('2021-03-22 09:00')
  expect((await stepOf(post, parcel, 'lost', { fault: 'operator', decision: '05/BB-BĐ' })).statusCode).toBe(200)

  const decided = await post.post(courier, `/parcels/${parcel}/liability`, lost)
  expect([decided.statusCode, decided.json()]).toEqual([
    201,
    {
      amount: 104_000,
      payBy: '2021-04-22', // 21/4 is Giỗ Tổ
      costs: { 'repeat-delivery': 'operator', return: 'operator', 're-issue': 'operator' },
    },
  ])

  post.at('2021-03-24 09:00')
  const received = await post.post(clerk, `/parcels/${parcel}/complaints`, complaint)
  expect(received.json()).toEqual({ complaint: 'KN-210324-0001', answerBy: { on: '2021-03-31' } })
  post.at('2021-03-31 16:00')
  const answer = { upheld: true, answer: 'Bưu điện xin lỗi và đã bồi thường.' }
  expect((await post.post(courier, '/complaints/KN-210324-0001/answer', answer)).json().code).toBe(
    'answerer-complained-of',
  )
  expect((await post.post(elsewhere, '/complaints/KN-210324-0001/answer', answer)).json()).toEqual({
    complaint: 'KN-210324-0001',
    inTime: true,
  })

  const { services, parcels, compensation, safety, complaints } = await report('2021-03-31')
  expect({ parcels, compensation, safety, complaints }).toEqual({
    parcels: { carriedOver: 0, posted: 1, delivered: 0, returned: 0, lost: 1, damaged: 0, underWay: 0 },
    compensation: { cases: 1, value: 104_000, paid: 0 },
    safety: { numerator: 0, denominator: 1 },
    complaints: {
      carriedOver: 0,
      received: 1,
      answered: 1,
      upheld: 1,
      open: 0,
      inTime: { numerator: 1, denominator: 1 },
    },
  })
  expect(services[1]).toEqual({ service: 'receive', volume: 1, revenue: 26_000 })

  post.at('2021-04-01 09:00')
  const pay = (amount: number, proof: string) =>
    post.post(courier, `/parcels/${parcel}/compensation-payments`, { amount, proof })
  expect((await pay(104_001, 'PC-1')).json()).toMatchObject({ code: 'paid-more-than-owed', about: '104000' })
  expect((await pay(104_000, 'PC-1')).json()).toEqual({ owed: 0, inTime: true })

  post.at('2021-04-02 09:00')
  expect((await post.post(clerk, `/parcels/${parcel}/found-choice`, { choice: 'taken' })).json().code).toBe(
    'not-found-again',
  )
  await stepOf(post, parcel, 'found')
  const choose = (choice: string) => post.post(clerk, `/parcels/${parcel}/found-choice`, { choice })
  expect((await choose('taken')).json()).toEqual({ repay: 104_000, owed: 0 })
  expect((await choose('refused')).json().code).toBe('found-settled')
  expect(await typesOf(dossierId)).toEqual([
    'ParcelPosted',
    'ParcelOverdue',
    'IncidentOpened',
    'ParcelLost',
    'CompensationDecided',
    'ComplaintReceived',
    'ComplaintAnswered',
    'CompensationPaid',
    'ParcelFound',
    'FoundParcelSettled',
  ])
  await expectBalance(post)
})

describe('complaints', () => {
  test('come until Monday 20/09/2021, and not the day after', async () => {
    const { parcel } = await postedResult(post, '2021-03-17')
    post.at('2021-09-20 23:59')
    expect((await post.post(clerk, `/parcels/${parcel}/complaints`, complaint)).statusCode).toBe(201)
    post.at('2021-09-21 00:00')
    expect((await post.post(clerk, `/parcels/${parcel}/complaints`, complaint)).json()).toMatchObject({
      status: 409,
      code: 'complaint-window-ended',
      about: '2021-09-20',
    })
  })

  test('unanswered become an alarm at the end of their last day, once', async () => {
    const { dossierId, parcel } = await postedResult(post, '2021-03-17')
    await stepOf(post, parcel, 'attempted', { reason: 'absent', invited: true })
    post.at('2021-03-18 10:00')
    await stepOf(post, parcel, 'delivered', { to: 'applicant', identityChecked: true, signed: true })
    post.at('2021-03-24 09:00')
    await post.post(clerk, `/parcels/${parcel}/complaints`, { ...complaint, about: 'conduct' })
    const { rows } = await post.db.query('select min(at) as at from silence')
    expect(rows).toEqual([{ at: local('2021-04-01 00:00') }])
    post.at('2021-03-31 23:59')
    expect(await post.sweep()).toBe(0)
    post.at('2021-04-01 00:00')
    expect(await post.sweep()).toBe(1)
    expect(await post.sweep()).toBe(0)
    expect((await post.events(dossierId)).at(-1)).toMatchObject({
      type: 'IncidentOpened',
      what: 'complaint-unanswered',
      parcel,
    })
    const late = await post.post(elsewhere, '/complaints/KN-210324-0001/answer', {
      upheld: false,
      answer: 'Không đúng.',
    })
    expect(late.json()).toEqual({ complaint: 'KN-210324-0001', inTime: false })
    const again = await post.post(elsewhere, '/complaints/KN-210324-0001/answer', { upheld: true, answer: 'Đúng.' })
    expect(again.json().code).toBe('complaint-answered')
  })

  test('their words are for post and desk alone, and every look is recorded', async () => {
    const { dossierId, parcel } = await postedResult(post, '2021-03-17')
    await post.post(clerk, `/parcels/${parcel}/complaints`, complaint)
    const id = 'KN-210317-0001'
    expect((await post.get(colleague, `/complaints/${id}`)).json()).toMatchObject({ words: complaint.words, contact })
    expect((await post.get('officer:huyen-ia-grai.labour', `/complaints/${id}`)).statusCode).toBe(404)
    const { rows } = await post.db.query(
      `select viewer, granted from view_of_person where what = 'complaint' order by id`,
    )
    expect(rows).toEqual([
      { viewer: colleague, granted: true },
      { viewer: 'officer:huyen-ia-grai.labour', granted: false },
    ])
    const list = await post.get(courier, `/complaints?organisation=${office}`)
    expect(list.json().complaints).toMatchObject([{ complaint: id, receivedOn: '2021-03-17' }])
    expect(list.body).not.toContain('Bưởi')
    expect(JSON.stringify(await post.told(dossierId))).not.toContain('Bưởi')
  })

  test('one sent twice under one key is one', async () => {
    const { parcel } = await postedResult(post, '2021-03-17')
    const send = () => post.post(clerk, `/parcels/${parcel}/complaints`, complaint, 'one-key')
    expect((await send()).json()).toEqual((await send()).json())
    expect((await post.db.query('select from complaint')).rowCount).toBe(1)
  })

  test('bad input is refused by its field, and nothing is kept', async () => {
    const { parcel } = await postedResult(post, '2021-03-17')
    const send = (url: string, body: object) => post.post(clerk, url, body)
    expect((await send(`/parcels/${parcel}/complaints`, { ...complaint, about: 'x' })).json()).toMatchObject({
      status: 400,
      errors: [{ pointer: '#/body/about' }],
    })
    expect((await send('/parcels/RA473124828VN/complaints', complaint)).json().code).toBe('s10-check-digit')
    expect((await send('/parcels/RA473124829VN/complaints', complaint)).json().code).toBe('parcel-unknown')
    expect(
      (await post.post('officer:huyen-ia-grai.labour', `/parcels/${parcel}/complaints`, complaint)).statusCode,
    ).toBe(403)
    expect((await post.db.query('select from complaint')).rowCount).toBe(0)
  })
})

describe('compensation', () => {
  test('is at least four times the postage, by whose fault it was, and for what was declared', async () => {
    const { parcel } = await postedResult(post, '2021-03-17')
    post.at('2021-03-22 09:00')
    const record = (more: object) => post.post(courier, `/parcels/${parcel}/liability`, { ...lost, ...more })
    expect((await record({})).json().code).toBe('harm-not-declared')
    await stepOf(post, parcel, 'lost', { decision: '05' })
    expect((await record({ fault: 'unknown' })).json().code).toBe('fault-unknown')
    expect((await record({ amount: 103_999 })).json()).toMatchObject({
      status: 422,
      code: 'compensation-too-low',
      about: '104000',
    })
    expect((await record({ fault: 'force-majeure', amount: 1 })).json().code).toBe('nothing-owed')
    expect((await record({ recordedOn: '2021-03-23' })).json().code).toBe('record-from-the-future')
    expect((await record({ amount: 150_000 })).json().amount).toBe(150_000)
    expect((await record({})).json().code).toBe('compensation-decided')
  })

  test('for lateness is the postage', async () => {
    const { parcel } = await postedResult(post, '2021-03-17')
    post.at('2021-03-18 23:59')
    const record = () =>
      post.post(courier, `/parcels/${parcel}/liability`, { ...lost, harm: 'late', recordedOn: '2021-03-18' })
    expect((await record()).json().code).toBe('harm-not-declared')
    post.at('2021-03-19 00:00')
    expect((await record()).json().amount).toBe(26_000)
  })

  test('unpaid it becomes an alarm when the thirty days are over; paid in parts it does not', async () => {
    const { dossierId, parcel } = await postedResult(post, '2021-03-17')
    post.at('2021-03-22 09:00')
    await stepOf(post, parcel, 'lost', { fault: 'operator', decision: '05' })
    await post.post(courier, `/parcels/${parcel}/liability`, lost)
    const pay = (amount: number, proof: string) =>
      post.post(courier, `/parcels/${parcel}/compensation-payments`, { amount, proof })
    expect((await pay(100_000, 'PC-1')).json()).toEqual({ owed: 4000, inTime: true })
    expect((await pay(4000, 'PC-1')).json().code).toBe('receipt-used')
    post.at('2021-04-23 00:00')
    expect(await post.sweep()).toBe(1)
    expect((await post.events(dossierId)).at(-1)).toMatchObject({ what: 'compensation-unpaid', at: office })
    expect((await pay(4000, 'PC-2')).json()).toEqual({ owed: 0, inTime: false })
  })

  test('what was not paid when the citizen takes what was found is owed no more', async () => {
    const { parcel } = await postedResult(post, '2021-03-17')
    post.at('2021-03-22 09:00')
    await stepOf(post, parcel, 'lost', { fault: 'operator', decision: '05' })
    await post.post(courier, `/parcels/${parcel}/liability`, lost)
    await stepOf(post, parcel, 'found')
    const taken = await post.post(clerk, `/parcels/${parcel}/found-choice`, { choice: 'taken' })
    expect(taken.json()).toEqual({ repay: 0, owed: 0 })
    const paid = await post.post(courier, `/parcels/${parcel}/compensation-payments`, { amount: 1, proof: 'PC-1' })
    expect(paid.json()).toMatchObject({ code: 'paid-more-than-owed', about: '0' })
    await expectBalance(post)
  })
})

test('the report is a spreadsheet too, and no business of a citizen or another officer', async () => {
  await postedResult(post, '2021-03-17')
  const url = '/reports/postal.xlsx?period=quarter&day=2021-03-17'
  const sheet = await post.app.inject({ method: 'GET', url, headers: as(courier) })
  expect(sheet.headers['content-type']).toContain('spreadsheetml')
  expect(sheet.rawPayload.subarray(0, 2).toString()).toBe('PK')
  expect((await post.get('officer:huyen-ia-grai.labour', url)).statusCode).toBe(403)
  expect((await post.get('citizen:thu-nghiem-1', url)).statusCode).toBe(403)
  expect((await post.get(courier, '/reports/postal?period=month&day=2021-03-17')).json().errors).toMatchObject([
    { pointer: '#/query/period' },
  ])
})
