import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { randomUUID } from 'node:crypto'
import { pageCount } from '@dossier/documents/page-count'
import type { Printer } from '@dossier/documents/printer'
import type { Letter } from '@dossier/documents/typesetter'
import { requestHash } from '@dossier/platform/canonical-json'
import type { Clock } from '@dossier/platform/clock'
import type { FileStore } from '@dossier/platform/file-store'
import { inTransaction } from '@dossier/platform/postgres'
import type { Pool } from 'pg'

const known = `
  select l.sha256 from due_date_page d join dossier_letter l on l.letter = d.letter and l.dossier_id = d.dossier_id where d.dossier_id = $1 and d.content = $2`
const lock = `select pg_advisory_xact_lock(hashtextextended('due-date:' || $1, 0))`
const list = `
  insert into dossier_letter (letter, dossier_id, of_seq, kind, form, number, issued_at, sha256, pages, signed, kept_by)
  values ($1, $2, $3, 'due-date', null, $4, $5, $6, $7, false, 'casework')`
const keep = 'insert into due_date_page (dossier_id, content, letter) values ($1, $2, $3)'
const maxBytes = 20_000_000

export type KeepingPages = { db: Pool; clock: Clock; files: FileStore; printer: Pick<Printer, 'print'> }
/** The page of a dossier at a line of its record; `code` is what it is called by. */
export type DueDatePage = { dossierId: string; version: number; code: string; letter: Letter }

/**
 * The certificate of a due date as a page: set when a reader first asks for it, stored under its digest and listed on the dossier; whoever
 * asks again while it says the same is given the same bytes.
 */
export const makeDueDatePages =
  ({ db, clock, files, printer }: KeepingPages) =>
  async ({ dossierId, version, code, letter }: DueDatePage): Promise<Buffer> => {
    const content = requestHash(letter)
    const stored = async () => (await db.query<{ sha256: string }>(known, [dossierId, content])).rows[0]?.sha256
    const before = await stored()
    if (before !== undefined) return buffer(files.read(before))
    const pdf = Buffer.from(await printer.print(letter))
    const draft = await files.take(Readable.from([pdf]), maxBytes)
    await draft.keep()
    const pages = pageCount(pdf)
    await inTransaction(db, async (tx) => {
      await tx.query(lock, [dossierId])
      if ((await tx.query(known, [dossierId, content])).rowCount !== 0) return // another reader was first
      const id = randomUUID()
      await tx.query(list, [id, dossierId, version, code, clock.now(), draft.sha256, pages])
      await tx.query(keep, [dossierId, content, id])
    })
    return buffer(files.read((await stored()) ?? draft.sha256))
  }

const file = `
  select sha256 from dossier_letter where dossier_id = $1 and letter = $2 and kept_by = 'casework'`

/** A page that was stored before; undefined where this dossier has none of that id. */
export const storedPage = async (
  { db, files }: Pick<KeepingPages, 'db' | 'files'>,
  { dossierId, id }: { dossierId: string; id: string },
): Promise<Buffer | undefined> => {
  const [row] = (await db.query<{ sha256: string }>(file, [dossierId, id])).rows
  return row === undefined ? undefined : buffer(files.read(row.sha256))
}
