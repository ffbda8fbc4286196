import type { Day, Limit, LimitUnit } from '@dossier/contracts/time'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayFrom, dayOf, endOf, momentOn, numberOf, shift, timeOf, whyOff } from '../src/calendar.ts'
import {
  chain,
  type Counted,
  dueAfter,
  type Interruption,
  type MissingYear,
  startOf,
  startUnderCutOff,
  type Ways,
  workingDaysBefore,
  workingDayUpTo,
} from '../src/legal-clock.ts'
import { calendar, local, provisional, said, sessions } from './fixtures.ts'
import { p12 } from './procedures.ts'

const ways: Ways = { calendar, sessions }
const isRestDay = (day: Day) => whyOff(numberOf(day), calendar) !== undefined
const count = (counted: Counted | MissingYear): Counted => {
  if ('missingYear' in counted) throw new Error(`${counted.missingYear} is not announced`)
  return counted
}
const due = (from: string, amount: number, unit: LimitUnit, more: Partial<Ways> = {}) =>
  count(dueAfter(startOf(local(from)), { amount, unit }, { ...ways, ...more }))

const first = numberOf('2018-01-01')
const day = fc.integer({ min: first, max: numberOf('2025-12-31') }).map(dayFrom)
const minute = fc.integer({ min: 0, max: 1439 })
const moment = fc
  .tuple(day, minute)
  .map(([on, at]) => new Date(Date.parse(momentOn(on, '00:00')) + at * 60_000).toISOString())
const inDays = fc.constantFrom<LimitUnit>('working-day', 'day', 'month')
const amount = fc.integer({ min: 1, max: 60 })
const small = (unit: LimitUnit, wanted: number): Limit => ({
  unit,
  amount: unit === 'month' ? (wanted % 6) + 1 : wanted,
})

describe('a limit', () => {
  test('ends later when it is longer', () => {
    const units = fc.constantFrom<LimitUnit>('working-day', 'day', 'month', 'hour', 'working-hour')
    fc.assert(
      fc.property(
        moment,
        units,
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 0, max: 5 }),
        (at, unit, less, more) => {
          const [short, long] = [less, less + more].map((one) =>
            count(dueAfter(startOf(at), { amount: one, unit }, ways)),
          )
          expect((short?.due.at ?? short?.due.on ?? '') <= (long?.due.at ?? long?.due.on ?? '')).toBe(true)
        },
      ),
    )
  })

  test('in working days, days or months never ends on a rest day, nor on the day it begins', () => {
    fc.assert(
      fc.property(moment, inDays, amount, (at, unit, wanted) => {
        const { on } = count(dueAfter(startOf(at), small(unit, wanted), ways)).due
        expect([isRestDay(on), on > dayOf(at)]).toEqual([false, true])
      }),
    )
  })

  test('in working days is as long as the days it counts: the rest of the way is explained day by day', () => {
    fc.assert(
      fc.property(moment, amount, (at, wanted) => {
        const { due: end, walk } = count(dueAfter(startOf(at), { amount: wanted, unit: 'working-day' }, ways))
        const passed = numberOf(end.on) - numberOf(dayOf(at))
        expect(passed - walk.skipped.length).toBe(wanted)
        expect(walk.skipped.every(({ day: one }) => isRestDay(one))).toBe(true)
        expect(new Set(walk.skipped.map(({ day: one }) => one)).size).toBe(walk.skipped.length)
      }),
    )
  })

  test('in days counts rest days inside and rolls off one at the end', () => {
    fc.assert(
      fc.property(moment, amount, (at, wanted) => {
        const { due: end, walk } = count(dueAfter(startOf(at), { amount: wanted, unit: 'day' }, ways))
        const plain = shift(dayOf(at), wanted)
        expect(walk.rolled).toBe(isRestDay(plain))
        expect(end.on).toBe(shift(plain, walk.skipped.length))
      }),
    )
  })

  test('is the same whatever the hour of the day, as long as it is in days', () => {
    fc.assert(
      fc.property(day, minute, inDays, amount, (on, at, unit, wanted) => {
        const later = new Date(Date.parse(momentOn(on, '00:00')) + at * 60_000).toISOString()
        const limit = small(unit, wanted)
        expect(dueAfter(startOf(later), limit, ways)).toEqual(dueAfter(startOf(momentOn(on, '00:00')), limit, ways))
      }),
    )
  })
})

const interruption = (begun: string): fc.Arbitrary<Interruption> =>
  fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 40 }), minute).map(([after, length, at]) => {
    const from = Date.parse(begun) + after * 86_400_000
    return { from: new Date(from).toISOString(), to: new Date(from + length * 86_400_000 + at * 60_000).toISOString() }
  })
const pausedLife = moment.chain((at) =>
  fc.record({ at: fc.constant(at), one: interruption(at), other: interruption(at) }),
)
const working = (wanted: number): Limit => ({ amount: wanted, unit: 'working-day' })

