import { expect, test } from 'vitest'
import { attributionOf } from '../src/attribution.ts'
import { type Indicator766, indicator766Of } from '../src/indicator.ts'
import { calendar, centre, commune, district, local } from './fixtures.ts'
import { type Life, life, type Wish } from './life.ts'
import { lives } from './lives.ts'
import { p1, p4, p5 } from './procedures.ts'

const indicatorOf = (told: Life, asOf = '2026-11-30 12:00'): Indicator766 => {
  const indicator = indicator766Of(told.record, told.law(asOf), local(asOf))
  if (indicator === undefined || 'missingYear' in indicator) throw new Error('This dossier has no indicator')
  return indicator
}
const legalOf = (told: Life, now = '2026-11-30 12:00') => {
  const time = attributionOf(told.record, told.law(now), local(now))
  return time === undefined || 'missingYear' in time ? undefined : time.legal
}

const notice: Wish = {
  type: 'RequestSupplement',
  defects: [{ component: '01', defect: 'missing' }],
  legalBasis: 'NĐ 20/2021/NĐ-CP Điều 8',
}
const asked = (told: Life, at: string) => told.does(at, { ...notice, type: 'ProposeSupplement' }).does(at, notice)
const received: Wish = { type: 'ReceiveSupplement' }
const atTheCommune = () =>
  life({ procedure: p5, desk: commune.desk })
    .opens('2021-08-23 08:15')
    .does('2021-08-23 08:30', { type: 'Accept' })
    .hands('2021-08-23 09:00', '2021-08-23 09:30', commune.culture)
const signs = (told: Life, at: string) =>
  told.does(at, { type: 'Propose', outcome: 'granted' }).does(at, { type: 'Sign', outcome: 'granted', number: '31' })
const restOfTheWay = (told: Life, signed: string) =>
  signs(
    told
      .hands('2021-09-13 07:40', '2021-09-13 07:45', commune.culture)
      .hands('2021-09-20 15:00', '2021-09-20 16:00', commune.committee)
      .hands('2021-09-23 08:00', '2021-09-23 10:00', district.labour)
      .hands('2021-10-04 08:00', '2021-10-04 10:00', district.committee),
    signed,
  )
const supplemented = () => asked(atTheCommune(), '2021-08-25 10:40').does('2021-09-10 15:20', received)

test('S02: signed on 07/10 it is early by law; the indicator deducts, compares with 06/10 and says late', () => {
  const told = restOfTheWay(supplemented(), '2021-10-07 10:00')
  expect(legalOf(told)).toMatchObject({ due: { on: '2021-10-08' }, timeliness: 'early' })
  expect(indicatorOf(told)).toEqual({
    verdict: 'late',
    because: ['date-passed'],
    countedFrom: '2021-08-23',
    deducted: [
      {
        owes: 'supplement',
        from: local('2021-08-25 10:40'),
        to: local('2021-09-10 15:20'),
        days: 16,
        workingDays: 10, // two were used, eighteen are left after 10/09
      },
    ],
    comparedWith: { on: '2021-10-06' },
    judged: { at: local('2021-10-07 10:00'), as: 'result' },
    supplementRequests: 1,
  })
})

test('S02: signed on 06/10 it is on time by both', () => {
  const told = restOfTheWay(supplemented(), '2021-10-06 16:59')
  expect([indicatorOf(told).verdict, legalOf(told)?.timeliness]).toEqual(['on-time', 'early'])
})

test('a second request makes it late at once, though every date is kept and a law allowed it', () => {
  const told = asked(supplemented(), '2021-09-14 09:00').does('2021-09-15 09:00', received)
  expect(indicatorOf(told, '2021-09-16 08:00')).toMatchObject({
    verdict: 'late',
    because: ['second-supplement'],
    supplementRequests: 2,
  })
  expect(legalOf(told, '2021-09-16 08:00')?.timeliness).toBeNull()
})

test('a request before acceptance is no supplement: it counts neither time nor request', () => {
  const told = life({ procedure: p5, desk: commune.desk })
    .opens('2021-08-20 08:15')
    .does('2021-08-20 09:00', notice)
    .does('2021-08-23 08:20', received)
    .does('2021-08-23 08:30', { type: 'Accept' })
  expect(indicatorOf(told, '2021-08-24 08:00')).toMatchObject({
    comparedWith: { on: '2021-09-22' },
    supplementRequests: 0,
    deducted: [],
  })
})

