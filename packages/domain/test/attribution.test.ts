import { expect, test } from 'vitest'
import { attributionOf } from '../src/attribution.ts'
import { asks, lateBy, shares, signs, stages, supplement, timeOf } from './attribution-readers.ts'
import { calendar, commune, district, local, province } from './fixtures.ts'
import { life, type Wish } from './life.ts'
import { lives } from './lives.ts'
import { p5, p6, p8 } from './procedures.ts'

/** S01 to the province; the courier's slip at the commune on 19/04, the district's signature on 20/04. */
const referenceDossier = () =>
  life({ procedure: p6, desk: commune.desk })
    .opens('2021-04-13 09:40', 'post')
    .does('2021-04-13 09:40', { type: 'Accept' })
    .hands('2021-04-13 10:30', '2021-04-13 11:00', commune.culture)
    .hands('2021-04-19 16:30', '2021-04-20 08:15', district.labour)
    .hands('2021-04-28 15:00', '2021-04-29 14:00', province.labour)

test('S01: three agencies, nobody late; the wait until each acceptance is the receiver’s', () => {
  const time = timeOf(signs(referenceDossier(), '2021-05-10 15:30'))
  expect(shares(time)).toEqual([
    [`${commune.desk} passes on`, 0, 0],
    [`${commune.culture} commune`, 6, 4],
    [`${district.labour} district`, 9, 6],
    [`${province.labour} province`, 12, 6],
  ])
  expect(time.whole).toMatchObject({ days: 27, workingDays: 16, ended: 'result' })
  expect(stages(time).map(([stage, , timeliness]) => [stage, timeliness])).toEqual([
    ['commune', 'early'],
    ['district', 'early'],
    ['province', 'early'],
  ])
  expect(time.legal).toEqual({ due: { on: '2021-05-17' }, timeliness: 'early', late: null, lateBy: [] })
})

test('S01: each stage shows receipt, end, its own limit and what it took of it, in the limit’s unit', () => {
  const { stages: all } = timeOf(signs(referenceDossier(), '2021-05-10 15:30'))
  expect(all[1]).toMatchObject({
    received: local('2021-04-20 08:15'),
    ended: { at: local('2021-04-28 15:00'), by: 'handover' },
    limit: { amount: 7, unit: 'working-day' },
    due: { on: '2021-05-04' },
    actual: { amount: 5, unit: 'working-day' }, // 21/4 is a holiday
  })
  expect(all[2]?.actual).toEqual({ amount: 11, unit: 'day' })
})

test('S01: the result ends it: days at the post and at the desk afterwards are nobody’s', () => {
  const told = signs(referenceDossier(), '2021-05-10 15:30')
  const before = timeOf(told)
  const returned: Wish = { type: 'ReturnResult', by: 'post', to: 'representative', identityChecked: true }
  expect(timeOf(told.does('2021-05-13 10:15', returned))).toEqual(before)
})

test('N5: an offer that is open is still the sender’s time, and a returned one ends nothing', () => {
  const offered = referenceDossier().does('2021-05-05 08:00', {
    type: 'OfferHandover',
    to: district.labour,
    stage: 'district',
  })
  expect(shares(timeOf(offered, '2021-05-10 08:00')).at(-1)).toEqual([`${province.labour} province`, 12, 6])
  offered.does('2021-05-07 08:00', { type: 'ReturnHandover', ground: 'not-ours', note: 'Không đúng' })
  const time = timeOf(offered, '2021-05-10 08:00')
  expect(shares(time).at(-1)).toEqual([`${province.labour} province`, 12, 6])
  expect(time.stages.at(-1)?.ended).toBeNull()
})

/** S02: asked on 25/08, brought on 10/09, signed on 07/10. */
const supplemented = () =>
  asks(
    life({ procedure: p5, desk: commune.desk })
      .opens('2021-08-23 08:15')
      .does('2021-08-23 08:30', { type: 'Accept' })
      .hands('2021-08-23 09:00', '2021-08-23 09:30', commune.culture),
    '2021-08-25 10:40',
    '2021-09-10 15:20',
  )
