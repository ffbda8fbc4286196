import type { LimitVariant, Stage } from '@dossier/contracts/procedure'
import type { Limit } from '@dossier/contracts/time'
import { passedAt } from './law.ts'
import { dueAfter, type Start, type Ways } from './legal-clock.ts'
import { countStages, endOf, isInOneUnit, sumOf, type Work } from './stage-count.ts'

export type NamedWork = Work & { id: string }

/** The work of a stage by law: its branches, then its own limit. */
export const workOf = ({ id, statutory, branches }: Stage): NamedWork => {
  const own = { id, limit: statutory }
  return branches.length === 0 ? own : { ...own, branches: branches.map((branch) => branch.statutory) }
}

/**
 * The stages of a route under a variant of the whole limit (decision 0014). That of an only stage is the variant itself. Of
 * several the one the variant names, or else the last, gets what the variant has beyond their sum, so that the plan does not
 * end before the dossier is due; in mixed units as many of its own as that takes. A shorter variant shortens no stage.
 */
export const stagesUnder = (
  variant: LimitVariant | undefined,
  route: readonly Stage[],
  start: Start,
  ways: Ways,
): NamedWork[] => {
  const stages = route.map(workOf)
  const lengthened = stages.find(({ id }) => id === variant?.stage) ?? stages.at(-1)
  if (variant === undefined || lengthened === undefined) return stages
  const { statutory: whole } = variant
  if (stages.length === 1 && lengthened.branches === undefined) return [{ ...lengthened, limit: whole }]
  const having = (limit: Limit) => stages.map((stage) => (stage === lengthened ? { ...stage, limit } : stage))
  const unit = lengthened.limit.amount === 0 ? whole.unit : lengthened.limit.unit
  const longer = (by: number): NamedWork[] => having({ amount: lengthened.limit.amount + by, unit })
  if (isInOneUnit(stages, whole.unit)) {
    const beyond = whole.amount - sumOf(stages)
    return beyond > 0 ? longer(beyond) : stages
  }
  const due = dueAfter(start, whole, ways)
  let enough = stages
  for (let by = 1; !('missingYear' in due) && lengthened.limit.amount + by <= mostOfALimit; by += 1) {
    const counted = countStages(start, enough, ways)
    if ('missingYear' in counted || passedAt(endOf(counted, start)) >= passedAt(due.due)) break
    enough = longer(by)
  }
  return enough
}

const mostOfALimit = 1000
