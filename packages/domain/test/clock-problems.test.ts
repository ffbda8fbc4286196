import { ClockProblemCode } from '@dossier/contracts/deadline-question'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clockProblems, problemIn } from '../src/clock-problem.ts'
import { chain, dueAfter, startOf, startUnderCutOff } from '../src/legal-clock.ts'
import { answer, questions } from './answer-deadline.ts'
import { calendar, local, sessions } from './fixtures.ts'

const due = { id: 'x', ask: 'due', from: '2024-06-03T08:30', limit: { amount: 5, unit: 'working-day' } }
const clock = { ...due, ask: 'clock', policy: 'pause', interruptions: [] }
const stage = { name: 'commune', amount: 5, unit: 'working-day' }
const route = { id: 'x', ask: 'route', from: due.from, stages: [stage] }
const limit = (amount: unknown, unit: unknown = 'working-day') => ({ ...due, limit: { amount, unit } })
const stood = (...interruptions: unknown[]) => ({ ...clock, interruptions })
const office = (...hours: unknown[]) => ({ ...due, sessions: hours })

test.each<[ClockProblemCode, string, unknown]>([
  ['wrong-type', '', 'five working days'],
  ['wrong-type', '', null],
  ['wrong-type', '', []],
  ['field-missing', 'ask', {}],
  ['unknown-ask', 'ask', { ...due, ask: 'tomorrow' }],
  ['unknown-ask', 'ask', { ...due, ask: 7 }],
  ['field-missing', 'from', { ...due, from: undefined }],
  ['wrong-type', 'from', { ...due, from: 20240603 }],
  ['not-a-moment', 'from', { ...due, from: 'yesterday' }],
  ['not-a-moment', 'from', { ...due, from: '2024-06-03' }],
  ['not-a-moment', 'from', { ...due, from: '2024-06-03T24:00' }],
  ['not-a-moment', 'from', { ...due, from: '2024-06-03T08:30Z' }],
  ['impossible-date', 'from', { ...due, from: '2024-02-31T08:30' }],
  ['impossible-date', 'from', { ...due, from: '2023-02-29T08:30' }],
  ['impossible-date', 'from', { ...due, from: '2024-13-01T08:30' }],
  ['impossible-date', 'from', { ...due, from: '2024-00-10T08:30' }],
  ['field-missing', 'limit', { ...due, limit: undefined }],
  ['wrong-type', 'limit', { ...due, limit: 'five' }],
  ['field-missing', 'limit.amount', { ...due, limit: { unit: 'day' } }],
  ['wrong-type', 'limit.amount', limit('5')],
  ['wrong-type', 'limit.amount', limit(null)],
  ['limit-not-positive', 'limit.amount', limit(0)],
  ['limit-not-positive', 'limit.amount', limit(-3, 'month')],
  ['limit-not-whole', 'limit.amount', limit(1.5, 'working-hour')],
  ['limit-too-long', 'limit.amount', limit(100_001, 'hour')],
  ['limit-too-long', 'limit.amount', limit(1e300)],
  ['same-day-amount', 'limit.amount', limit(1, 'same-day')],
  ['field-missing', 'limit.unit', { ...due, limit: { amount: 5 } }],
  ['unknown-unit', 'limit.unit', limit(5, 'week')],
  ['unknown-unit', 'limit.unit', limit(5, 5)],
  ['unknown-value', 'calendar', { ...due, calendar: 'lunar' }],
  ['unknown-value', 'cutOff.effect', { ...due, cutOff: { at: '15:00', effect: 'never' } }],
  ['not-a-time', 'cutOff.at', { ...due, cutOff: { at: '3 pm', effect: 'next-working-day' } }],
  ['sessions-missing', 'sessions', office()],
  ['wrong-type', 'sessions', { ...due, sessions: '07:30-11:30' }],
  ['wrong-type', 'sessions.0', office(['07:30'])],
  ['not-a-time', 'sessions.0.1', office(['07:30', '24:30'])],
  ['session-backward', 'sessions.0', office(['11:30', '07:30'])],
  ['session-backward', 'sessions.1', office(['07:30', '11:30'], ['13:00', '13:00'])],
  ['sessions-overlap', 'sessions.1', office(['07:30', '11:30'], ['11:00', '17:00'])],
  ['sessions-overlap', 'sessions.1', office(['13:00', '17:00'], ['07:30', '11:30'])],
  ['unknown-value', 'policy', { ...clock, policy: 'forget' }],
  ['field-missing', 'interruptions', { ...clock, interruptions: undefined }],
  ['field-missing', 'interruptions.0.to', stood({ from: '2024-06-04T09:00' })],
  ['impossible-date', 'interruptions.0.to', stood({ from: '2024-06-04T09:00', to: '2024-06-31T09:00' })],
  ['interruption-backward', 'interruptions.0', stood({ from: '2024-06-05T09:00', to: '2024-06-04T09:00' })],
  ['interruption-before-start', 'interruptions.0.from', stood({ from: '2024-06-02T09:00', to: '2024-06-04T09:00' })],
  [
    'interruptions-overlap',
    'interruptions.0.from',
    stood({ from: '2024-06-06T09:00', to: '2024-06-07T09:00' }, { from: '2024-06-04T09:00', to: '2024-06-14T09:00' }),
  ],
  ['wrong-type', 'requestDayCounts', { ...clock, requestDayCounts: 'yes' }],
  ['nothing-to-count', 'stages', { ...route, stages: [] }],
  // oxlint-disable-next-line unicorn/no-thenable -- the questions call the lead's limit so
  ['nothing-to-count', 'branches', { ...route, ask: 'parallel', branches: [], then: due.limit }],
  ['name-twice', 'stages.1.name', { ...route, stages: [stage, stage] }],
  ['field-missing', 'stages.0.name', { ...route, stages: [{ ...stage, name: undefined }] }],
  ['limit-not-positive', 'stages.1.amount', { ...route, stages: [stage, { ...stage, name: 'district', amount: 0 }] }],
])('%s is said of %s', (code, field, question) => {
  const { rule, vi, en } = clockProblems[code]
  expect(answer(question)).toEqual({ error: code, detail: { field, rule, vi, en } })
})

