import type { Actor } from '@dossier/contracts/actor'
import type { Axes } from '@dossier/contracts/dossier'
import type { DossierEvent } from '@dossier/contracts/dossier-event'
import type { Officer } from '@dossier/contracts/organisation'
import type { Instant } from '@dossier/contracts/time'
import type { Statutes } from '@dossier/domain/clock-audit'
import type { Dossier } from '@dossier/domain/dossier'

/** A line of a record as it is stored, whole in `text`; it was parsed when it was written. */
export type Line = { seq: number; at: Instant; actor: Actor; event: DossierEvent; axes: Axes; text: string }

/** A command that took effect, and which lines it wrote. */
export type Effect = { key: string; first: number; last: number }

/** A dossier as the ledger keeps it: its row, its record, and what asked for each line. */
export type Filed = {
  id: string
  version: number
  body: unknown
  fold: number
  applicant: string | null
  columns: Record<string, unknown>
  lines: readonly Line[]
  effects: readonly Effect[]
}

/** A line with where the dossier stood before and after it, by the domain's own fold. */
export type Step = { line: Line; before: Dossier | undefined; after: Dossier | undefined }

/** What records are judged by. */
export type Judging = {
  now: Instant
  patientUntil: Instant
  statutes: Statutes
  officers: ReadonlyMap<string, Officer>
  canaries: readonly string[]
}

/** Says what is wrong with one record, in ids and dates; nothing where all is well. */
export type Check = (filed: Filed, steps: readonly Step[], judging: Judging) => string[]
