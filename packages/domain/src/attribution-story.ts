import type { DossierEvent } from '@dossier/contracts/dossier-event'
import type { Day, Instant } from '@dossier/contracts/time'
import { dayOf, momentOn, shift } from './calendar.ts'
import type { Dossier } from './dossier.ts'
import { evolve, type Recorded } from './evolve.ts'

/** Where one stretch of a dossier's time ends and the next begins: its moment, and the last legal day used up with it. */
export type Edge = { at: Instant; on: Day }
/** One line of the record, with the dossier as it stood before and after it. */
export type Step = { event: DossierEvent; at: Instant; edge: Edge; before: Dossier; after: Dossier }
/** A dossier's life under the settlement clock: from acceptance to its result, its stop, or the moment it is looked at. */
export type Story = {
  dayZero: Day
  start: Edge
  end: Edge
  ended: 'result' | 'stopped' | null
  /** The moment a time limit is held against: where the clock stood at the end, when it began to stand. */
  judged: Edge
  /** The dossier as the end met it, its clock not yet stopped. */
  last: Dossier
  steps: Step[]
}

/** The later of two edges, and the earlier: by moment and by day apart. */
export const later = (a: Edge, b: Edge): Edge => ({ at: a.at > b.at ? a.at : b.at, on: a.on > b.on ? a.on : b.on })
export const earlier = (a: Edge, b: Edge): Edge => ({ at: a.at < b.at ? a.at : b.at, on: a.on < b.on ? a.on : b.on })
/** A moment that uses up its own day. */
export const edgeOf = (at: Instant): Edge => ({ at, on: dayOf(at) })

/** What a record tells of the settlement clock up to `now`; undefined where the dossier was not accepted by then. */
export const storyOf = (record: readonly Recorded[], now: Instant): Story | undefined => {
  const known = record.filter(({ at }) => at <= now)
  const ending = known.find(({ event }) => endOfClock(event) !== null)
  const end = edgeOf(ending?.at ?? now)
  const told = ending === undefined ? known : known.slice(0, known.indexOf(ending) + 1)
  const steps: Step[] = []
  let dossier: Dossier | undefined
  for (const line of told) {
    const before = dossier
    dossier = evolve(before, line)
    if (before === undefined || dossier === undefined) continue
    const edge = nextEdge(steps.at(-1)?.edge, line, end)
    if (edge !== undefined) steps.push({ event: line.event, at: line.at, edge, before, after: dossier })
  }
  const [first] = steps
  const final = ending === undefined ? steps.at(-1)?.after : steps.at(-1)?.before
  if (first === undefined || final === undefined) return undefined
  const { clock } = final
  const judged = clock.is === 'paused' ? edgeOf(clock.from) : end
  const dayZero = first.event.type === 'DossierAccepted' ? first.event.dayZero : first.edge.on
  return {
    dayZero,
    start: first.edge,
    end,
    ended: ending === undefined ? null : endOfClock(ending.event),
    judged,
    last: final,
    steps,
  }
}

const endOfClock = ({ type }: DossierEvent): Story['ended'] => {
  if (type === 'ResultSigned') return 'result'
  return type === 'DossierStopped' ? 'stopped' : null
}

/** Edges never go back and never pass the end: what lies between two of them is one stretch, without gap or overlap. */
const nextEdge = (last: Edge | undefined, { event, at }: Recorded, end: Edge): Edge | undefined => {
  // By post it was lawfully there when both had signed, whenever the ledger heard of it.
  const moment = event.type === 'SupplementReceived' ? (event.byPost?.signedAt ?? at) : at
  if (last !== undefined) return earlier(later(last, { at: moment, on: usedUp(event, moment) }), end)
  if (event.type !== 'DossierAccepted') return undefined
  const { dayZero } = event
  return earlier({ at: dayZero > dayOf(at) ? momentOn(dayZero, '00:00') : at, on: dayZero }, end)
}

const usedUp = (event: DossierEvent, at: Instant): Day => {
  // An agency's last day is the one before its successor's first; silence speaks at 24:00 of its own (BLDS 2015 art. 148.6).
  const begins = ['AgencySucceeded', 'AlarmSounded', 'ConsentDeemed'].includes(event.type)
  if (begins) return shift(dayOf(at), -1)
  // Brought after the cut-off it counts as received on day zero; until then it is still the citizen's time.
  if (event.type === 'SupplementReceived' && event.policy === 'restart') return event.dayZero
  return dayOf(at)
}