const finished = () =>
  signs(
    supplemented()
      .hands('2021-09-13 07:40', '2021-09-13 07:45', commune.culture)
      .hands('2021-09-20 15:00', '2021-09-20 16:00', commune.committee)
      .hands('2021-09-23 08:00', '2021-09-23 10:00', district.labour)
      .hands('2021-10-04 08:00', '2021-10-04 10:00', district.committee),
    '2021-10-07 10:00',
  )

test('S02: the waiting days are the citizen’s: the day of the notice is used up, the day it ends is not', () => {
  const time = timeOf(finished())
  expect(shares(time)).toEqual([
    [`${commune.desk} passes on`, 3, 1], // 11 to 13/09, before it offered it again
    [`${commune.culture} review`, 9, 7],
    ['citizen supplement', 16, 10],
    [`${commune.committee} submit`, 3, 3],
    [`${district.labour} appraise`, 11, 7],
    [`${district.committee} decide`, 3, 3],
  ])
  expect(time.legal.timeliness).toBe('early')
})

test('S02: a stage broken off by the supplement has no verdict, and begins anew with a new receipt', () => {
  const time = timeOf(finished())
  expect(stages(time)).toEqual([
    ['review', commune.culture, null, 0],
    ['review', commune.culture, 'early', 0],
    ['submit', commune.committee, 'on-time', 0],
    ['appraise', district.labour, 'on-time', 0],
    ['decide', district.committee, 'on-time', 0],
  ])
  expect(time.stages[0]?.ended?.by).toBe('supplement')
})

test('S02: while the citizen is asked, time passes for nobody else', () => {
  const told = asks(
    life({ procedure: p5, desk: commune.desk }).opens('2021-08-23 08:15').does('2021-08-23 08:30', { type: 'Accept' }),
    '2021-08-25 10:40',
    '2021-12-20 08:00',
  )
  const time = timeOf(told, '2021-12-19 08:00')
  expect(shares(time).at(-1)).toEqual(['citizen supplement', 116, 80])
  expect(time.legal).toMatchObject({ timeliness: null, late: null })
})

test('what was late before the clock began again from zero is late on its own clock, and has made nothing late since', () => {
  const lawful = {
    defects: [{ component: '01', defect: 'missing' as const }],
    legalBasis: 'NĐ 20/2021/NĐ-CP Điều 8',
  }
  const told = life({ procedure: p5, desk: commune.desk })
    .opens('2021-08-23 08:15')
    .does('2021-08-23 08:30', { type: 'Accept' })
    .hands('2021-08-23 09:00', '2021-08-23 09:30', commune.culture) // until 01/09
    .does('2021-09-07 08:00', { type: 'ProposeSupplement', ...lawful })
    .does('2021-09-07 10:00', { type: 'RequestSupplement', ...lawful })
    .does('2021-09-10 15:20', { type: 'ReceiveSupplement' })
    .hands('2021-09-13 07:40', '2021-09-13 07:45', commune.environment)
  const time = timeOf(told, '2021-10-12 08:00')
  expect(stages(time)).toEqual([
    ['review', commune.culture, 'late', 2], // 06 and 07/09; 2 and 3/9 are off
    ['review', commune.environment, 'late', 14],
  ])
  expect(time.legal).toMatchObject({ due: { on: '2021-10-08' }, late: { amount: 2 } })
  expect(lateBy(time)).toEqual([[commune.environment, 14, 'review']])
})

