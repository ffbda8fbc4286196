import type { Instant } from '@dossier/contracts/time'
import { dayOf, momentOn, shift, timeOf } from '@dossier/domain/calendar'

/** The end of the quiet hours a moment lies in; undefined where it lies in none. They may go over midnight. */
export const quietUntil = (at: Instant, quiet: { from: string; to: string } | undefined): Instant | undefined => {
  if (quiet === undefined) return undefined
  const time = timeOf(at)
  const overnight = quiet.from > quiet.to
  const isQuiet = overnight ? time >= quiet.from || time < quiet.to : time >= quiet.from && time < quiet.to
  if (!isQuiet) return undefined
  const day = dayOf(at)
  return momentOn(overnight && time >= quiet.from ? shift(day, 1) : day, quiet.to)
}
