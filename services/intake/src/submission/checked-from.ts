import type { Day, Instant } from '@dossier/contracts/time'
import { closing, dayFrom, dayOf, isAnnounced, numberOf, timeOf, whyOff } from '@dossier/domain/calendar'
import type { Ways } from '@dossier/domain/legal-clock'
import { hoursOn } from '@dossier/domain/working-hours'

const farthest = 30

/**
 * The day on which a desk can first look at what arrived now: today while its office is open or still opens, else the next
 * day it opens, be that a Saturday by its own hours (reference scenario S06). Null where the calendar of that day is not announced.
 */
export const checkedFrom = (ways: Ways, now: Instant): Day | null => {
  const today = numberOf(dayOf(now))
  for (let day = today; day <= today + farthest; day += 1) {
    if (!isAnnounced(day, ways.calendar)) return null
    const sessions = ways.exceptions?.get(day) ?? (whyOff(day, ways.calendar) === undefined ? hoursOn(day, ways) : [])
    if (sessions.length > 0 && (day > today || timeOf(now) < closing(sessions))) return dayFrom(day)
  }
  return null
}
