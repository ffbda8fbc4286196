import type { CalendarVersion } from '@dossier/contracts/calendar'
import { foldNotices, isNational } from '@dossier/domain/notice'
import { canonicalJson } from '@dossier/platform/canonical-json'
import type { RowProblem } from './problems.ts'
import { found, twice } from './row-problems.ts'

/**
 * What stands against a calendar version: a notice gives weekdays off and Saturdays worked; a later version never forgets a
 * year or a notice, holds no year that nobody announced, and its years are what its notices come to.
 */
export const calendarProblems = (body: CalendarVersion, others: readonly CalendarVersion[]): RowProblem[] => {
  const { version, publishedOn, years } = body
  const earlier = others.filter((other) => other.version !== version && other.publishedOn <= publishedOn)
  return [
    ...twice(
      years.map(({ year }) => String(year)),
      '/years',
    ),
    ...lostIn(body, earlier),
    ...years.flatMap(({ year, off, worked, provisional }, i) => [
      ...(provisional ? found('year-provisional', `/years/${i}`, ...provisionalYear(year)) : []),
      ...twice(
        [...off, ...worked].map(({ day }) => day),
        `/years/${i}`,
      ),
      ...off.flatMap(({ day }, j) => dayProblems(day, year, `/years/${i}/off/${j}/day`, 'off')),
      ...worked.flatMap(({ day }, j) => dayProblems(day, year, `/years/${i}/worked/${j}/day`, 'worked')),
    ]),
    ...(agrees(body)
      ? []
      : found(
          'years-disagree',
          '/years',
          'Các năm không khớp với các thông báo của lịch.',
          'The years are not what the notices of this version come to.',
        )),
  ]
}

const provisionalYear = (year: number): [vi: string, en: string] => [
  `Năm ${year} mới là tạm tính, chưa được công bố.`,
  `${year} is provisional: only announced years are published.`,
]

const lostIn = ({ years, notices = [] }: CalendarVersion, earlier: readonly CalendarVersion[]): RowProblem[] => {
  const announced = new Set(earlier.flatMap((other) => other.years.map(({ year }) => year)))
  const lost = [...announced].filter((year) => !years.some((one) => one.year === year))
  const here = new Set(notices.map(canonicalJson))
  const told = new Map(earlier.flatMap((other) => (other.notices ?? []).map((one) => [canonicalJson(one), one.id])))
  const forgotten = new Set([...told].filter(([said]) => !here.has(said)).map(([, id]) => id))
  return [
    ...lost.flatMap((year) =>
      found('year-lost', '/years', `Thiếu năm ${year} đã thông báo.`, `The announced year ${year} is missing.`),
    ),
    ...[...forgotten].flatMap((id) =>
      found(
        'notice-lost',
        '/notices',
        `Thông báo ${id} đã công bố bị thiếu hoặc bị sửa.`,
        `The published notice ${id} is missing or changed.`,
      ),
    ),
  ]
}

const agrees = ({ years, notices }: CalendarVersion): boolean =>
  notices === undefined || canonicalJson(foldNotices(notices.filter(isNational))) === canonicalJson(years)

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
