import type { CalendarVersion } from '@dossier/contracts/calendar'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { Due, Instant } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import { withProvisional } from '@dossier/domain/draft-year'
import { calendarAt } from '@dossier/domain/law'
import type { Counted, MissingYear } from '@dossier/domain/legal-clock'
import { postalProblem } from './problems.ts'
import type { Published } from './published.ts'

type Count = (calendar: CalendarVersion) => Counted | MissingYear

/**
 * A day the post is bound by. Where it lies in a year nobody announced, it is counted with that year's fixed days alone and
 * counted anew when the year is announced: a complaint is taken in all the same.
 */
export const dueBy = (calendar: CalendarVersion, count: Count): Due => {
  const counted = count(calendar)
  if (!('missingYear' in counted)) return counted.due
  const provisional = count(withProvisional(calendar, counted.missingYear))
  if ('missingYear' in provisional) throw new Error(`No day can be counted in ${provisional.missingYear}`)
  return provisional.due
}

/** The newest calendar, as it counts at an office. Throws 409 `calendar-missing` where none was ever announced. */
export const calendarFor = (published: Published, office: OrganisationCode, now: Instant): CalendarVersion => {
  const calendar = published.calendarOn(dayOf(now))
  if (calendar === undefined) throw postalProblem('calendar-missing')
  return calendarAt(office, { calendar, organisations: published.organisations() })
}
