import type { DossierId } from '@dossier/contracts/dossier-id'
import { Custodian, type Paper } from '@dossier/contracts/parcel'
import type { Instant } from '@dossier/contracts/time'
import { chainsOf, type Contradiction, type CustodyFact, type CustodyStep, type Held } from '@dossier/domain/custody'
import type { Tx } from '@dossier/platform/postgres'
import { uuidv7 } from 'uuidv7'

/** One thing to be told of papers. `why` names what it rests on, as `scan:<id>`, `record:<number>` or `ledger:<seq>`. */
export type NewFact = {
  step: CustodyStep
  papers: readonly string[]
  from: Custodian | null
  to: Custodian
  happenedAt: Instant
  why: string
  place?: string | undefined
  givenBy?: string | undefined
  takenBy?: string | undefined
  corrects?: string | undefined
}

const insertPapers = `
  insert into paper (id, dossier_id, kind, component, registered_at)
  select p.id, $1, p.kind, p.component, $2 from unnest($3::uuid[], $4::text[], $5::text[]) as p (id, kind, component)`
const insert = `
  insert into custody_fact (
    id, dossier_id, step, papers, from_custodian, to_custodian, happened_at, recorded_at, place, why, given_by, taken_by, corrects
  ) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`
const latest = 'select max(since) as since from custody where paper = any($1) and until is null'
const lastTold = `
  select id, recorded_at as "recordedAt" from custody_fact where dossier_id = $1 and papers && $2
  order by recorded_at desc, id desc limit 1`
const ofDossier = `
  select id, step, papers, from_custodian as "from", to_custodian as "to", happened_at as "happenedAt",
    recorded_at as "recordedAt", corrects
  from custody_fact where dossier_id = $1`
const forget = 'delete from custody where paper = any($1)'
const write = `
  insert into custody (paper, nth, custodian, since, until, fact)
  select * from unnest($1::uuid[], $2::int[], $3::jsonb[], $4::timestamptz[], $5::timestamptz[], $6::uuid[])`
const hold = `
  update paper set holds = h.nth from unnest($1::uuid[], $2::int[]) as h (paper, nth) where id = h.paper and holds <> h.nth`

/** Registers papers that are new here; the fact that says who has them follows in the same transaction. */
export const insertNewPapers = async (tx: Tx, dossierId: DossierId, papers: readonly Paper[], at: Instant) => {
  const columns = [
    papers.map(({ paper }) => paper),
    papers.map(({ kind }) => kind),
    papers.map(({ component }) => component),
  ]
  await tx.query(insertPapers, [dossierId, at, ...columns])
}

/**
 * Adds facts about a locked dossier and derives its papers' chains anew, in the same transaction. A fact from a clock that is
 * behind happens, and is recorded, when the one it follows was, not before. Throws where a paper is not with whom a fact has it from.
 */
export const addFacts = async (
  tx: Tx,
  dossierId: DossierId,
  facts: readonly NewFact[],
  now: Instant,
): Promise<void> => {
  const added = new Set<string>()
  for (const fact of facts) added.add(await insertFact(tx, dossierId, fact, now))
  const contradiction = (await deriveChains(tx, dossierId)).find(({ fact }) => added.has(fact))
  if (contradiction === undefined) return
  throw new Error(`Paper ${contradiction.paper} is not with whom a new fact of dossier ${dossierId} has it from`)
}

const insertFact = async (tx: Tx, dossierId: DossierId, fact: NewFact, now: Instant): Promise<string> => {
  const { step, papers, from, to, why, place, givenBy, takenBy, corrects } = fact
  const id = uuidv7()
  const [row] = (await tx.query<{ since: Instant | null }>(latest, [papers])).rows
  const since = row?.since ?? fact.happenedAt
  const happenedAt = since > fact.happenedAt ? since : fact.happenedAt
  const recordedAt = await recordedAfter(tx, dossierId, { id, papers, now })
  const parties = [from === null ? null : JSON.stringify(from), JSON.stringify(to)]
  const who = [place ?? null, why, givenBy ?? null, takenBy ?? null, corrects ?? null]
  await tx.query(insert, [id, dossierId, step, papers, ...parties, happenedAt, recordedAt, ...who])
  return id
}

/** When a fact is recorded: now, but after the one its papers were told of last, by whichever clock that was. */
const recordedAfter = async (
  tx: Tx,
  dossierId: DossierId,
  { id, papers, now }: { id: string; papers: readonly string[]; now: Instant },
): Promise<Instant> => {
  const [last] = (await tx.query<{ id: string; recordedAt: Instant }>(lastTold, [dossierId, papers])).rows
  if (last === undefined || last.recordedAt < now) return now
  // At one instant facts go by their ids.
  return last.id < id ? last.recordedAt : new Date(Date.parse(last.recordedAt) + 1).toISOString()
}

/** Writes the chains of a locked dossier's papers from its facts. The facts stay as they are. */
const deriveChains = async (tx: Tx, dossierId: DossierId): Promise<readonly Contradiction[]> => {
  const { rows } = await tx.query<CustodyFact>(ofDossier, [dossierId])
  const { chains, contradictions } = chainsOf(rows.map((row) => ({ ...row, ...parties(row) })))
  const held = [...chains].flatMap(([paper, chain]) => chain.map((one, i) => ({ paper, nth: i + 1, ...one })))
  await tx.query(forget, [[...chains.keys()]])
  await tx.query(write, [
    held.map(({ paper }) => paper),
    held.map(({ nth }) => nth),
    held.map(({ custodian }) => JSON.stringify(custodian)),
    held.map(({ since }) => since),
    held.map(({ until }) => until),
    held.map(({ fact }) => fact),
  ])
  await tx.query(hold, [[...chains.keys()], [...chains.values()].map((chain: readonly Held[]) => chain.length)])
  return contradictions
}

const parties = ({ from, to }: { from: unknown; to: unknown }) => ({
  from: from === null ? null : Custodian.parse(from),
  to: Custodian.parse(to),
})
