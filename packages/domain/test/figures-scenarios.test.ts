import { describe, expect, test } from 'vitest'
import { figuresOf, percentagesOf } from '../src/figures.ts'
import { contactPoints, timePoints } from '../src/indices.ts'
import { periodOf } from '../src/period.ts'
import { accept, parts, records, returned, signed, units } from './figures-readers.ts'
import { centre, commune, district, province } from './fixtures.ts'
import { type Life, life, type Wish } from './life.ts'
import { p1, p4, p5, p6 } from './procedures.ts'

// What the reference scenarios say under "Figures", each from the records of its dossiers alone.

const april = periodOf('2021-04-01', '2021-05-01')
const may = periodOf('2021-05-01', '2021-06-01')

describe('S01: three levels, post in, post out', () => {
  const told = () =>
    signed(
      life({ procedure: p6, desk: commune.desk })
        .opens('2021-04-13 09:40', 'post')
        .does('2021-04-13 09:40', accept)
        .hands('2021-04-13 10:30', '2021-04-13 11:00', commune.culture)
        .hands('2021-04-19 16:30', '2021-04-20 08:15', district.labour)
        .hands('2021-04-28 15:00', '2021-04-29 14:00', province.labour),
      '2021-05-10 15:30',
    ).does('2021-05-13 10:15', returned('post'))

  test('April: new 1 (post), pending in time 1; May: carried 1, early 1, returned by post 1', () => {
    expect(parts(figuresOf(records(told()), april))).toEqual({ 'new.post': 1, 'pending.inTime': 1 })
    expect(parts(figuresOf(records(told()), may))).toEqual({ carried: 1, 'resolved.early': 1, 'returned.post': 1 })
  })

  test('it counts once, at its receiving desk, and its three legs once each at their agencies', () => {
    const where = { desk: district.desk }
    expect(parts(figuresOf(records(told()), may, { where }))).toEqual({})
    expect(figuresOf(records(told()), may, { where: { desk: commune.desk } }).resolved.total).toBe(1)
  })

  test('index 1 is 2, index 2 is 2 for each agency, index 3 is 2', () => {
    const { record, dossier } = told()
    expect(timePoints(dossier().result?.timeliness ?? 'late')).toBe(2)
    expect(units(told())).toEqual([
      [commune.culture, 2],
      [district.labour, 2],
      [province.labour, 2],
    ])
    expect(contactPoints(record)).toBe(2)
  })
})

describe('S02: one supplement', () => {
  const supplement = { defects: [{ component: '02', defect: 'missing' as const }] }
  const told = () =>
    signed(
      life({ procedure: p5, desk: commune.desk })
        .opens('2021-08-23 08:15')
        .does('2021-08-23 08:30', accept)
        .hands('2021-08-23 09:00', '2021-08-23 09:30', commune.culture)
        .does('2021-08-25 10:10', { type: 'ProposeSupplement', ...supplement })
        .does('2021-08-25 10:40', { type: 'RequestSupplement', ...supplement })
        .does('2021-09-10 15:20', { type: 'ReceiveSupplement' })
        .hands('2021-09-13 07:30', '2021-09-13 08:00', commune.culture)
        .hands('2021-09-20 08:00', '2021-09-20 09:00', commune.committee)
        .hands('2021-09-22 08:00', '2021-09-22 09:00', district.labour)
        .hands('2021-10-04 08:00', '2021-10-04 09:00', district.committee),
      '2021-10-07 10:00',
    )

  test('31/8: paused for a supplement 1; October: early 1, supplement requests 1', () => {
    const august = figuresOf(records(told()), periodOf('2021-08-01', '2021-09-01'))
    expect(parts(august)).toEqual({ 'new.desk': 1, 'paused.supplement': 1, 'supplementRequests.asked': 1 })
    const october = figuresOf(records(told()), periodOf('2021-10-01', '2021-11-01'))
    expect(parts(october)).toEqual({
      carried: 1,
      'resolved.early': 1,
      'supplementRequests.ofResolved': 1,
      uncollected: 1,
    })
  })

  test('index 3 is 1, and the stage broken off by it has no points', () => {
    expect(contactPoints(told().record)).toBe(1)
    expect(units(told())[0]).toEqual([commune.culture, null])
  })
})

