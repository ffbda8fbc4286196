import type { Instant } from '@dossier/contracts/time'
import { dayOf, numberOf } from './calendar.ts'

/**
 * A stretch in which the clock stands, and the document that says so: in days the first is used up, the last is not
 * counted (BLDS 2015 art. 147.2); in hours it stands from minute to minute.
 */
export type Interruption = { from: Instant; to: Instant; document?: string | undefined }
/** How interruptions count in days: whether the day of the notice is used up. No law says so, unset means yes. */
export type Standing = { interruptions?: readonly Interruption[]; noticeDayCounts?: boolean }

/** A stretch of days or moments in which nothing runs: both ends of days belong to it, of moments the first alone. */
export type Stood = { from: number; to: number }

const never: Stood[] = []

/** The days on which the clock stands, by number, in order and without overlaps. */
export const daysStood = ({ interruptions = [], noticeDayCounts = true }: Standing): Stood[] => {
  if (interruptions.length === 0) return never
  const after = noticeDayCounts ? 1 : 0
  return united(interruptions.map((one) => ({ from: dayNumber(one.from) + after, to: dayNumber(one.to) })))
}

/** The moments between which the clock stands, in milliseconds, in order and without overlaps. */
export const momentsStood = ({ interruptions = [] }: Standing): Stood[] =>
  interruptions.length === 0
    ? never
    : united(interruptions.map((one) => ({ from: Date.parse(one.from), to: Date.parse(one.to) })))

const dayNumber = (at: Instant): number => numberOf(dayOf(at))

const united = (stretches: Stood[]): Stood[] => {
  const inOrder: Stood[] = []
  for (const { from, to } of stretches.filter((one) => one.from <= one.to).toSorted((a, b) => a.from - b.from)) {
    const last = inOrder.at(-1)
    if (last === undefined || from > last.to) inOrder.push({ from, to })
    else last.to = Math.max(last.to, to)
  }
  return inOrder
}

/** Where `length` days from `from` end when the days stood do not count: each stretch met on the way makes it longer. */
export const pastDays = (from: number, length: number, stood: readonly Stood[]): number => {
  let end = from + length
  for (const one of stood) {
    if (one.from > end) break
    end += Math.max(0, one.to - Math.max(one.from, from + 1) + 1)
  }
  return end
}

/** The same for milliseconds. */
export const pastMoments = (from: number, length: number, stood: readonly Stood[]): number => {
  let end = from + length
  for (const one of stood) {
    if (one.from >= end) break
    end += Math.max(0, one.to - Math.max(one.from, from))
  }
  return end
}

/** Whether the clock stands on that day or at that moment. */
export const standsAt = (number: number, stood: readonly Stood[]): boolean =>
  stood.some(({ from, to }) => number >= from && number <= to)
