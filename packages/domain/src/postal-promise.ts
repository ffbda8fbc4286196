import type { CalendarVersion } from '@dossier/contracts/calendar'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { PostalClass, PostalClasses } from '@dossier/contracts/postal-class'
import type { Day } from '@dossier/contracts/time'
import { momentOn } from './calendar.ts'
import { usualSessions } from './law.ts'
import { type Counted, dueAfter, type Interruption, type MissingYear } from './legal-clock.ts'
import { ancestors, type OrganisationTree } from './organisations.ts'

/**
 * What makes a promise longer: the slip of an appointment that comes back too (the combined service has none: TT 17/2017
 * art. 5.3, 7.2b), and stretches of force majeure, each with the document that says so.
 */
export type PromiseTerms = { appointmentSlip?: boolean; forceMajeure?: readonly Interruption[] }

/**
 * By when a parcel of a class is to be delivered: J + n working days, J being the date on its slip, whatever the hour
 * (TT 17/2017 art. 7.2). Gives the missing year where it needs one nobody announced.
 */
export const promisedBy = (
  { workingDays, withAppointment }: Pick<PostalClass, 'workingDays' | 'withAppointment'>,
  postedOn: Day,
  calendar: CalendarVersion,
  { appointmentSlip = false, forceMajeure = [] }: PromiseTerms = {},
): Counted | MissingYear => {
  const amount = appointmentSlip ? withAppointment : workingDays
  const ways = { calendar, sessions: usualSessions, interruptions: forceMajeure }
  return dueAfter({ on: postedOn, at: momentOn(postedOn, '00:00') }, { amount, unit: 'working-day' }, ways)
}

type Ends = { from: OrganisationCode; to: OrganisationCode; on: Day }

/**
 * The class a parcel goes by: the first that fits its two ends as the tree of that day has them, a citizen's end given by the
 * commune of the address. Districts ended on 01/07/2025: from then on nothing is in one district any more.
 */
export const classBetween = (
  { from, to, on }: Ends,
  { classes, centres }: PostalClasses,
  tree: OrganisationTree,
): PostalClass => {
  const [here, there] = [placesAbove(tree, from), placesAbove(tree, to)]
  const found = classes.find(({ between }) => {
    switch (between.is) {
      case 'same': {
        const { level } = between
        return here.some(
          (one) =>
            one.level === level &&
            one.function === 'peoples-committee' &&
            (one.validTo === null || on <= one.validTo) &&
            there.includes(one),
        )
      }
      case 'centres':
        return [here, there].every((end) => end.some(({ code }) => centres.some((centre) => centre.code === code)))
      case 'terrain':
        return [...here, ...there].some(({ code }) => between.places.some((place) => place.code === code))
      case 'anywhere':
        return true
    }
  })
  if (found === undefined) throw new Error('PostalClasses: no class is for any two ends')
  return found
}

const placesAbove = (tree: OrganisationTree, code: OrganisationCode) => {
  const own = tree.rows.get(code)
  return own === undefined ? [] : [own, ...ancestors(tree, code)]
}