describe('S03: late, with and without an apology in time', () => {
  const letter: Wish = { type: 'Reappoint', appointment: '2021-12-14', reason: 'workload', note: 'Hồ sơ nhiều' }
  const atTheDistrict = () =>
    life({ procedure: p5, desk: commune.desk })
      .opens('2021-11-09 09:30')
      .does('2021-11-09 10:00', accept)
      .hands('2021-11-09 10:30', '2021-11-09 11:00', commune.culture)
      .hands('2021-11-18 08:00', '2021-11-18 08:30', commune.committee)
      .hands('2021-11-25 15:00', '2021-11-25 15:30', district.labour)
  const ended = (told: Life) =>
    signed(told.hands('2021-12-08 10:00', '2021-12-08 14:00', district.committee), '2021-12-13 16:00')
  const told = () => ended(atTheDistrict().does('2021-12-03 14:00', letter))
  const twin = () => ended(atTheDistrict().does('2021-12-07 09:00', letter))
  const december = periodOf('2021-12-01', '2022-01-01')

  test('December: late 2; apologised 2/2, in time 1/2, with their numerators', () => {
    const figures = figuresOf(records(told(), twin()), december)
    expect(parts(figures)).toEqual({
      carried: 2,
      'resolved.late': 2,
      uncollected: 2,
      'apologies.owed': 2,
      'apologies.inTime': 1,
      'apologies.late': 1,
    })
    expect(percentagesOf(figures)).toMatchObject({
      apologised: { numerator: 2, denominator: 2, percent: 100 },
      apologisedInTime: { numerator: 1, denominator: 2, percent: 50 },
      inTime: { numerator: 0, denominator: 2, percent: 0 },
    })
  })

  test('without a letter it is a counted failure from the day after it was due', () => {
    const silent = records(atTheDistrict())
    expect(parts(figuresOf(silent, periodOf('2021-12-01', '2021-12-08')))).toEqual({ carried: 1, 'pending.inTime': 1 })
    expect(parts(figuresOf(silent, periodOf('2021-12-01', '2021-12-09')))).toEqual({
      carried: 1,
      'pending.overdue': 1,
      'apologies.owed': 1,
      'apologies.none': 1,
    })
  })

  test('index 1 is 0; index 2 is 0 for the commune and the division, 1 for the Chairman', () => {
    expect(timePoints(told().dossier().result?.timeliness ?? 'early')).toBe(0)
    expect(units(told())).toEqual([
      [commune.culture, 1],
      [commune.committee, 0],
      [district.labour, 0],
      [district.committee, 1],
    ])
  })
})

test('S04: 31/12 paused for a payment 1; January on time 1; what was to pay stands on a line of its own', () => {
  const tax = { obligation: 'le-phi-truoc-ba', amount: 1_250_000 }
  const told = signed(
    life({ procedure: p4, desk: centre.desk })
      .opens('2025-12-08 08:45')
      .does('2025-12-08 09:00', accept)
      .hands('2025-12-08 10:00', '2025-12-08 14:00', centre.landOffice)
      .does('2025-12-22 09:00', { type: 'RequestConsultation', consultation: 'tax' })
      .does('2025-12-29 09:00', { type: 'AnswerConsultation', consultation: 'tax', answer: 'done' })
      .does('2025-12-29 10:00', { type: 'RequestObligation', ...tax, note: 'Thông báo nộp lệ phí trước bạ' })
      .does('2026-01-07 10:10', { type: 'RecordPayment', obligation: tax.obligation, proof: 'GW-1' })
      .hands('2026-01-09 10:00', '2026-01-09 14:00', centre.committee),
    '2026-01-13 16:50',
  ).does('2026-01-14 09:00', returned())
  expect(parts(figuresOf(records(told), periodOf('2025-12-01', '2026-01-01')))).toEqual({
    'new.desk': 1,
    'paused.obligation': 1,
    'obligations.asked': 1,
    'obligations.askedAmount': 1_250_000,
  })
  expect(parts(figuresOf(records(told), periodOf('2026-01-01', '2026-02-01')))).toEqual({
    carried: 1,
    'resolved.onTime': 1,
    'returned.desk': 1,
    'obligations.paid': 1,
    'obligations.paidAmount': 1_250_000,
  })
})

test('S05: one online dossier, early; three work units', () => {
  const ask = (consultation: string): Wish => ({ type: 'RequestConsultation', consultation })
  const done = (consultation: string): Wish => ({ type: 'AnswerConsultation', consultation, answer: 'done' })
  const told = life({ procedure: p1, desk: commune.desk })
    .opens('2024-12-30 15:05', 'online')
    .does('2024-12-31 08:20', accept)
    .hands('2024-12-31 08:25', '2024-12-31 08:28', commune.justice)
    .hands('2024-12-31 13:40', '2024-12-31 13:50', commune.desk)
    .does('2024-12-31 14:00', ask('residence'))
    .does('2024-12-31 14:00', ask('card'))
    .does('2025-01-03 10:00', done('residence'), { role: 'consulted-officer', organisation: commune.police })
    .does('2025-01-03 14:00', done('card'), { role: 'consulted-officer', organisation: district.insurance })
  signed(told, '2025-01-03 15:00')
  expect(figuresOf(records(told), periodOf('2024-12-01', '2025-01-01')).new).toEqual({
    total: 1,
    desk: 0,
    post: 0,
    online: 1,
  })
  expect(parts(figuresOf(records(told), periodOf('2025-01-01', '2025-02-01')))).toMatchObject({ 'resolved.early': 1 })
  expect(units(told).map(([agency]) => agency)).toEqual([commune.justice, commune.police, district.insurance])
})
