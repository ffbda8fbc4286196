import { Explanation } from '@dossier/contracts/explanation'
import type { LimitUnit, Session } from '@dossier/contracts/time'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayFrom, momentOn, numberOf, shift } from '../src/calendar.ts'
import { answerTo } from '../src/deadline-question.ts'
import { daysLookedAt, explain } from '../src/explanation.ts'
import { questions } from './answer-deadline.ts'
import { calendar, local } from './fixtures.ts'
import { supplement, walked } from './walked.ts'

const days = (explanation: Explanation) =>
  explanation.days.map(({ day, counted, ordinal, why, roll }) =>
    [day.slice(5), counted ? (ordinal ?? 'counted') : '-', why, ...(roll ? ['roll'] : [])].join(' '),
  )

describe('the walk of a limit', () => {
  test('in working days tells day zero, swaps, holidays, a worked Saturday and the ordinal of each day that counted', () => {
    expect(days(walked('2024-04-25 10:00', 5, 'working-day'))).toEqual([
      '04-25 - day-zero',
      '04-26 1 working-day',
      '04-27 - weekend',
      '04-28 - weekend',
      '04-29 - swap',
      '04-30 - holiday',
      '05-01 - holiday',
      '05-02 2 working-day',
      '05-03 3 working-day',
      '05-04 4 worked-saturday',
      '05-05 - weekend',
      '05-06 5 working-day',
    ])
  })

  test('names a holiday as the calendar does, with the notice it comes from', () => {
    const { days: looked } = walked('2024-04-25 10:00', 5, 'working-day')
    expect(looked.find(({ day }) => day === '2024-04-30')).toMatchObject({
      name: 'Ngày Chiến thắng 30/4',
      notice: expect.stringContaining('5015'),
    })
    expect(looked.find(({ day }) => day === '2024-05-04')).toMatchObject({
      why: 'worked-saturday',
      notice: expect.stringContaining('1570'),
    })
  })

  test('in days counts rest days inside, and rolls off one at the end', () => {
    expect(days(walked('2025-08-29 08:00', 3, 'day'))).toEqual([
      '08-29 - day-zero',
      '08-30 1 calendar-day',
      '08-31 2 calendar-day',
      '09-01 3 holiday roll',
      '09-02 - holiday roll',
      '09-03 - working-day roll',
    ])
    expect(days(walked('2024-05-02 08:00', 2, 'day')).at(-1)).toBe('05-04 2 worked-saturday')
  })

  test('in months tells to which day each passed, and which for want of a corresponding day', () => {
    const explanation = walked('2024-01-31 09:00', 3, 'month')
    expect(explanation.months).toEqual([
      { ordinal: 1, to: '2024-02-29', lastOfMonth: true },
      { ordinal: 2, to: '2024-03-31', lastOfMonth: false },
      { ordinal: 3, to: '2024-04-30', lastOfMonth: true },
    ])
    expect(days(explanation)).toEqual([
      '01-31 - day-zero',
      '04-30 counted holiday roll',
      '05-01 - holiday roll',
      '05-02 - working-day roll',
    ])
  })

  test('in months makes up for days on which the clock stood', () => {
    expect(days(walked('2024-06-03 09:00', 1, 'month', { interruptions: [supplement] }))).toEqual([
      '06-03 - day-zero',
      '06-06 - interruption',
      '06-07 - interruption',
      '07-04 counted made-up-day',
      '07-05 counted working-day',
    ])
  })

  test('on the same day is the day itself, or the working day after it', () => {
    expect(days(walked('2024-06-03 09:00', 0, 'same-day'))).toEqual(['06-03 counted working-day'])
    expect(days(walked('2024-05-05 09:00', 0, 'same-day'))).toEqual([
      '05-05 counted weekend roll',
      '05-06 - working-day roll',
    ])
  })

  test('in working hours tells each stretch of office hours', () => {
    const explanation = walked('2025-08-29 16:00', 8, 'working-hour')
    expect(explanation.stretches).toEqual([
      { from: local('2025-08-29 16:00'), to: local('2025-08-29 17:00'), counted: true },
      { from: local('2025-09-03 07:30'), to: local('2025-09-03 11:30'), counted: true },
      { from: local('2025-09-03 13:00'), to: local('2025-09-03 16:00'), counted: true },
    ])
    expect(days(explanation)).toEqual([
      '08-29 counted working-day',
      '08-30 - weekend',
      '08-31 - weekend',
      '09-01 - holiday',
      '09-02 - holiday',
      '09-03 counted working-day',
    ])
    expect(days(walked('2024-06-03 17:30', 1, 'working-hour'))[0]).toBe('06-03 - office-closed')
  })

  test('in working hours keeps the hours of the very date', () => {
    const exceptions = new Map([[numberOf('2024-06-03'), [['13:00', '14:00']] satisfies Session[]]])
    const explanation = walked('2024-06-03 08:00', 2, 'working-hour', { exceptions })
    expect(explanation.stretches).toEqual([
      { from: local('2024-06-03 13:00'), to: local('2024-06-03 14:00'), counted: true },
      { from: local('2024-06-04 07:30'), to: local('2024-06-04 08:30'), counted: true },
    ])
  })

  test('in hours tells what ran and what stood', () => {
    const stood = { from: local('2024-06-03 10:00'), to: local('2024-06-03 14:00'), document: 'Thông báo 7' }
    expect(walked('2024-06-03 09:00', 2, 'hour', { interruptions: [stood] }).stretches).toEqual([
      { from: local('2024-06-03 09:00'), to: stood.from, counted: true },
      { ...stood, counted: false },
      { from: stood.to, to: local('2024-06-03 15:00'), counted: true },
    ])
    expect(walked('2024-06-03 09:00', 4, 'working-hour', { interruptions: [stood] }).stretches).toEqual([
      { from: local('2024-06-03 09:00'), to: stood.from, counted: true },
      { from: stood.from, to: local('2024-06-03 11:30'), counted: false, document: 'Thông báo 7' },
      { from: local('2024-06-03 13:00'), to: stood.to, counted: false, document: 'Thông báo 7' },
      { from: stood.to, to: local('2024-06-03 17:00'), counted: true },
    ])
    const wholeDay = { from: local('2024-06-03 06:00'), to: local('2024-06-03 23:00') }
    expect(days(walked('2024-06-03 05:00', 1, 'working-hour', { interruptions: [wholeDay] }))[0]).toBe(
      '06-03 - interruption',
    )
  })

  test('names the document on which the clock stood; the day of the notice is used up, or not', () => {
    const of = (noticeDayCounts: boolean) =>
      walked('2024-06-03 08:30', 3, 'working-day', { interruptions: [supplement], noticeDayCounts })
    expect(days(of(true)).slice(1, 5)).toEqual([
      '06-04 1 working-day',
      '06-05 2 working-day',
      '06-06 - interruption',
      '06-07 - interruption',
    ])
    expect(days(of(false))[2]).toBe('06-05 - interruption')
    expect(of(true).days[3]).toEqual({
      day: '2024-06-06',
      counted: false,
      why: 'interruption',
      document: 'Phiếu 02/PYC',
    })
  })
})

