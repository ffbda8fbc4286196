import type { CalendarVersion } from '@dossier/contracts/calendar'
import type { PostalClass } from '@dossier/contracts/postal-class'
import type { Day, Due, Instant } from '@dossier/contracts/time'
import { dayOf, momentOn } from './calendar.ts'
import { hasPassed, usualSessions } from './law.ts'
import { type Counted, dueAfter, type MissingYear, startOf } from './legal-clock.ts'

/** Complaints come within six months of the end of the total time (TT 17/2017 art. 8). */
const window = { amount: 6, unit: 'month' } as const
/** And are answered within so many working days of their receipt (TT 17/2017 art. 8). */
const answerWithin = { 'intra-province': 5, 'inter-province': 7 } as const

/**
 * The last day on which a complaint about a parcel is taken: six months after the promised day; an end on a rest day rolls
 * (Civil Code art. 148.5). Gives the missing year where it needs one nobody announced.
 */
export const complaintsUntil = (promisedOn: Day, calendar: CalendarVersion): Counted | MissingYear =>
  dueAfter({ on: promisedOn, at: momentOn(promisedOn, '00:00') }, window, { calendar, sessions: usualSessions })

/** By when a complaint is answered: five working days inside a province, seven between provinces (TT 17/2017 art. 8). */
export const complaintAnswerBy = (
  receivedAt: Instant,
  { complaints }: Pick<PostalClass, 'complaints'>,
  calendar: CalendarVersion,
): Counted | MissingYear => {
  const limit = { amount: answerWithin[complaints], unit: 'working-day' } as const
  return dueAfter(startOf(receivedAt), limit, { calendar, sessions: usualSessions })
}

/**
 * Whether a complaint of this moment comes in time; the last day, where it does not. A last day in a year nobody announced
 * has not come: nothing is refused on a date that cannot be counted.
 */
export const complaintTooLate = (promisedOn: Day, at: Instant, calendar: CalendarVersion): Day | null => {
  const last = complaintsUntil(promisedOn, calendar)
  if ('missingYear' in last) return null
  return dayOf(at) > last.due.on ? last.due.on : null
}

/** Whether an answer came by its last day. */
export const answeredInTime = (answerBy: Due, at: Instant): boolean => !hasPassed(answerBy, at)
