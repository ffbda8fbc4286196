import type { Due } from '@dossier/contracts/time'
import { latestDue } from '@dossier/domain/dossier'
import type { Heard } from './facts.ts'

/** The day the citizen's slip says; null while the clock stands and nobody can name one (NĐ 61/2018 art. 19.4). */
export const slipDay = ({ axes, promised }: Heard): Due | null =>
  axes?.due == null || axes.clock === 'paused' ? null : latestDue([axes.due, promised])

/** The day named anew with an apology, unless a slip given since then names a later one. */
export const dayNamedAnew = (heard: Heard): Due | null => {
  const { appointment = null, axes } = heard
  const slip = slipDay(heard)
  if (appointment === null || axes?.clock === 'paused') return null
  return slip !== null && slip.on >= appointment.on ? null : appointment
}

/** The day the citizen was promised: of slip and apology the later one. */
export const promisedDay = (heard: Heard): Due | null => dayNamedAnew(heard) ?? slipDay(heard)
