import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { Limit } from '@dossier/contracts/time'
import { dayOf } from '../calendar.ts'
import { type Dossier, isUnderWay } from '../dossier.ts'
import {
  type Context,
  type Decision,
  happened,
  hasPassed,
  type Refused,
  refuse,
  timelinessOf,
  waysFor,
  yearMissing,
} from '../law.ts'
import { dueAfter, startOf } from '../legal-clock.ts'
import { officeOn, resolveUnit } from '../organisations.ts'
import type { CommandOf } from './command.ts'

/**
 * Asks another agency while the dossier's own clock runs on (NĐ 61/2018 art. 19.5): one the procedure plans, a branch of
 * parallel work (art. 19.6b), or a free one with unit and limit. Silence is consent only where the procedure cites a law.
 */
export const requestConsultation = (
  dossier: Dossier,
  command: CommandOf<'RequestConsultation'>,
  context: Context,
): Decision => {
  if (dossier.state !== 'accepted' && dossier.state !== 'in-progress') return refuse('not-possible-now')
  const { consultation } = command
  if (dossier.consultations.some(({ id }) => id === consultation)) return refuse('consultation-exists', consultation)
  const plan = planOf(dossier, command, context)
  if ('refused' in plan) return plan
  const { now, law } = context
  if (officeOn(law.organisations, plan.to, dayOf(now)) === undefined) return refuse('unknown-organisation', plan.to)
  const counted = dueAfter(startOf(now), plan.limit, waysFor(plan.to, now, law))
  if ('missingYear' in counted) return yearMissing(counted)
  const { to, branch, silence, legalBasis } = plan
  return happened({
    type: 'ConsultationRequested',
    consultation,
    to,
    limit: plan.limit,
    due: counted.due,
    silence,
    ...(branch ? { branch: consultation } : {}),
    ...(legalBasis === undefined ? {} : { legalBasis }),
  })
}

type Plan = {
  to: OrganisationCode
  limit: Limit
  branch: boolean
  silence: 'none' | 'deemed-consent'
  legalBasis?: string | undefined
}

const planOf = (
  { place, count, receivingDesk }: Dossier,
  { consultation, to, limit }: CommandOf<'RequestConsultation'>,
  { law, now }: Context,
): Plan | Refused => {
  const { procedure, organisations } = law
  const stage = place === null ? undefined : count?.stages[place.index]
  const branch = procedure?.route.find(({ id }) => id === stage?.id)?.branches.find(({ id }) => id === consultation)
  const planned = procedure?.consultations.find(({ id }) => id === consultation)
  const known = branch ?? planned
  const unit = to ?? (known === undefined ? undefined : resolveUnit(organisations, receivingDesk, known, dayOf(now)))
  const within = branch?.statutory ?? planned?.limit ?? limit
  if (within === undefined) return refuse('unknown-consultation', consultation)
  if (unit === undefined) return refuse('unit-missing', consultation)
  const silence = planned?.silence ?? 'none'
  return { to: unit, limit: within, branch: branch !== undefined, silence, legalBasis: planned?.legalBasis }
}

/**
 * The lead tells the head of the desk that an agency asked is late, once it is (NĐ 61/2018 art. 19.5); without it the lead
 * shares that lateness (NĐ 61/2018 art. 19.5).
 */
export const reportConsultation = (
  dossier: Dossier,
  { consultation }: CommandOf<'ReportConsultation'>,
  { now }: Context,
): Decision => {
  const asked = dossier.consultations.find(({ id }) => id === consultation)
  if (asked === undefined) return refuse('unknown-consultation', consultation)
  if (!isUnderWay(dossier)) return refuse('not-possible-now')
  if (asked.reported || asked.answer !== null || !hasPassed(asked.due, now))
    return refuse('consultation-not-late', consultation)
  return happened({ type: 'ConsultationReported', consultation })
}

/** The agency answers; an answer after consent was deemed is kept as a late opinion and erases nothing. */
export const answerConsultation = (
  dossier: Dossier,
  { consultation, answer }: CommandOf<'AnswerConsultation'>,
  { now }: Context,
): Decision => {
  const asked = dossier.consultations.find(({ id }) => id === consultation)
  if (asked === undefined) return refuse('unknown-consultation', consultation)
  if (asked.answer !== null) return refuse('consultation-answered', consultation)
  const timeliness = timelinessOf(now, asked.due)
  return happened({ type: 'ConsultationAnswered', consultation, answer, timeliness, afterDeemed: asked.deemed })
}
