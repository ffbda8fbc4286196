import { expect, test } from 'vitest'
import type { CalendarVersion } from '@dossier/contracts/calendar'
import { momentOn, numberOf } from '@dossier/domain/calendar'
import { checkedFrom } from '../src/submission/checked-from.ts'

const calendar: CalendarVersion = {
  version: 'VN-2021-1',
  publishedOn: '2021-01-01',
  cause: 'fx',
  years: [
    {
      year: 2021,
      confidence: 'fx',
      provisional: false,
      off: ['2021-09-02', '2021-09-03'].map((day) => ({ day, why: 'holiday', name: 'Quốc khánh', notice: 'fx' })),
      worked: [],
    },
  ],
}
const sessions: [string, string][] = [['07:30', '17:00']]
const from = (day: string, time: string, own: Record<string, [string, string][]> = {}) => {
  const exceptions = new Map(Object.entries(own).map(([date, hours]) => [numberOf(date), hours]))
  return checkedFrom({ calendar, sessions, exceptions }, momentOn(day, time))
}

test('while the office is open or still opens it is today, after that the next working day', () => {
  expect(from('2021-09-01', '06:00')).toBe('2021-09-01')
  expect(from('2021-09-01', '17:00')).toBe('2021-09-06') // 2 and 3/9 off, then a weekend
})

test('an office that keeps other hours on a date is asked by those: closed on a working day, opened on a Saturday', () => {
  expect(from('2021-08-30', '09:00', { '2021-08-30': [] })).toBe('2021-08-31')
  expect(from('2021-09-01', '17:00', { '2021-09-04': [['07:30', '11:30']] })).toBe('2021-09-04')
  expect(from('2021-08-30', '12:00', { '2021-08-30': [['07:30', '11:30']] })).toBe('2021-08-31')
})

test('in a year nobody announced it is not known', () => {
  expect(from('2021-12-31', '18:00')).toBeNull()
})
