import type { CalendarVersion } from '@dossier/contracts/calendar'
import type { Day, Instant, Session, SkippedDay, TimeOfDay } from '@dossier/contracts/time'

const dayMs = 86_400_000
/** Vietnam keeps UTC+7 all year: a legal day needs no time zone database, and no machine's zone. */
const vietnam = 7 * 3_600_000

/** A legal day as a number, days since 1970-01-01: walks over thousands of days stay cheap. */
export const numberOf = (day: Day): number => Date.parse(day) / dayMs
const texts = new Map<number, Day>()

/** The legal day of such a number. Walks meet the same days again: the texts of two centuries are made once. */
export const dayFrom = (number: number): Day => {
  const known = texts.get(number)
  if (known !== undefined) return known
  const text = new Date(number * dayMs).toISOString().slice(0, 10)
  if (number >= -25_567 && number <= 47_847) texts.set(number, text) // 1900 to 2100
  return text
}
/** The legal day `by` days later, earlier where negative; rest days are days here. */
export const shift = (day: Day, by: number): Day => dayFrom(numberOf(day) + by)

/** The legal day a moment falls on, in Asia/Ho_Chi_Minh. */
export const dayOf = (at: Instant): Day => dayFrom(Math.floor((Date.parse(at) + vietnam) / dayMs))
/** Hour and minute on the office wall at a moment. */
export const timeOf = (at: Instant): TimeOfDay => new Date(Date.parse(at) + vietnam).toISOString().slice(11, 16)
/** The moment at which the office wall shows `time` on `day`. */
export const momentOn = (day: Day, time: TimeOfDay): Instant => new Date(`${day}T${time}:00+07:00`).toISOString()
/** The end of a legal day, 24:00 (Civil Code art. 148.6), which is 00:00 of the next. */
export const endOf = (day: Day): Instant => momentOn(shift(day, 1), '00:00')

/** When an office opens; without sessions, when offices usually do. */
export const opening = (sessions: readonly Session[]): TimeOfDay => sessions[0]?.[0] ?? '07:30'
/** When an office closes for the day: the last session's end, whatever stands between. */
export const closing = (sessions: readonly Session[]): TimeOfDay => sessions.at(-1)?.[1] ?? '17:00'

type Dated = Map<number, SkippedDay['why'] | 'worked'>
type Index = {
  years: ReadonlySet<number>
  provisional: ReadonlySet<number>
  dated: Dated
  notices: Map<number, string>
}
/** Built once for a published version, which never changes. */
const indices = new WeakMap<CalendarVersion, Index>()

const indexOf = (calendar: CalendarVersion): Index => {
  const known = indices.get(calendar)
  if (known !== undefined) return known
  const dated: Dated = new Map()
  const notices = new Map<number, string>()
  for (const { off, worked } of calendar.years) {
    for (const { day, why, notice } of off) {
      dated.set(numberOf(day), why)
      notices.set(numberOf(day), notice)
    }
    for (const { day } of worked) dated.set(numberOf(day), 'worked')
  }
  const years = new Set(calendar.years.map(({ year }) => year))
  const provisional = new Set(calendar.years.filter((year) => year.provisional).map(({ year }) => year))
  const index = { years, provisional, dated, notices }
  indices.set(calendar, index)
  return index
}

/** The calendar year of a day number. */
export const yearOf = (number: number): number => new Date(number * dayMs).getUTCFullYear()
/** Whether the calendar knows the year of a day; where it does not, nothing may be counted (BLLĐ 2019 art. 112). */
export const isAnnounced = (number: number, calendar: CalendarVersion): boolean =>
  indexOf(calendar).years.has(yearOf(number))
/** Whether only the fixed statutory days of that year are known: what is counted in it is marked provisional. */
export const isProvisional = (number: number, calendar: CalendarVersion): boolean =>
  indexOf(calendar).provisional.has(yearOf(number))

/**
 * Why a day is no working day, or undefined when it is one; a worked Saturday is one (swap by notice, BLLĐ 2019 art. 112).
 * Ask `isAnnounced` first: of a year nobody announced it knows weekends alone.
 */
export const whyOff = (number: number, calendar: CalendarVersion): SkippedDay | undefined => {
  const { dated, notices } = indexOf(calendar)
  const named = dated.get(number)
  if (named === 'worked') return undefined
  const notice = notices.get(number)
  if (named !== undefined) return { day: dayFrom(number), why: named, ...(notice === undefined ? {} : { notice }) }
  const weekday = (((number + 4) % 7) + 7) % 7 // 1970-01-01 was a Thursday
  return weekday === 0 || weekday === 6 ? { day: dayFrom(number), why: 'weekend' } : undefined
}
