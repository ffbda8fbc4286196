import { expect, test } from 'vitest'
import type { Attribution } from '../src/attribution.ts'
import { lateBy, shares, signs, stages, timeOf } from './attribution-readers.ts'
import { centre, commune, district, local } from './fixtures.ts'
import { type Life, life, type Wish } from './life.ts'
import { p1, p4, p7 } from './procedures.ts'

/** S04 with the tax agency's answer, which is its notice. */
const landDossier = (signed = '2026-01-13 16:50') =>
  signs(
    life({ procedure: p4, desk: centre.desk })
      .opens('2025-12-08 08:45')
      .does('2025-12-08 09:00', { type: 'Accept' })
      .hands('2025-12-08 10:00', '2025-12-08 14:00', centre.landOffice)
      .does('2025-12-22 09:00', { type: 'RequestConsultation', consultation: 'tax' })
      .does('2025-12-29 10:00', { type: 'AnswerConsultation', consultation: 'tax', answer: 'done' })
      .does('2025-12-29 10:00', { type: 'RequestObligation', obligation: 'fee', amount: 1000, note: 'Lệ phí' })
      .does('2026-01-07 10:10', { type: 'RecordPayment', obligation: 'fee', proof: 'GW-1' })
      .hands('2026-01-09 15:00', '2026-01-09 15:30', centre.committee),
    signed,
  )

test('S04: the tax agency has its days, the citizen theirs, and the pause is nobody’s lateness', () => {
  const time = timeOf(landDossier())
  expect(shares(time)).toEqual([
    [`${centre.desk} passes on`, 0, 0],
    [`${centre.landOffice} appraise`, 16, 12],
    [`${centre.tax} asked`, 7, 5],
    ['citizen obligation', 9, 5], // 01/01 and 02/01 are off
    [`${centre.committee} sign`, 4, 3], // Saturday 10/01 is worked
  ])
  expect(time.stages[0]?.actual).toEqual({ amount: 17, unit: 'working-day' })
  expect(stages(time).map(([, , timeliness]) => timeliness)).toEqual(['on-time', 'on-time'])
  expect(time.legal.timeliness).toBe('on-time')
})

test('S04: signed two days late the Chairman answers for two, and no day of the payment is added', () => {
  const time = timeOf(landDossier('2026-01-15 09:00'))
  expect(time.legal.late).toEqual({ amount: 2, unit: 'working-day' })
  expect(lateBy(time)).toEqual([[centre.committee, 2, 'sign']])
})

test('S05: two branches at once share one stretch, and its days count once', () => {
  const told = life({ procedure: p1, desk: commune.desk })
    .opens('2024-12-30 15:05', 'online')
    .does('2024-12-31 08:20', { type: 'Accept' })
    .hands('2024-12-31 08:25', '2024-12-31 08:28', commune.justice)
    .hands('2024-12-31 13:40', '2024-12-31 13:50', commune.desk)
    .does('2024-12-31 14:00', { type: 'RequestConsultation', consultation: 'residence' })
    .does('2024-12-31 14:00', { type: 'RequestConsultation', consultation: 'card' })
    .does('2025-01-03 14:00', { type: 'AnswerConsultation', consultation: 'card', answer: 'done' })
    .does('2025-01-06 09:00', { type: 'AnswerConsultation', consultation: 'residence', answer: 'done' }, police)
  const time = timeOf(signs(told, '2025-01-06 10:00'))
  expect(shares(time).filter(([who]) => `${who}`.endsWith('asked'))).toEqual([
    [`${commune.police}+${district.insurance} asked`, 3, 2],
    [`${commune.police} asked`, 3, 1],
  ])
  expect(time.consultations.map(({ consultation, late: by }) => [consultation, by?.amount ?? 0])).toEqual([
    ['residence', 1],
    ['card', 0],
  ])
})

