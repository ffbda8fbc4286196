import type { Instant } from '@dossier/contracts/time'
import { dayFrom, dayOf, isAnnounced, momentOn, numberOf, whyOff, yearOf } from './calendar.ts'
import type { Interruption, MissingYear, Ways } from './legal-clock.ts'

/**
 * The moment `hours` working hours after `from`: only office sessions of working days run, stretches in which the clock
 * stood do not (8 hours are not a day: law.md C6). Gives the missing year where it needs one nobody announced.
 */
export const workingHours = (from: Instant, hours: number, ways: Ways): Instant | MissingYear => {
  let left = hours * 3_600_000
  for (let number = numberOf(dayOf(from)); ; number += 1) {
    if (!isAnnounced(number, ways.calendar)) return { missingYear: yearOf(number) }
    if (whyOff(number, ways.calendar) !== undefined) continue
    for (const stretch of openOn(number, Date.parse(from), ways)) {
      const length = stretch.to - stretch.from
      if (left <= length) return new Date(stretch.from + left).toISOString()
      left -= length
    }
  }
}

type Stretch = { from: number; to: number }

const openOn = (number: number, notBefore: number, { sessions, interruptions = [] }: Ways): Stretch[] =>
  sessions
    .map(([open, close]) => ({
      from: Math.max(notBefore, Date.parse(momentOn(dayFrom(number), open))),
      to: Date.parse(momentOn(dayFrom(number), close)),
    }))
    .flatMap((stretch) => interruptions.reduce(without, [stretch]))
    .filter(({ from, to }) => from < to)

const without = (stretches: Stretch[], { from, to }: Interruption): Stretch[] =>
  stretches.flatMap((stretch) =>
    [
      { from: stretch.from, to: Math.min(stretch.to, Date.parse(from)) },
      { from: Math.max(stretch.from, Date.parse(to)), to: stretch.to },
    ].filter((part) => part.from < part.to),
  )
