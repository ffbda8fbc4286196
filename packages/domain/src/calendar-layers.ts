import type { CalendarVersion, CalendarYear } from '@dossier/contracts/calendar'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import { madeOnce } from './calendar-versions.ts'
import { foldNotices } from './notice.ts'
import { ancestors, type OrganisationTree } from './organisations.ts'

const provinces = new WeakMap<CalendarVersion, ReadonlySet<string>>()

const provincesIn = (calendar: CalendarVersion): ReadonlySet<string> => {
  const known = provinces.get(calendar)
  if (known !== undefined) return known
  const named = new Set(calendar.notices?.flatMap(({ layer }) => (layer.is === 'province' ? [layer.province] : [])))
  provinces.set(calendar, named)
  return named
}

/** Whether any province has days of its own: where none has, nobody needs to know in which one a desk lies. */
export const hasProvinces = (calendar: CalendarVersion): boolean => provincesIn(calendar).size > 0

/** The province an organisation lies in; undefined for ministries and for what nobody knows. */
export const provinceOf = (tree: OrganisationTree, code: OrganisationCode): OrganisationCode | undefined =>
  [tree.rows.get(code), ...ancestors(tree, code)].find(
    (row) => row?.level === 'province' && row.function === 'peoples-committee',
  )?.code

/** What a province's own notices say, year by year of the years the nation announced. */
export const yearsOfProvince = ({ years, notices = [] }: CalendarVersion, province: string): CalendarYear[] =>
  foldNotices(
    notices.filter(({ layer }) => layer.is === 'province' && layer.province === province),
    years.map((year) => ({ ...year, off: [], worked: [] })),
  )

/**
 * The calendar that counts in a province: the nation's days, and the province's own where the nation says nothing of the
 * day. Keeps the version's name, by which dossiers pin it; without days of that province it is the calendar itself.
 */
export const calendarIn = (calendar: CalendarVersion, province: OrganisationCode | undefined): CalendarVersion =>
  province === undefined || !provincesIn(calendar).has(province) ? calendar : composed(calendar, province)

const composed = madeOnce((calendar, province) => {
  const own = new Map(yearsOfProvince(calendar, province).map((year) => [year.year, year]))
  return { ...calendar, years: calendar.years.map((year) => both(year, own.get(year.year))) }
})

const both = (nation: CalendarYear, province: CalendarYear | undefined): CalendarYear => {
  if (province === undefined) return nation
  const spoken = new Set([...nation.off, ...nation.worked].map(({ day }) => day))
  const left = <T extends { day: string }>(days: readonly T[]) => days.filter(({ day }) => !spoken.has(day))
  return {
    ...nation,
    off: [...nation.off, ...left(province.off)],
    worked: [...nation.worked, ...left(province.worked)],
  }
}
