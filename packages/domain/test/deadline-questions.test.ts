import { describe, expect, test } from 'vitest'
import { answerTo } from '../src/deadline-question.ts'
import { restartSentences } from '../src/explanation-sentences.ts'
import { answer, type Asked, cases, questions } from './answer-deadline.ts'
import { calendar, local } from './fixtures.ts'

const of = (id: string) => questions.filter((question) => question.id.replace(/[a-d]$/, '') === id)

test('all 424 questions are asked, of every kind more than twenty', () => {
  expect(questions).toHaveLength(424)
  const counts = ['due', 'apology-by', 'clock', 'route', 'parallel'].map(
    (kind) => questions.filter(({ ask }) => ask === kind).length,
  )
  expect(counts.filter((count) => count > 20)).toHaveLength(5)
})

test.each(questions)('$id, $ask, is answered as the field’s own oracle does', (question) => {
  expect(answer(question)).toEqual(question.answer)
})

test.each(cases)('$id $title has its questions', ({ id }) => {
  expect(of(id)).not.toEqual([])
})

const due = (question: Partial<Asked>) => answer({ id: 'x', ask: 'due', from: '2024-06-03T08:30', ...question })
const limit = (amount: number, unit: string) => ({ limit: { amount, unit } })
const threeParts = [
  ['07:00', '09:00'],
  ['09:30', '11:30'],
  ['13:00', '17:00'],
]

describe('a due date', () => {
  test.each([
    ['2024-01-31T09:00', 1, '2024-02-29'], // no 31 February: the month's last day
    ['2023-01-31T09:00', 1, '2023-02-28'],
    ['2024-02-29T09:00', 12, '2025-02-28'],
    ['2024-08-31T09:00', 1, '2024-09-30'],
    ['2024-03-30T09:00', 1, '2024-05-02'], // 30/4 and 1/5 are off
    ['2023-12-19T09:00', 2, '2024-02-19'],
    ['2023-12-10T09:00', 2, '2024-02-15'], // the corresponding day lies in Tết
  ])('from %s, %i months: %s', (from, amount, expected) => {
    expect(due({ from, ...limit(amount, 'month') })).toEqual({ due: expected })
  })

  test('in working hours knows an office with a break in the morning', () => {
    expect(due({ ...limit(3, 'working-hour'), sessions: threeParts })).toEqual({ due: '2024-06-03T13:30' })
    expect(due({ ...limit(8, 'working-hour'), sessions: threeParts })).toEqual({ due: '2024-06-04T08:30' })
  })

  test('in working hours leaps over Tết, and one that ends with a session ends when that closes', () => {
    expect(due({ from: '2024-02-07T16:00', ...limit(2, 'working-hour') })).toEqual({ due: '2024-02-15T08:30' })
    expect(due({ from: '2024-02-07T13:00', ...limit(4, 'working-hour') })).toEqual({ due: '2024-02-07T17:00' })
  })

  test('on the wall runs through holidays and years nobody announced', () => {
    expect(due({ from: '2026-12-31T23:30', ...limit(48, 'hour') })).toEqual({ due: '2027-01-02T23:30' })
  })

  test('in hours under a cut-off begins when the office opens on the next working day', () => {
    const cutOff = { at: '15:00', effect: 'next-working-day' }
    expect(due({ from: '2024-08-30T15:00', cutOff, ...limit(2, 'working-hour') })).toEqual({ due: '2024-09-04T09:30' })
    expect(due({ from: '2024-08-30T15:00', cutOff, ...limit(2, 'hour') })).toEqual({ due: '2024-09-04T09:30' })
    expect(due({ from: '2026-12-31T15:00', cutOff, ...limit(0, 'same-day') })).toEqual({
      error: 'calendar-year-missing',
      year: 2027,
    })
  })

  test('a later year that is drafted first does not hide an earlier one', () => {
    const asked = `{ "id": "x", "ask": "parallel", "from": "2027-01-01T00:00", "calendar": "provisional",
      "branches": [{ "name": "A", "amount": 12, "unit": "month" }, { "name": "B", "amount": 1, "unit": "working-day" }],
      "then": { "amount": 1, "unit": "working-day" } }`
    const branches = { A: '2028-01-04', B: '2027-01-04' }
    expect(answer(JSON.parse(asked))).toMatchObject({ branches, due: '2028-01-05' })
  })

  test('in a year nobody announced is provisional, where the question allows it', () => {
    const late = { from: '2026-12-28T09:00', ...limit(10, 'working-day') }
    expect(due(late)).toEqual({ error: 'calendar-year-missing', year: 2027 })
    expect(due({ ...late, calendar: 'provisional' })).toEqual({ due: '2027-01-12' })
    expect(due({ ...late, ...limit(100, 'month'), calendar: 'provisional' })).toEqual({ due: '2035-05-02' })
    expect(due({ from: '2017-12-20T09:00', ...limit(1, 'working-day'), calendar: 'provisional' })).toEqual({
      error: 'calendar-year-missing', // the past waits for no notice
      year: 2017,
    })
    expect(due({ ...late, ...limit(20_000, 'working-hour'), calendar: 'provisional' })).toEqual({
      due: '2036-12-15T09:00',
    })
  })
})

test.each([
  [0, 'same-day'],
  [1, 'working-day'],
  [1, 'day'],
  [1, 'month'],
  [1, 'working-hour'],
])('a limit of %i, %s, begun in a year nobody announced names that year', (amount, unit) => {
  const missing = { error: 'calendar-year-missing', year: 2027 }
  expect(due({ from: '2027-03-01T09:00', ...limit(amount, unit) })).toEqual(missing)
})

