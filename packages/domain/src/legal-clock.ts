import type { CalendarVersion } from '@dossier/contracts/calendar'
import type { Day, Due, Instant, Limit, SkippedDay, TimeOfDay, Walk } from '@dossier/contracts/time'
import {
  closing,
  dayFrom,
  dayOf,
  isAnnounced,
  isProvisional,
  momentOn,
  numberOf,
  opening,
  timeOf,
  whyOff,
  yearOf,
} from './calendar.ts'
import { lookAt } from './day-table.ts'
import { daysStood, momentsStood, pastDays, pastMoments, type Standing, standsAt, type Stood } from './interruptions.ts'
import { hoursOn, type OfficeHours, workingHours } from './working-hours.ts'

export type { Interruption } from './interruptions.ts'

/** Day zero and, for limits in hours, the moment counting begins. */
export type Start = { on: Day; at: Instant }
/** By what to count: the days, the office's hours, and the stretches in which the clock stood. */
export type Ways = Standing & OfficeHours & { calendar: CalendarVersion }
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
  return { on: day, at: momentOn(day, opening(hoursOn(next.end, ways))) }
}

/**
 * The due date of a limit, with the walk that explains it. Day zero is not counted (Civil Code art. 147.2); an end on a
 * rest day rolls to the next working day (art. 148.5); clock hours run on the wall and do not roll (art. 147.1). A way that
 * needs a year nobody announced, or ends beyond the year 9999, gives that year instead of a date (BLLĐ 2019 art. 112). A limit of
 * nothing ends where it begins: whether a limit makes sense is asked before (`problemIn`).
 */
export const dueAfter = (start: Start, limit: Limit, ways: Ways): Counted | MissingYear => {
  const from = numberOf(start.on)
  const amount = limit.amount > 0 ? limit.amount : 0 // NaN too
  switch (limit.unit) {
    case 'working-day':
      return counted(start, limit, walkWorkingDays(from, amount, ways))
    case 'day':
      return counted(start, limit, walkDays(from, amount, ways))
    case 'month':
      return counted(start, limit, walkMonths(start.on, amount, ways))
    case 'same-day':
      return counted(start, limit, rollOn(from, [], ways))
    case 'hour':
      return inHours(start, limit, pastMoments(Date.parse(start.at), amount * hourMs, momentsStood(ways)))
    case 'working-hour': {
      const end = workingHours(start.at, amount, ways)
      return typeof end === 'string' ? inWorkingHours(start, limit, end, ways) : end
    }
  }
}

/**
 * Limits one after another, one count each: every limit begins the day after the planned end of the one before, in hours
 * at its minute. The first missing year ends it.
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

/** Where a limit begins that follows another: on the day it ended, in hours at its minute or when the office closes. */
export const startAfter = ({ on, at }: Due, ways: Ways): Start => ({
  on,
  at: at ?? momentOn(on, closing(hoursOn(numberOf(on), ways))),
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

type Path = { end: number; skipped: SkippedDay[]; rolled: boolean; provisional: boolean }

const hourMs = 3_600_000
/** 9999-12-31, the last day that can be written: no way leads beyond it, however long the limit. */
const lastDay = 2_932_896
const endOfTime = Date.parse(momentOn(dayFrom(lastDay), '00:00')) + 24 * hourMs

const interrupted = (number: number): SkippedDay => ({ day: dayFrom(number), why: 'interruption' })

const walkWorkingDays = (from: number, amount: number, ways: Ways): Path | MissingYear => {
  const stood = daysStood(ways)
  const skipped: SkippedDay[] = []
  let end = from
  let provisional = false
  for (let left = amount; left > 0;) {
    end += 1
    const look = lookAt(end, ways.calendar)
    if (look.is === 'unannounced') return { missingYear: yearOf(end) }
    provisional = look.provisional
    if (standsAt(end, stood)) skipped.push(interrupted(end))
    else if (look.is === 'rest') skipped.push(look.why)
    else left -= 1
  }
  return { end, skipped, rolled: false, provisional }
}

const walkDays = (from: number, amount: number, ways: Ways): Path | MissingYear =>
  walkOn(from, from + amount, daysStood(ways), ways)

/** The corresponding day, or the month's last when there is none (Civil Code art. 148.4); interrupted days come on top. */
const walkMonths = (from: Day, amount: number, ways: Ways): Path | MissingYear =>
  walkOn(numberOf(from), monthsAfter(from, amount), daysStood(ways), ways)

/** The day number `months` after a day by the solar calendar: the same date, or the month's last day where it has none. */
export const monthsAfter = (day: Day, months: number): number => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth)) / (24 * hourMs)
}

/** From `from` to where it would have ended, and as many days more as the clock stood. */
const walkOn = (from: number, plain: number, stood: readonly Stood[], ways: Ways): Path | MissingYear => {
  const end = pastDays(from, plain - from, stood)
  const missing = missingAt(end, ways.calendar)
  if (missing !== undefined) return missing
  const skipped: SkippedDay[] = []
  for (const stretch of stood)
    for (let number = Math.max(stretch.from, from + 1); number <= Math.min(stretch.to, end); number += 1)
      skipped.push(interrupted(number))
  return rollOn(end, skipped, ways)
}

const rollOn = (from: number, passed: SkippedDay[], { calendar }: Ways): Path | MissingYear => {
  const skipped = passed
  for (let end = from; ; end += 1) {
    const missing = missingAt(end, calendar)
    if (missing !== undefined) return missing
    const look = lookAt(end, calendar)
    if (look.is === 'working') return { end, skipped, rolled: end > from, provisional: look.provisional }
    if (look.is === 'rest') skipped.push(look.why)
  }
}

const missingAt = (number: number, calendar: CalendarVersion): MissingYear | undefined => {
  if (!(number <= lastDay)) return { missingYear: 10_000 } // NaN too: further than a date can be
  return isAnnounced(number, calendar) ? undefined : { missingYear: yearOf(number) }
}

const counted = (start: Start, limit: Limit, path: Path | MissingYear): Counted | MissingYear => {
  if ('missingYear' in path) return path
  const { end, skipped, rolled, provisional } = path
  const on = dayFrom(end)
  return { due: { on }, walk: { from: start.on, limit, to: on, rolled, skipped }, provisional }
}

const inHours = (start: Start, limit: Limit, end: number): Counted | MissingYear => {
  if (!(end < endOfTime)) return { missingYear: 10_000 }
  const at = new Date(end).toISOString()
  const on = dayOf(at)
  return { due: { on, at }, walk: { from: start.on, limit, to: on, rolled: false, skipped: [] }, provisional: false }
}

const inWorkingHours = (start: Start, limit: Limit, end: Instant, { calendar }: Ways): Counted => {
  const on = dayOf(end)
  const last = numberOf(on)
  const skipped: SkippedDay[] = []
  for (let number = numberOf(start.on); number < last; number += 1) {
    const look = lookAt(number, calendar)
    if (look.is === 'rest') skipped.push(look.why)
  }
  const walk = { from: start.on, limit, to: on, rolled: false, skipped }
  return { due: { on, at: end }, walk, provisional: isProvisional(last, calendar) }
}
