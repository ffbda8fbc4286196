import type { Language } from '@dossier/contracts/contact'
import type { Due, Instant } from '@dossier/contracts/time'
import ical, { ICalEventBusyStatus } from 'ical-generator'

type Appointment = {
  id: string
  /** Of two entries of one id the higher one counts. */
  version: number
  due: Due
  at: Instant
  title: string
  place: string
  language: Language
}

const halfAnHour = 1_800_000

/**
 * The appointment as iCalendar: the whole day, or half an hour from its moment where the limit is counted in hours. Moments are UTC;
 * days have no zone, and so are the same everywhere.
 */
export const appointmentEntry = ({ id, version, due, at, title, place, language }: Appointment): string => {
  const calendar = ical({ prodId: { company: 'mot-cua', product: 'notifications', language: language.toUpperCase() } })
  const times =
    due.at === undefined
      ? { start: new Date(due.on), allDay: true } // midnight UTC, as the library reads days
      : { start: new Date(due.at), end: new Date(Date.parse(due.at) + halfAnHour) }
  calendar.createEvent({
    id: `${id}@dossier`,
    sequence: version,
    stamp: new Date(at),
    summary: title,
    location: place,
    busystatus: ICalEventBusyStatus.FREE,
    ...times,
  })
  return calendar.toString()
}
