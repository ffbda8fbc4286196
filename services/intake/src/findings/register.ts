import { FindingEvent, FindingId, FindingMatter, findingTopic } from '@dossier/contracts/finding'
import { DossierId } from '@dossier/contracts/dossier-id'
import { OrganisationCode } from '@dossier/contracts/organisation'
import { Day, Instant } from '@dossier/contracts/time'
import { currentRequest } from '@dossier/platform/context'
import { announce } from '@dossier/platform/outbox'
import type { Tx } from '@dossier/platform/postgres'
import * as z from 'zod'

const FindingLine = z.object({ seq: z.int(), at: Instant, event: FindingEvent, words: z.string().nullable() })
/** A finding with all that was said about it. */
export const Finding = z
  .object({
    id: FindingId,
    agency: OrganisationCode,
    matter: FindingMatter,
    dossierId: DossierId.nullable(),
    foundAt: Instant,
    state: z.enum(['open', 'remedied', 'closed']),
    remedyBy: Day,
    seq: z.int(),
    lines: z.array(FindingLine),
  })
  .meta({ id: 'Finding' })
export type Finding = z.infer<typeof Finding>

const columns = `
  f.id, agency, matter, dossier_id as "dossierId", found_at as "foundAt", state, remedy_by as "remedyBy", f.seq`
const byId = `select ${columns} from finding f where id = $1`
const of = `
  select ${columns}, (
    select jsonb_agg(jsonb_build_object('seq', l.seq, 'at', to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'event', l.event, 'words', l.words) order by l.seq) from finding_line l where l.finding_id = f.id) as lines
  from finding f where agency = any($1) order by state = 'closed', remedy_by, id limit 500`
const lock = `select pg_advisory_xact_lock(hashtextextended('finding:' || $1, 0))`
const insert = `
  insert into finding (id, agency, matter, dossier_id, found_at, state, remedy_by, seq)
  values ($1, $2, $3, $4, $5, 'open', $6, 0)`
const line = `
  insert into finding_line (finding_id, seq, at, person, mandate, event, words) values ($1, $2, $3, $4, $5, $6, $7)`
const move = `
  update finding set (state, remedy_by, seq, told_for) = ($2, coalesce($3::date, remedy_by), $4, coalesce($5::date, told_for))
  where id = $1`

/** A finding without its words, locked: what is told of it next keeps its order. */
export const lockFinding = async (tx: Tx, id: string): Promise<Omit<Finding, 'lines'> | undefined> => {
  await tx.query(lock, [id])
  return (await tx.query<Omit<Finding, 'lines'>>(byId, [id])).rows[0]
}

export const findingsOf = async (db: Tx, agencies: readonly string[]): Promise<Finding[]> =>
  z.array(Finding).parse((await db.query(of, [agencies])).rows)

export const insertFinding = async (
  tx: Tx,
  { id, agency, matter, dossierId, foundAt, remedyBy }: Omit<Finding, 'lines' | 'state' | 'seq'>,
): Promise<void> => void (await tx.query(insert, [id, agency, matter, dossierId, foundAt, remedyBy]))

type NewLine = { event: FindingEvent; at: Instant; by: { person: string; mandate: string | null }; words?: string }

/** Adds a line to a locked finding, moves it, and tells of it. */
export const appendFindingLine = async (
  tx: Tx,
  { id, seq: before }: Pick<Finding, 'id' | 'seq'>,
  { event, at, by, words }: NewLine,
): Promise<Finding['state']> => {
  const seq = before + 1
  const state = stateAfter(event)
  const newDay = event.type === 'FindingJudged' ? (event.remedyBy ?? null) : null
  const toldFor = event.type === 'FindingOverdue' ? event.remedyBy : null
  await tx.query(line, [id, seq, at, by.person, by.mandate, JSON.stringify(event), words ?? null])
  await tx.query(move, [id, state, newDay, seq, toldFor])
  const requestId = currentRequest()?.requestId
  await announce(tx, findingTopic, { findingId: id, seq, at, event, ...(requestId !== undefined && { requestId }) })
  return state
}

const stateAfter = (event: FindingEvent): Finding['state'] => {
  switch (event.type) {
    case 'FindingRecorded':
    case 'FindingOverdue':
      return 'open'
    case 'FindingRemedied':
      return 'remedied'
    case 'FindingJudged':
      return event.enough ? 'closed' : 'open'
  }
}
