import {
  type FeedbackEvent,
  FeedbackEvent as AnyEvent,
  type FeedbackId,
  type FeedbackRegister,
  feedbackTopic,
} from '@dossier/contracts/feedback'
import type { DossierId } from '@dossier/contracts/dossier-id'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { Instant } from '@dossier/contracts/time'
import { evolveFeedback, type Feedback, isFeedbackOver, nextSilence } from '@dossier/domain/feedback'
import { currentRequest } from '@dossier/platform/context'
import { announce } from '@dossier/platform/outbox'
import type { Tx } from '@dossier/platform/postgres'

/** A feedback as intake keeps it. Never logged, never announced: it holds what people wrote, and who. */
export type Kept = {
  id: FeedbackId
  reference: string
  register: FeedbackRegister
  agency: OrganisationCode
  receivedAt: Instant
  giver: string | null
  takenBy: string | null
  contact: Record<string, string>
  words: string
  procedure: string | null
  dossierCode: string | null
  dossierId: DossierId | null
  /** Where the dossier it speaks of belongs: of several successors of its agency that place's answers. */
  place: OrganisationCode | null
  complainedOf: string[]
  handler: string | null
  publishedText: string | null
  standing: Feedback
  seq: number
}

/** For a query on `feedback`. */
export const place = `(select coalesce(a.locality, a.receiving_desk) from application a where a.id = feedback.dossier_id)`
const columns = `
  id, reference, register, agency, received_at as "receivedAt", giver, taken_by as "takenBy", contact, words, procedure,
  dossier_code as "dossierCode", dossier_id as "dossierId", ${place} as place, complained_of as "complainedOf", handler,
  published_text as "publishedText", body as standing, seq`
const byId = `select ${columns} from feedback where id = $1`
const byReference = `select ${columns} from feedback where reference = $1`
// Not `for update`: the outbox goes by transaction ids, and that may take one before it waits.
const lock = `select pg_advisory_xact_lock(hashtextextended('feedback:' || $1, 0))`
const insert = `
  insert into feedback (
    id, reference, register, agency, received_at, giver, taken_by, contact, words, procedure, dossier_code, dossier_id,
    complained_of, body, is_open, seq
  ) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, '{}', true, 0)`
const move = `
  update feedback set (body, is_open, next_silence, calendar, seq) = ($2, $3, $4, $5, $6) where id = $1`
const line = `
  insert into feedback_line (feedback_id, seq, at, person, mandate, event, words) values ($1, $2, $3, $4, $5, $6, $7)`
const said = 'select seq, at, event, words from feedback_line where feedback_id = $1 order by seq'

export const readFeedback = async (db: Tx, id: string): Promise<Kept | undefined> =>
  (await db.query<Kept>(byId, [id])).rows[0]

export const readByReference = async (db: Tx, reference: string): Promise<Kept | undefined> =>
  (await db.query<Kept>(byReference, [reference])).rows[0]

/** Reads a feedback and keeps others from moving it: what is told of it next keeps its order. */
export const lockFeedback = async (tx: Tx, id: string): Promise<Kept | undefined> => {
  await tx.query(lock, [id])
  return readFeedback(tx, id)
}

/** Keeps what was given; its first line follows in the same transaction. */
export const insertFeedback = async (
  tx: Tx,
  kept: Omit<Kept, 'standing' | 'seq' | 'handler' | 'publishedText' | 'place'>,
) => {
  const { id, reference, register, agency, receivedAt, giver, takenBy, contact, words } = kept
  const { procedure, dossierCode, dossierId, complainedOf } = kept
  const who = [giver, takenBy, JSON.stringify(contact), words]
  await tx.query(insert, [
    id,
    reference,
    register,
    agency,
    receivedAt,
    ...who,
    procedure,
    dossierCode,
    dossierId,
    complainedOf,
  ])
}

export type By = { person: string; mandate: string | null }
export type NewLine = { event: FeedbackEvent; at: Instant; by: By; words?: string | undefined }
type Here = { id: FeedbackId; standing: Feedback | undefined; seq: number; matter?: Feedback['matter'] | undefined }

/** Adds a line to a locked feedback, moves it, and tells of it. Gives where it stands then. */
export const appendLine = async (tx: Tx, here: Here, { event, at, by, words }: NewLine): Promise<Feedback> => {
  const moved = evolveFeedback(here.standing, event, at)
  if (moved === undefined) throw new Error(`Feedback ${here.id} begins with ${event.type}`)
  const standing = here.matter === undefined ? moved : { ...moved, matter: here.matter }
  const seq = here.seq + 1
  await tx.query(line, [here.id, seq, at, by.person, by.mandate, JSON.stringify(event), words ?? null])
  const { calendar } = standing
  const values = [JSON.stringify(standing), !isFeedbackOver(standing), nextSilence(standing), calendar, seq]
  await tx.query(move, [here.id, ...values])
  const requestId = currentRequest()?.requestId
  await announce(tx, feedbackTopic, {
    feedbackId: here.id,
    seq,
    at,
    event,
    ...(requestId !== undefined && { requestId }),
  })
  return standing
}

export type Line = { seq: number; at: Instant; event: FeedbackEvent; words: string | null }

/** What happened to it, with the words that went with it, in order. */
export const linesOf = async (db: Tx, id: FeedbackId): Promise<Line[]> => {
  const { rows } = await db.query<Omit<Line, 'event'> & { event: unknown }>(said, [id])
  return rows.map((row) => ({ ...row, event: AnyEvent.parse(row.event) }))
}
