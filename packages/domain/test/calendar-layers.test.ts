import { expect, test } from 'vitest'
import { numberOf, whyOff } from '../src/calendar.ts'
import { calendarIn, hasProvinces } from '../src/calendar-layers.ts'
import { calendarAsKnown } from '../src/calendar-versions.ts'
import { withProvisional } from '../src/draft-year.ts'
import { dueAfter, startOf } from '../src/legal-clock.ts'
import { nextVersion } from '../src/notice.ts'
import { calendar, local, province, sessions } from './fixtures.ts'
import { notice, provincial, swap } from './notices.ts'

const own = nextVersion(calendar, provincial('2026-11-18'), { version: 'VN-2026-2', publishedOn: '2026-11-17' })
const both = nextVersion(own, swap, { version: 'VN-2026-3', publishedOn: '2026-11-19' })
const here = province.committee
const elsewhere = 'H22' as typeof here
const due = (version: typeof calendar) => {
  const counted = dueAfter(
    startOf(local('2026-11-16 09:00')),
    { amount: 5, unit: 'working-day' },
    { calendar: version, sessions },
  )
  return 'due' in counted ? counted.due.on : counted
}

test('a province’s day off counts for its desks and for nobody else', () => {
  expect(due(calendarIn(own, here))).toBe('2026-11-25')
  expect([due(calendarIn(own, elsewhere)), due(own)]).toEqual(['2026-11-23', '2026-11-23'])
  expect(whyOff(numberOf('2026-11-18'), calendarIn(own, here))).toMatchObject({ why: 'swap', notice: 'Mẫu 1/TB-BNV' })
})

test('the nation’s later notice counts in the province too, and its own word on a day stands', () => {
  expect(due(calendarIn(both, here))).toBe('2026-11-26')
  expect(due(both)).toBe('2026-11-25')
  const national = notice({
    id: 'fx.nation',
    document: { number: 'Mẫu 9/TB-BNV', confidence: 'fx' },
    off: ['2026-11-18'],
  })
  const later = nextVersion(both, national, { version: 'VN-2026-4', publishedOn: '2026-11-19' })
  expect(whyOff(numberOf('2026-11-18'), calendarIn(later, here))).toMatchObject({ notice: 'Mẫu 9/TB-BNV' })
})

test('a province’s worked Saturday is a working day there alone', () => {
  const layer = provincial('2026-11-18').layer
  const worked = notice({ id: 'fx.worked', layer, worked: ['2026-11-21'] })
  const next = nextVersion(own, worked, { version: 'VN-2026-3', publishedOn: '2026-11-17' })
  const isWorking = (version: typeof calendar) => whyOff(numberOf('2026-11-21'), version) === undefined
  expect([isWorking(calendarIn(next, here)), isWorking(next)]).toEqual([true, false])
})

test('of two provinces each has its own days alone', () => {
  const neighbour = nextVersion(own, provincial('2026-11-19', 'H22'), {
    version: 'VN-2026-3',
    publishedOn: '2026-11-17',
  })
  const isOff = (day: string, code: typeof here) => whyOff(numberOf(day), calendarIn(neighbour, code)) !== undefined
  expect(['2026-11-18', '2026-11-19'].map((day) => isOff(day, here))).toEqual([true, false])
  expect(['2026-11-18', '2026-11-19'].map((day) => isOff(day, elsewhere))).toEqual([false, true])
})

test('a calendar is composed once for a province, and not at all without days of its own', () => {
  expect(calendarIn(own, here)).toBe(calendarIn(own, here))
  expect([calendarIn(own, elsewhere), calendarIn(own, undefined)]).toEqual([own, own])
  expect([calendarIn(calendar, here) === calendar, hasProvinces(calendar), hasProvinces(own)]).toEqual([
    true,
    false,
    true,
  ])
})

test('a dossier’s version keeps its name in a province, and a year nobody announced stays unknown or provisional', () => {
  expect(calendarIn(own, here).version).toBe('VN-2026-2')
  expect(calendarIn(own, here).years.map(({ year }) => year)).toEqual(calendar.years.map(({ year }) => year))
  expect(calendarIn(withProvisional(own, 2027), here).years.at(-1)).toMatchObject({ year: 2027, provisional: true })
})

test('a province’s day is not known before it was announced', () => {
  const then = calendarAsKnown(own, '2026-11-18')
  expect(due(calendarIn(then, here))).toBe('2026-11-23')
})
