import type { CalendarVersion } from '@dossier/contracts/calendar'
import { expect, test } from 'vitest'
import { apologiesIn } from '../src/apologies.ts'
import { apologyAsked } from '../src/apology-draft.ts'
import { periodOf } from '../src/period.ts'
import { apologyKinds, atTheDistrict, draftIn, drafted, hearers, sign, sound } from './apology-story.ts'
import { centre, commune, district, local, said, wall } from './fixtures.ts'
import { type Life, life } from './life.ts'
import { lives } from './lives.ts'
import { p2, p7 } from './procedures.ts'

test('S09 X: an agency that ended is named for its lateness, its successor’s leaders are asked to sign', () => {
  const told = life({ procedure: p7, desk: district.desk })
  const opening = { procedure: p7.code, channel: 'desk', receivingDesk: district.desk, applicant: null } as const
  told
    .does('2025-06-18 08:50', {
      type: 'Open',
      ...opening,
      submittedAt: local('2025-06-18 08:50'),
      locality: commune.committee,
    })
    .does('2025-06-18 09:00', { type: 'Accept' })
    .hands('2025-06-20 10:00', '2025-06-20 10:30', district.construction) // the desk had one day, until 19/06
    .does('2025-07-01 00:00', { type: 'SucceedAgency', chosen: [] })
    .does('2025-07-01 07:30', sound('apology-draft:2025-07-03'))
  const draft = draftIn(told)
  expect(wall(draft.by)).toBe('2025-07-02 17:00')
  expect(draft.lateBy).toEqual([{ of: district.desk, stage: 'receive', amount: 1, unit: 'day' }])
  expect(hearers(told.record.at(-2)?.event)).toEqual([
    `unit-head@${centre.finance}`,
    `signatory@${centre.finance}`,
    `signatory@${centre.committee}`,
    `one-stop-head@${centre.desk}`,
  ])
})

/** From now on the calendar of 2026 has these days too. */
const corrected = (told: Life, { off = [], worked = [] }: Partial<Pick<CalendarYear, 'off' | 'worked'>>) => {
  const years = told.calendar.years.map((one) =>
    one.year === 2026 ? { ...one, off: [...one.off, ...off], worked: [...one.worked, ...worked] } : one,
  )
  told.calendar = { ...told.calendar, version: 'VN-2026-2', years }
  return told
}
type CalendarYear = CalendarVersion['years'][number]

test('a calendar that moves the last moment alone moves it for a draft that lies there', () => {
  const fifteen = { amount: 15, unit: 'day' as const }
  const route = p2.route.map((stage) => ({ ...stage, statutory: fifteen }))
  const told = life({ procedure: { ...p2, limit: { statutory: fifteen, variants: [] }, route }, desk: centre.desk })
    .opens('2026-11-10 09:00')
    .does('2026-11-10 09:00', { type: 'Accept' })
    .does('2026-11-20 07:30', sound('apology-draft:2026-11-25'))
  const lastMoment = () => wall(apologyAsked(told.dossier(), told.law('2026-11-20 08:00'))?.by ?? '')
  expect(lastMoment()).toBe('2026-11-23 17:00')
  const monday = { day: '2026-11-23', why: 'swap' as const, name: 'Hoán đổi', notice: 'fx' }
  corrected(told, { off: [monday] }).does('2026-11-20 08:00', { type: 'Recount' })
  expect(lastMoment()).toBe('2026-11-20 17:00')
})

/** P2 with verification, due 23/11/2026; then Saturday 21/11 is worked and makes that the due date. */
const correctedByASaturday = () => {
  const told = life({ procedure: p2, desk: centre.desk })
    .opens('2026-11-16 09:00')
    .does('2026-11-16 09:00', { type: 'Accept', variant: 'verification' })
    .hands('2026-11-16 10:00', '2026-11-16 10:30', centre.justice)
  const saturday = { day: '2026-11-21', name: 'Làm bù', notice: 'fx' }
  return corrected(told, { worked: [saturday] }).does('2026-11-18 10:00', { type: 'Recount' })
}
const signedOn = (told: Life, at: string) =>
  told.does(at, { type: 'Propose', outcome: 'granted' }).does(at, { type: 'Sign', outcome: 'granted', number: 'KH 31' })
