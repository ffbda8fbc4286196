import type { Day, Due, Instant } from '@dossier/contracts/time'
import { type Days, daysOf, missingYearIn } from './attribution.ts'
import { spansOf } from './attribution-spans.ts'
import { type Story, storyOf } from './attribution-story.ts'
import { dayOf, momentOn, numberOf, opening } from './calendar.ts'
import type { Recorded } from './evolve.ts'
import { type Law, passedAt, timelinessOf, waysFor } from './law.ts'
import { chain, type Interruption, type MissingYear, type Start, startOf } from './legal-clock.ts'
import { hoursOn } from './working-hours.ts'

/** A stretch of waiting for the citizen that the indicator leaves out. */
export type Deducted = Days & { owes: 'supplement' | 'obligation'; from: Instant; to: Instant }
/**
 * On time by indicator 2.1 of QĐ 766/QĐ-TTg 2022, which is no legal verdict: it deducts where the decree counts from zero
 * (QĐ 766/2022), and a dossier early by law may be late here.
 */
export type Indicator766 = {
  verdict: 'on-time' | 'late'
  /** Everything that makes it late; none where it is on time. */
  because: ('date-passed' | 'second-supplement')[]
  /** Day zero of the original acceptance: whatever came later, the limit is counted from it. */
  countedFrom: Day
  deducted: Deducted[]
  /** The old appointment with the deducted time added; a re-appointment does not move it. */
  comparedWith: Due
  /** What is compared with it: the end, or for want of one the notice still open, or the moment of looking. */
  judged: { at: Instant; as: 'result' | 'stopped' | 'awaits-supplement' | 'awaits-obligation' | 'unfinished' }
  supplementRequests: number
}

/**
 * The indicator as the record stands at `asOf`, usually a period's end: undefined before acceptance, the missing year where
 * it needs one nobody announced. Only accepted dossiers count.
 */
export const indicator766Of = (
  record: readonly Recorded[],
  law: Law,
  asOf: Instant,
): Indicator766 | MissingYear | undefined => {
  const story = storyOf(record, asOf)
  if (story === undefined) return undefined
  const missing = missingYearIn(story, law)
  if (missing !== undefined) return missing
  const counted = countedWithout(story, law)
  if ('missingYear' in counted) return counted
  const { start, deducted, comparedWith } = counted
  const supplementRequests = story.last.supplements
  const judged = judgedIn(story)
  const because: Indicator766['because'] = []
  if (isAfter(judged, comparedWith)) because.push('date-passed')
  if (supplementRequests > 1) because.push('second-supplement')
  const verdict = because.length === 0 ? 'on-time' : 'late'
  return { verdict, because, countedFrom: start.on, deducted, comparedWith, judged, supplementRequests }
}

type CountedWithout = { start: Start; deducted: Deducted[]; comparedWith: Due }

/** The limit as it stands, run once from the original day zero, past the stretches deducted. */
const countedWithout = (story: Story, law: Law): CountedWithout | MissingYear => {
  const { receivingDesk, acceptedAt, count } = story.last
  const from = acceptedAt ?? story.start.at
  const usual = waysFor(receivingDesk, from, law)
  const deducted = spansOf(story).flatMap(({ party, from: begin, to }) =>
    party.kind === 'citizen'
      ? [{ owes: party.owes, from: begin.at, to: to.at, ...daysOf({ from: begin, to }, usual) }]
      : [],
  )
  const interruptions: Interruption[] = deducted.map((one) => ({ from: one.from, to: one.to }))
  const { dayZero } = story
  const start =
    dayZero > dayOf(from)
      ? { on: dayZero, at: momentOn(dayZero, opening(hoursOn(numberOf(dayZero), usual))) }
      : startOf(from)
  const limits = count?.walk.map(({ limit }) => limit) ?? []
  const counts = chain(start, limits, { ...usual, interruptions })
  if ('missingYear' in counts) return counts
  return { start, deducted, comparedWith: counts.at(-1)?.due ?? { on: dayZero } }
}

const judgedIn = ({ ended, end, last: { clock } }: Story): Indicator766['judged'] => {
  if (ended !== null) return { at: end.at, as: ended }
  if (clock.is === 'paused') return { at: clock.from, as: `awaits-${clock.by}` }
  return { at: end.at, as: 'unfinished' }
}

/** What is unfinished at 24:00 of its day is late from then on, not at that moment: a period ends with its last day. */
const isAfter = ({ at, as }: Indicator766['judged'], due: Due): boolean =>
  as === 'unfinished' ? at > passedAt(due) : timelinessOf(at, due) === 'late'
