import type { Timeliness } from '@dossier/contracts/dossier-event'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { Due, Instant } from '@dossier/contracts/time'
import { type ConsultationTime, consultationsOf } from './attribution-consultations.ts'
import { type Amount, latenessOf, lengthIn, lengthOf } from './attribution-measure.ts'
import { keyOf, type Party, type Span, spansOf } from './attribution-spans.ts'
import { type StageTime, stagesOf, verdictOn } from './attribution-stages.ts'
import { type Edge, type Story, storyOf } from './attribution-story.ts'
import { isAnnounced, numberOf, yearOf } from './calendar.ts'
import type { Recorded } from './evolve.ts'
import { type Law, waysFor } from './law.ts'
import type { MissingYear, Ways } from './legal-clock.ts'

/** Both ways of counting the days after `from.on` up to `to.on`. */
export type Days = { days: number; workingDays: number }
/** Somebody's own lateness behind that of the whole, and the stage or the consultation it comes from. */
export type LateShare = Amount & { of: OrganisationCode } & (
    | { stage: string }
    | { consultation: string; as: 'asked' | 'lead' }
  )
/** How a dossier stands against its legal due date (TT 01/2018 art. 13.1); the indicator of QĐ 766 is another question. */
export type LegalVerdict = {
  due: Due
  /** Null while the date may still be kept, and where a dossier was stopped before it passed. */
  timeliness: Timeliness | null
  late: Amount | null
  /** Whose own limit was exceeded, where the whole was; if nobody's, the plan was wrong or a desk slow to pass it on. */
  lateBy: LateShare[]
}
/** Whose a dossier's time was, from day zero to its end or to now. Spans and shares each add up to the whole exactly. */
export type Attribution = {
  whole: Days & { from: Edge; to: Edge; ended: Story['ended'] }
  spans: (Span & Days)[]
  shares: ({ party: Party } & Days)[]
  stages: StageTime[]
  consultations: ConsultationTime[]
  /** Whose own limit was exceeded since the clock last began from zero, whether or not the whole is late. */
  lateShares: LateShare[]
  legal: LegalVerdict
}

/**
 * Splits a dossier's time and its lateness over all who had it (TT 01/2018 art. 13.2), as its record tells up to `now`.
 * Undefined before acceptance; the missing year where its time reaches into one nobody announced (BLLĐ 2019 art. 112).
 */
export const attributionOf = (
  record: readonly Recorded[],
  law: Law,
  now: Instant,
): Attribution | MissingYear | undefined => {
  const story = storyOf(record, now)
  if (story === undefined) return undefined
  const missing = missingYearIn(story, law)
  if (missing !== undefined) return missing
  const { start: from, end: to, ended, last } = story
  const ways = waysFor(last.receivingDesk, from.at, law)
  const spans = spansOf(story)
  const stages = stagesOf(story, spans, ways)
  const consultations = consultationsOf(story, spans, law)
  const lateShares = lateSharesIn({ stages, consultations }, runOf(story))
  const counted = spans.map((span) => ({ ...span, ...daysOf(span, ways) }))
  return {
    whole: { from, to, ended, ...daysOf({ from, to }, ways) },
    spans: counted,
    shares: sharesOf(counted),
    stages,
    consultations,
    lateShares,
    legal: legalVerdict(story, { spans, lateShares }, ways),
  }
}

/** The first year nobody announced that a dossier's time reaches into. */
export const missingYearIn = ({ start, end }: Story, { calendar }: Law): MissingYear | undefined => {
  for (let number = numberOf(start.on); number <= numberOf(end.on); number += 1)
    if (!isAnnounced(number, calendar)) return { missingYear: yearOf(number) }
  return undefined
}

/** The days of a stretch, all of them and those worked. */
export const daysOf = (stretch: { from: Edge; to: Edge }, ways: Ways): Days => ({
  days: lengthOf(stretch, 'day', ways),
  workingDays: lengthOf(stretch, 'working-day', ways),
})

const sharesOf = (spans: Attribution['spans']): Attribution['shares'] => {
  const shares = new Map<string, Attribution['shares'][number]>()
  for (const { party, days, workingDays } of spans) {
    const share = shares.get(keyOf(party)) ?? { party, days: 0, workingDays: 0 }
    shares.set(keyOf(party), { party, days: share.days + days, workingDays: share.workingDays + workingDays })
  }
  return [...shares.values()]
}

type Parts = Pick<Attribution, 'lateShares'> & { spans: readonly Span[] }

const legalVerdict = ({ last, judged, ended, start }: Story, parts: Parts, ways: Ways): LegalVerdict => {
  const { count, holder } = last
  const due = count?.due ?? { on: start.on }
  const timeliness = verdictOn(due, judged.at, ended === 'result')
  if (timeliness !== 'late') return { due, timeliness, late: null, lateBy: [] }
  const unit = lengthIn(count?.walk.at(-1)?.limit.unit ?? 'day')
  const whole = { tenures: [{ unit: holder, from: start }], due, until: judged, unit }
  const { amount } = latenessOf(whole, parts.spans, ways)
  return { due, timeliness, late: { amount, unit }, lateBy: parts.lateShares }
}

const runOf = ({ steps, start }: Story): Edge =>
  steps.findLast(({ event }) => event.type === 'SupplementReceived' && event.policy === 'restart')?.edge ?? start

/** What was late before the clock began again from zero has made nothing late since (NĐ 61/2018 art. 19.4). */
const lateSharesIn = (
  { stages, consultations }: Pick<Attribution, 'stages' | 'consultations'>,
  run: Edge,
): LateShare[] => [
  ...stages.flatMap(({ stage, late, ended }) =>
    ended !== null && ended.at <= run.at
      ? []
      : (late?.by ?? []).map(({ unit: of, amount }) => ({ of, stage, amount, unit: late?.unit ?? 'day' })),
  ),
  ...consultations.flatMap(({ consultation, late, ended, lead, shared }): LateShare[] => {
    if (late === null || (ended !== null && ended.at <= run.at)) return []
    const { unit, amount, by } = late
    const asked = by.map((one) => ({ of: one.unit, consultation, as: 'asked' as const, amount: one.amount, unit }))
    return shared ? [...asked, { of: lead, consultation, as: 'lead', amount, unit }] : asked
  }),
]
