import { dayOf } from '../calendar.ts'
import { stageDue } from '../count.ts'
import type { Dossier } from '../dossier.ts'
import { type Context, type Decision, happened, refuse, timelinessOf, waysFor, yearMissing } from '../law.ts'
import { dueAfter, startOf } from '../legal-clock.ts'
import { officeOn } from '../organisations.ts'
import type { CommandOf } from './command.ts'
import { postingHolds } from './processing.ts'

/**
 * Offers the dossier to a unit, for the stage it stands at, the next one, or an earlier one. The sender holds it until the
 * receiver accepts (NĐ 61/2018 art. 18). A wrong receiver returns it.
 */
export const offerHandover = (
  dossier: Dossier,
  { to, stage, originals }: CommandOf<'OfferHandover'>,
  context: Context,
): Decision => {
  const { place, count, holder } = dossier
  if (dossier.state !== 'accepted' && dossier.state !== 'in-progress') return refuse('not-possible-now')
  if (place === null || count === null) return refuse('not-possible-now')
  if (dossier.handover !== null) return refuse('handover-open')
  if (to === holder) return refuse('handover-to-holder')
  const { law, now } = context
  if (officeOn(law.organisations, to, dayOf(now)) === undefined) return refuse('unknown-organisation', to)

  const next = place.entered ? place.index + 1 : place.index
  const index = stage === undefined ? next : count.stages.findIndex(({ id }) => id === stage)
  const target = count.stages[index]
  if (target === undefined || index > next) return refuse('stage-skipped', stage)
  if (index > place.index && branchesOpen(dossier, context)) return refuse('consultations-open')
  const posting = index > place.index ? postingHolds(dossier, context) : undefined
  if (posting !== undefined) return posting
  const answer = dueAfter(startOf(now), law.ruleSet.handoverAnswer, waysFor(to, now, law))
  if ('missingYear' in answer) return yearMissing(answer)
  return happened({ type: 'HandoverOffered', from: holder, to, stage: target.id, answerBy: answer.due, originals })
}

/**
 * The receiver takes over: from now on it is the one holder. A stage's own limit runs from the receipt that began it: a
 * unit that takes the same stage over from another one has what is left of it.
 */
export const acceptHandover = (dossier: Dossier, context: Context): Decision => {
  const { handover, place, count } = dossier
  if (handover === null) return refuse('no-handover')
  const { from, to, stage, offeredAt } = handover
  const goesOn = place?.entered === true && count?.stages[place.index]?.id === stage ? place.due : null
  const due = goesOn ?? stageDue(dossier, stage, context.now, context)
  if ('refused' in due) return due
  const accepted = { type: 'HandoverAccepted', from, to, stage, stageDue: due } as const
  const here = place === null ? undefined : count?.stages[place.index]
  if (place?.due == null || here === undefined || here.id === stage) return happened(accepted)
  // The sender's stage ends with the offer that is accepted; the wait is the receiver's.
  const left = { stage: here.id, endedAt: offeredAt, timeliness: timelinessOf(offeredAt, place.due) }
  return happened({ ...accepted, left })
}

/** Not ours: the sender goes on holding, the clocks do not notice. */
export const returnHandover = ({ handover }: Dossier, { ground }: CommandOf<'ReturnHandover'>): Decision => {
  if (handover === null) return refuse('no-handover')
  const { from, to } = handover
  return happened({ type: 'HandoverReturned', from, to, ground })
}

/** Work given to several agencies at once must all come back before the lead goes on (NĐ 61/2018 art. 19.6b). */
export const branchesOpen = ({ consultations, place, count }: Dossier, { law }: Context): boolean => {
  const stage = place === null ? undefined : count?.stages[place.index]
  const branches = law.procedure?.route.find(({ id }) => id === stage?.id)?.branches ?? []
  return branches.some(({ id }) => consultations.find((one) => one.id === id)?.answer == null)
}
