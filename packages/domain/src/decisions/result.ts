import { dayOf, isAnnounced, numberOf, whyOff, yearOf } from '../calendar.ts'
import { apologyBy } from '../apology-moments.ts'
import { type Dossier, keptDue, standingDraft } from '../dossier.ts'
import { calendarAt, type Context, type Decision, happened, refuse, timelinessOf, yearMissing } from '../law.ts'
import { branchesOpen } from './handover.ts'
import type { CommandOf } from './command.ts'
import { deliveredByPost } from './delivery.ts'
import { postingHolds } from './processing.ts'

/** The case officer proposes what the leader may sign. */
export const propose = (dossier: Dossier, { outcome }: CommandOf<'Propose'>): Decision => {
  if (dossier.state !== 'accepted' && dossier.state !== 'in-progress') return refuse('not-possible-now')
  if (dossier.place?.entered !== true) return refuse('not-possible-now')
  return happened({ type: 'ResultProposed', outcome })
}

/**
 * Grants or refuses: the result is signed and numbered, and the settlement clock ends here (national status 9, Đã xử lý xong). A
 * refusal after appraisal is a result too, within the same limit (NĐ 61/2018 art. 19.8).
 */
export const sign = (dossier: Dossier, { outcome, number }: CommandOf<'Sign'>, context: Context): Decision => {
  const { place, count, handover } = dossier
  const { actor, law, now } = context
  if (dossier.state === 'completed') return refuse('already-completed')
  if (dossier.state !== 'accepted' && dossier.state !== 'in-progress') return refuse('not-possible-now')
  if (place === null || count === null || law.procedure === undefined) return refuse('not-possible-now')
  if (handover !== null) return refuse('handover-open')
  const { route, deskSettles } = law.procedure
  const somewhere = route.some(({ signs }) => signs)
  const here = somewhere ? route[place.index]?.signs === true : place.index === route.length - 1
  if (!here || !place.entered) return refuse('stage-does-not-sign')
  if (branchesOpen(dossier, context)) return refuse('consultations-open')
  const posting = postingHolds(dossier, context)
  if (posting !== undefined) return posting
  if (dossier.proposed !== outcome && !deskSettles) return refuse('nothing-proposed', outcome)
  if (actor.person === dossier.acceptedBy && !deskSettles) return refuse('same-person')
  return happened({ type: 'ResultSigned', outcome, number, timeliness: timelinessOf(now, count.due) })
}

/**
 * The apology with its one new date (art. 19.9): the appointment moves, the legal due date does not. After the law's last
 * moment it is still owed, and marked late. What the leader does not change is as drafted.
 */
export const reappoint = (dossier: Dossier, command: CommandOf<'Reappoint'>, context: Context): Decision => {
  const { count, clock } = dossier
  const { now, law } = context
  if (dossier.state === 'completed') return refuse('already-completed')
  if (count === null || clock.is !== 'running') return refuse('not-possible-now')
  if (dossier.reappointment !== null) return refuse('second-reappointment')
  const draft = standingDraft(dossier)
  const appointment = command.appointment ?? draft?.appointment?.on
  const reason = command.reason ?? draft?.reason
  if (appointment === undefined || reason === undefined) return refuse('apology-not-drafted')
  const day = numberOf(appointment)
  const calendar = calendarAt(dossier.receivingDesk, law)
  if (!isAnnounced(day, calendar)) return yearMissing({ missingYear: yearOf(day) })
  const isRestDay = whyOff(day, calendar) !== undefined
  if (appointment <= (keptDue(dossier) ?? count.due).on || appointment < dayOf(now) || isRestDay)
    return refuse('reappointment-too-early-date', appointment)
  const apology = now <= apologyBy(dossier, law) ? 'in-time' : 'late'
  const lateBy = draft === null ? {} : { lateBy: draft.lateBy }
  return happened({ type: 'DossierReappointed', appointment: { on: appointment }, reason, apology, ...lateBy })
}

/** The result into the citizen's hands, originals back, against identity and with nothing left unpaid (NĐ 61/2018 art. 20, 22). */
export const returnResult = (
  dossier: Dossier,
  command: CommandOf<'ReturnResult'>,
  { application }: Context,
): Decision => {
  if (dossier.state !== 'completed') return refuse('not-possible-now')
  if (command.parcel !== undefined) return deliveredByPost(dossier, command)
  if (dossier.delivery === 'under-way') return refuse('result-under-way', dossier.dispatch?.parcel)
  if (dossier.delivery === 'lost') return refuse('result-lost')
  const { feesOwed: [fee] = [], originals: lodged } = application ?? {}
  if (fee !== undefined) return refuse('fee-unpaid', fee)
  const foreign = command.originals.find((one) => lodged?.includes(one) === false)
  if (foreign !== undefined) return refuse('not-lodged', foreign)
  const unpaid = dossier.obligations.find(({ paid }) => !paid)
  if (unpaid !== undefined) return refuse('obligation-unpaid', unpaid.id)
  const { by, to, originals } = command
  return happened({ type: 'ResultReturned', by, to, originals })
}