test('S05: branches answered on 03/01 and signed on 06/01: nobody is late, the desk least of all', () => {
  const told = life({ procedure: p1, desk: commune.desk })
    .opens('2024-12-30 15:05', 'online')
    .does('2024-12-31 08:20', { type: 'Accept' })
    .hands('2024-12-31 08:25', '2024-12-31 08:28', commune.justice)
    .hands('2024-12-31 13:40', '2024-12-31 13:50', commune.desk)
    .does('2024-12-31 14:00', { type: 'RequestConsultation', consultation: 'residence' })
    .does('2024-12-31 14:00', { type: 'RequestConsultation', consultation: 'card' })
    .does('2025-01-03 14:00', { type: 'AnswerConsultation', consultation: 'card', answer: 'done' })
    .does('2025-01-03 16:00', { type: 'AnswerConsultation', consultation: 'residence', answer: 'done' }, police)
  const time = timeOf(signs(told, '2025-01-06 10:00'))
  expect(lateBy(time)).toEqual([])
  expect(time.stages.map(({ stage, timeliness }) => [stage, timeliness])).toEqual([
    ['birth', 'on-time'],
    ['residence-and-card', 'on-time'],
  ])
})

const police = { role: 'consulted-officer', organisation: commune.police }

const ask = (consultation: string, to?: string): Wish => ({
  type: 'RequestConsultation',
  consultation,
  ...(to === undefined ? {} : { to }),
})
const silenceOf = (consultation: string): Wish => ({
  type: 'SoundAlarm',
  alarmId: `consultation-due:${consultation}:2024-05-04`,
})
/** S07 up to Sunday 05/05: A has answered, B's consent is deemed, C is silent. */
const consulted = () =>
  life({ procedure: p7, desk: district.desk })
    .opens('2024-04-22 08:45')
    .does('2024-04-22 09:00', { type: 'Accept' })
    .hands('2024-04-22 10:20', '2024-04-22 10:40', district.construction)
    .does('2024-04-22 14:00', ask('culture'))
    .does('2024-04-22 14:00', ask('neighbour', commune.neighbour))
    .does('2024-04-22 14:00', ask('fire-police'))
    .does('2024-04-26 09:00', { type: 'AnswerConsultation', consultation: 'fire-police', answer: 'agrees' })
    .does('2024-05-05 00:00', silenceOf('culture'))
const permit = (told: Life, at = '2024-05-07 16:30') =>
  timeOf(signs(told.hands('2024-05-06 16:30', '2024-05-06 16:40', district.committee), at))
const reported = () => consulted().does('2024-05-06 08:30', { type: 'ReportConsultation', consultation: 'neighbour' })
const opinions = ({ consultations }: Attribution) =>
  Object.fromEntries(
    consultations.map(({ consultation, timeliness, late: by, shared }) => [
      consultation,
      [timeliness, by?.amount ?? 0, shared],
    ]),
  )

test('S07: A is in time, B late though its consent is deemed, C late by its own alone: the head of the desk was told', () => {
  expect(opinions(permit(reported()))).toEqual({
    'fire-police': ['early', 0, false],
    culture: ['late', 0, false],
    neighbour: ['late', 3, false],
  })
})

test('S07: without the notice the lead shares C’s lateness', () => {
  expect(opinions(permit(consulted())).neighbour).toEqual(['late', 3, true])
  const late7 = permit(consulted(), '2024-05-08 09:00')
  expect(lateBy(late7)).toEqual([
    [district.committee, 1, 'sign'],
    [commune.neighbour, 4, 'neighbour asked'],
    [district.construction, 4, 'neighbour lead'],
  ])
  expect(lateBy(permit(reported(), '2024-05-08 09:00'))).not.toContainEqual([
    district.construction,
    4,
    'neighbour lead',
  ])
})

test('S07: on time the dossier blames nobody for its silence; the wait ends where the lead goes on without C', () => {
  const time = permit(reported())
  expect(time.legal).toMatchObject({ timeliness: 'on-time', lateBy: [] })
  expect(shares(time).filter(([who]) => `${who}`.endsWith('asked'))).toEqual([
    ['H21.08.04+H21.08.59+H21.08.63.01 asked', 4, 4],
    ['H21.08.04+H21.08.59 asked', 8, 3],
    ['H21.08.04 asked', 2, 1],
  ])
})

