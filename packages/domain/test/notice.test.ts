import type { CalendarNotice, CalendarVersion } from '@dossier/contracts/calendar'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAnnounced, numberOf, whyOff } from '../src/calendar.ts'
import { difference } from '../src/calendar-difference.ts'
import { calendarAsKnown, calendarOn, inOrderOfPublication, nextName } from '../src/calendar-versions.ts'
import { draftYear } from '../src/draft-year.ts'
import { foldNotices, nextVersion, noticesOf } from '../src/notice.ts'
import { calendar } from './fixtures.ts'
import { notice, swap } from './notices.ts'

const second = nextVersion(calendar, swap, { version: 'VN-2026-2', publishedOn: '2026-11-19' })
const isWorking = (day: string, version: CalendarVersion) => whyOff(numberOf(day), version) === undefined
const days = (list: readonly { day: string }[]) => list.map(({ day }) => day)

test('the notices VN-2026-1 rests on fold to the very years it was published with', () => {
  const notices = noticesOf(calendar)
  expect(foldNotices(notices)).toEqual(calendar.years)
  expect(notices.filter(({ knownSince }) => knownSince !== null)).toEqual([]) // no source says when [GAP]
  expect(notices.flatMap(({ announces }) => announces)).toEqual(calendar.years.map(({ year }) => year))
  const of2026 = notices.filter(({ id }) => id.startsWith('vn-2026-1.2026.')).map(({ document }) => document.number)
  expect(of2026).toEqual(['Thông báo 9441/TB-BNV', 'Nghị quyết 28/2026/QH16'])
})

test('a notice makes the next version, which names it, and leaves the one before as it is (scenario S10)', () => {
  const before = structuredClone(calendar)
  expect([isWorking('2026-11-23', second), isWorking('2026-11-28', second)]).toEqual([false, true])
  expect(second).toMatchObject({ version: 'VN-2026-2', publishedOn: '2026-11-19', cause: 'Mẫu 1/TB-BNV: mẫu' })
  expect(second.notices?.at(-1)).toEqual(swap)
  expect(second.years.filter(({ year }) => year !== 2026)).toEqual(calendar.years.filter(({ year }) => year !== 2026))
  expect(calendar).toEqual(before)
})

test('each day of the next version says its document, what it rests on and since when it is known', () => {
  expect(second.years.at(-1)?.off.find(({ day }) => day === '2026-11-23')).toEqual({
    day: '2026-11-23',
    why: 'swap',
    name: 'Nghỉ hoán đổi',
    notice: 'Mẫu 1/TB-BNV',
    knownSince: '2026-11-19',
    confidence: 'fx',
  })
})

test('a later notice takes back what an earlier one said, and the days are ordinary again', () => {
  const back = notice({ id: 'fx.back', knownSince: '2026-11-20', revoked: ['2026-11-23', '2026-11-28'] })
  const third = nextVersion(second, back, { version: 'VN-2026-3', publishedOn: '2026-11-20' })
  expect([isWorking('2026-11-23', third), isWorking('2026-11-28', third)]).toEqual([true, false])
  expect(third.years).toEqual(calendar.years)
  expect(third.notices?.slice(-2)).toEqual([swap, back])
})

test('a year becomes known by the notice that announces it, and not by a day in it', () => {
  const { off } = draftYear(2027)
  const whole: CalendarNotice = {
    ...notice({ id: 'fx.2027', announces: [2027] }),
    off: off.map(({ day, why, name }) => ({ day, why, name })),
  }
  const stray = notice({ id: 'fx.stray', off: ['2027-01-04'] })
  const as = { version: 'VN-2026-3', publishedOn: '2026-12-01' }
  expect(isAnnounced(numberOf('2027-01-04'), nextVersion(second, stray, as))).toBe(false)
  const third = nextVersion(second, whole, as)
  expect(third.years.at(-1)).toMatchObject({ year: 2027, provisional: false, confidence: 'fx' })
  expect(days(third.years.at(-1)?.off ?? [])).toEqual(days(off))
})

