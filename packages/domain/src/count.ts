import type { Count } from '@dossier/contracts/dossier-event'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { ProcedureVersion } from '@dossier/contracts/procedure'
import type { Day, Due, Instant } from '@dossier/contracts/time'
import { dayOf } from './calendar.ts'
import type { Dossier } from './dossier.ts'
import { type Context, type Refused, refuse, waysFor, yearMissing } from './law.ts'
import { chain, dueAfter, type Interruption, type Start, startOf, startUnderCutOff, type Ways } from './legal-clock.ts'
import { type OrganisationTree, resolveUnit } from './organisations.ts'

type Run = { since: Instant; interruptions: readonly Interruption[]; variant: string | undefined }
export type Counting = { dayZero: Day; count: Count }

/**
 * The due date of a whole dossier and the plan of its stages: stage limits chained from day zero (scenarios N2), the
 * procedure's own limit where it publishes one, and the shorter one the Chairman promised beside it.
 */
export const countDossier = (
  desk: OrganisationCode,
  procedure: ProcedureVersion,
  { since, interruptions, variant }: Run,
  { law }: Context,
): Counting | Refused => {
  const ways = waysFor(desk, since, law, interruptions)
  const start = startUnderCutOff(since, procedure.limit.cutOff?.at, ways)
  if ('missingYear' in start) return yearMissing(start)

  const units = unitsOf(procedure, desk, dayOf(since), law.organisations)
  if (!Array.isArray(units)) return units
  const chained = chain(
    start,
    procedure.route.map(({ statutory }) => statutory),
    ways,
  )
  if ('missingYear' in chained) return yearMissing(chained)

  const total = totalOf(procedure, variant, start, ways)
  if ('refused' in total) return total
  const last = chained.at(-1)
  const due = total.due ?? last?.due ?? { on: start.on }
  const stages = procedure.route.map((stage, i) => ({
    id: stage.id,
    unit: units[i] ?? desk,
    limit: stage.statutory,
    due: chained[i]?.due ?? due,
  }))
  const walk = total.walk ?? chained.map((counted, i) => ({ stage: procedure.route[i]?.id, ...counted.walk }))
  const provisional = total.provisional || chained.some((counted) => counted.provisional)
  const count: Count = { due, provisional, stages, walk: walk.map(withoutUnset) }
  return { dayZero: start.on, count: total.committed === undefined ? count : { ...count, committed: total.committed } }
}

type Total = { due?: Due; committed?: Due; walk?: Count['walk']; provisional: boolean }

const totalOf = (
  { limit }: ProcedureVersion,
  variantId: string | undefined,
  start: Start,
  ways: Ways,
): Total | Refused => {
  const variant = limit.variants.find(({ id }) => id === variantId)
  if (variantId !== undefined && variant === undefined) return refuse('unknown-variant', variantId)
  const statutory = variant?.statutory ?? limit.statutory
  const promised = limit.committed === undefined ? undefined : dueAfter(start, limit.committed, ways)
  if (promised !== undefined && 'missingYear' in promised) return yearMissing(promised)
  const committed = promised === undefined ? {} : { committed: promised.due }
  if (statutory === 'sum-of-stages') return { provisional: false, ...committed }
  const counted = dueAfter(start, statutory, ways)
  if ('missingYear' in counted) return yearMissing(counted)
  return { due: counted.due, walk: [counted.walk], provisional: counted.provisional, ...committed }
}

const unitsOf = (
  { route }: ProcedureVersion,
  desk: OrganisationCode,
  day: Day,
  organisations: OrganisationTree,
): OrganisationCode[] | Refused => {
  const units: OrganisationCode[] = []
  for (const stage of route) {
    const unit = resolveUnit(organisations, desk, stage, day)
    if (unit === undefined) return refuse('unit-missing', stage.id)
    units.push(unit)
  }
  return units
}

/** A stage's own limit from its own receipt (scenarios N2): an early or late stage never moves the total. */
export const stageDue = (
  { count, receivingDesk }: Dossier,
  stage: string,
  since: Instant,
  { law }: Context,
  interruptions: readonly Interruption[] = [],
): Due | Refused => {
  const planned = count?.stages.find(({ id }) => id === stage)
  if (planned === undefined) return refuse('stage-skipped', stage)
  const counted = dueAfter(startOf(since), planned.limit, waysFor(receivingDesk, since, law, interruptions))
  return 'missingYear' in counted ? yearMissing(counted) : counted.due
}

const withoutUnset = <T extends { stage?: string | undefined }>({ stage, ...walk }: T) =>
  stage === undefined ? walk : { ...walk, stage }