describe('an interruption', () => {
  test('makes a restart never earlier than a resume', () => {
    fc.assert(
      fc.property(pausedLife, amount, ({ at, one }, wanted) => {
        const resumed = count(dueAfter(startOf(at), working(wanted), { ...ways, interruptions: [one] }))
        const ended = resumed.due.on < dayOf(one.from) // over before it began
        fc.pre(!ended)
        const restarted = count(dueAfter(startOf(one.to), working(wanted), ways))
        expect(restarted.due.on >= resumed.due.on).toBe(true)
      }),
    )
  })

  test.each<LimitUnit>(['working-day', 'day', 'month', 'working-hour', 'hour'])(
    'commutes with another one, a limit in %s',
    (unit) => {
      fc.assert(
        fc.property(pausedLife, amount, ({ at, one, other }, wanted) => {
          const limit = small(unit, wanted)
          const there = dueAfter(startOf(at), limit, { ...ways, interruptions: [one, other] })
          const back = dueAfter(startOf(at), limit, { ...ways, interruptions: [other, one] })
          expect(there).toEqual(back)
        }),
      )
    },
  )

  test('never makes a limit end earlier, and one that began after the end changes nothing', () => {
    fc.assert(
      fc.property(
        pausedLife,
        fc.constantFrom<LimitUnit>('working-day', 'day', 'month', 'hour', 'working-hour'),
        amount,
        ({ at, one }, unit, wanted) => {
          const limit = small(unit, wanted)
          const plain = count(dueAfter(startOf(at), limit, ways)).due
          const paused = count(dueAfter(startOf(at), limit, { ...ways, interruptions: [one] })).due
          const [before, after] = [plain, paused].map((end) => end.at ?? end.on)
          expect((after ?? '') >= (before ?? '')).toBe(true)
          expect(dayOf(one.from) > plain.on ? after : before).toBe(before)
        },
      ),
    )
  })

  test('two that overlap stand for the stretch they cover together, hour for hour', () => {
    const [a, b] = [local('2024-06-03 10:00'), local('2024-06-03 14:00')]
    const overlapping = [
      { from: a, to: b },
      { from: local('2024-06-03 12:00'), to: b },
    ]
    expect(said(due('2024-06-03 08:00', 24, 'hour', { interruptions: overlapping }).due)).toBe('2024-06-04 12:00')
    expect(said(due('2024-06-03 08:00', 4, 'working-hour', { interruptions: overlapping }).due)).toBe(
      '2024-06-03 16:00',
    )
  })
})

describe('the calendar', () => {
  test('a worked Saturday is a working day, the holiday it was swapped for is not', () => {
    expect([whyOff(numberOf('2024-05-04'), calendar), whyOff(numberOf('2024-04-29'), calendar)?.why]).toEqual([
      undefined,
      'swap',
    ])
  })

  test('a year nobody announced gives no date, a provisional one gives it marked', () => {
    const long = { amount: 10, unit: 'working-day' } as const
    expect(dueAfter(startOf(local('2026-12-28 09:00')), long, ways)).toEqual({ missingYear: 2027 })
    expect(due('2026-12-28 09:00', 10, 'working-day', { calendar: provisional })).toMatchObject({
      due: { on: '2027-01-12' },
      provisional: true,
    })
    expect(due('2026-12-31 15:00', 8, 'working-hour', { calendar: provisional })).toMatchObject({ provisional: true })
  })

  test('hours on the wall need no calendar', () => {
    expect(said(due('2026-12-31 14:30', 24, 'hour').due)).toBe('2027-01-01 14:30')
  })

  test('a day ends at 24:00 in Vietnam, 17:00Z, whatever the machine thinks', () => {
    expect(endOf('2021-12-07')).toBe('2021-12-07T17:00:00.000Z')
    expect([dayOf('2021-12-07T16:59:59.999Z'), dayOf('2021-12-07T17:00:00.000Z')]).toEqual(['2021-12-07', '2021-12-08'])
    expect(timeOf('2021-12-07T17:00:00.000Z')).toBe('00:00')
  })

  test('counts backwards over rest days', () => {
    expect(workingDayUpTo('2024-05-05', calendar)).toBe('2024-05-04')
    expect(workingDayUpTo('2024-05-04', calendar)).toBe('2024-05-04')
    expect(workingDaysBefore('2024-05-06', 2, calendar)).toBe('2024-05-03')
    expect(workingDaysBefore('2018-01-02', 1, calendar)).toBe('2017-12-31') // as far as announced years tell
  })
})

describe('hours', () => {
  test('working hours run in office hours only, and the walk says which days were none', () => {
    const { due: end, walk } = due('2025-08-29 16:00', 8, 'working-hour')
    expect(said(end)).toBe('2025-09-03 16:00')
    expect(walk.skipped.map(({ day: one, why }) => [one, why])).toEqual([
      ['2025-08-30', 'weekend'],
      ['2025-08-31', 'weekend'],
      ['2025-09-01', 'holiday'],
      ['2025-09-02', 'holiday'],
    ])
  })

  test('a route in hours is chained minute by minute: 2 + 3 + 2 + 1', () => {
    const limits = p12.route.map(({ statutory }) => statutory)
    const counts = chain(startOf(local('2024-06-03 10:00')), limits, ways)
    if ('missingYear' in counts) throw new Error('2024 is announced')
    expect(counts.map((one) => said(one.due))).toEqual([
      '2024-06-03 13:30',
      '2024-06-03 16:30',
      '2024-06-04 09:00',
      '2024-06-04 10:00',
    ])
  })
})

describe('a cut-off', () => {
  test('moves day zero to the next working day at opening, from its very minute on', () => {
    expect(startUnderCutOff(local('2021-09-01 14:59'), '15:00', ways)).toEqual(startOf(local('2021-09-01 14:59')))
    expect(startUnderCutOff(local('2021-09-01 15:00'), '15:00', ways)).toEqual({
      on: '2021-09-06',
      at: local('2021-09-06 07:30'),
    })
  })

  test('is not moved further by an interruption that came later', () => {
    const interruptions = [{ from: local('2024-06-03 15:30'), to: local('2024-06-07 10:00') }]
    expect(startUnderCutOff(local('2024-06-03 15:10'), '15:00', { ...ways, interruptions })).toMatchObject({
      on: '2024-06-04',
    })
  })
})
