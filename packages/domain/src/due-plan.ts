import type { Due, Limit, Walk } from '@dossier/contracts/time'
import { chain, type Counted, dueAfter, type MissingYear, type Start, startAfter, type Ways } from './legal-clock.ts'

/** The limits of a dossier: of the whole, by law and by promise, and of its stages in their order. */
export type Limits = {
  whole: Limit | 'sum-of-stages'
  committed?: Limit | undefined
  stages: readonly { id: string; limit: Limit }[]
}
/** One count a due date rests on, of a stage where the stages make up the whole. */
export type PlannedCount = { stage?: string; start: Start; counted: Counted }
export type DuePlan = {
  due: Due
  committed?: Due
  provisional: boolean
  /** When each stage ends as planned, in their order. */
  stages: Due[]
  walk: Walk[]
  counts: PlannedCount[]
}

/**
 * When a dossier is due, and each of its stages: stage limits chained from day zero (NĐ 61/2018 art. 19.6a), the procedure's own
 * limit where it publishes one, and the shorter one the Chairman promised beside it. Gives the first missing year instead.
 */
export const planOf = (start: Start, { whole, committed, stages }: Limits, ways: Ways): DuePlan | MissingYear => {
  const chained = chain(
    start,
    stages.map(({ limit }) => limit),
    ways,
  )
  if ('missingYear' in chained) return chained
  const promised = committed === undefined ? undefined : dueAfter(start, committed, ways)
  if (promised !== undefined && 'missingYear' in promised) return promised
  const total = whole === 'sum-of-stages' ? undefined : dueAfter(start, whole, ways)
  if (total !== undefined && 'missingYear' in total) return total

  const counts = total === undefined ? ofStages(start, chained, stages, ways) : [{ start, counted: total }]
  const plan = {
    due: (total ?? chained.at(-1))?.due ?? { on: start.on },
    provisional: [...chained, ...(total === undefined ? [] : [total])].some(({ provisional }) => provisional),
    stages: chained.map(({ due }) => due),
    walk: counts.map(({ stage, counted }) => (stage === undefined ? counted.walk : { stage, ...counted.walk })),
    counts,
  }
  return promised === undefined ? plan : { ...plan, committed: promised.due }
}

const ofStages = (start: Start, chained: readonly Counted[], stages: Limits['stages'], ways: Ways): PlannedCount[] => {
  const counts: PlannedCount[] = []
  let from = start
  for (const [i, counted] of chained.entries()) {
    counts.push({ stage: stages[i]?.id ?? '', start: from, counted })
    from = startAfter(counted.due, ways)
  }
  return counts
}