test('a calendar as one could know it on a day holds what was announced by then', () => {
  const then = calendarAsKnown(second, '2026-11-18')
  expect([isWorking('2026-11-23', then), isWorking('2026-11-28', then)]).toEqual([true, false])
  expect(then.years).toEqual(calendar.years)
  expect(calendarAsKnown(second, '2026-11-18')).toBe(then) // its days are arranged once
  expect(calendarAsKnown(second, '2026-11-19')).toBe(second)
  expect(calendarAsKnown(calendar, '1999-01-01')).toBe(calendar) // no source says since when: known from the beginning
})

test('as known then, a day that was revoked later is still off', () => {
  const back = notice({ id: 'fx.back', knownSince: '2026-11-20', revoked: ['2026-11-23', '2026-11-28'] })
  const third = nextVersion(second, back, { version: 'VN-2026-3', publishedOn: '2026-11-20' })
  expect(isWorking('2026-11-23', calendarAsKnown(third, '2026-11-19'))).toBe(false)
  expect(isWorking('2026-11-23', calendarAsKnown(third, '2026-11-20'))).toBe(true)
})

test('as known on any day, a version is what the notices of that day come to', () => {
  const someDay = fc.integer({ min: numberOf('2026-11-01'), max: numberOf('2026-11-30') })
  const told = fc.array(fc.record({ day: someDay, since: someDay }), { maxLength: 6 })
  fc.assert(
    fc.property(told, someDay, (list, on) => {
      const text = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10)
      const notices = list.map(({ day, since }, i) =>
        notice({ id: `fx.${i}00`, knownSince: text(since), off: [text(day)] }),
      )
      const publish = (of: typeof notices) =>
        of.reduce(
          (version, one, i) => nextVersion(version, one, { version: `VN-2026-${i + 2}`, publishedOn: text(on) }),
          calendar,
        )
      const known = notices.filter(({ knownSince }) => (knownSince ?? '') <= text(on))
      expect(calendarAsKnown(publish(notices), text(on)).years).toEqual(publish(known).years)
    }),
  )
})

test('the difference says what a notice gives and takes, and of two equal calendars nothing', () => {
  const nothing = { announced: [], offAdded: [], offRemoved: [], workedAdded: [], workedRemoved: [] }
  expect(difference(calendar, calendar)).toEqual(nothing)
  const forth = difference(calendar, second)
  expect([days(forth.offAdded), days(forth.workedAdded)]).toEqual([['2026-11-23'], ['2026-11-28']])
  const back = difference(second, calendar)
  expect([days(back.offRemoved), days(back.workedRemoved), back.offAdded]).toEqual([['2026-11-23'], ['2026-11-28'], []])
})

test('a version is named after its year and the last of that year, and is newer than those of its day', () => {
  expect(nextName(['VN-2026-1', 'VN-2026-9', 'VN-2026-10', 'VN-2027-4'], '2026-11-19')).toBe('VN-2026-11')
  expect(nextName(['VN-2026-1'], '2027-01-04')).toBe('VN-2027-1')
  const published = ['VN-2026-10', 'VN-2026-9'].map((version) => ({ ...second, version }))
  expect(inOrderOfPublication([...published, calendar]).map(({ version }) => version)).toEqual([
    'VN-2026-1',
    'VN-2026-9',
    'VN-2026-10',
  ])
})

test('of two versions published on one day the later by name is the newest; before the first, the first tells the past', () => {
  const third = nextVersion(second, notice({ id: 'fx.third', off: ['2026-11-25'] }), {
    version: 'VN-2026-10',
    publishedOn: '2026-11-19',
  })
  const on = (day: string) => calendarOn([third, calendar, second], day)?.version
  expect([on('2026-11-19'), on('2026-11-18'), on('1999-01-01')]).toEqual(['VN-2026-10', 'VN-2026-1', 'VN-2026-1'])
})
