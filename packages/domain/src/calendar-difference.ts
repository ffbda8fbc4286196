import type { CalendarDifference, CalendarVersion, CalendarYear } from '@dossier/contracts/calendar'

/**
 * What a later calendar changes against an earlier one: days off and Saturdays worked that come and go, and years that are
 * announced only now. A day that only changes its name or its document changes nothing that is counted.
 */
export const difference = (before: CalendarVersion, after: CalendarVersion): CalendarDifference => ({
  announced: announcedIn(after).filter((year) => !announcedIn(before).includes(year)),
  offAdded: missingIn(before, after, 'off'),
  offRemoved: missingIn(after, before, 'off'),
  workedAdded: missingIn(before, after, 'worked'),
  workedRemoved: missingIn(after, before, 'worked'),
})

const announcedIn = ({ years }: CalendarVersion): number[] =>
  years.filter(({ provisional }) => !provisional).map(({ year }) => year)

const missingIn = <L extends 'off' | 'worked'>(there: CalendarVersion, here: CalendarVersion, list: L) => {
  const known = new Set(there.years.flatMap((year) => year[list].map(({ day }) => day)))
  const days: CalendarYear[L][number][] = here.years.flatMap<CalendarYear[L][number]>((year) => year[list])
  return days.filter(({ day }) => !known.has(day)).toSorted((a, b) => (a.day < b.day ? -1 : 1))
}