/** S09: the district's division has a stage due on 01/07/2025, and ends the day before. */
const accepted = (on: string) =>
  life({ procedure: p7, desk: district.desk })
    .does(`${on} 08:50`, {
      type: 'Open',
      procedure: p7.code,
      channel: 'desk',
      receivingDesk: district.desk,
      submittedAt: local(`${on} 08:50`),
      applicant: null,
      locality: commune.committee,
    })
    .does(`${on} 09:00`, { type: 'Accept' })
    .hands(`${on} 10:00`, `${on} 10:30`, district.construction)
const succeeded = (on: string) => accepted(on).does('2025-07-01 00:00', { type: 'SucceedAgency', chosen: [] })

test('S09: lateness before 01/07 is the old owner’s, after it the successor’s', () => {
  const told = succeeded('2025-06-11').hands('2025-07-04 08:00', '2025-07-04 08:30', centre.committee)
  const time = timeOf(signs(told, '2025-07-08 09:00'))
  expect(time.stages[1]).toMatchObject({
    stage: 'appraise',
    units: [district.construction, centre.finance],
    due: { on: '2025-06-24' },
    late: {
      amount: 10,
      unit: 'day',
      by: [
        { unit: district.construction, amount: 6 }, // 25 to 30/06
        { unit: centre.finance, amount: 4 }, // 01 to 04/07
      ],
    },
  })
  expect(lateBy(time)).toEqual([
    [district.construction, 6, 'appraise'],
    [centre.finance, 4, 'appraise'],
    [centre.committee, 1, 'sign'],
  ])
})

test('S09: X, due on 03/07, is late by its successor alone; its days too are told apart', () => {
  const time = timeOf(succeeded('2025-06-18'), '2025-07-05 08:00')
  expect(stages(time)).toEqual([
    ['receive', district.desk, 'early', 0],
    ['appraise', `${district.construction},${centre.finance}`, 'late', 4],
  ])
  expect(lateBy(time)).toEqual([[centre.finance, 4, 'appraise']])
  expect(shares(time).slice(1)).toEqual([
    [`${district.construction} appraise`, 12, 8],
    [`${centre.finance} appraise`, 5, 4],
  ])
})

test('S09: a stage on offer to another unit when both end is the receiver’s, and then its successor’s', () => {
  const told = accepted('2025-06-11')
    .does('2025-06-26 08:00', { type: 'OfferHandover', to: district.environment, stage: 'appraise' })
    .does('2025-07-01 00:00', { type: 'SucceedAgency', chosen: [] })
    .does('2025-07-02 08:00', { type: 'AcceptHandover' })
  expect(timeOf(told, '2025-07-02 09:00').stages[1]).toMatchObject({
    units: [district.construction, district.environment, centre.finance],
    late: {
      amount: 8,
      by: [
        { unit: district.construction, amount: 2 }, // 25 and 26/06
        { unit: district.environment, amount: 4 }, // 27 to 30/06
        { unit: centre.finance, amount: 2 },
      ],
    },
  })
})

test('S09: an opinion still owed is late by the old agency and then by its successor; the lead’s successor shares it', () => {
  const opinion: Wish = {
    type: 'RequestConsultation',
    consultation: 'free:1',
    to: district.environment,
    limit: { amount: 9, unit: 'day' },
  }
  const told = accepted('2025-06-11')
    .does('2025-06-12 08:00', opinion)
    .does('2025-07-01 00:00', { type: 'SucceedAgency', chosen: [] })
  const time = timeOf(told, '2025-07-03 09:00')
  expect(time.consultations).toMatchObject([
    {
      units: [district.environment, centre.finance],
      due: { on: '2025-06-23' }, // the ninth day is a Saturday
      late: {
        amount: 10,
        by: [
          { unit: district.environment, amount: 7 }, // 24 to 30/06
          { unit: centre.finance, amount: 3 },
        ],
      },
      lead: centre.finance,
      shared: true,
    },
  ])
  expect(lateBy(time)).toEqual([
    [district.construction, 6, 'appraise'], // its stage's clock ran on while it waited
    [centre.finance, 3, 'appraise'],
    [district.environment, 7, 'free:1 asked'],
    [centre.finance, 3, 'free:1 asked'],
    [centre.finance, 10, 'free:1 lead'],
  ])
})
