import type { CalendarVersion } from '@dossier/contracts/calendar'
import type { Officer, Organisation, OrganisationCode } from '@dossier/contracts/organisation'
import { ancestors, type OrganisationTree } from '@dossier/domain/organisations'
import type { RowProblem } from './problems.ts'

const found = (code: string, pointer: string, vi: string, en: string): RowProblem[] => [{ code, pointer, vi, en }]

/** What a single row cannot see by itself: its place among the others. `tree` holds the row already. */
export const organisationProblems = (row: Organisation, tree: OrganisationTree): RowProblem[] => {
  const { parent, mintsAs, successors, validFrom, validTo } = row
  const unknown = (code: OrganisationCode, pointer: string) =>
    tree.rows.has(code)
      ? []
      : found('organisation-unknown', pointer, `Không có cơ quan ${code}.`, `There is no organisation ${code}.`)
  const inCircle = ancestors(tree, row.code).some(({ code }) => code === row.code)
  return [
    ...(parent === null ? [] : unknown(parent, '/parent')),
    ...(mintsAs === undefined ? [] : unknown(mintsAs, '/mintsAs')),
    ...successors.flatMap((code, i) => unknown(code, `/successors/${i}`)),
    ...(row.serves ?? []).flatMap((code, i) => unknown(code, `/serves/${i}`)),
    ...(inCircle ? found('parent-below', '/parent', 'Cấp trên nằm dưới chính nó.', 'Its parent is below it.') : []),
    ...ends(validFrom, validTo, '/validTo'),
    ...(successors.length > 0 && validTo === null
      ? found(
          'successor-of-the-living',
          '/successors',
          'Có kế tục mà không có ngày kết thúc.',
          'Successors need validTo.',
        )
      : []),
  ]
}

export const officerProblems = ({ mandates }: Officer, tree: OrganisationTree): RowProblem[] =>
  mandates.flatMap(({ organisation, from, to }, i) => [
    ...(tree.rows.has(organisation)
      ? []
      : found(
          'organisation-unknown',
          `/mandates/${i}/organisation`,
          `Không có cơ quan ${organisation}.`,
          `There is no organisation ${organisation}.`,
        )),
    ...ends(from, to, `/mandates/${i}/to`),
  ])

const ends = (from: string, to: string | null, pointer: string): RowProblem[] =>
  to === null || to >= from
    ? []
    : found('ends-before-it-begins', pointer, 'Ngày cuối trước ngày đầu.', 'It ends before it begins.')

/** A notice gives weekdays off and Saturdays worked; a later version never forgets a year that was announced. */
export const calendarProblems = (
  { version, publishedOn, years }: CalendarVersion,
  others: readonly CalendarVersion[],
): RowProblem[] => {
  const earlier = others.filter((other) => other.version !== version && other.publishedOn <= publishedOn)
  const announced = new Set(earlier.flatMap((other) => other.years.map(({ year }) => year)))
  const lost = [...announced].filter((year) => !years.some((one) => one.year === year))
  return [
    ...twice(
      years.map(({ year }) => String(year)),
      '/years',
    ),
    ...lost.flatMap((year) =>
      found('year-lost', '/years', `Thiếu năm ${year} đã thông báo.`, `The announced year ${year} is missing.`),
    ),
    ...years.flatMap(({ year, off, worked }, i) => [
      ...twice(
        [...off, ...worked].map(({ day }) => day),
        `/years/${i}`,
      ),
      ...off.flatMap(({ day }, j) => dayProblems(day, year, `/years/${i}/off/${j}/day`, 'off')),
      ...worked.flatMap(({ day }, j) => dayProblems(day, year, `/years/${i}/worked/${j}/day`, 'worked')),
    ]),
  ]
}

const dayProblems = (day: string, year: number, pointer: string, as: 'off' | 'worked'): RowProblem[] => {
  const weekday = new Date(day).getUTCDay()
  return [
    ...(day.startsWith(`${year}-`)
      ? []
      : found('day-outside-year', pointer, `${day} không thuộc năm ${year}.`, `${day} is not in ${year}.`)),
    ...(as === 'off' && (weekday === 0 || weekday === 6)
      ? found('day-off-at-weekend', pointer, `${day} vốn là ngày nghỉ cuối tuần.`, `${day} is a weekend anyway.`)
      : []),
    ...(as === 'worked' && weekday !== 6
      ? found('worked-day-no-saturday', pointer, `${day} không phải thứ Bảy.`, `${day} is no Saturday.`)
      : []),
  ]
}

const twice = (values: readonly string[], pointer: string): RowProblem[] =>
  [...new Set(values.filter((value, i) => values.indexOf(value) !== i))].flatMap((value) =>
    found('named-twice', pointer, `${value} được nêu hai lần.`, `${value} is named twice.`),
  )
