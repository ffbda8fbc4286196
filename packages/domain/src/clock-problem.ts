import type { ClockProblemCode } from '@dossier/contracts/deadline-question'
import type { Instant, Limit, Session } from '@dossier/contracts/time'
import { dayOf } from './calendar.ts'
import type { Interruption, Start, Ways } from './legal-clock.ts'

/** What the legal clock cannot count, on which rule that rests, and what it says to the officer and to the developer. */
export const clockProblems = {
  'calendar-year-missing': {
    rule: 'BLLĐ 2019 art. 112; own rule: no date in a year whose days off are not announced',
    vi: 'Lịch nghỉ của năm liên quan chưa được công bố, chưa thể tính hạn.',
    en: 'The calendar of a year the limit reaches into is not announced; no due date can be computed.',
  },
  'field-missing': {
    rule: 'own rule: the fields of a deadline question',
    vi: 'Thiếu thông tin bắt buộc.',
    en: 'A field that is needed for the answer is missing.',
  },
  'wrong-type': {
    rule: 'own rule: the fields of a deadline question',
    vi: 'Thông tin không đúng kiểu dữ liệu.',
    en: 'The field is not of the type it has to be.',
  },
  'unknown-ask': {
    rule: 'own rule: the fields of a deadline question',
    vi: 'Không có loại câu hỏi này.',
    en: 'There is no such question: ask due, apology-by, clock, route or parallel.',
  },
  'unknown-unit': {
    rule: 'BLDS 2015 art. 147; own rule: the units a limit is given in',
    vi: 'Không có đơn vị thời hạn này.',
    en: 'There is no such unit: use working-day, day, month, working-hour, hour or same-day.',
  },
  'unknown-value': {
    rule: 'own rule: the fields of a deadline question',
    vi: 'Giá trị này không nằm trong các giá trị cho phép.',
    en: 'The field does not know this value.',
  },
  'not-a-moment': {
    rule: 'own rule: the fields of a deadline question',
    vi: 'Thời điểm phải ghi theo giờ địa phương dạng NNNN-TT-NNTGG:PP.',
    en: 'A moment is written in local time as YYYY-MM-DDTHH:MM.',
  },
  'not-a-time': {
    rule: 'own rule: the fields of a deadline question',
    vi: 'Giờ phải ghi dạng GG:PP, từ 00:00 đến 23:59.',
    en: 'A time of day is written as HH:MM, from 00:00 to 23:59.',
  },
  'impossible-date': {
    rule: 'BLDS 2015 art. 145',
    vi: 'Ngày này không có trong dương lịch.',
    en: 'The solar calendar has no such day.',
  },
  'limit-not-whole': {
    rule: 'own rule: a limit is a whole number of its unit',
    vi: 'Thời hạn phải là số nguyên.',
    en: 'A limit is a whole number of its unit.',
  },
  'limit-not-positive': {
    rule: 'own rule: a limit is at least one of its unit',
    vi: 'Thời hạn phải từ 1 trở lên.',
    en: 'A limit is at least 1; what is to be done at once has the unit same-day.',
  },
  'limit-too-long': {
    rule: 'own rule: a limit is at most 100000 of its unit',
    vi: 'Thời hạn dài hơn mọi thời hạn của pháp luật.',
    en: 'The limit is longer than any the law gives; it may be at most 100000.',
  },
  'same-day-amount': {
    rule: 'Luật Hộ tịch 2014 art. 5.3',
    vi: 'Thời hạn giải quyết trong ngày không có số lượng: hãy ghi 0.',
    en: 'A same-day limit has amount 0.',
  },
  'interruption-backward': {
    rule: 'own rule: a clock is stopped once at a time, after it has started',
    vi: 'Khoảng tạm dừng kết thúc trước khi bắt đầu.',
    en: 'The interruption ends before it begins.',
  },
  'interruption-before-start': {
    rule: 'own rule: a clock is stopped once at a time, after it has started',
    vi: 'Khoảng tạm dừng bắt đầu trước khi thời hạn bắt đầu.',
    en: 'The interruption begins before the clock has started.',
  },
  'interruptions-overlap': {
    rule: 'own rule: a clock is stopped once at a time, after it has started',
    vi: 'Các khoảng tạm dừng chồng lên nhau.',
    en: 'The interruption begins before another one has ended: a clock that stands cannot be stopped.',
  },
  'sessions-missing': {
    rule: 'own rule: office hours are sessions in order',
    vi: 'Cơ quan phải có ít nhất một buổi làm việc.',
    en: 'An office has at least one session; leave the field out for the usual ones.',
  },
  'session-backward': {
    rule: 'own rule: office hours are sessions in order',
    vi: 'Buổi làm việc kết thúc trước hoặc ngay khi bắt đầu.',
    en: 'The session ends before it begins, or at once.',
  },
  'sessions-overlap': {
    rule: 'own rule: office hours are sessions in order',
    vi: 'Các buổi làm việc chồng lên nhau hoặc không theo thứ tự.',
    en: 'The session begins before the one above it has ended.',
  },
  'nothing-to-count': {
    rule: 'own rule: the fields of a deadline question',
    vi: 'Phải có ít nhất một bước hoặc một nhánh.',
    en: 'There is no stage or branch to count.',
  },
  'name-twice': {
    rule: 'own rule: the fields of a deadline question',
    vi: 'Hai bước hoặc hai nhánh trùng tên.',
    en: 'Two stages or branches have the same name, and the answer could name only one.',
  },
} as const satisfies Record<ClockProblemCode, { rule: string; vi: string; en: string }>

