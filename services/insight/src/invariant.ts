import type { Instant } from '@dossier/contracts/time'
import type { RecordsRead } from './records/read-records.ts'
import type { Snapshot } from './snapshot.ts'

/**
 * `any-time`: true at every instant, with work going on. `quiescent`: once everything is told and heard, and nothing waits that
 * the product does by itself; then what was told and what was heard are equal.
 */
export type Form = 'any-time' | 'quiescent'

/** What breaks an invariant: an id (never a person), and in what way. */
export type Offender = { id: string; why: string }

/** What an invariant looks at. */
export type Given = {
  snapshot: Snapshot
  form: Form
  now: Instant
  /** Before this moment whatever was due must have happened: what the product does by itself takes a little. */
  patientUntil: Instant
  /** What one reading of all records gave, for those that fold them. */
  records: RecordsRead
  /** Words that name planted people: found anywhere but in their owners' tables, personal data has leaked. */
  canaries: readonly string[]
  /** How the chain of balance sheets verifies against the records. */
  chain: () => Promise<Looked>
  /** Where else canaries are looked for: logs, topics, stories, metrics. */
  elsewhere: () => Promise<Looked>
}

/** How many things were looked at, and which of them break the invariant. */
export type Looked = { examined: number; offenders: Offender[] }

/** Something that must hold for everything there is. */
export type Invariant = {
  name: string
  vi: string
  en: string
  /** The law or the promise of the architecture it rests on. */
  source: string
  look: (given: Given) => Promise<Looked>
}

/** The sum of several looks. */
export const together = (...looks: Looked[]): Looked => ({
  examined: looks.reduce((sum, { examined }) => sum + examined, 0),
  offenders: looks.flatMap(({ offenders }) => offenders),
})
