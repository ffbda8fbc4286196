import type { Due, LimitUnit } from '@dossier/contracts/time'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { Span } from './attribution-spans.ts'
import { type Edge, earlier, later } from './attribution-story.ts'
import { numberOf } from './calendar.ts'
import { lookAt } from './day-table.ts'
import { passedAt } from './law.ts'
import type { Ways } from './legal-clock.ts'
import { hoursOn, sessionsOn } from './working-hours.ts'

/** A length of time in the unit its limit counts in; hours may have a fraction. */
export type Amount = { amount: number; unit: 'working-day' | 'day' | 'working-hour' | 'hour' }
/** How late, and how much of it fell to each unit that had the work meanwhile. */
export type Lateness = Amount & { by: { unit: OrganisationCode; amount: number }[] }
/** Who has had a work since when: a successor, or another unit inside the same stage, begins a new tenure. */
export type Tenure = { unit: OrganisationCode; from: Edge }
type Window = { from: Edge; to: Edge }

/** The unit lateness is told in: a month's and a same-day limit have no length of their own to be late by. */
export const lengthIn = (unit: LimitUnit): Amount['unit'] => {
  switch (unit) {
    case 'working-day':
    case 'same-day':
      return 'working-day'
    case 'day':
    case 'month':
      return 'day'
    case 'working-hour':
    case 'hour':
      return unit
  }
}

/** How long a window is; days are those after its first up to its last. */
export const lengthOf = ({ from, to }: Window, unit: Amount['unit'], ways: Ways): number => {
  switch (unit) {
    case 'day':
      return Math.max(0, numberOf(to.on) - numberOf(from.on))
    case 'working-day':
      return workingDays(numberOf(from.on), numberOf(to.on), ways)
    case 'hour':
      return Math.max(0, Date.parse(to.at) - Date.parse(from.at)) / hourMs
    case 'working-hour':
      return openTime({ from, to }, ways) / hourMs
  }
}

const hourMs = 3_600_000

const workingDays = (after: number, upTo: number, { calendar }: Ways): number => {
  let count = 0
  for (let number = after + 1; number <= upTo; number += 1) if (lookAt(number, calendar).is === 'working') count += 1
  return count
}

const openTime = ({ from, to }: Window, ways: Ways): number => {
  const [begins, ends] = [Date.parse(from.at), Date.parse(to.at)]
  let open = 0
  for (let number = numberOf(from.on) - 1; number <= numberOf(to.on) + 1; number += 1)
    if (lookAt(number, ways.calendar).is === 'working')
      for (const session of sessionsOn(number, hoursOn(number, ways), begins))
        open += Math.max(0, Math.min(session.to, ends) - session.from)
  return open
}

/** The part of a window that was no waiting for the citizen: only that can be anybody's. */
export const workedIn = (window: Window, spans: readonly Span[], unit: Amount['unit'], ways: Ways): number => {
  let sum = 0
  for (const { party, from, to } of spans)
    if (party.kind !== 'citizen')
      sum += lengthOf({ from: later(from, window.from), to: earlier(to, window.to) }, unit, ways)
  return sum
}

/**
 * By how much a due date was passed until `until`, told apart by who had the work then. A due date passed on rest days alone
 * is late by no working day.
 */
export const latenessOf = (
  { tenures, due, until, unit }: { tenures: readonly Tenure[]; due: Due; until: Edge; unit: Amount['unit'] },
  spans: readonly Span[],
  ways: Ways,
): Lateness => {
  const passed: Edge = { at: passedAt(due), on: due.on }
  const by: Lateness['by'] = []
  for (const [i, tenure] of tenures.entries()) {
    const window = { from: later(tenure.from, passed), to: earlier(tenures[i + 1]?.from ?? until, until) }
    if (window.to.on <= window.from.on && window.to.at <= window.from.at) continue
    const amount = workedIn(window, spans, unit, ways)
    const same = by.find((one) => one.unit === tenure.unit)
    if (same === undefined) by.push({ unit: tenure.unit, amount })
    else same.amount += amount
  }
  return { amount: by.reduce((sum, one) => sum + one.amount, 0), unit, by }
}
