import type { CalendarVersion } from '@dossier/contracts/calendar'
import type { Day, Instant, Session } from '@dossier/contracts/time'
import { closing, dayFrom, dayOf, isAnnounced, numberOf, timeOf, whyOff } from '@dossier/domain/calendar'

const farthest = 30

/**
 * The day on which a desk can first look at what arrived now: today while its office is open or still opens, else the next
 * working day (scenarios S06). Null where the calendar of that day is not announced.
 */
export const checkedFrom = (
  calendar: CalendarVersion | undefined,
  sessions: readonly Session[],
  now: Instant,
): Day | null => {
  if (calendar === undefined) return null
  const today = numberOf(dayOf(now))
  for (let day = timeOf(now) < closing(sessions) ? today : today + 1; day <= today + farthest; day += 1) {
    if (!isAnnounced(day, calendar)) return null
    if (whyOff(day, calendar) === undefined) return dayFrom(day)
  }
  return null
}
