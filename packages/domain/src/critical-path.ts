import type { CalendarVersion } from '@dossier/contracts/calendar'
import type { Stage } from '@dossier/contracts/procedure'
import type { Due, Limit, LimitUnit } from '@dossier/contracts/time'
import { dayFrom, isAnnounced, momentOn, numberOf, opening, whyOff } from './calendar.ts'
import { usualSessions } from './law.ts'
import { dueAfter, type Start, type Ways } from './legal-clock.ts'
import { workOf } from './limit-variant.ts'
import { countStages, endOf, isInOneUnit, sumOf, type Work } from './stage-count.ts'

export type Sentence = { vi: string; en: string }

/**
 * The critical path (NĐ 61/2018 art. 19.6): stages one after another, of parallel branches the longest, then the lead's own limit. In
 * one unit the amounts are added; mixed units are walked from every working day of the announced calendar.
 */
export const tooLong = (
  stages: readonly Stage[],
  published: Limit,
  calendar: CalendarVersion,
): Sentence | undefined => {
  const works = stages.map(workOf)
  const path = pathText(stages)
  if (published.amount === 0 || isInOneUnit(works, published.unit)) {
    const sum = sumOf(works)
    return sum > published.amount
      ? {
          vi: `${path.vi} = ${sum}, công bố ${inVietnamese(published)}`,
          en: `${path.en} = ${sum}, published ${inEnglish(published)}`,
        }
      : undefined
  }
  const late = firstLateStart(works, published, { calendar, sessions: usualSessions })
  if (late === undefined) return undefined
  const { from, ends, due } = late
  return {
    vi: `${path.vi}; tiếp nhận ${from} thì xong ${ends}, hạn công bố ${due}`,
    en: `${path.en}; accepted on ${from} they end on ${ends}, the published limit on ${due}`,
  }
}

/** What a promised limit has beyond the critical path of the law's stages, in one unit; of mixed units nothing is said. */
export const exceedsStages = (promised: Limit, stages: readonly Stage[]): Sentence | undefined => {
  const works = stages.map(workOf)
  const sum = sumOf(works)
  if (!isInOneUnit(works, promised.unit) || promised.amount <= sum) return undefined
  const path = pathText(stages)
  return {
    vi: `${path.vi} = ${sum}, cam kết ${inVietnamese(promised)}`,
    en: `${path.en} = ${sum}, promised ${inEnglish(promised)}`,
  }
}

const momentOf = ({ on, at }: Due): string => at ?? momentOn(on, '17:00')

const firstLateStart = (works: readonly Work[], published: Limit, ways: Ways) => {
  for (const { year } of ways.calendar.years)
    for (let number = numberOf(`${year}-01-01`); number <= numberOf(`${year}-12-31`); number += 1) {
      if (whyOff(number, ways.calendar) !== undefined) continue
      const from = dayFrom(number)
      const start = { on: from, at: momentOn(from, opening(ways.sessions)) }
      const due = dueAfter(start, published, ways)
      const end = endOfPath(works, start, ways)
      if (end === undefined || 'missingYear' in due) continue
      if (momentOf(end) > momentOf(due.due)) return { from, ends: end.on, due: due.due.on }
    }
  return undefined
}

/** Undefined where the walk leaves the announced years. */
const endOfPath = (works: readonly Work[], start: Start, ways: Ways): Due | undefined => {
  const counted = countStages(start, works, ways)
  if ('missingYear' in counted) return undefined
  const due = endOf(counted, start)
  return isAnnounced(numberOf(due.on), ways.calendar) ? due : undefined
}

const unitNames = {
  'working-day': ['ngày làm việc', 'working days'],
  day: ['ngày', 'days'],
  month: ['tháng', 'months'],
  'working-hour': ['giờ làm việc', 'working hours'],
  hour: ['giờ', 'hours'],
  'same-day': ['trong ngày', 'same day'],
} as const satisfies Record<LimitUnit, readonly [string, string]>

const inVietnamese = ({ amount, unit }: Limit) =>
  amount === 0 ? unitNames[unit][0] : `${amount} ${unitNames[unit][0]}`
const inEnglish = ({ amount, unit }: Limit) => (amount === 0 ? unitNames[unit][1] : `${amount} ${unitNames[unit][1]}`)
const pathText = (stages: readonly Stage[]): Sentence => {
  const named = stages.map(stageText)
  return { vi: named.map(({ vi }) => vi).join(' + '), en: named.map(({ en }) => en).join(' + ') }
}
const stageText = ({ id, statutory, branches }: Stage): Sentence => {
  const beside = (say: (limit: Limit) => string) => branches.map((one) => `${one.id} ${say(one.statutory)}`).join(' | ')
  const text = (say: (limit: Limit) => string) =>
    branches.length === 0 ? `"${id}" ${say(statutory)}` : `"${id}" (${beside(say)}) ${say(statutory)}`
  return { vi: text(inVietnamese), en: text(inEnglish) }
}
