import { CalendarNotice, CalendarVersion } from '@dossier/contracts/calendar'
import { calendarTopic, officerTopic, organisationTopic, procedureTopic } from '@dossier/contracts/catalogue'
import { Officer, Organisation } from '@dossier/contracts/organisation'
import { ProcedureVersion } from '@dossier/contracts/procedure'
import { requestHash } from '@dossier/platform/canonical-json'
import type { Reference } from '@dossier/platform/copy'
import { announce } from '@dossier/platform/outbox'
import type { Tx } from '@dossier/platform/postgres'
import type { Topic } from '@dossier/platform/topic'
import type * as z from 'zod'

/** A kind of row: where it is stored, which is the topic that tells of it, its shape, and which of its members is its key. */
export type Kind<B> = {
  name: KindName
  place: string
  topic?: Topic<Reference<B>>
  schema: z.ZodType<B>
  keyOf: (body: B) => string
}
export type KindName = 'organisation' | 'officer' | 'calendar' | 'notice' | 'procedure'

export const organisations: Kind<Organisation> = {
  name: 'organisation',
  place: organisationTopic.name,
  topic: organisationTopic,
  schema: Organisation,
  keyOf: ({ code }) => code,
}
export const officers: Kind<Officer> = {
  name: 'officer',
  place: officerTopic.name,
  topic: officerTopic,
  schema: Officer,
  keyOf: ({ id }) => id,
}
export const calendars: Kind<CalendarVersion> = {
  name: 'calendar',
  place: calendarTopic.name,
  topic: calendarTopic,
  schema: CalendarVersion,
  keyOf: ({ version }) => version,
}
/** No topic tells of a notice: the calendar version it makes holds it. */
export const notices: Kind<CalendarNotice> = {
  name: 'notice',
  place: 'calendar-notice',
  schema: CalendarNotice,
  keyOf: ({ id }) => id,
}
export const procedures: Kind<ProcedureVersion> = {
  name: 'procedure',
  place: procedureTopic.name,
  topic: procedureTopic,
  schema: ProcedureVersion,
  keyOf: ({ id }) => id,
}

type State = 'draft' | 'published'
export type Stored<B> = {
  key: string
  revision: number
  state: State
  body: B
  hash: string
  fileHash: string | null
}

const members = 'key, revision, state, body, hash, file_hash as "fileHash"'
const one = `select ${members} from reference where (topic, key) = ($1, $2)`
const all = `select ${members} from reference where topic = $1 order by key`

export const readRow = async <B>(db: Tx, kind: Kind<B>, key: string): Promise<Stored<B> | undefined> => {
  const [row] = (await db.query<Stored<unknown>>(one, [kind.place, key])).rows
  return row === undefined ? undefined : { ...row, body: kind.schema.parse(row.body) }
}

export const readRows = async <B>(db: Tx, kind: Kind<B>): Promise<Stored<B>[]> => {
  const { rows } = await db.query<Stored<unknown>>(all, [kind.place])
  return rows.map((row) => ({ ...row, body: kind.schema.parse(row.body) }))
}

/** Those that other services know of. */
export const readPublished = async <B>(db: Tx, kind: Kind<B>): Promise<B[]> =>
  (await readRows(db, kind)).filter(({ state }) => state === 'published').map(({ body }) => body)

/**
 * One writer at a time, held to the end of the transaction and taken before its first write: checks that look at other
 * rows stay true, and revisions are announced in their order.
 */
export const lockCatalogue = async (tx: Tx): Promise<void> =>
  void (await tx.query(`select pg_advisory_xact_lock(hashtextextended('catalogue:' || current_schema(), 0))`))

export type Change<B> = { body: B; state: State; by: string; at: string; fileHash?: string }

// The same content again is no change: no revision, nothing to tell.
const write = `
  with saved as (
    insert into reference as r (topic, key, revision, state, body, hash, file_hash)
    values ($1, $2, 1, $3, $4, $5, $6)
    on conflict (topic, key) do update set (revision, state, body, hash, file_hash) =
      row (r.revision + 1, excluded.state, excluded.body, excluded.hash, coalesce(excluded.file_hash, r.file_hash))
    where (r.hash, r.state) <> (excluded.hash, excluded.state)
    returning topic, key, revision, state, body
  ), recorded as (
    insert into reference_change (topic, key, revision, state, body, changed_at, changed_by)
    select topic, key, revision, state, body, $7, $8 from saved
  )
  select revision from saved`
const adopt = 'update reference set file_hash = $3 where (topic, key) = ($1, $2)'

/** Writes a row, its history and, once published, its announcement, all in the caller's transaction. Gives the revision. */
export const save = async <B>(tx: Tx, kind: Kind<B>, change: Change<B>): Promise<number> => {
  const { body, state, by, at, fileHash = null } = change
  const key = kind.keyOf(body)
  const place = [kind.place, key]
  const values = [...place, state, JSON.stringify(body), requestHash(body), fileHash, at, by]
  const [saved] = (await tx.query<{ revision: number }>(write, values)).rows
  if (saved === undefined) {
    if (fileHash !== null) await tx.query(adopt, [...place, fileHash])
    return (await readRow(tx, kind, key))?.revision ?? 0
  }
  if (state === 'published' && kind.topic !== undefined)
    await announce(tx, kind.topic, { key, revision: saved.revision, body })
  return saved.revision
}
