import type { Due, Limit, LimitUnit } from '@dossier/contracts/time'
import { passedAt } from './law.ts'
import { type Counted, dueAfter, type MissingYear, type Start, startAfter, type Ways } from './legal-clock.ts'

/** What a stage has to do: work it gives to several agencies at once, and its own after that. */
export type Work = { limit: Limit; branches?: Limit[] | undefined }
/** One stage counted. `latest` is the branch that joins it, absent where it has none; `from` is where its own limit begins. */
export type CountedStage = {
  start: Start
  branches: Counted[]
  latest?: Counted
  from: Start
  own: Counted
}

/**
 * One stage from its beginning: all branches at once, then the lead's own limit from the end of the latest (NĐ 61/2018
 * art. 19.6b). Days compare by their end, hours by their moment. Gives the first missing year instead.
 */
export const countStage = (start: Start, { limit, branches = [] }: Work, ways: Ways): CountedStage | MissingYear => {
  const counts: Counted[] = []
  let latest: Counted | undefined
  for (const branch of branches) {
    const counted = dueAfter(start, branch, ways)
    if ('missingYear' in counted) return counted
    counts.push(counted)
    if (latest === undefined || passedAt(counted.due) > passedAt(latest.due)) latest = counted
  }
  const from = latest === undefined ? start : startAfter(latest.due, ways)
  const own = dueAfter(from, limit, ways)
  if ('missingYear' in own) return own
  const counted = { start, branches: counts, from, own }
  return latest === undefined ? counted : { ...counted, latest }
}

/** Stages one after another, each from the planned end of the one before (NĐ 61/2018 art. 19.6a). A missing year ends it. */
export const countStages = (start: Start, stages: readonly Work[], ways: Ways): CountedStage[] | MissingYear => {
  const counts: CountedStage[] = []
  for (const stage of stages) {
    const last = counts.at(-1)?.own.due
    const next = countStage(last === undefined ? start : startAfter(last, ways), stage, ways)
    if ('missingYear' in next) return next
    counts.push(next)
  }
  return counts
}

/** When the last of counted stages ends; without any, the day it all begins. */
export const endOf = (counts: readonly CountedStage[], { on }: Start): Due => counts.at(-1)?.own.due ?? { on }

/** Whether amounts may be added: every limit has this unit, or none at all as a same-day one. */
export const isInOneUnit = (stages: readonly Work[], unit: LimitUnit): boolean =>
  stages
    .flatMap(({ limit, branches = [] }) => [limit, ...branches])
    .every((one) => one.amount === 0 || one.unit === unit)

/** The critical path in amounts: of each stage its longest branch and its own limit. It means something in one unit only. */
export const sumOf = (stages: readonly Work[]): number =>
  stages.reduce(
    (sum, { limit, branches = [] }) => sum + Math.max(0, ...branches.map(({ amount }) => amount)) + limit.amount,
    0,
  )
