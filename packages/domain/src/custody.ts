import type { Custodian } from '@dossier/contracts/parcel'
import type { Instant } from '@dossier/contracts/time'

/**
 * One thing that was told of papers, in the grammar of EPCIS: what, when (happened and recorded), from whom to whom, why. It is
 * never changed: a later fact that names it in `corrects` stands in its place, or, of step `withdrawn`, takes it away.
 */
export type CustodyFact = {
  id: string
  step: CustodyStep
  papers: readonly string[]
  /** Null for papers that are new here. */
  from: Custodian | null
  to: Custodian
  happenedAt: Instant
  recordedAt: Instant
  corrects: string | null
}
export type CustodyStep = 'registered' | 'moved' | 'packed' | 'unpacked' | 'lost' | 'found' | 'withdrawn'

/** Who had a paper from when until when, by which fact; the last interval has no end. */
export type Held = { custodian: Custodian; since: Instant; until: Instant | null; fact: string }

/** A fact that does not fit what came before it: the paper was with somebody else. It moves nothing, people must look. */
export type Contradiction = { fact: string; paper: string; custodian: Custodian | null }

export type Chains = { chains: ReadonlyMap<string, readonly Held[]>; contradictions: readonly Contradiction[] }

/** Whether two are the same custodian: an officer at two agencies is two. */
export const isSameCustodian = (a: Custodian, b: Custodian): boolean => nameOf(a) === nameOf(b)

const nameOf = (custodian: Custodian): string => {
  switch (custodian.kind) {
    case 'desk':
    case 'archive':
      return `${custodian.kind} ${custodian.organisation}`
    case 'officer':
      return `officer ${custodian.officer} ${custodian.organisation}`
    case 'parcel':
      return `parcel ${custodian.parcel}`
    case 'citizen':
      return 'citizen'
    case 'lost':
      return `lost ${custodian.decision}`
  }
}

const order = (a: CustodyFact, b: CustodyFact): number =>
  compare(a.happenedAt, b.happenedAt) || compare(a.recordedAt, b.recordedAt) || compare(a.id, b.id)
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

/** Facts that count: each once, those corrected left out, in the order in which things happened. */
export const standingFacts = (facts: readonly CustodyFact[]): CustodyFact[] => {
  const each = new Map(facts.map((fact) => [fact.id, fact]))
  const corrected = new Set([...each.values()].flatMap(({ corrects }) => (corrects === null ? [] : [corrects])))
  return [...each.values()].filter(({ id, step }) => !corrected.has(id) && step !== 'withdrawn').toSorted(order)
}

/**
 * Who had each paper when, from all facts of a dossier in whatever order they came and however often. Each interval begins
 * when the one before it ends; the last is open. A fact that contradicts those before it is named and moves nothing.
 */
export const chainsOf = (facts: readonly CustodyFact[]): Chains => {
  const chains = new Map<string, Held[]>()
  const contradictions: Contradiction[] = []
  for (const { id, papers, from, to, happenedAt } of standingFacts(facts))
    for (const paper of new Set(papers)) {
      const chain = chains.get(paper)
      const last = chain?.at(-1)
      const begins: Held = { custodian: to, since: happenedAt, until: null, fact: id }
      if (chain === undefined && from === null) chains.set(paper, [begins])
      else if (chain !== undefined && last !== undefined && from !== null && isSameCustodian(last.custodian, from))
        chain.splice(-1, 1, { ...last, until: happenedAt }, begins)
      else contradictions.push({ fact: id, paper, custodian: last?.custodian ?? null })
    }
  return { chains, contradictions }
}

/** Who has a paper now; undefined for one nobody has registered. */
export const custodianIn = ({ chains }: Chains, paper: string): Custodian | undefined =>
  chains.get(paper)?.at(-1)?.custodian

/** What two people counted of the same things: what both have, what the taker misses, what the giver did not name. */
export const compareCounts = (
  given: readonly string[],
  counted: readonly string[],
): { agreed: string[]; missing: string[]; foreign: string[] } => ({
  agreed: given.filter((item) => counted.includes(item)),
  missing: given.filter((item) => !counted.includes(item)),
  foreign: counted.filter((item) => !given.includes(item)),
})

/** Why somebody may not give a paper away; null where it is theirs to give. `paper` is undefined where nobody knows it. */
export const givingProblem = (
  custodian: Custodian | undefined,
  giver: Custodian,
): 'foreign-item' | 'not-givers-paper' | 'paper-in-other-parcel' | null => {
  if (custodian === undefined) return 'foreign-item'
  if (isSameCustodian(custodian, giver)) return null
  return custodian.kind === 'parcel' ? 'paper-in-other-parcel' : 'not-givers-paper'
}