test('every question’s walk fits its contract, is in order, and ends on the due date', () => {
  for (const question of questions)
    for (const { start, counted, ways } of answerTo(question, calendar).counts) {
      const explanation = explain(start, counted, ways)
      expect(Explanation.parse(explanation)).toEqual(explanation)
      const looked = explanation.days.map(({ day }) => day)
      expect(looked).toEqual([...new Set(looked)].toSorted())
      expect([looked.at(-1) ?? explanation.due.on, explanation.stretches?.at(-1)?.to]).toEqual([
        explanation.due.on,
        explanation.due.at,
      ])
    }
})

test('the way to the apology’s last day, or on from a cut-off, passes rest days; a worked Saturday ends it', () => {
  const ways = { calendar, sessions: [] }
  const sunday = { day: '2024-05-05', counted: false, why: 'weekend' }
  const saturday = { day: '2024-05-04', counted: true, why: 'worked-saturday' }
  expect(daysLookedAt('2024-05-05', '2024-05-04', ways)).toMatchObject([sunday, saturday])
  expect(daysLookedAt('2024-05-05', '2024-05-06', ways)).toMatchObject([sunday, { day: '2024-05-06', counted: true }])
  expect(daysLookedAt('2024-05-04', '2024-05-04', ways)).toMatchObject([saturday])
})

