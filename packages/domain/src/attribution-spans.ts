import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { Edge, Step, Story } from './attribution-story.ts'
import type { Dossier } from './dossier.ts'

/** Whose a stretch of a dossier's time is. */
export type Party =
  /** The unit that holds it, or has it coming; no stage while a desk passes it on. */
  | { kind: 'agency'; unit: OrganisationCode; stage: string | null }
  /** Those asked for an opinion or a branch, as long as the unit that asked keeps the stage and waits. */
  | { kind: 'consulted'; units: OrganisationCode[]; lead: OrganisationCode; stage: string | null }
  /** The citizen, who owes papers or a payment that makes the clock stand. */
  | { kind: 'citizen'; owes: 'supplement' | 'obligation' }
  /** The postal operator between slip and delivery; no line of the record says so yet. */
  | { kind: 'post'; operator: string }
/** One party's stretch: it owns the days after `from.on` up to `to.on`, so that the days of all add up to the whole. */
export type Span = { party: Party; from: Edge; to: Edge }

/** The whole time in the order it passed, each stretch beginning where the one before ends. */
export const spansOf = ({ steps, end }: Story): Span[] => {
  const taken = takenUp(steps)
  const askedAt = new Map<string, string | null>()
  const spans: Span[] = []
  let coming = false
  for (const [i, { event, edge: from, after }] of steps.entries()) {
    if (event.type === 'ConsultationRequested') askedAt.set(event.consultation, stageOf(after))
    if (event.type === 'HandoverOffered') coming = taken.has(i)
    const to = steps[i + 1]?.edge ?? end
    if (from.at === to.at && from.on === to.on) continue
    const party = partyOf(after, coming, askedAt)
    const last = spans.at(-1)
    if (last !== undefined && isSame(last.party, party)) last.to = to
    else spans.push({ party, from, to })
  }
  return spans
}

/** The offers that were accepted in the end: a returned offer ends nothing. */
const takenUp = (steps: readonly Step[]): ReadonlySet<number> => {
  const taken = new Set<number>()
  for (const [i, { event }] of steps.entries())
    if (event.type === 'HandoverAccepted') taken.add(steps.slice(0, i).findLastIndex(isOffer))
  return taken
}
const isOffer = ({ event }: Step): boolean => event.type === 'HandoverOffered'

const partyOf = (dossier: Dossier, coming: boolean, askedAt: ReadonlyMap<string, string | null>): Party => {
  const { clock, handover, holder, consultations } = dossier
  if (clock.is === 'paused') return { kind: 'citizen', owes: clock.by }
  // The sender's part ends with the offer that is accepted; the wait is the receiver's.
  if (handover !== null && coming) return { kind: 'agency', unit: handover.to, stage: handover.stage }
  const stage = stageOf(dossier)
  const units = consultations.flatMap(({ id, to, answer, deemed }) =>
    answer === null && !deemed && askedAt.get(id) === stage ? [to] : [],
  )
  if (units.length > 0) return { kind: 'consulted', units: [...new Set(units)].toSorted(), lead: holder, stage }
  return { kind: 'agency', unit: holder, stage }
}

/** The stage a unit has received the dossier for. */
export const stageOf = ({ place, count }: Dossier): string | null =>
  place?.entered === true ? (count?.stages[place.index]?.id ?? null) : null

/** Parties are made here alone, member by member in one order: as texts they compare. */
export const keyOf = (party: Party): string => JSON.stringify(party)
const isSame = (a: Party, b: Party): boolean => keyOf(a) === keyOf(b)
