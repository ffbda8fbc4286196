import type { CalendarVersion } from '@dossier/contracts/calendar'
import type { Day } from '@dossier/contracts/time'
import { foldNotices, isNational, noticesOf } from './notice.ts'

/** Year and number of a version's name, to compare by. */
const orderOf = ({ version, publishedOn }: CalendarVersion): string => {
  const [, year = '', number = ''] = version.split('-')
  return `${publishedOn} ${year} ${number.padStart(9, '0')}`
}

/** In the order they were published; of several on one day by their names, for each follows from the one before. */
export const inOrderOfPublication = (calendars: Iterable<CalendarVersion>): CalendarVersion[] =>
  [...calendars].toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))

/** The newest calendar published by a day; before the first publication the first one tells the past. */
export const calendarOn = (calendars: Iterable<CalendarVersion>, day: Day): CalendarVersion | undefined => {
  const inOrder = inOrderOfPublication(calendars)
  return inOrder.findLast(({ publishedOn }) => publishedOn <= day) ?? inOrder[0]
}

/** The name of the next version published on a day: `VN-2026-3` where `VN-2026-2` is the last of that year. */
export const nextName = (names: Iterable<string>, publishedOn: Day): string => {
  const year = `VN-${publishedOn.slice(0, 4)}-`
  const numbers = [...names].filter((name) => name.startsWith(year)).map((name) => Number(name.slice(year.length)))
  return `${year}${Math.max(0, ...numbers) + 1}`
}

/**
 * Makes calendars that follow from another and a key, each once and for as long as that one is in use: what is looked up in
 * a calendar is arranged once for each.
 */
export const madeOnce = (
  make: (calendar: CalendarVersion, key: string) => CalendarVersion,
): ((calendar: CalendarVersion, key: string) => CalendarVersion) => {
  const kept = new WeakMap<CalendarVersion, Map<string, CalendarVersion>>()
  return (calendar, key) => {
    const ofThis = kept.get(calendar) ?? new Map<string, CalendarVersion>()
    kept.set(calendar, ofThis)
    const made = ofThis.get(key) ?? make(calendar, key)
    ofThis.set(key, made)
    return made
  }
}

/**
 * A version as one could know it on a day, for audits "as known then": without the notices announced later. A day whose
 * announcement was not found is known from the beginning of the record. A version that holds nothing later is given as it is.
 */
export const calendarAsKnown = (calendar: CalendarVersion, day: Day): CalendarVersion => {
  const later = (calendar.notices ?? []).filter(({ knownSince }) => knownSince !== null && knownSince > day)
  return later.length === 0 ? calendar : without(calendar, later.map(({ id }) => id).join(' '))
}

const without = madeOnce((calendar, ids) => {
  const unknown = new Set(ids.split(' '))
  const notices = noticesOf(calendar).filter(({ id }) => !unknown.has(id))
  return { ...calendar, years: foldNotices(notices.filter(isNational)), notices }
})
