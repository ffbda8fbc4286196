import type { LimitUnit } from '@dossier/contracts/time'
import { describe, expect, test } from 'vitest'
import { chain, type Counted, dueAfter, startOf, type Ways } from '../src/legal-clock.ts'
import { calendar, local, provisional, said, sessions } from './fixtures.ts'

const counted = (from: string, amount: number, unit: LimitUnit, more: Partial<Ways> = {}): Counted => {
  const one = dueAfter(startOf(local(from)), { amount, unit }, { calendar, sessions, ...more })
  if ('missingYear' in one) throw new Error(`${one.missingYear} is not announced`)
  return one
}
const skipped = ({ walk }: Counted) => walk.skipped.map(({ day, why }) => `${day.slice(5)} ${why}`)
const stood = { interruptions: [{ from: local('2024-06-05 15:00'), to: local('2024-06-07 10:00') }] }
const days = ['06-06 interruption', '06-07 interruption']

describe('the walk that is stored', () => {
  test('names each day on which the clock stood, whatever the limit counts', () => {
    expect(skipped(counted('2024-06-03 08:30', 3, 'working-day', stood))).toEqual([
      ...days,
      '06-08 weekend',
      '06-09 weekend',
    ])
    expect(skipped(counted('2024-06-03 08:30', 8, 'day', stood))).toEqual(days)
    expect(skipped(counted('2024-06-03 08:30', 1, 'month', stood))).toEqual(days)
  })

  test('names the notice of a holiday, and of a weekend none', () => {
    const { skipped: looked } = counted('2024-04-27 10:00', 1, 'working-day').walk
    expect(looked.slice(0, 2)).toStrictEqual([
      { day: '2024-04-28', why: 'weekend' },
      { day: '2024-04-29', why: 'swap', notice: 'Thông báo 1570/TB-LĐTBXH' },
    ])
  })

  test('follows on an office without sessions when offices usually close', () => {
    const limits = [
      { amount: 1, unit: 'day' as const },
      { amount: 1, unit: 'hour' as const },
    ]
    const counts = chain(startOf(local('2024-06-03 08:30')), limits, { calendar, sessions: [] })
    expect('missingYear' in counts ? [] : counts.map(({ due }) => said(due))).toEqual([
      '2024-06-04',
      '2024-06-04 18:00',
    ])
  })

  test('names no day before the limit began, nor after it ended', () => {
    const before = { interruptions: [{ from: local('2024-06-01 09:00'), to: local('2024-06-05 10:00') }] }
    expect(skipped(counted('2024-06-03 08:30', 2, 'day', before))).toEqual(['06-04 interruption', '06-05 interruption'])
    const after = { interruptions: [{ from: local('2024-06-11 09:00'), to: local('2024-06-14 10:00') }] }
    expect(skipped(counted('2024-06-03 08:30', 8, 'day', after))).toEqual([])
    expect(counted('2024-06-03 08:30', 8, 'day', after).due.on).toBe('2024-06-11') // the day of the notice is used up
  })

  test('ends a limit that stood up to the day it would have ended on the day after', () => {
    const last = { interruptions: [{ from: local('2024-06-10 15:00'), to: local('2024-06-11 10:00') }] }
    expect(counted('2024-06-03 08:30', 8, 'day', last).due.on).toBe('2024-06-12')
    const next = { interruptions: [{ from: local('2024-06-11 15:00'), to: local('2024-06-12 10:00') }] }
    expect(counted('2024-06-03 08:30', 8, 'day', next).due.on).toBe('2024-06-11')
  })

  test('is as long as the limit where the clock stops at the very minute it ends', () => {
    const late = { interruptions: [{ from: local('2024-06-03 10:30'), to: local('2024-06-03 14:00') }] }
    for (const unit of ['hour', 'working-hour'] as const)
      expect(said(counted('2024-06-03 08:30', 2, unit, late).due)).toBe('2024-06-03 10:30')
  })

  test('says that it rolled only where the last day was a rest day, and names no working day', () => {
    const rolled = counted('2024-06-03 08:30', 5, 'day')
    expect([rolled.walk.rolled, skipped(rolled)]).toEqual([true, ['06-08 weekend', '06-09 weekend']])
    for (const unit of ['working-day', 'day', 'hour', 'working-hour'] as const)
      expect(counted('2024-06-03 08:30', 8, unit).walk.rolled).toBe(false)
    expect(skipped(counted('2024-06-03 08:30', 8, 'working-hour'))).toEqual([])
    expect(skipped(counted('2024-06-07 16:30', 1, 'working-hour'))).toEqual(['06-08 weekend', '06-09 weekend'])
  })

  test('is provisional only where it ends in a year that is not announced', () => {
    const inDraft = { calendar: provisional }
    for (const unit of ['working-day', 'day', 'month', 'working-hour', 'hour', 'same-day'] as const)
      expect(counted('2024-06-03 08:30', 1, unit, inDraft).provisional).toBe(false)
    for (const unit of ['working-day', 'day', 'month', 'working-hour'] as const)
      expect(counted('2026-12-31 16:30', 2, unit, inDraft).provisional).toBe(true)
    expect(counted('2026-12-31 16:30', 48, 'hour', inDraft).provisional).toBe(false) // the wall needs no notice
    expect(counted('2024-06-03 08:30', 0, 'working-day', inDraft).provisional).toBe(false)
  })
})

test('a limit can end in the last minute of the year 9999, and not in the first of the next', () => {
  const start = startOf(local('9999-12-31 21:59'))
  const hours = (amount: number) => dueAfter(start, { amount, unit: 'hour' }, { calendar, sessions })
  expect(hours(2)).toMatchObject({ due: { on: '9999-12-31', at: local('9999-12-31 23:59') } })
  expect(hours(3)).toEqual({ missingYear: 10_000 })
  const atMidnight = dueAfter(startOf(local('9999-12-31 22:00')), { amount: 2, unit: 'hour' }, { calendar, sessions })
  expect(atMidnight).toEqual({ missingYear: 10_000 })
  expect(dueAfter(start, { amount: 0, unit: 'day' }, { calendar, sessions })).toEqual({ missingYear: 9999 })
  expect(dueAfter(start, { amount: 1, unit: 'day' }, { calendar, sessions })).toEqual({ missingYear: 10_000 })
  expect(said(counted('2024-06-03 08:30', 1, 'hour').due)).toBe('2024-06-03 09:30')
})