/** What is wrong and where: the field as a path, `interruptions.1.from`. */
export type ClockProblem = { problem: ClockProblemCode; field: string }

const at = (problem: ClockProblemCode, field: string): ClockProblem => ({ problem, field })

/** A limit and the field that says it. */
export type NamedLimit = readonly [field: string, limit: Limit]

/** Longer than any limit of the law; what is shorter and reaches beyond the announced years is answered as such. */
const longestLimit = 100_000

/**
 * Why no due date follows from these, the first reason met; undefined where one does. The clock itself answers anything
 * without an error, but of a limit of nothing, of stretches that run backwards or of an office that never opens no date is
 * worth giving.
 */
export const problemIn = (start: Start, limits: readonly NamedLimit[], ways: Ways): ClockProblem | undefined =>
  limitProblem(limits) ??
  sessionProblem(ways.sessions) ??
  interruptionProblem(start, ways.interruptions ?? [], isInHours(limits) ? (moment) => moment : dayOf)

const isInHours = (limits: readonly NamedLimit[]): boolean =>
  limits.some(([, { unit }]) => unit === 'hour' || unit === 'working-hour')

const limitProblem = (limits: readonly NamedLimit[]): ClockProblem | undefined => {
  for (const [name, { amount, unit }] of limits) {
    const field = `${name}.amount`
    if (!Number.isInteger(amount)) return at('limit-not-whole', field)
    if (unit === 'same-day' && amount !== 0) return at('same-day-amount', field)
    if (unit !== 'same-day' && amount < 1) return at('limit-not-positive', field)
    if (amount > longestLimit) return at('limit-too-long', field)
  }
  return undefined
}

const sessionProblem = (sessions: readonly Session[]): ClockProblem | undefined => {
  if (sessions.length === 0) return at('sessions-missing', 'sessions')
  for (const [i, [open, close]] of sessions.entries()) {
    if (open >= close) return at('session-backward', `sessions.${i}`)
    const before = sessions[i - 1]
    if (before !== undefined && open < before[1]) return at('sessions-overlap', `sessions.${i}`)
  }
  return undefined
}

/** As fine as the clock itself looks: limits in days see the days of an interruption, limits in hours its minutes. */
const interruptionProblem = (
  start: Start,
  interruptions: readonly Interruption[],
  seen: (at: Instant) => string,
): ClockProblem | undefined => {
  const begun = seen(start.at)
  const stretches = interruptions.map(({ from, to }, i) => ({ from: seen(from), to: seen(to), i }))
  const inOrder = stretches.toSorted((a, b) => compare(a.from, b.from) || compare(a.to, b.to))
  for (const [n, { from, to, i }] of inOrder.entries()) {
    const before = inOrder[n - 1]
    if (to < from) return at('interruption-backward', `interruptions.${i}`)
    if (from < begun) return at('interruption-before-start', `interruptions.${i}.from`)
    if (before !== undefined && from < before.to) return at('interruptions-overlap', `interruptions.${i}.from`)
  }
  return undefined
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))
