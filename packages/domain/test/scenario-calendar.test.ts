import type { CalendarVersion } from '@dossier/contracts/calendar'
import { expect, test } from 'vitest'
import { apologyBy } from '../src/apology-moments.ts'
import { appointmentOf } from '../src/dossier.ts'
import { calendar, centre, code, provisional, said, wall } from './fixtures.ts'
import { life, type Wish } from './life.ts'
import { p2, p4, p5AtTheCommune } from './procedures.ts'

const recount: Wish = { type: 'Recount' }

/** The calendar that follows, with days off and Saturdays worked by one more notice. */
const following = (version: string, { off = [], worked = [], of = calendar }: Notice): CalendarVersion => ({
  ...of,
  version,
  years: of.years.map((year) => ({
    ...year,
    off: [
      ...year.off,
      ...off.filter(inYear(year)).map((day) => ({ day, why: 'swap' as const, name: 'Hoán đổi', notice: 'fx' })),
    ],
    worked: [...year.worked, ...worked.filter(inYear(year)).map((day) => ({ day, name: 'Làm bù', notice: 'fx' }))],
  })),
})
type Notice = { off?: string[]; worked?: string[]; of?: CalendarVersion }
const inYear =
  ({ year }: { year: number }) =>
  (day: string) =>
    day.startsWith(`${year}`)
const fifteen = { amount: 15, unit: 'day' as const }
const fifteenDays = {
  ...p5AtTheCommune,
  limit: { ...p5AtTheCommune.limit, statutory: fifteen },
  route: p5AtTheCommune.route.map((stage) => ({ ...stage, statutory: fifteen })),
}
const v2 = following('VN-2026-2', { off: ['2026-11-23'], worked: ['2026-11-28'] })

const marriage = () =>
  life({ procedure: p2, desk: centre.desk })
    .opens('2026-11-16 09:00')
    .does('2026-11-16 09:00', { type: 'Accept', variant: 'verification' })
const allowance = (at = '2026-11-18 09:00', known = calendar) =>
  life({ procedure: p5AtTheCommune, desk: centre.desk, calendar: known }).opens(at).does(at, { type: 'Accept' })

test('S10 X: the new calendar moves 23/11 to 25/11, by an event that names both versions; the apology stays Friday 20/11', () => {
  const told = marriage()
  told.calendar = v2
  told.does('2026-11-19 10:00', recount)
  expect(told.last()).toMatchObject({ type: 'DossierRecounted', from: 'VN-2026-1', calendar: 'VN-2026-2' })
  expect([said(told.dossier().count?.due), told.dossier().pinned?.calendar]).toEqual(['2026-11-25', 'VN-2026-2'])
  expect(wall(apologyBy(told.dossier(), told.law('2026-11-19 10:00')))).toBe('2026-11-20 17:00')
  expect(told.planned()).toContain('overdue:2026-11-25 2026-11-26 00:00')
  expect(told.dossier().reappointment).toBeNull()
})

test('S10 X: finished on 25/11 it is on time', () => {
  const told = marriage().hands('2026-11-16 10:00', '2026-11-16 10:30', centre.justice)
  told.calendar = v2
  told.does('2026-11-19 10:00', recount)
  expect(told.dossier().place?.due).toEqual({ on: '2026-11-25' })
  told.does('2026-11-25 09:00', { type: 'Propose', outcome: 'granted' })
  told.does('2026-11-25 10:00', { type: 'Sign', outcome: 'granted', number: 'KH 31' })
  expect(told.dossier().result?.timeliness).toBe('on-time')
})

test('S10 Y: a date that does not move is no event; nor does the same calendar move anything twice', () => {
  const told = allowance()
  told.calendar = v2
  expect(told.answers('2026-11-19 10:00', recount)).toBe('nothing-moves')
  expect(marriage().answers('2026-11-19 10:00', recount)).toBe('nothing-moves')
})

test('S10 Y: where only the apology’s last moment moves, that is told too, and that no due date did', () => {
  const told = life({ procedure: fifteenDays, desk: centre.desk })
    .opens('2026-11-10 09:00')
    .does('2026-11-10 09:00', { type: 'Accept' })
  expect(told.planned()).toContain('apology-by:2026-11-25 2026-11-23 17:00')
  told.calendar = v2
  told.does('2026-11-19 10:00', recount)
  expect(told.last()).toMatchObject({ moved: ['apology'], count: { due: { on: '2026-11-25' } } })
  expect(told.planned()).toContain('apology-by:2026-11-25 2026-11-20 17:00')
})