/** Reference scenario S03 as it is told. */
const late = () =>
  signs(
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

test('S03: late by 4 working days = commune 2 + Phòng 2 + Chairman 0, although the appointment of 14/12 was kept', () => {
  const time = timeOf(late())
  expect(time.legal).toMatchObject({
    due: { on: '2021-12-07' },
    timeliness: 'late',
    late: { amount: 4, unit: 'working-day' },
  })
  expect(lateBy(time)).toEqual([
    [commune.committee, 2, 'submit'],
    [district.labour, 2, 'appraise'],
  ])
  expect(stages(time)).toEqual([
    ['review', commune.culture, 'on-time', 0],
    ['submit', commune.committee, 'late', 2],
    ['appraise', district.labour, 'late', 2],
    ['decide', district.committee, 'on-time', 0],
  ])
})

test('S03: unfinished it is late from 08/12 00:00 on, not before, and grows by the working day', () => {
  const told = late()
  expect(timeOf(told, '2021-12-07 23:59').legal.timeliness).toBeNull()
  expect(timeOf(told, '2021-12-08 00:00').legal).toMatchObject({ timeliness: 'late', late: { amount: 1 } })
  expect(timeOf(told, '2021-12-12 12:00').legal.late?.amount).toBe(3) // 12/12 is a Sunday
})

test('a late stage of a dossier that is on time is late on its own clock, and blamed for nothing', () => {
  const told = signs(
    life({ procedure: p5, desk: commune.desk })
      .opens('2021-11-09 09:30')
      .does('2021-11-09 10:00', { type: 'Accept' })
      .hands('2021-11-09 10:30', '2021-11-09 11:00', commune.culture)
      .hands('2021-11-22 08:00', '2021-11-22 08:30', commune.committee)
      .hands('2021-11-23 08:00', '2021-11-23 08:30', district.labour)
      .hands('2021-11-26 08:00', '2021-11-26 08:30', district.committee),
    '2021-12-01 16:00',
  )
  const time = timeOf(told)
  expect(stages(time)[0]).toEqual(['review', commune.culture, 'late', 2])
  expect(time.legal).toMatchObject({ timeliness: 'early', lateBy: [] })
})

test('a unit that takes a stage over inside it has what is left, and each is late for its own days', () => {
  const told = life({ procedure: p5, desk: commune.desk })
    .opens('2021-11-09 09:30')
    .does('2021-11-09 10:00', { type: 'Accept' })
    .hands('2021-11-09 10:30', '2021-11-09 11:00', commune.culture)
    .hands('2021-11-19 08:00', '2021-11-22 08:00', commune.environment, 'review')
    .hands('2021-11-24 08:00', '2021-11-24 08:30', commune.committee)
  const [review] = timeOf(told, '2021-11-24 09:00').stages
  expect(review).toMatchObject({
    units: [commune.culture, commune.environment],
    due: { on: '2021-11-18' },
    late: {
      amount: 4,
      by: [
        { unit: commune.culture, amount: 1 }, // 19/11, the day of its offer
        { unit: commune.environment, amount: 3 }, // 22 to 24/11
      ],
    },
  })
})

test('stopped while the citizen owed papers it is late by nobody', () => {
  const told = life({ procedure: p8, desk: district.desk })
    .opens('2025-03-03 08:00')
    .does('2025-03-03 08:30', { type: 'Accept' })
    .does('2025-03-04 08:00', supplement)
    .does('2025-04-21 08:00', { type: 'Stop', ground: 'supplement-lapsed', legalBasis: 'NĐ 118/2025 Điều 20' })
  const time = timeOf(told)
  expect(time.whole.ended).toBe('stopped')
  expect(shares(time)).toEqual([
    [`${district.desk} passes on`, 1, 1],
    ['citizen supplement', 48, 33],
  ])
  expect(time.legal).toMatchObject({ timeliness: null, late: null, lateBy: [] })
})

test.each(['submitted', 'completion-requested', 'not-accepted', 'withdrawn'] as const)(
  'a dossier %s has no time to attribute: no clock ever ran',
  (name) => {
    const told = lives[name]()
    const now = '2025-12-20 08:00'
    expect(attributionOf(told.record, told.law(now), local(now))).toBeUndefined()
  },
)

test('time that reaches into a year nobody announced is not counted', () => {
  const told = lives['in-progress']()
  const now = '2026-01-05 08:00'
  const years = calendar.years.filter(({ year }) => year < 2026)
  const law = { ...told.law(now), calendar: { ...calendar, version: 'VN-2025-1', years } }
  expect(attributionOf(told.record, law, local(now))).toEqual({ missingYear: 2026 })
})
