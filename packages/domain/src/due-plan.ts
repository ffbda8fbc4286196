import type { Due, Limit, Walk } from '@dossier/contracts/time'
import { type Counted, dueAfter, type MissingYear, type Start, type Ways } from './legal-clock.ts'
import { type CountedStage, countStages, endOf, type Work } from './stage-count.ts'

/** The limits of a dossier: of the whole, by law and by promise, and of its stages in their order. */
export type Limits = {
  whole: Limit | 'sum-of-stages'
  committed?: Limit | undefined
  stages: readonly (Work & { id: string })[]
}
/** One count a due date rests on, of a stage where the stages make up the whole. */
export type PlannedCount = { stage?: string; start: Start; counted: Counted }
export type DuePlan = {
  due: Due
  committed?: Due
  provisional: boolean
  /** When each stage ends as planned, in their order. */
  stages: Due[]
  /** Of a stage with branches two: the latest branch, which is where they join, and then the lead's own limit. */
  walk: Walk[]
  counts: PlannedCount[]
}

/**
 * When a dossier is due, and each of its stages: stage limits chained from day zero, branches at once before the lead's
 * own (NĐ 61/2018 art. 19.6a and b), the procedure's own limit where it publishes one, and the shorter one the Chairman
 * promised beside it. Gives the first missing year instead.
 */
export const planOf = (start: Start, { whole, committed, stages }: Limits, ways: Ways): DuePlan | MissingYear => {
  const counted = countStages(start, stages, ways)
  if ('missingYear' in counted) return counted
  const promised = committed === undefined ? undefined : dueAfter(start, committed, ways)
  if (promised !== undefined && 'missingYear' in promised) return promised
  const total = whole === 'sum-of-stages' ? undefined : dueAfter(start, whole, ways)
  if (total !== undefined && 'missingYear' in total) return total

  const counts =
    total === undefined ? counted.flatMap((one, i) => onTheWay(stages[i]?.id ?? '', one)) : [{ start, counted: total }]
  const all = counted.flatMap(({ branches, own }) => [...branches, own])
  const plan = {
    due: total?.due ?? endOf(counted, start),
    provisional: [...all, ...(total === undefined ? [] : [total])].some(({ provisional }) => provisional),
    stages: counted.map(({ own }) => own.due),
    walk: counts.map(({ stage, counted: { walk } }: PlannedCount) => (stage === undefined ? walk : { stage, ...walk })),
    counts,
  }
  return promised === undefined ? plan : { ...plan, committed: promised.due }
}

const onTheWay = (stage: string, { start, latest, from, own }: CountedStage): PlannedCount[] => [
  ...(latest === undefined ? [] : [{ stage, start, counted: latest }]),
  { stage, start: from, counted: own },
]
