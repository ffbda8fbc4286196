import { expect, test } from 'vitest'
import { apologyBy } from '../src/apology-moments.ts'
import { dueAfter, startOf } from '../src/legal-clock.ts'
import { calendar, centre, commune, district, local, provisional } from './fixtures.ts'
import { said, sessions, wall } from './fixtures.ts'
import { life, type Wish } from './life.ts'
import { p2, p5AtTheCommune, p7, p8, p8AtTheCommune } from './procedures.ts'

const notice: Wish = { type: 'RequestSupplement', defects: [{ component: '01', defect: 'incomplete' }] }

test('S09 X: accepted before the district ended, due after it: 03/07/2025, apology by 02/07 17:00', () => {
  const told = life({ procedure: p7, desk: district.desk }).opens('2025-06-18 09:00')
  told.does('2025-06-18 09:00', { type: 'Accept' })
  expect(said(told.dossier().count?.due)).toBe('2025-07-03')
  expect(wall(apologyBy(told.dossier(), told.law('2025-06-18 09:00')))).toBe('2025-07-02 17:00')
})

test('S09 Y: three working days from Friday 27/06/2025 end on 02/07 across the change', () => {
  const told = life({ procedure: p8, desk: district.desk }).opens('2025-06-27 14:00')
  expect(said(told.does('2025-06-27 14:00', { type: 'Accept' }).dossier().count?.due)).toBe('2025-07-02')
})

test('S09 V: a supplement brought after the change restarts the limit: 08/07, at the successor of the unit', () => {
  const told = life({ procedure: p8, desk: commune.desk })
    .opens('2025-06-23 09:00')
    .does('2025-06-23 09:00', { type: 'Accept' })
    .does('2025-06-26 10:00', notice)
    .does('2025-07-03 10:00', { type: 'ReceiveSupplement' })
  const { count, pinned } = told.dossier()
  expect(said(count?.due)).toBe('2025-07-08')
  expect(count?.stages).toMatchObject([{ id: 'register', unit: centre.finance }])
  expect(pinned).toMatchObject({ version: 'p8@2021-01-04', ruleSet: 'ND61_2018+ND107_2021' })
})

test('S09 V: where no successor can be told, the citizen still gets the date', () => {
  const told = life({ procedure: p8, desk: district.desk })
    .opens('2025-06-23 09:00')
    .does('2025-06-23 09:00', { type: 'Accept' })
    .does('2025-06-26 10:00', notice)
    .does('2025-07-03 10:00', { type: 'ReceiveSupplement' })
  expect(said(told.dossier().count?.due)).toBe('2025-07-08')
})

test('S09 U: counted at the successor on 02/07 it gets the new version and rule set, due 07/07', () => {
  const told = life({ procedure: p8AtTheCommune, desk: centre.desk }).opens('2025-07-02 09:00', 'post')
  const { count, pinned } = told.does('2025-07-02 09:00', { type: 'Accept' }).dossier()
  expect([said(count?.due), pinned?.ruleSet]).toEqual(['2025-07-07', 'ND118_2025'])
})

test('S09: the old district version opens nothing at an office that has ended', () => {
  expect(() => life({ procedure: p8, desk: district.desk }).opens('2025-07-01 08:00')).toThrow('unknown-organisation')
  const late = life({ procedure: p8, desk: district.desk }).opens('2025-06-30 16:00', 'online')
  expect(late.answers('2025-07-01 08:00', { type: 'Accept' })).toBe('unknown-organisation')
  const moved = life({ procedure: p8, desk: centre.desk }).opens('2025-07-01 08:00')
  expect(moved.answers('2025-07-01 08:00', { type: 'Accept' })).toBe('unit-missing')
})

const verification: Wish = { type: 'Accept', variant: 'verification' }
const marriage = (day: string, known = calendar) =>
  life({ procedure: p2, desk: centre.desk, calendar: known }).opens(`${day} 09:00`).does(`${day} 09:00`, verification)

test('S10 X: five working days of verification from 16/11/2026 end on 23/11; apology by Friday 20/11 17:00', () => {
  const told = marriage('2026-11-16')
  expect(said(told.dossier().count?.due)).toBe('2026-11-23')
  expect(wall(apologyBy(told.dossier(), told.law('2026-11-16 09:00')))).toBe('2026-11-20 17:00')
})

test('S10 X: the only stage has the verification time too and is not overdue on the first evening', () => {
  const told = marriage('2026-11-16').hands('2026-11-16 10:00', '2026-11-16 10:30', centre.justice)
  expect(told.planned()).toContain('stage-overdue:register:2026-11-23 2026-11-24 00:00')
})

test('S10 X: a limit variant the version does not know is refused', () => {
  const told = life({ procedure: p2, desk: centre.desk }).opens('2026-11-16 09:00')
  expect(told.answers('2026-11-16 09:00', { type: 'Accept', variant: 'express' })).toBe('unknown-variant')
})

test('S10: the second calendar would give 25/11, the variant with a worked Saturday 21/11', () => {
  const swap = (off: string[], worked: string[]) => ({
    ...calendar,
    version: 'VN-2026-2',
    years: calendar.years.map((year) => ({
      ...year,
      off: [...year.off, ...off.map((day) => ({ day, why: 'swap' as const, name: 'Hoán đổi', notice: 'fx' }))],
      worked: [...year.worked, ...worked.map((day) => ({ day, name: 'Làm bù', notice: 'fx' }))],
    })),
  })
  const x = (known: typeof calendar) =>
    dueAfter(startOf(local('2026-11-16 09:00')), { amount: 5, unit: 'working-day' }, { calendar: known, sessions })
  expect(x(swap(['2026-11-23'], ['2026-11-28']))).toMatchObject({ due: { on: '2026-11-25' } })
  expect(x(swap([], ['2026-11-21']))).toMatchObject({ due: { on: '2026-11-21' } })
})

test('S10 Y: ten working days from 18/11/2026 end on 03/12', () => {
  const told = life({ procedure: p5AtTheCommune, desk: centre.desk }).opens('2026-11-18 09:00')
  expect(said(told.does('2026-11-18 09:00', { type: 'Accept' }).dossier().count?.due)).toBe('2026-12-03')
})

test('S10: a limit that reaches into 2027 is refused while that year is not announced, and nothing happens', () => {
  const told = life({ procedure: p5AtTheCommune, desk: centre.desk }).opens('2026-12-22 09:00')
  expect(told.asks('2026-12-22 09:00', { type: 'Accept' })).toEqual({ refused: 'calendar-year-missing', about: '2027' })
  expect(told.dossier()).toMatchObject({ state: 'submitted', code: null })
  expect(said(marriage('2026-12-22').dossier().count?.due)).toBe('2026-12-29')
})

test('S10: with the fixed days of 2027 the date is 06/01/2027 and marked provisional, one within 2026 is firm', () => {
  const told = life({ procedure: p5AtTheCommune, desk: centre.desk, calendar: provisional }).opens('2026-12-22 09:00')
  const { count, pinned } = told.does('2026-12-22 09:00', { type: 'Accept' }).dossier()
  expect([said(count?.due), count?.provisional, pinned?.calendar]).toEqual(['2027-01-06', true, 'VN-2026-9'])
  expect(marriage('2026-12-22', provisional).dossier().count?.provisional).toBe(false)
})
