import type { CalendarVersion } from '@dossier/contracts/calendar'
import type { Stage } from '@dossier/contracts/procedure'
import type { Due, Limit, LimitUnit, Session } from '@dossier/contracts/time'
import { dayFrom, isAnnounced, momentOn, numberOf, opening, whyOff } from './calendar.ts'
import { dueAfter, type Start, type Ways } from './legal-clock.ts'

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
  const steps = stages.flatMap(({ branches, statutory }) => [...branches.map((branch) => branch.statutory), statutory])
  const oneUnit = steps.every(({ amount, unit }) => amount === 0 || unit === published.unit || published.amount === 0)
  const named = stages.map(stageText)
  const path = { vi: named.map(({ vi }) => vi).join(' + '), en: named.map(({ en }) => en).join(' + ') }
  if (oneUnit) {
    const sum = stages.reduce((total, stage) => total + stage.statutory.amount + longest(stage), 0)
    return sum > published.amount
      ? {
          vi: `${path.vi} = ${sum}, công bố ${inVietnamese(published)}`,
          en: `${path.en} = ${sum}, published ${inEnglish(published)}`,
        }
      : undefined
  }
  const late = firstLateStart(stages, published, { calendar, sessions })
  if (late === undefined) return undefined
  const { from, ends, due } = late
  return {
    vi: `${path.vi}; tiếp nhận ${from} thì xong ${ends}, hạn công bố ${due}`,
    en: `${path.en}; accepted on ${from} they end on ${ends}, the published limit on ${due}`,
  }
}

const sessions: readonly Session[] = [
  ['07:30', '11:30'],
  ['13:00', '17:00'],
]
const longest = ({ branches }: Stage): number => Math.max(0, ...branches.map(({ statutory }) => statutory.amount))
const momentOf = ({ on, at }: Due): string => at ?? momentOn(on, '17:00')

const firstLateStart = (stages: readonly Stage[], published: Limit, ways: Ways) => {
  for (const { year } of ways.calendar.years)
    for (let number = numberOf(`${year}-01-01`); number <= numberOf(`${year}-12-31`); number += 1) {
      if (whyOff(number, ways.calendar) !== undefined) continue
      const from = dayFrom(number)
      const start = { on: from, at: momentOn(from, opening(sessions)) }
      const due = dueAfter(start, published, ways)
      const end = endOfPath(stages, start, ways)
      if (end === undefined || 'missingYear' in due) continue
      if (momentOf(end) > momentOf(due.due)) return { from, ends: end.on, due: due.due.on }
    }
  return undefined
}

/** Undefined where the walk leaves the announced years. */
const endOfPath = (stages: readonly Stage[], start: Start, ways: Ways): Due | undefined => {
  let due: Due = { on: start.on, at: start.at }
  for (const { branches, statutory } of stages) {
    const opened = { on: due.on, at: momentOf(due) }
    for (const limit of branches.map((branch) => branch.statutory)) {
      const counted = dueAfter(opened, limit, ways)
      if ('missingYear' in counted) return undefined
      if (momentOf(counted.due) > momentOf(due)) due = counted.due
    }
    const counted = dueAfter({ on: due.on, at: momentOf(due) }, statutory, ways)
    if ('missingYear' in counted) return undefined
    due = counted.due
  }
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
const stageText = ({ id, statutory, branches }: Stage): Sentence => {
  const beside = (say: (limit: Limit) => string) => branches.map((one) => `${one.id} ${say(one.statutory)}`).join(' | ')
  const text = (say: (limit: Limit) => string) =>
    branches.length === 0 ? `"${id}" ${say(statutory)}` : `"${id}" (${beside(say)}) ${say(statutory)}`
  return { vi: text(inVietnamese), en: text(inEnglish) }
}
