import type { DueDateCertificate } from '@dossier/contracts/due-date-certificate'
import type { Due, Instant } from '@dossier/contracts/time'
import { type Bilingual, dateText, momentText, onTheWall, weekdayOf } from './dates.ts'

/** How a dossier stands beside its certificate: what the citizen was promised, and whether the clock runs. */
export type Standing = {
  /** The re-appointed day or a promise that is kept, else the due date; null while nobody can name a day. */
  appointment: Due | null
  clock: { is: 'running' } | { is: 'stopped' } | { is: 'paused'; since: Instant; document: string }
}

/** A date for the citizen: its weekday, its day, and until when that day they may come. */
export type DateText = { weekday: Bilingual; date: string; until: Bilingual; time: string | null }

/**
 * A due date in the citizen's words. The law lets a day end at 24:00 (Civil Code art. 148.6); for who comes for the result it
 * ends with the office's hours. A limit in hours ends at its minute.
 */
export const dueText = ({ on, at }: Due, office: DueDateCertificate['office']): DateText => {
  const sessions = office.exceptions.find(({ day }) => day === on)?.sessions ?? office.sessions
  const closes = sessions.at(-1)?.[1]
  return { ...dayText(on), ...(at === undefined ? untilClosing(closes) : untilMinute(at)) }
}

/** The day the citizen was promised, where it is another than the due date. */
export const appointmentText = ({ appointment }: Standing, due: Due): DateText | null => {
  if (appointment === null || (appointment.on === due.on && appointment.at === due.at)) return null
  const { on, at } = appointment
  // A certificate knows the hours of dates up to its own last one: for a later day the minute would be a guess.
  const until =
    at === undefined
      ? { until: { vi: 'đến hết giờ làm việc', en: 'by the end of office hours' }, time: null }
      : untilMinute(at)
  return { ...dayText(on), ...until }
}

/** That the clock stands, since when, and on which document. */
export const pauseText = ({ since, document }: { since: Instant; document: string }) => ({
  since: momentText(since),
  document,
})

const dayText = (on: string) => ({ weekday: weekdayOf(on), date: dateText(on) })

const untilMinute = (at: Instant) => {
  const { time } = onTheWall(at)
  return { until: { vi: `chậm nhất ${time}`, en: `by ${time} at the latest` }, time }
}

const untilClosing = (closes: string | undefined) => ({
  until:
    closes === undefined
      ? { vi: 'nơi tiếp nhận không làm việc ngày này', en: 'the desk is closed that day' }
      : { vi: `đến hết giờ làm việc (${closes})`, en: 'by the end of office hours' },
  time: null,
})
