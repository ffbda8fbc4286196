import type { Count } from '@dossier/contracts/dossier-event'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { ProcedureVersion } from '@dossier/contracts/procedure'
import type { Day, Due, Instant } from '@dossier/contracts/time'
import { dayOf, momentOn } from './calendar.ts'
import type { Dossier } from './dossier.ts'
import { type Context, type Refused, refuse, waysFor, yearMissing } from './law.ts'
import { planOf } from './due-plan.ts'
import { type Interruption, startOf, startUnderCutOff } from './legal-clock.ts'
import { stagesUnder } from './limit-variant.ts'
import { type OrganisationTree, resolveUnit, successorOf } from './organisations.ts'
import { countStage } from './stage-count.ts'

/**
 * One run of the clock. A later count of the same dossier brings its plan: units once found stay, or their successors, of
 * several the one of the matter's `locality`.
 */
type Run = {
  since: Instant
  locality?: OrganisationCode | null
  interruptions: readonly Interruption[]
  variant: string | undefined
  planned?: Count['stages'] | undefined
}
export type Counting = { dayZero: Day; count: Count }

/**
 * The due date of a whole dossier and the plan of its stages: stage limits chained from day zero, branches at once before
 * the lead's own (NĐ 61/2018 art. 19.6a and b), the procedure's own limit where it publishes one, and the shorter
 * one the Chairman promised beside it. Refuses `unit-missing`, `unknown-variant` and `calendar-year-missing`.
 */
export const countDossier = (
  desk: OrganisationCode,
  procedure: ProcedureVersion,
  { since, locality, interruptions, variant, planned = [] }: Run,
  { law }: Context,
): Counting | Refused => {
  const ways = waysFor(desk, since, law, interruptions)
  const start = startUnderCutOff(since, procedure.limit.cutOff?.at, ways)
  if ('missingYear' in start) return yearMissing(start)

  const where = { day: dayOf(since), organisations: law.organisations, planned, address: locality ?? desk }
  const units = unitsOf(procedure, desk, where)
  if (!Array.isArray(units)) return units
  const { statutory, committed, variants } = procedure.limit
  const applied = variants.find(({ id }) => id === variant)
  if (variant !== undefined && applied === undefined) return refuse('unknown-variant', variant)
  const stages = stagesUnder(applied, procedure.route, start, ways)
  const plan = planOf(start, { whole: applied?.statutory ?? statutory, committed, stages }, ways)
  if ('missingYear' in plan) return yearMissing(plan)

  const { due, provisional, walk } = plan
  const planning = stages.map((stage, i) => ({ ...stage, unit: units[i] ?? desk, due: plan.stages[i] ?? due }))
  const count: Count = { due, provisional, stages: planning, walk }
  return { dayZero: start.on, count: plan.committed === undefined ? count : { ...count, committed: plan.committed } }
}

type Places = { day: Day; organisations: OrganisationTree; planned: Count['stages']; address: OrganisationCode }

const unitsOf = (
  { route }: ProcedureVersion,
  desk: OrganisationCode,
  { day, organisations, planned, address }: Places,
): OrganisationCode[] | Refused => {
  const units: OrganisationCode[] = []
  for (const stage of route) {
    const known = planned.find(({ id }) => id === stage.id)?.unit
    const unit =
      known === undefined
        ? resolveUnit(organisations, desk, stage, day)
        : (successorOf(organisations, known, day, address) ?? known) // a count is owed even where nobody succeeds
    if (unit === undefined) return refuse('unit-missing', stage.id)
    units.push(unit)
  }
  return units
}

/**
 * A stage's own limit from its own receipt, after its branches where it has any (NĐ 61/2018 art. 19.6): an
 * early or late stage never moves the total. Received before the dossier's day zero, as on the afternoon of a late arrival,
 * it counts from that.
 */
export const stageDue = (
  { count, receivingDesk }: Dossier,
  stage: string,
  since: Instant,
  { law }: Context,
  interruptions: readonly Interruption[] = [],
): Due | Refused => {
  const planned = count?.stages.find(({ id }) => id === stage)
  if (planned === undefined) return refuse('stage-skipped', stage)
  const dayZero = count?.walk[0]?.from ?? dayOf(since)
  const start = dayZero > dayOf(since) ? { on: dayZero, at: momentOn(dayZero, '00:00') } : startOf(since)
  const counted = countStage(start, planned, waysFor(receivingDesk, since, law, interruptions))
  return 'missingYear' in counted ? yearMissing(counted) : counted.own.due
}