test('S10: the date of an opinion still awaited moves with the calendar', () => {
  const told = allowance()
    .hands('2026-11-18 10:00', '2026-11-18 10:30', code('H21.91.04'))
    .does('2026-11-18 11:00', {
      type: 'RequestConsultation',
      consultation: 'free',
      to: centre.finance,
      limit: { amount: 3, unit: 'working-day' },
    })
  expect(told.dossier().consultations[0]?.due).toEqual({ on: '2026-11-23' })
  told.calendar = v2
  told.does('2026-11-19 10:00', recount)
  expect(told.last()).toMatchObject({ moved: ['consultations'] })
  expect(told.dossier().consultations[0]?.due).toEqual({ on: '2026-11-25' })
  expect(told.planned().join()).toContain('consultation-due:free:2026-11-25')
})

test('S10 Y: a later count of a dossier that had not moved rests on the new calendar, and says so', () => {
  const defects = [{ component: '01', defect: 'wrong' as const }]
  const told = allowance().does('2026-11-18 10:00', { type: 'RequestSupplement', defects })
  told.calendar = v2
  told.does('2026-11-20 10:00', { type: 'ReceiveSupplement' })
  expect(told.last()).toMatchObject({ type: 'SupplementReceived', calendar: 'VN-2026-2' })
  expect(said(told.dossier().count?.due)).toBe('2026-12-07') // 23 and 24/11 off, 28/11 worked
})

test('S10 Z: what is signed, paused or not accepted is not recounted', () => {
  const open = life({ procedure: p2, desk: centre.desk }).opens('2026-11-16 09:00')
  open.calendar = v2
  expect(open.answers('2026-11-19 10:00', recount)).toBe('not-possible-now')
  const defects = [{ component: '01', defect: 'wrong' as const }]
  const asked = marriage().does('2026-11-16 10:00', { type: 'RequestSupplement', defects })
  asked.calendar = v2
  expect(asked.answers('2026-11-19 10:00', recount)).toBe('not-possible-now')
})

test('S10: earlier than promised, the citizen keeps the promised day and officers see the computed one', () => {
  const told = marriage()
  told.calendar = following('VN-2026-2', { worked: ['2026-11-21'] })
  told.does('2026-11-19 10:00', recount)
  expect(said(told.dossier().count?.due)).toBe('2026-11-21')
  expect(said(appointmentOf(told.dossier()))).toBe('2026-11-23')
  told.calendar = following('VN-2026-3', { of: told.calendar, off: ['2026-11-20'] })
  told.does('2026-11-19 11:00', recount)
  expect([said(told.dossier().count?.due), said(appointmentOf(told.dossier()))]).toEqual(['2026-11-23', '2026-11-23'])
  expect(told.dossier().promised).toBeNull()
})

test('S10: a provisional date becomes firm by an event even where it stays the same day, and moves where it must', () => {
  const same = allowance('2026-12-22 09:00', provisional)
  expect(same.dossier().count).toMatchObject({ due: { on: '2027-01-06' }, provisional: true })
  const firm = (version: string, off: string[]) => {
    const { years } = following(version, { of: provisional, off })
    return { ...provisional, version, years: years.map((year) => ({ ...year, provisional: false })) }
  }
  same.calendar = firm('VN-2026-10', [])
  expect(same.does('2026-12-28 09:00', recount).dossier().count).toMatchObject({
    due: { on: '2027-01-06' },
    provisional: false,
  })
  const moved = allowance('2026-12-22 09:00', provisional)
  moved.calendar = firm('VN-2026-10', ['2027-01-04'])
  expect(said(moved.does('2026-12-28 09:00', recount).dossier().count?.due)).toBe('2027-01-07')
})

const verifies = (variant = 'verification'): Wish => ({
  type: 'ApplyVariant',
  variant,
  legalBasis: 'Luật Hộ tịch Điều 18',
})
const atOnce = () =>
  life({ procedure: p2, desk: centre.desk })
    .opens('2026-11-16 09:00')
    .does('2026-11-16 09:00', { type: 'Accept' })
    .hands('2026-11-16 10:00', '2026-11-16 10:30', centre.justice)

test('the procedure’s own law may give a case another limit: from the same day zero, by a document, no apology used', () => {
  const told = atOnce().does('2026-11-16 11:00', verifies())
  expect(told.dossier()).toMatchObject({ count: { due: { on: '2026-11-23' } }, place: { due: { on: '2026-11-23' } } })
  expect(told.dossier()).toMatchObject({ pinned: { variant: 'verification' }, reappointment: null })
  expect(told.answers('2026-11-16 11:05', verifies())).toBe('not-possible-now')
})

test('another limit comes too late once the date has passed, and must be one of the procedure', () => {
  expect(atOnce().answers('2026-11-17 00:00', verifies())).toBe('due-passed')
  expect(atOnce().answers('2026-11-16 11:00', verifies('express'))).toBe('unknown-variant')
})

test('a dossier due by law and signed has no other limit', () => {
  const told = life({ procedure: p4, desk: centre.desk }).opens('2026-09-01 09:00')
  expect(told.answers('2026-09-01 09:00', verifies())).toBe('not-possible-now')
})
