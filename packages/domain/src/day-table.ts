import type { CalendarVersion } from '@dossier/contracts/calendar'
import type { Day, SkippedDay } from '@dossier/contracts/time'
import { dayFrom, isAnnounced, isProvisional, whyOff } from './calendar.ts'

/** A line of the calendar a day rests on: what the day is called, and the notice that says so. */
export type Entry = { name: string; notice: string }
/** What counting sees of a day: nobody announced it, it counts, or it rests for a reason. */
export type Look =
  | { is: 'unannounced' }
  | { is: 'working'; provisional: boolean; entry?: Entry }
  | { is: 'rest'; provisional: boolean; why: SkippedDay; entry?: Entry }

const unannounced: Look = { is: 'unannounced' }
const seen = new WeakMap<CalendarVersion, Map<number, Look>>()

/** What the calendar says of a day number, looked up once for each published version: walks meet the same days again. */
export const lookAt = (number: number, calendar: CalendarVersion): Look => {
  const looks = seen.get(calendar) ?? new Map<number, Look>()
  seen.set(calendar, looks)
  const known = looks.get(number)
  if (known !== undefined) return known
  if (!isAnnounced(number, calendar)) return unannounced // not kept: there is no end of such days
  const look = readFrom(calendar, number)
  looks.set(number, look)
  return look
}

const readFrom = (calendar: CalendarVersion, number: number): Look => {
  const provisional = isProvisional(number, calendar)
  const why = whyOff(number, calendar)
  const entry = entryOf(calendar, dayFrom(number), why === undefined ? 'worked' : 'off')
  const named = entry === undefined ? {} : { entry: { name: entry.name, notice: entry.notice } }
  return why === undefined ? { is: 'working', provisional, ...named } : { is: 'rest', provisional, why, ...named }
}

const entryOf = (calendar: CalendarVersion, day: Day, list: 'off' | 'worked'): Entry | undefined => {
  for (const year of calendar.years) {
    const entry = year[list].find((one) => one.day === day)
    if (entry !== undefined) return entry
  }
  return undefined
}
