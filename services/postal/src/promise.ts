import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { PostalClass, PostalClasses } from '@dossier/contracts/postal-class'
import type { Day, Due, Instant } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import { passedAt, usualSessions } from '@dossier/domain/law'
import { dueAfter, type Interruption } from '@dossier/domain/legal-clock'
import { classBetween, promisedBy } from '@dossier/domain/postal-promise'
import { postalProblem } from './problems.ts'
import type { Published } from './published.ts'

export type Promising = { published: Published; classes: PostalClasses }

/** The class of a parcel between two ends, a citizen's given by any organisation of the place. */
export const classFor = (
  { published, classes }: Promising,
  ends: { from: OrganisationCode; to: OrganisationCode; on: Day },
): PostalClass => classBetween(ends, classes, published.organisations())

type Posted = { on: Day; appointmentSlip?: boolean; forceMajeure?: readonly Interruption[] }

/** By when a parcel posted on a day is to arrive; undefined where the calendar of the year is not announced. */
export const promiseOf = (
  { published, classes }: Promising,
  serviceClass: string,
  { on, appointmentSlip = false, forceMajeure = [] }: Posted,
): Due | undefined => {
  const known = classes.classes.find(({ id }) => id === serviceClass)
  if (known === undefined) throw new Error(`No postal class ${serviceClass} is published`)
  const calendar = published.calendarOn(on)
  const counted =
    calendar === undefined ? undefined : promisedBy(known, on, calendar, { appointmentSlip, forceMajeure })
  return counted === undefined || 'missingYear' in counted ? undefined : counted.due
}

/** The same where there must be one. Throws 409 `calendar-missing`. */
export const promiseFor = (deps: Promising, serviceClass: string, posted: Posted): Due => {
  const due = promiseOf(deps, serviceClass, posted)
  if (due === undefined) throw postalProblem('calendar-missing')
  return due
}

/** When it is silence that a giver's paper or parcel was not taken: the next working day, or as many as said, is over. */
export const silentFrom = (published: Published, at: Instant, days = 1): Instant => {
  const calendar = published.calendarOn(dayOf(at))
  const start = { on: dayOf(at), at }
  const counted =
    calendar && dueAfter(start, { amount: days, unit: 'working-day' }, { calendar, sessions: usualSessions })
  // Without a calendar somebody must look all the same: a week is longer than any single holiday but Tết.
  if (counted === undefined || 'missingYear' in counted)
    return new Date(Date.parse(at) + (6 + days) * 86_400_000).toISOString()
  return passedAt(counted.due)
}
