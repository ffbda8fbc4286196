import type { CalendarVersion } from '@dossier/contracts/calendar'
import type { Day, Due, Instant, Limit, Session, SkippedDay, TimeOfDay, Walk } from '@dossier/contracts/time'
import {
  closing,
  dayFrom,
  dayOf,
  isAnnounced,
  isProvisional,
  momentOn,
  numberOf,
  timeOf,
  whyOff,
  yearOf,
} from './calendar.ts'
import { workingHours } from './working-hours.ts'

/** Day zero and, for limits in hours, the moment counting begins. */
export type Start = { on: Day; at: Instant }
/** A stretch in which the clock stands: the first day is used up, the last is not counted (scenarios N2). */
export type Interruption = { from: Instant; to: Instant }
export type Ways = {
  calendar: CalendarVersion
  sessions: readonly Session[]
  interruptions?: readonly Interruption[]
  /** Whether the day of the notice is used up; no law says so, unset means yes (scenarios N2). */
  noticeDayCounts?: boolean
}
export type Counted = { due: Due; walk: Walk; provisional: boolean }
/** A year nobody announced fails closed: no date is better than a wrong one. */
export type MissingYear = { missingYear: number }

/** An event starts its own clock: its legal day is day zero, hours run from its very moment (Civil Code art. 147). */
export const startOf = (at: Instant): Start => ({ on: dayOf(at), at })

/**
 * Day zero of an arrival under a cut-off: at or after it, the next working day at opening.
 * Luật Hộ tịch art. 5.3, NĐ 23/2015 art. 7: received after 15:00 counts for the next working day. Gives the missing year
 * where that day lies in one nobody announced.
 */
export const startUnderCutOff = (at: Instant, cutOff: TimeOfDay | undefined, ways: Ways): Start | MissingYear => {
  const on = dayOf(at)
  if (cutOff === undefined || timeOf(at) < cutOff) return startOf(at)
  const next = walkWorkingDays(numberOf(on), 1, { calendar: ways.calendar, sessions: ways.sessions })
  if ('missingYear' in next) return next
  const day = dayFrom(next.end)
  return { on: day, at: momentOn(day, ways.sessions[0]?.[0] ?? '07:30') }
}

/**
 * The due date of a limit, with the walk that explains it. Day zero is not counted (Civil Code art. 147.2); an end on a
 * rest day rolls to the next working day (art. 148.5); clock hours run on the wall and do not roll (art. 147.1). A way that
 * needs a year nobody announced gives that year instead of a date (law.md B9).
 */
export const dueAfter = (start: Start, limit: Limit, ways: Ways): Counted | MissingYear => {
  const from = numberOf(start.on)
  switch (limit.unit) {
    case 'working-day':
      return counted(start, limit, walkWorkingDays(from, limit.amount, ways), ways)
    case 'day':
      return counted(start, limit, walkDays(from, limit.amount, ways), ways)
    case 'month':
      return counted(start, limit, walkMonths(start.on, limit.amount, ways), ways)
    case 'same-day':
      return counted(start, limit, rollOn({ end: from, skipped: [], rolled: false }, ways), ways)
    case 'hour':
      return inHours(start, limit, pastInterruptions(Date.parse(start.at), limit.amount * 3_600_000, ways))
    case 'working-hour': {
      const end = workingHours(start.at, limit.amount, ways)
      return typeof end === 'string' ? inWorkingHours(start, limit, end, ways) : end
    }
  }
}

/**
 * Limits one after another, one count each: every limit begins the day after the planned end of the one before, in hours
 * at its minute (scenarios N2). The first missing year ends it.
 */
export const chain = (start: Start, limits: readonly Limit[], ways: Ways): Counted[] | MissingYear => {
  const counts: Counted[] = []
  for (const limit of limits) {
    const last = counts.at(-1)?.due
    const next = dueAfter(last === undefined ? start : startAfter(last, ways), limit, ways)
    if ('missingYear' in next) return next
    counts.push(next)
  }
  return counts
}

const startAfter = (due: Due, { sessions }: Ways): Start => ({
  on: due.on,
  at: due.at ?? momentOn(due.on, closing(sessions)),
})

/**
 * The last working day on or before `day`: the apology's last day counts back from due minus one (NĐ 61/2018 art. 19.9).
 * A day of a year nobody announced is given back as it is.
 */
export const workingDayUpTo = (day: Day, calendar: CalendarVersion): Day => {
  let number = numberOf(day)
  while (isAnnounced(number, calendar) && whyOff(number, calendar) !== undefined) number -= 1
  return dayFrom(number)
}