const counted = (told: Life, from: string, to: string) => apologiesIn([['x', told.record]], periodOf(from, to))
const november = ['2026-11-01', '2026-12-01'] as const

test('where a corrected calendar alone makes it late the promise stands: draft and last moment are counted from it', () => {
  const told = correctedByASaturday()
  expect([said(told.dossier().count?.due), said(told.dossier().promised)]).toEqual(['2026-11-21', '2026-11-23'])
  expect(told.last()).toMatchObject({ moved: ['due', 'stages', 'apology'] }) // from Friday to the Saturday worked
  expect(apologyKinds(told)).toEqual([
    'apology-draft:2026-11-23 2026-11-20 07:30',
    'apology-by:2026-11-23 2026-11-21 17:00',
  ])
  const draft = draftIn(told.does('2026-11-20 07:30', sound('apology-draft:2026-11-23')))
  expect([said(draft.due), (said(draft.appointment) ?? '') > '2026-11-23']).toEqual(['2026-11-23', true])
  expect(told.answers('2026-11-20 08:00', { ...sign, appointment: '2026-11-23' })).toBe('reappointment-too-early-date')
})

test('a promise kept owes no apology, though by the corrected calendar it is late; a promise broken does', () => {
  const kept = signedOn(correctedByASaturday(), '2026-11-23 10:00')
  expect(kept.dossier().result?.timeliness).toBe('late')
  expect(counted(kept, ...november).owed).toBe(0)
  expect(counted(signedOn(correctedByASaturday(), '2026-11-25 10:00'), ...november).none).toEqual(['x'])
  expect(counted(correctedByASaturday(), '2026-11-01', '2026-11-24').owed).toBe(0)
  expect(counted(correctedByASaturday(), '2026-11-01', '2026-11-25').none).toEqual(['x'])
})

test('S03: late dossiers of a period are told apart by their apology: in time, late, not at all', () => {
  const done = (told: Life) =>
    signedOn(told.hands('2021-12-08 10:00', '2021-12-08 14:00', district.committee), '2021-12-13 16:00').record
  const records = new Map([
    ['told', done(drafted().does('2021-12-03 14:00', sign))],
    ['twin', done(drafted().does('2021-12-07 09:00', sign))],
    ['silent', done(drafted())],
    [
      'early',
      signedOn(drafted().hands('2021-12-03 09:00', '2021-12-03 10:00', district.committee), '2021-12-06 10:00').record,
    ],
  ])
  expect(apologiesIn(records, periodOf('2021-12-01', '2022-01-01'))).toEqual({
    owed: 3,
    inTime: ['told'],
    late: ['twin'],
    none: ['silent'],
  })
  expect(apologiesIn(records, periodOf('2021-12-01', '2021-12-08')).owed).toBe(0)
})

const owes = (told: Life, year: number) => counted(told, `${year}-01-01`, `${year + 1}-01-01`)
const owed = { owed: 1, inTime: [], late: [], none: ['x'] }

test('an apology that was owed stays owed when the overdue dossier is stopped later', () => {
  const stopped = (at: string) =>
    owes(atTheDistrict().does(at, { type: 'Stop', ground: 'legal-ground', legalBasis: 'Luật Đất đai 2024' }), 2021)
  expect(stopped('2021-12-09 10:00')).toEqual(owed)
  expect(stopped('2021-12-07 10:00').owed).toBe(0)
})

test('an apology that was owed stays owed when the overdue dossier waits for a payment later, and once it is paid', () => {
  const obligation = 'land-tax'
  const asked = (at: string) =>
    lives['in-progress']().does(at, { type: 'RequestObligation', obligation, amount: 5_000_000, note: 'Theo quy định' })
  expect(owes(asked('2026-02-10 10:00'), 2026)).toEqual(owed)
  expect(
    owes(asked('2026-02-10 10:00').does('2026-02-11 10:00', { type: 'RecordPayment', obligation, proof: '1' }), 2026),
  ).toEqual(owed)
  expect(owes(asked('2025-12-10 10:00'), 2026).owed).toBe(0)
})