test('S02: at the end of August it awaits the supplement, and is judged by the day of the notice', () => {
  const told = asked(atTheCommune(), '2021-08-25 10:40')
  expect(indicatorOf(told, '2021-09-01 00:00')).toMatchObject({
    verdict: 'on-time',
    judged: { at: local('2021-08-25 10:40'), as: 'awaits-supplement' },
  })
})

test('asked after its date had passed it stays late, however long the citizen takes', () => {
  const told = asked(atTheCommune(), '2021-09-23 10:00')
  expect(indicatorOf(told, '2021-12-01 00:00')).toMatchObject({
    verdict: 'late',
    because: ['date-passed'],
    comparedWith: { on: '2021-09-22' },
  })
})

test('unfinished it is judged at the period’s end: on time if its day is the last of the period, late the day after', () => {
  const told = atTheCommune() // due 22/09/2021
  expect(indicatorOf(told, '2021-09-23 00:00')).toMatchObject({ verdict: 'on-time', judged: { as: 'unfinished' } })
  expect(indicatorOf(told, '2021-09-24 00:00')).toMatchObject({ verdict: 'late', because: ['date-passed'] })
})

test('what came after the period is not known at its end', () => {
  const told = restOfTheWay(supplemented(), '2021-10-07 10:00')
  expect(indicatorOf(told, '2021-10-01 00:00')).toMatchObject({ verdict: 'on-time', judged: { as: 'unfinished' } })
})

test('S03: kept on the new date of the apology it is late all the same: the old date is compared with', () => {
  const told = signs(
    life({ procedure: p5, desk: commune.desk })
      .opens('2021-11-09 09:30')
      .does('2021-11-09 10:00', { type: 'Accept' })
      .hands('2021-11-09 10:30', '2021-11-09 11:00', commune.culture)
      .hands('2021-11-18 08:00', '2021-11-18 08:30', commune.committee)
      .hands('2021-11-25 15:00', '2021-11-25 15:30', district.labour)
      .does('2021-12-03 14:00', { type: 'Reappoint', appointment: '2021-12-14', reason: 'workload', note: 'Nhiều' })
      .hands('2021-12-08 10:00', '2021-12-08 14:00', district.committee),
    '2021-12-13 16:00',
  )
  expect(indicatorOf(told)).toMatchObject({ verdict: 'late', comparedWith: { on: '2021-12-07' }, deducted: [] })
})

test('S04: the payment that stops the clock is deducted: 13/01, the date the law gives too', () => {
  const told = signs(
    life({ procedure: p4, desk: centre.desk })
      .opens('2025-12-08 08:45')
      .does('2025-12-08 09:00', { type: 'Accept' })
      .hands('2025-12-08 10:00', '2025-12-08 14:00', centre.landOffice)
      .does('2025-12-29 10:00', { type: 'RequestObligation', obligation: 'fee', amount: 1000, note: 'Lệ phí' })
      .does('2026-01-07 10:10', { type: 'RecordPayment', obligation: 'fee', proof: 'GW-1' })
      .hands('2026-01-09 15:00', '2026-01-09 15:30', centre.committee),
    '2026-01-13 16:50',
  )
  expect(indicatorOf(told)).toMatchObject({
    verdict: 'on-time',
    comparedWith: { on: '2026-01-13' },
    deducted: [{ owes: 'obligation', days: 9, workingDays: 5 }],
  })
})

test('a dossier stopped is judged by the day it was stopped', () => {
  const told = atTheCommune().does('2021-09-20 08:00', { type: 'Withdraw' })
  told.does('2021-09-24 08:00', { type: 'Stop', ground: 'withdrawal' })
  expect(indicatorOf(told)).toMatchObject({ verdict: 'late', judged: { as: 'stopped' } })
})

test('accepted after 15:00 it is counted from day zero', () => {
  const told = life({ procedure: p1, desk: commune.desk })
    .opens('2024-12-30 15:05', 'online')
    .does('2024-12-30 15:10', { type: 'Accept' })
  expect(indicatorOf(told, '2025-01-02 08:00')).toMatchObject({
    countedFrom: '2024-12-31',
    comparedWith: { on: '2025-01-06' },
  })
})

test('before acceptance there is nothing to judge, and a year nobody announced gives no date', () => {
  const told = lives.submitted()
  expect(indicator766Of(told.record, told.law('2025-12-20 08:00'), local('2025-12-20 08:00'))).toBeUndefined()
  const accepted = lives.accepted()
  const years = calendar.years.filter(({ year }) => year < 2026)
  const law = { ...accepted.law('2025-12-20 08:00'), calendar: { ...calendar, version: 'VN-2025-1', years } }
  expect(indicator766Of(accepted.record, law, local('2025-12-20 08:00'))).toEqual({ missingYear: 2026 })
})