test('a day before the calendar’s first year is of a year nobody announced', () => {
  expect(answer({ ...due, from: '1900-03-01T09:00' })).toEqual({ error: 'calendar-year-missing', year: 1900 })
  const anHour = { ...due, from: '1900-03-01T09:00', limit: { amount: 24, unit: 'hour' } }
  expect(answer(anHour), 'hours on the wall too').toEqual({ error: 'calendar-year-missing', year: 1900 })
  expect(answer({ ...due, from: '0000-01-01T00:00' })).toEqual({ error: 'calendar-year-missing', year: 0 })
})

test('a member the clock does not know is left alone', () => {
  expect(answer({ ...due, why: 'asked at the desk' })).toEqual({ due: '2024-06-10' })
})

const isAnswered = (asked: unknown): boolean => {
  const said = answer(asked)
  return 'due' in said || ClockProblemCode.safeParse(said['error']).success
}

test('whatever is asked has an answer, and none is an error of the program', () => {
  fc.assert(
    fc.property(fc.anything(), (asked) => {
      expect(isAnswered(asked)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('a question with any one value replaced has an answer too', () => {
  const odd = fc.oneof(
    fc.constantFrom(null, '', 0, -1, 1e300, true, [], {}, '2024-02-30T25:61', '0000-00-00T00:00', '9999-12-31T23:59'),
    fc.string(),
    fc.double(),
  )
  const place = fc
    .constantFrom(...questions)
    .chain((asked) =>
      fc.record({ text: fc.constant(JSON.stringify(asked)), path: fc.constantFrom(...pathsIn(asked)), value: odd }),
    )
  fc.assert(
    fc.property(place, ({ text, path, value }) => {
      const asked: unknown = JSON.parse(text)
      const holder = path.slice(0, -1).reduce<unknown>((inner, member) => Object(inner)[member], asked)
      Object(holder)[path.at(-1) ?? ''] = value
      expect(isAnswered(asked)).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})

const pathsIn = (value: unknown): string[][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([member, inner]) => [[member], ...pathsIn(inner).map((path) => [member, ...path])])
    : []

const codes = ClockProblemCode.options

test.each(codes)('%s says in Vietnamese and in English what is wrong, and on which rule it rests', (code) => {
  const { rule, vi, en } = clockProblems[code]
  expect(rule.length).toBeGreaterThan(5)
  expect(vi).toMatch(/^\p{Lu}.*[^.]\.$/u)
  expect(vi).toBe(vi.normalize('NFC'))
  expect(vi).toMatch(/[ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]/i)
  expect(en).toMatch(/^[A-Z][ -~]*\.$/)
  expect([
    codes.filter((one) => clockProblems[one].vi === vi),
    codes.filter((one) => clockProblems[one].en === en),
  ]).toEqual([[code], [code]])
})

describe('the clock itself, asked for the absurd', () => {
  const start = startOf(local('2024-06-03 08:30'))
  const ways = { calendar, sessions }
  const units = ['working-day', 'day', 'month', 'working-hour', 'hour'] as const

  test.each(units)('a limit of a million, a billion or more in the unit %s needs a year nobody announced', (unit) => {
    for (const amount of [1e6, 1e9, 1e15, 1e300, Infinity]) {
      if (unit === 'hour' && amount === 1e6) continue // on the wall, in 2138
      const counted = dueAfter(start, { amount, unit }, ways)
      const year = 'missingYear' in counted ? counted.missingYear : 0
      expect([year, year > 2026 && year <= 10_000]).toEqual([year, true])
    }
  })

  test.each(units)('a limit of nothing, or less, in the unit %s gives an answer and no error', (unit) => {
    for (const amount of [0, -1, -1e300, Number.NaN])
      expect(() => dueAfter(start, { amount, unit }, ways)).not.toThrow()
  })

  test('an office without sessions never works an hour, and opens when offices usually do', () => {
    const closed = { calendar, sessions: [] }
    expect(dueAfter(start, { amount: 1, unit: 'working-hour' }, closed)).toEqual({ missingYear: 2027 })
    expect(startUnderCutOff(local('2024-06-03 15:00'), '15:00', closed)).toMatchObject({
      at: local('2024-06-04 07:30'),
    })
    expect(chain(start, [], closed)).toEqual([])
  })

  test('an interruption of eight thousand years leaves no day to count, one that runs backwards counts for none', () => {
    const endless = { ...ways, interruptions: [{ from: start.at, to: '9999-12-31T00:00:00.000Z' }] }
    for (const unit of units.filter((one) => one !== 'hour'))
      expect(dueAfter(start, { amount: 1, unit }, endless)).toEqual({ missingYear: expect.any(Number) })
    for (const [from, to] of [
      ['2024-06-04 10:00', '2024-06-03 09:00'],
      ['2024-06-20 09:00', '2024-06-01 09:00'],
    ] as const) {
      const backward = { ...ways, interruptions: [{ from: local(from), to: local(to) }] }
      for (const unit of units)
        expect(dueAfter(start, { amount: 20, unit }, backward)).toEqual(dueAfter(start, { amount: 20, unit }, ways))
    }
  })

  test('says before counting why no date would follow', () => {
    expect(problemIn(start, [['whole', { amount: 5, unit: 'day' }]], ways)).toBeUndefined()
    expect(problemIn(start, [['whole', { amount: Number.NaN, unit: 'day' }]], ways)).toEqual({
      problem: 'limit-not-whole',
      field: 'whole.amount',
    })
  })
})
