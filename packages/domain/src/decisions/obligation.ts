import type { Instant } from '@dossier/contracts/time'
import { countDossier, stageDue } from '../count.ts'
import { type Dossier, isUnderWay } from '../dossier.ts'
import { type Context, type Decision, happened, type Law, refuse } from '../law.ts'
import type { CommandOf } from './command.ts'
import { countedBy } from './recount.ts'

/** A financial obligation notified to the citizen: the clock stands only where the procedure's own law says so (national status 6). */
export const requestObligation = (
  dossier: Dossier,
  { obligation, amount, payBy }: CommandOf<'RequestObligation'>,
  { law, now }: Context,
): Decision => {
  if (!isUnderWay(dossier) || dossier.state === 'supplement-requested') return refuse('not-possible-now')
  if (dossier.obligations.some(({ id }) => id === obligation)) return refuse('obligation-exists', obligation)
  const rule = law.procedure?.financialObligation
  const sent = rule?.pausesClock === true && rule.from === 'sent-to-tax' ? sentToTax(dossier, law) : undefined
  return happened({
    type: 'ObligationRequested',
    obligation,
    amount,
    pauses: rule?.pausesClock ?? false,
    ...(sent === undefined || sent > now ? {} : { pausedFrom: sent }),
    ...(payBy === undefined ? {} : { payBy }),
    ...(rule === undefined ? {} : { legalBasis: rule.legalBasis }),
  })
}

/** The day the file was sent to tax (a setting of the procedure version), in the present run of the clock. */
const sentToTax = ({ consultations, clock }: Dossier, { organisations }: Law): Instant | undefined => {
  const since = clock.is === 'running' ? (clock.interruptions.at(-1)?.to ?? clock.since) : undefined
  const asked = consultations.filter(({ to }) => organisations.rows.get(to)?.function === 'tax')
  return since === undefined ? undefined : asked.map(({ requestedAt }) => requestedAt).findLast((at) => at >= since)
}

/** Proof of payment ends the pause; what was left of the limit runs from the next day (BLDS 2015 art. 147.2). */
export const recordPayment = (
  dossier: Dossier,
  { obligation, proof }: CommandOf<'RecordPayment'>,
  context: Context,
): Decision => {
  const owed = dossier.obligations.find(({ id }) => id === obligation)
  if (owed === undefined) return refuse('unknown-obligation', obligation)
  if (owed.paid) return refuse('obligation-paid', obligation)
  const paid = { type: 'ObligationPaid', obligation, proof } as const
  const { clock, place, pinned } = dossier
  const othersHold = dossier.obligations.some(({ id, pauses, paid: done }) => id !== obligation && pauses && !done)
  if (clock.is !== 'paused' || clock.by !== 'obligation' || !owed.pauses || othersHold) return happened(paid)

  const { procedure } = context.law
  if (procedure === undefined) return refuse('procedure-not-in-force', dossier.procedure)
  const interruptions = [...clock.interruptions, { from: clock.from, to: context.now }]
  const { locality, count } = dossier
  const run = { since: clock.since, locality, interruptions, variant: pinned?.variant, planned: count?.stages }
  const counting = countDossier(dossier.receivingDesk, procedure, run, context)
  if ('refused' in counting) return counting
  const stage = place === null ? undefined : counting.count.stages[place.index]
  const counted = { count: counting.count, ...countedBy(dossier, context) }
  if (place === null || stage === undefined || !place.entered) return happened({ ...paid, ...counted })
  const due = stageDue(dossier, stage.id, place.since, context, interruptions)
  return 'refused' in due ? due : happened({ ...paid, ...counted, stageDue: due })
}
