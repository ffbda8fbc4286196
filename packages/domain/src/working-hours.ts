import type { Organisation } from '@dossier/contracts/organisation'
import type { Instant, Session } from '@dossier/contracts/time'
import { dayOf, momentOn, numberOf, yearOf } from './calendar.ts'
import { lookAt } from './day-table.ts'
import { momentsStood, type Stood } from './interruptions.ts'
import type { MissingYear, Ways } from './legal-clock.ts'

/** When an office is open: the sessions of its week, and those of the dates, by day number, on which it keeps others. */
export type OfficeHours = { sessions: readonly Session[]; exceptions?: ReadonlyMap<number, readonly Session[]> }

/** The sessions of one date; none where the office is closed. */
export const hoursOn = (number: number, { sessions, exceptions }: OfficeHours): readonly Session[] =>
  exceptions?.get(number) ?? sessions

const arranged = new WeakMap<Organisation, ReadonlyMap<number, readonly Session[]>>()

/** The dates on which an office keeps other hours, arranged once for each; undefined where there are none. */
export const exceptionsOf = (office: Organisation | undefined): OfficeHours['exceptions'] => {
  if (office?.exceptions === undefined) return undefined
  const known = arranged.get(office)
  if (known !== undefined) return known
  const byDay = new Map(office.exceptions.map(({ day, sessions }) => [numberOf(day), sessions]))
  arranged.set(office, byDay)
  return byDay
}

/** From one moment to another, in milliseconds. */
export type Stretch = { from: number; to: number }

/**
 * The moment `hours` working hours after `from`: only office sessions of working days run, each date's own, stretches in which
 * the clock stood do not (8 hours are not a day: BLDS 2015 art. 147). A desk open on a rest day makes no working day, and so no
 * working hour. Gives the missing year where it needs one nobody announced.
 */
export const workingHours = (from: Instant, hours: number, ways: Ways): Instant | MissingYear => {
  const stood = momentsStood(ways)
  const begun = Date.parse(from)
  let left = hours * 3_600_000
  for (let number = numberOf(dayOf(from)); ; number += 1) {
    const look = lookAt(number, ways.calendar)
    if (look.is === 'unannounced') return { missingYear: yearOf(number) }
    if (look.is === 'rest') continue
    for (const open of sessionsOn(number, hoursOn(number, ways), begun)) {
      for (const stretch of without(open, stood)) {
        const length = stretch.to - stretch.from
        if (left <= length) return new Date(stretch.from + left).toISOString()
        left -= length
      }
    }
  }
}

/**
 * The moment `hours` working hours before `until`, in the office sessions of working days alone. Undefined where it needs a year
 * nobody announced.
 */
export const workingHoursBefore = (until: Instant, hours: number, ways: Ways): Instant | undefined => {
  const end = Date.parse(until)
  let left = hours * 3_600_000
  for (let number = numberOf(dayOf(until)); ; number -= 1) {
    const look = lookAt(number, ways.calendar)
    if (look.is === 'unannounced') return undefined
    if (look.is === 'rest') continue
    for (const open of sessionsOn(number, hoursOn(number, ways), 0).toReversed()) {
      const length = Math.min(end, open.to) - open.from
      if (length <= 0) continue
      if (left <= length) return new Date(open.from + length - left).toISOString()
      left -= length
    }
  }
}

const dayMs = 86_400_000
const midnight = Date.parse(momentOn('1970-01-01', '00:00'))

/** When the office is open on a working day, as far as it lies after a moment. */
export const sessionsOn = (number: number, sessions: readonly Session[], notBefore: number): Stretch[] => {
  const day = number * dayMs + midnight
  const open: Stretch[] = []
  for (const [opens, closes] of sessions) {
    const from = Math.max(notBefore, day + msOf(opens))
    const to = day + msOf(closes)
    if (from < to) open.push({ from, to })
  }
  return open
}

const msOf = (time: string): number => (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * 60_000

/** What is left of a stretch where the clock did not stand. */
export const without = (stretch: Stretch, stood: readonly Stood[]): Stretch[] => {
  if (stood.length === 0) return [stretch]
  const left: Stretch[] = []
  let { from } = stretch
  for (const one of stood) {
    if (one.from >= stretch.to) break
    if (one.from > from) left.push({ from, to: one.from })
    from = Math.max(from, one.to)
  }
  if (from < stretch.to) left.push({ from, to: stretch.to })
  return left
}