test('a day says what there is to say of it and nothing else', () => {
  expect(walked('2024-06-07 09:00', 1, 'working-day').days).toStrictEqual([
    { day: '2024-06-07', counted: false, why: 'day-zero' },
    { day: '2024-06-08', counted: false, why: 'weekend' },
    { day: '2024-06-09', counted: false, why: 'weekend' },
    { day: '2024-06-10', counted: true, why: 'working-day', ordinal: 1 },
  ])
  const stood = { from: local('2024-06-03 10:00'), to: local('2024-06-03 11:00') }
  expect(walked('2024-06-03 09:00', 2, 'hour', { interruptions: [stood] }).stretches?.[1]).toStrictEqual({
    ...stood,
    counted: false,
  })
})

test('of two stretches that cover a day the one that began first is named, whichever is told first', () => {
  const first = { from: local('2024-06-04 10:00'), to: local('2024-06-06 10:00'), document: 'Phiếu 1' }
  const second = { from: local('2024-06-05 10:00'), to: local('2024-06-07 10:00'), document: 'Phiếu 2' }
  for (const interruptions of [
    [first, second],
    [second, first],
  ]) {
    const { days: looked } = walked('2024-06-03 09:00', 3, 'day', { interruptions })
    expect(looked.map(({ document }) => document)).toEqual([
      undefined,
      undefined,
      'Phiếu 1',
      'Phiếu 1',
      'Phiếu 2',
      undefined,
      undefined,
      undefined,
    ])
  }
})

test('what stood before the limit began or after it ended is not told', () => {
  const before = { from: local('2024-06-01 10:00'), to: local('2024-06-03 09:00') }
  const after = { from: local('2024-06-03 11:00'), to: local('2024-06-03 12:00') }
  expect(walked('2024-06-03 09:00', 2, 'hour', { interruptions: [before, after] }).stretches).toEqual([
    { from: local('2024-06-03 09:00'), to: local('2024-06-03 11:00'), counted: true },
  ])
  const onDayZero = {
    interruptions: [{ from: local('2024-06-03 10:00'), to: local('2024-06-04 09:00') }],
    noticeDayCounts: false,
  }
  expect(days(walked('2024-06-03 09:00', 1, 'month', onDayZero))).toEqual([
    '06-03 - day-zero',
    '06-04 - interruption',
    '07-04 counted working-day',
  ])
})

test('as many days count as the limit has, whenever it begins and whatever interrupts it', () => {
  const day = fc.integer({ min: numberOf('2018-01-02'), max: numberOf('2025-06-30') }).map(dayFrom)
  const stretches = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 20 })), {
    maxLength: 3,
  })
  const units = fc.constantFrom<LimitUnit>('working-day', 'day')
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 60 }), units, stretches, (from, amount, unit, stood) => {
      const interruptions = stood.map(([after, length]) => ({
        from: momentOn(shift(from, after), '10:00'),
        to: momentOn(shift(from, after + length), '09:00'),
      }))
      const { days: looked, due } = walked(`${from} 09:00`, amount, unit, { interruptions })
      const ordinals = looked.filter(({ counted }) => counted).map(({ ordinal }) => ordinal)
      expect(ordinals).toEqual(Array.from({ length: amount }, (_, i) => i + 1))
      expect(looked).toHaveLength(numberOf(due.on) - numberOf(from) + 1)
    }),
  )
})
