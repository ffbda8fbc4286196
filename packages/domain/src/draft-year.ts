import type { CalendarVersion, CalendarYear } from '@dossier/contracts/calendar'
import type { Day } from '@dossier/contracts/time'
import { isAnnounced, numberOf, shift } from './calendar.ts'
import { madeOnce } from './calendar-versions.ts'
import { lunarDay } from './lunar.ts'

/** One day of rest the law itself names, on whatever weekday it falls. */
type Holiday = { day: Day; name: string; basis: string }

const code = 'Bộ luật Lao động 2019, Điều 112.1'
const compensated = 'Bộ luật Lao động 2019, Điều 111.3'

/**
 * What the law fixes of a year nobody announced (law.md B9), marked provisional: the days that are off whatever the notice
 * will say. Of the five days of Tết these are the last of the old year and the first three of the new: every notice since
 * 2018 gave them, and either the day before or the day after. Of the two days of Quốc khánh it is 2/9 alone. A holiday on a
 * weekly rest day is made up for on the next working day (art. 111.3). Swaps and worked Saturdays are a notice's to give.
 */
export const draftYear = (year: number): CalendarYear => {
  const holidays = holidaysOf(year)
  const taken = new Set(holidays.map(({ day }) => day))
  const off: CalendarYear['off'] = []
  for (const { day, name, basis } of holidays) {
    if (!isWeekend(day)) off.push({ day, why: 'holiday', name, notice: basis })
    else off.push({ day: nextFree(day, taken), why: 'compensation', name: `Nghỉ bù ${name}`, notice: compensated })
  }
  return { year, confidence: 'D', provisional: true, off: inOrder(off), worked: [] }
}

/** The holidays of a year that no choice moves, in order: labour code 2019 art. 112.1, NQ 28/2026/QH16 from 2026. */
export const holidaysOf = (year: number): Holiday[] => {
  const tet = lunarDay(year, 1, 1)
  const days = [
    { day: `${year}-01-01`, name: 'Tết Dương lịch', basis: code },
    ...[-1, 0, 1, 2].map((by) => ({ day: shift(tet, by), name: 'Tết Nguyên đán', basis: code })),
    { day: lunarDay(year, 3, 10), name: 'Giỗ Tổ Hùng Vương', basis: code },
    { day: `${year}-04-30`, name: 'Ngày Chiến thắng 30/4', basis: code },
    { day: `${year}-05-01`, name: 'Ngày Quốc tế Lao động 1/5', basis: code },
    { day: `${year}-09-02`, name: 'Quốc khánh', basis: code },
    { day: `${year}-11-24`, name: 'Ngày Văn hóa Việt Nam', basis: 'Nghị quyết 28/2026/QH16' },
  ]
  return inOrder(days.filter(({ name }) => name !== 'Ngày Văn hóa Việt Nam' || year >= 2026))
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

const isWeekend = (day: Day): boolean => [0, 6].includes(new Date(day).getUTCDay())

const nextFree = (after: Day, taken: Set<Day>): Day => {
  let day = shift(after, 1)
  while (isWeekend(day) || taken.has(day)) day = shift(day, 1)
  taken.add(day)
  return day
}

const inOrder = <T extends { day: Day }>(days: readonly T[]): T[] => days.toSorted((a, b) => (a.day < b.day ? -1 : 1))