describe('the apology', () => {
  test('is due by a day too where the limit is in hours', () => {
    const asked = { ask: 'apology-by', from: '2024-05-03T16:00', ...limit(2, 'working-hour') }
    expect(answer(asked)).toEqual({ due: '2024-05-04T08:30', apologyBy: '2024-05-03' })
  })

  test('has no day where the day before lies in a year nobody announced', () => {
    const asked = { ask: 'apology-by', from: '2018-01-01T08:00', ...limit(1, 'working-day') }
    expect(answer(asked)).toEqual({ error: 'calendar-year-missing', year: 2017 })
  })
})

describe('a route and branches', () => {
  const branches = [
    { name: 'A', amount: 2, unit: 'working-day' },
    { name: 'B', amount: 30, unit: 'hour' },
  ]

  test('stages in hours follow one another by the minute, days after hours by the day', () => {
    const stages = [
      { name: '10', amount: 2, unit: 'working-hour' },
      { name: '2', amount: 3, unit: 'working-hour' },
      { name: '1', amount: 1, unit: 'working-day' },
    ]
    expect(answer({ ask: 'route', from: '2024-06-03T10:00', stages })).toEqual({
      stages: { 10: '2024-06-03T13:30', 2: '2024-06-03T16:30', 1: '2024-06-04' },
      due: '2024-06-04',
    })
  })

  test('branches in different units join when the last of them ends, a day at its end', () => {
    // oxlint-disable-next-line unicorn/no-thenable -- the questions call the lead's limit so
    const asked = { ask: 'parallel', from: '2024-06-03T10:00', branches, then: { amount: 1, unit: 'working-day' } }
    expect(answer(asked)).toEqual({
      branches: { A: '2024-06-05', B: '2024-06-04T16:00' },
      join: '2024-06-05',
      due: '2024-06-06',
    })
    const [a, b] = branches
    const late = {
      ...asked,
      branches: [
        { ...a, amount: 1 },
        { ...b, amount: 39 },
      ],
    } // 05/06 01:00
    expect(answer(late)).toMatchObject({ join: '2024-06-05T01:00', due: '2024-06-06' })
  })
})

describe('a clock that stood', () => {
  const clock = { ask: 'clock', from: '2024-06-03T08:30', ...limit(10, 'working-day') }

  test('is asked for stretches in any order, with or without any', () => {
    const [one, other] = [
      { from: '2024-06-05T15:00', to: '2024-06-10T10:00' },
      { from: '2024-06-12T09:00', to: '2024-06-14T09:00' },
    ]
    for (const policy of ['restart', 'pause']) {
      const there = answer({ ...clock, policy, interruptions: [one, other] })
      expect(answer({ ...clock, policy, interruptions: [other, one] })).toEqual(there)
      expect(answer({ ...clock, policy, interruptions: [] })).toEqual({ due: '2024-06-17' })
    }
  })

  test('one stretch may begin on the day another ends: in days they do not overlap', () => {
    const interruptions = [
      { from: '2024-06-05T15:00', to: '2024-06-10T10:00' },
      { from: '2024-06-10T08:00', to: '2024-06-11T09:00' },
    ]
    expect(answer({ ...clock, policy: 'pause', interruptions })).toEqual({ due: '2024-06-21' })
    expect(answer({ ...clock, policy: 'pause', ...limit(40, 'working-hour'), interruptions })).toMatchObject({
      error: 'interruptions-overlap',
    })
  })

  test('stands for hours too', () => {
    const interruptions = [{ from: '2024-06-03T10:00', to: '2024-06-03T14:00' }]
    expect(answer({ ...clock, policy: 'pause', ...limit(3, 'working-hour'), interruptions })).toEqual({
      due: '2024-06-03T15:30',
    })
    expect(answer({ ...clock, policy: 'restart', ...limit(3, 'working-hour'), interruptions })).toEqual({
      due: '2024-06-03T17:00',
    })
  })

  test('a limit that runs again tells the stretches before that, with their documents, and from when it counts', () => {
    const first = { from: '2024-06-05T15:00', to: '2024-06-10T10:00', document: 'Phiếu 02/PYC' }
    const second = { from: '2024-06-12T09:00', to: '2024-06-14T09:00' }
    const asked = { ...clock, policy: 'restart', interruptions: [second, first] }
    const { restart } = answerTo(asked, calendar)
    expect(restart).toEqual({
      at: local('2024-06-14 09:00'),
      stood: [
        { from: local('2024-06-05 15:00'), to: local('2024-06-10 10:00'), counted: false, document: 'Phiếu 02/PYC' },
        { from: local('2024-06-12 09:00'), to: local('2024-06-14 09:00'), counted: false },
      ],
    })
    expect(restart && restartSentences(restart, 'vi')).toEqual([
      'Từ 15:00 Thứ Tư 05/06/2024 đến 10:00 Thứ Hai 10/06/2024: không tính, thời hạn tạm dừng (Phiếu 02/PYC).',
      'Từ 09:00 Thứ Tư 12/06/2024 đến 09:00 Thứ Sáu 14/06/2024: không tính, thời hạn tạm dừng.',
      'Từ 09:00 Thứ Sáu 14/06/2024: thời hạn tính lại từ đầu.',
    ])
    expect(restart && restartSentences(restart, 'en').at(-1)).toBe(
      'From 09:00 Friday 14/06/2024 the whole limit runs again.',
    )
    expect(answerTo({ ...asked, interruptions: [] }, calendar).restart).toBeUndefined()
    expect(answerTo({ ...asked, policy: 'pause' }, calendar).restart).toBeUndefined()
  })
})
