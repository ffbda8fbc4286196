import { Organisation, type OfficeException } from '@dossier/contracts/organisation'
import { expect, test } from 'vitest'
import { lightMoments } from '../src/alarm-plan.ts'
import { apologyBy } from '../src/apology-moments.ts'
import { calendarAt, type Law, waysFor } from '../src/law.ts'
import { dueAfter, startOf, startUnderCutOff } from '../src/legal-clock.ts'
import { nextVersion } from '../src/notice.ts'
import { makeTree } from '../src/organisations.ts'
import { ruleSets } from '../src/rule-set.ts'
import { calendar, centre, local, organisations, said, wall } from './fixtures.ts'
import { life } from './life.ts'
import { provincial } from './notices.ts'
import { p2 } from './procedures.ts'

const exception = (day: string, ...sessions: OfficeException['sessions']): OfficeException => ({
  day,
  sessions,
  document: 'Mẫu 3/TB-UBND',
  confidence: 'fx',
  knownSince: null,
})
const lawWith = (...exceptions: OfficeException[]): Law => {
  const rows = [...organisations.rows.values()].map((row) =>
    row.code === centre.desk ? Organisation.parse({ ...row, exceptions }) : row,
  )
  return { procedure: p2, calendar, ruleSet: ruleSets.ND118_2025, organisations: makeTree(rows) }
}
const from = '2026-11-19 15:00' // a Thursday
const due = (law: Law, amount: number, unit: 'working-hour' | 'working-day') => {
  const counted = dueAfter(startOf(local(from)), { amount, unit }, waysFor(centre.desk, local(from), law))
  return 'due' in counted ? said(counted.due) : counted
}

test('eight working hours run in the office’s sessions of each date', () => {
  expect(due(lawWith(), 8, 'working-hour')).toBe('2026-11-20 15:00')
  expect(due(lawWith(exception('2026-11-20', ['07:30', '11:30'])), 8, 'working-hour')).toBe('2026-11-23 09:30')
  expect(due(lawWith(exception('2026-11-19', ['07:30', '11:30'], ['13:00', '19:00'])), 8, 'working-hour')).toBe(
    '2026-11-20 11:30',
  )
})

test('a closed office’s day gives no hour, and is a working day all the same', () => {
  const closed = lawWith(exception('2026-11-20'))
  expect(due(closed, 8, 'working-hour')).toBe('2026-11-23 15:00')
  expect([due(closed, 3, 'working-day'), due(lawWith(), 3, 'working-day')]).toEqual(['2026-11-25', '2026-11-25'])
})

test('a desk that opens on a Saturday makes no working day and no working hour', () => {
  const open = lawWith(exception('2026-11-21', ['07:30', '11:30']))
  expect([due(open, 3, 'working-day'), due(open, 8, 'working-hour')]).toEqual(['2026-11-25', '2026-11-20 15:00'])
  expect([due(open, 12, 'working-hour'), due(lawWith(), 12, 'working-hour')]).toEqual(Array(2).fill('2026-11-23 09:30'))
})

test('another office’s exceptions move nothing', () => {
  const closed = lawWith(exception('2026-11-20'))
  expect(waysFor(centre.justice, local(from), closed).exceptions).toBeUndefined()
  const [once, again] = [1, 2].map(() => waysFor(centre.desk, local(from), closed).exceptions)
  expect(once?.size).toBe(1)
  expect(again).toBe(once) // arranged once for the office
})

test('what came after the cut-off begins when the office opens on the next date', () => {
  const late = waysFor(centre.desk, local(from), lawWith(exception('2026-11-20', ['09:00', '11:30'])))
  expect(startUnderCutOff(local(from), '15:00', late)).toEqual({ on: '2026-11-20', at: local('2026-11-20 09:00') })
})

test('the apology’s last moment is the office’s closing time of that very date', () => {
  const told = life({ procedure: p2, desk: centre.desk }).opens('2026-11-16 09:00')
  const { dossier } = told.does('2026-11-16 09:00', { type: 'Accept', variant: 'verification' })
  const by = (law: Law) => wall(apologyBy(dossier(), law))
  expect([by(lawWith()), by(lawWith(exception('2026-11-20', ['07:30', '11:30'])))]).toEqual([
    '2026-11-20 17:00',
    '2026-11-20 11:30',
  ])
})

const stormy = nextVersion(calendar, provincial('2026-11-23'), { version: 'VN-2026-2', publishedOn: '2026-11-16' })
const elsewhere = nextVersion(calendar, provincial('2026-11-23', 'H22'), {
  version: 'VN-2026-2',
  publishedOn: '2026-11-16',
})
const accepted = (known: typeof calendar) =>
  life({ procedure: p2, desk: centre.desk, calendar: known })
    .opens('2026-11-16 09:00')
    .does('2026-11-16 09:00', { type: 'Accept', variant: 'verification' })

test('a province’s day off moves due date, apology and warning of its own desks', () => {
  const told = accepted(stormy)
  const law = told.law('2026-11-16 09:00')
  expect(said(told.dossier().count?.due)).toBe('2026-11-25')
  expect(wall(apologyBy(told.dossier(), law))).toBe('2026-11-20 17:00') // 24/11 the nation’s, 23/11 the province’s
  expect(wall(lightMoments(told.dossier(), law).soonAt).slice(0, 10)).toBe('2026-11-19')
  expect(said(accepted(elsewhere).dossier().count?.due)).toBe('2026-11-23')
})

test('nobody is given a new appointment on a day off of the province', () => {
  const onTheDay = { type: 'Reappoint', appointment: '2026-11-23', reason: 'verification', note: 'xác minh' } as const
  const told = (known: typeof calendar) =>
    life({ procedure: p2, desk: centre.desk, calendar: known })
      .opens('2026-11-12 09:00')
      .does('2026-11-12 09:00', { type: 'Accept', variant: 'verification' })
  expect(said(told(stormy).dossier().count?.due)).toBe('2026-11-19')
  expect(told(stormy).asks('2026-11-16 09:00', onTheDay)).toMatchObject({ refused: 'reappointment-too-early-date' })
  expect(told(elsewhere).asks('2026-11-16 09:00', onTheDay)).toHaveProperty('events')
})

test('where no province has days of its own nothing is composed', () => {
  const law = lawWith()
  expect(calendarAt(centre.desk, law)).toBe(calendar)
})
