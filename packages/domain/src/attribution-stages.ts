import type { Timeliness } from '@dossier/contracts/dossier-event'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { Due, Instant, Limit } from '@dossier/contracts/time'
import { type Amount, type Lateness, latenessOf, lengthIn, type Tenure, workedIn } from './attribution-measure.ts'
import { type Span, stageOf } from './attribution-spans.ts'
import type { Edge, Step, Story } from './attribution-story.ts'
import type { Dossier } from './dossier.ts'
import { hasPassed, timelinessOf } from './law.ts'
import type { Ways } from './legal-clock.ts'

/** One stay of a dossier at a stage: its own limit from its own receipt, and what it took (NĐ 61/2018 art. 19.6). */
export type StageTime = {
  stage: string
  /** Who had it, one after another; a unit that took it over inside the stage had what was left (decision 0009). */
  units: OrganisationCode[]
  received: Instant
  /** A stage ends with the offer that is accepted, the result or the stop; a supplement breaks it off. */
  ended: { at: Instant; by: Ending } | null
  limit: Limit
  due: Due
  /** From receipt to end, without waiting for the citizen, in the limit's unit. */
  actual: Amount
  /** On its own clock, index 2 of TT 01/2018 art. 13; null while it may still be kept, and where it was never to be. */
  timeliness: Timeliness | null
  late: Lateness | null
}
type Ending = 'handover' | 'result' | 'stop' | 'supplement'
type Stay = {
  stage: string
  limit: Limit
  due: Due
  received: Edge
  receivedAt: Instant
  receivedBy: OrganisationCode
  ended: { at: Instant; edge: Edge; by: Ending } | null
}

/** Every stay at a stage in the order of receipt; a stage the dossier comes back to begins anew. */
export const stagesOf = (story: Story, spans: readonly Span[], ways: Ways): StageTime[] =>
  staysOf(story.steps).map(({ stage, limit, due, received, receivedAt, receivedBy, ended }) => {
    const unit = lengthIn(limit.unit)
    const until = ended === null || ended.by === 'stop' ? story.judged : ended.edge
    const tenures = tenuresIn({ from: received, to: until }, spans)
    const amount = workedIn({ from: received, to: until }, spans, unit, ways)
    const done = ended?.by === 'handover' || ended?.by === 'result'
    const timeliness = verdictOn(due, done ? ended.at : until.at, done)
    return {
      stage,
      units: tenures.length === 0 ? [receivedBy] : tenures.map((tenure) => tenure.unit),
      received: receivedAt,
      ended: ended === null ? null : { at: ended.at, by: ended.by },
      limit,
      due,
      actual: { amount, unit },
      timeliness,
      late: timeliness === 'late' ? latenessOf({ tenures, due, until, unit }, spans, ways) : null,
    }
  })

/** What was done compares three-way; what was not is late once its date has passed, and nothing before. */
export const verdictOn = (due: Due, at: Instant, done: boolean): Timeliness | null => {
  if (done) return timelinessOf(at, due)
  return hasPassed(due, at) ? 'late' : null
}

/** Who had a stage one after another: successors, and units that took it over; the wait for these is theirs already. */
const tenuresIn = ({ from, to }: { from: Edge; to: Edge }, spans: readonly Span[]): Tenure[] => {
  const tenures: Tenure[] = []
  for (const { party, from: begin, to: end } of spans) {
    if ((party.kind !== 'agency' && party.kind !== 'consulted') || end.at <= from.at || begin.at >= to.at) continue
    const unit = party.kind === 'agency' ? party.unit : party.lead
    if (tenures.at(-1)?.unit !== unit) tenures.push({ unit, from: begin })
  }
  return tenures
}

/** Every stay as the record tells it; how long it took is counted by `stagesOf`. */
export const staysOf = (steps: readonly Step[]): Stay[] => {
  const stays: Stay[] = []
  let here: Stay | undefined
  let offer: Pick<Step, 'at' | 'edge'> | undefined
  for (const step of steps) {
    const { event, after } = step
    if (event.type === 'HandoverOffered') offer = step
    const by = endingOf(step)
    // The sender's stage ends with the offer that is accepted; the wait is the receiver's.
    const { at, edge } = (event.type === 'HandoverAccepted' ? offer : undefined) ?? step
    if (here !== undefined && by !== null) {
      here.ended = { at, edge, by }
      here = undefined
    }
    const planned = after.clock.is === 'stopped' ? undefined : stageIn(after)
    if (planned === undefined) continue
    if (here === undefined) {
      const broken = stays.at(-1)
      const goesOn = event.type === 'SupplementReceived' && event.policy === 'resume' && broken?.stage === planned.id
      here = goesOn && broken !== undefined ? broken : entered(step, planned)
      if (here !== broken) stays.push(here)
      here.ended = null
    }
    here.limit = planned.limit
    here.due = after.place?.due ?? here.due // counted anew after a payment, by a new calendar or for a variant
  }
  return stays
}

const entered = ({ at, edge, after }: Step, { id, limit, due }: Planned): Stay => ({
  stage: id,
  limit,
  due,
  received: edge,
  receivedAt: at,
  receivedBy: after.holder,
  ended: null,
})

type Planned = NonNullable<Dossier['count']>['stages'][number]
const stageIn = (dossier: Dossier): Planned | undefined =>
  dossier.count?.stages.find(({ id }) => id === stageOf(dossier))

const endingOf = ({ event, before }: Step): Ending | null => {
  if (event.type === 'ResultSigned') return 'result'
  if (event.type === 'DossierStopped') return 'stop'
  if (event.type === 'SupplementRequested') return 'supplement'
  return event.type === 'HandoverAccepted' && event.stage !== stageOf(before) ? 'handover' : null
}
