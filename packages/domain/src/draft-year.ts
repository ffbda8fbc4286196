import type { CalendarVersion, CalendarYear, YearProposal } from '@dossier/contracts/calendar'
import type { Day } from '@dossier/contracts/time'
import { isAnnounced, numberOf, shift } from './calendar.ts'
import { madeOnce } from './calendar-versions.ts'
import { lunarDay } from './lunar.ts'

/** One day of rest the law itself names, on whatever weekday it falls. */
type Holiday = { day: Day; name: string; basis: string; reason: string }
type RestDay = Holiday & { why: 'holiday' | 'compensation' }

const code = 'Bộ luật Lao động 2019, Điều 112.1'
const resolution = 'Nghị quyết 28/2026/QH16'
const chosen = 'Bộ luật Lao động 2019, Điều 112.3'
const compensated = 'Bộ luật Lao động 2019, Điều 111.3'

/**
 * What the law fixes of a year nobody announced (BLLĐ 2019 art. 112), marked provisional: the days that are off whatever the notice
 * will say. Of the five days of Tết these are the last of the old year and the first three of the new: every notice since
 * 2018 gave them, and either the day before or the day after. Of the two days of Quốc khánh it is 2/9 alone. A holiday on a
 * weekly rest day is made up for on the next working day (art. 111.3). Swaps and worked Saturdays are a notice's to give.
 */
export const draftYear = (year: number): CalendarYear => {
  const off = restDays(holidaysOf(year)).map(({ day, why, name, basis }) => ({ day, why, name, notice: basis }))
  return { year, confidence: 'D', provisional: true, off, worked: [] }
}

/** The days off work that holidays come to, in order: themselves, or what makes up for one on a weekly rest day. */
const restDays = (holidays: readonly Holiday[]): RestDay[] => {
  const taken = new Set(holidays.map(({ day }) => day))
  const off = holidays.map((holiday): RestDay => {
    if (!isWeekend(holiday.day)) return { ...holiday, why: 'holiday' }
    const day = nextFree(holiday.day, taken)
    const reason = `nghỉ bù cho ngày ${inWords(holiday.day)} là ngày nghỉ hằng tuần`
    return { day, why: 'compensation', name: `Nghỉ bù ${holiday.name}`, basis: compensated, reason }
  })
  return inOrder(off)
}

/** The holidays of a year that no choice moves, in order: labour code 2019 art. 112.1, NQ 28/2026/QH16 from 2026. */
const holidaysOf = (year: number): Holiday[] => {
  const tet = lunarDay(year, 1, 1)
  const days = [
    { day: `${year}-01-01`, name: 'Tết Dương lịch', basis: code, reason: '01/01 dương lịch' },
    ...[-1, 0, 1, 2].map((by) => ofTet(shift(tet, by), by)),
    { day: lunarDay(year, 3, 10), name: 'Giỗ Tổ Hùng Vương', basis: code, reason: '10/3 âm lịch' },
    { day: `${year}-04-30`, name: 'Ngày Chiến thắng 30/4', basis: code, reason: '30/04 dương lịch' },
    { day: `${year}-05-01`, name: 'Ngày Quốc tế Lao động 1/5', basis: code, reason: '01/05 dương lịch' },
    { day: `${year}-09-02`, name: 'Quốc khánh', basis: code, reason: '02/09 dương lịch' },
  ]
  const culture = { day: `${year}-11-24`, name: 'Ngày Văn hóa Việt Nam', basis: resolution, reason: '24/11 dương lịch' }
  return inOrder(year >= 2026 ? [...days, culture] : days)
}

const ofTet = (day: Day, by: number): Holiday => {
  const reason = by < 0 ? `${-by} ngày trước mùng 1 tháng Giêng âm lịch` : `mùng ${by + 1} tháng Giêng âm lịch`
  return { day, name: 'Tết Nguyên đán', basis: code, reason }
}

/**
 * What a person who drafts a year's notice begins with: each day off for sure, with its reason, and what the law leaves to
 * the notice: the fifth day of Tết, and the day beside 2/9 (labour code art. 112.3). It is no calendar and counts nothing.
 */
export const proposeYear = (year: number, calendar: CalendarVersion): YearProposal => {
  const sure = holidaysOf(year)
  const tet = lunarDay(year, 1, 1)
  const choice = (name: string, holidays: readonly Day[]): YearProposal['choices'][number] => ({
    name,
    basis: chosen,
    options: holidays.map((holiday) => ({
      holiday,
      adds: addedBy({ day: holiday, name, basis: chosen, reason: '' }, sure),
    })),
  })
  return {
    year,
    toBeChecked: true,
    announced: isAnnounced(numberOf(`${year}-01-01`), calendar),
    days: restDays(sure),
    choices: [
      choice('Tết Nguyên đán', [shift(tet, -2), shift(tet, 3)]),
      choice('Quốc khánh', [`${year}-09-01`, `${year}-09-03`]),
    ],
  }
}

const addedBy = (holiday: Holiday, sure: readonly Holiday[]) => {
  const known = new Set(restDays(sure).map(({ day }) => day))
  const all = restDays(inOrder([...sure, holiday]))
  return all.filter(({ day }) => !known.has(day)).map(({ day, why, name }) => ({ day, why, name }))
}

/**
 * The calendar with a year it does not know as `draftYear` gives it: for a caller whose setting prefers a date marked
 * provisional to none. A year that is announced stays as it is; the version keeps its name, by which dossiers pin it.
 */
export const withProvisional = (calendar: CalendarVersion, year: number): CalendarVersion => {
  if (isAnnounced(numberOf(`${year}-01-01`), calendar)) return calendar
  return completed(calendar, String(year))
}

const completed = madeOnce((calendar, year) => ({ ...calendar, years: [...calendar.years, draftYear(Number(year))] }))

const inWords = (day: Day): string => day.split('-').toReversed().join('/')
const isWeekend = (day: Day): boolean => [0, 6].includes(new Date(day).getUTCDay())

const nextFree = (after: Day, taken: Set<Day>): Day => {
  let day = shift(after, 1)
  while (isWeekend(day) || taken.has(day)) day = shift(day, 1)
  taken.add(day)
  return day
}

const inOrder = <T extends { day: Day }>(days: readonly T[]): T[] => days.toSorted((a, b) => (a.day < b.day ? -1 : 1))