/** The working day that lies `count` working days before `day`, as far as announced years tell. */
export const workingDaysBefore = (day: Day, count: number, calendar: CalendarVersion): Day => {
  let end = day
  for (let left = count; left > 0; left -= 1) end = workingDayUpTo(dayFrom(numberOf(end) - 1), calendar)
  return end
}

type Path = { end: number; skipped: SkippedDay[]; rolled: boolean }

const isInterrupted = (number: number, { interruptions = [], noticeDayCounts = true }: Ways): boolean =>
  interruptions.some(({ from, to }) => {
    const first = numberOf(dayOf(from)) + (noticeDayCounts ? 1 : 0)
    return number >= first && number <= numberOf(dayOf(to))
  })

const passes = (number: number, ways: Ways): SkippedDay | undefined =>
  isInterrupted(number, ways) ? { day: dayFrom(number), why: 'interruption' } : undefined

const walkWorkingDays = (from: number, amount: number, ways: Ways): Path | MissingYear => {
  const skipped: SkippedDay[] = []
  let end = from
  for (let left = amount; left > 0;) {
    end += 1
    if (!isAnnounced(end, ways.calendar)) return { missingYear: yearOf(end) }
    const why = passes(end, ways) ?? whyOff(end, ways.calendar)
    if (why === undefined) left -= 1
    else skipped.push(why)
  }
  return { end, skipped, rolled: false }
}

const walkDays = (from: number, amount: number, ways: Ways): Path | MissingYear => {
  const skipped: SkippedDay[] = []
  let end = from
  for (let left = amount; left > 0;) {
    end += 1
    const why = passes(end, ways)
    if (why === undefined) left -= 1
    else skipped.push(why)
  }
  return rollOn({ end, skipped, rolled: false }, ways)
}

/** The corresponding day, or the month's last when there is none (Civil Code art. 148.4); interrupted days come on top. */
const walkMonths = (from: Day, amount: number, ways: Ways): Path | MissingYear => {
  const [year = 0, month = 1, date = 1] = from.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month + amount, 0)).getUTCDate()
  const plain = Date.UTC(year, month - 1 + amount, Math.min(date, lastOfMonth)) / 86_400_000
  const begun = numberOf(from)
  const stood: SkippedDay[] = []
  let end = plain
  for (let number = begun + 1; number <= end; number += 1) {
    const why = passes(number, ways)
    if (why === undefined) continue
    stood.push(why)
    end += 1
  }
  return rollOn({ end, skipped: stood, rolled: false }, ways)
}

const rollOn = ({ end, skipped, rolled }: Path, ways: Ways): Path | MissingYear => {
  if (!isAnnounced(end, ways.calendar)) return { missingYear: yearOf(end) }
  const why = whyOff(end, ways.calendar)
  if (why === undefined) return { end, skipped, rolled }
  return rollOn({ end: end + 1, skipped: [...skipped, why], rolled: true }, ways)
}

const counted = (start: Start, limit: Limit, path: Path | MissingYear, { calendar }: Ways): Counted | MissingYear => {
  if ('missingYear' in path) return path
  const on = dayFrom(path.end)
  const walk = { from: start.on, limit, to: on, rolled: path.rolled, skipped: path.skipped }
  return { due: { on }, walk, provisional: isProvisional(path.end, calendar) }
}

const inHours = (start: Start, limit: Limit, end: number): Counted => {
  const at = new Date(end).toISOString()
  const on = dayOf(at)
  return { due: { on, at }, walk: { from: start.on, limit, to: on, rolled: false, skipped: [] }, provisional: false }
}

const inWorkingHours = (start: Start, limit: Limit, end: Instant, { calendar }: Ways): Counted => {
  const last = numberOf(dayOf(end))
  const skipped: SkippedDay[] = []
  for (let number = numberOf(start.on); number < last; number += 1) {
    const why = whyOff(number, calendar)
    if (why !== undefined) skipped.push(why)
  }
  const { due, walk } = inHours(start, limit, Date.parse(end))
  return { due, walk: { ...walk, skipped }, provisional: isProvisional(last, calendar) }
}

/** A length of clock time from `from` on, longer by every interruption that begins before it is over; none counts twice. */
const pastInterruptions = (from: number, length: number, { interruptions = [] }: Ways): number => {
  let end = from + length
  let stood = from
  for (const one of interruptions.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const [begin, to] = [Math.max(stood, Date.parse(one.from)), Date.parse(one.to)]
    if (Date.parse(one.from) >= end || to <= begin) continue
    end += to - begin
    stood = to
  }
  return end
}
