import { Readable } from 'node:stream'
import type { DossierId } from '@dossier/contracts/dossier-id'
import { pageCount } from '@dossier/documents/page-count'
import type { Printer } from '@dossier/documents/printer'
import type { Clock } from '@dossier/platform/clock'
import type { FileStore } from '@dossier/platform/file-store'
import { inTransaction, type Tx } from '@dossier/platform/postgres'
import type { Pool } from 'pg'
import { lockDossier } from '../dossier-lock.ts'
import type { Promising } from '../promise.ts'
import { tell } from '../tell.ts'
import { dueDocuments, type SignedDocument } from './document.ts'
import { letterFor } from './letter-for.ts'

export type SettingDocuments = Promising & {
  db: Pool
  clock: Clock
  files: FileStore
  printer: Pick<Printer, 'print'>
  report: (trouble: unknown) => void
  told?: () => void
}

const maxBytes = 20_000_000
const issue = `
  update document set (sha256, pages, issued_at, next_at, why) = ($2, $3, $4, null, null) where id = $1 and sha256 is null`
const postpone = `
  update document set (next_at, tries, why) =
    ($2::timestamptz + least(1800, 30 * 2 ^ least(tries, 10)) * interval '1 s', tries + 1, $3)
  where id = $1 and sha256 is null`
const parcelsOf: Record<SignedDocument['kind'], string | null> = {
  'posting-slip': 'select code, dossier_id as "dossierId" from parcel where slip = $1',
  'delivery-slip': 'select code, dossier_id as "dossierId" from parcel where slip = $1',
  'handover-record': `
    select p.code, p.dossier_id as "dossierId" from record_parcel r join parcel p on p.code = r.parcel
    where r.record = $1 order by p.dossier_id, p.code`,
  // A trip is nobody's dossier: its list is the offices' own.
  manifest: null,
  'manifest-taken': null,
}

/**
 * Sets every paper that waits, stores it under its digest and tells its dossiers of it: once, whatever crashes in between. What gives
 * trouble is reported and tried again later; it keeps back no other. Gives how many were set.
 */
export const makeSetDocuments = (deps: SettingDocuments) => async (): Promise<number> => {
  const { db, clock, report, told = () => {} } = deps
  let set = 0
  for (const document of await dueDocuments(db, clock.now()))
    await setOne(deps, document).then(
      () => (set += 1),
      async (cause: unknown) => {
        report(new Error(`The ${document.kind} ${document.number} could not be set`, { cause }))
        await db.query(postpone, [document.id, clock.now(), 'could not be set; see the log'])
      },
    )
  if (set > 0) told()
  return set
}

const setOne = async (deps: SettingDocuments, document: SignedDocument): Promise<void> => {
  const { db, clock, files, printer } = deps
  const pdf = await printer.print(await letterFor(db, document, deps))
  const pages = pageCount(pdf)
  const draft = await files.take(Readable.from([Buffer.from(pdf)]), maxBytes)
  await draft.keep()
  await inTransaction(db, (tx) => issued(tx, document, { sha256: draft.sha256, pages, at: clock.now() }))
}

const issued = async (
  tx: Tx,
  { id, kind, number }: SignedDocument,
  { sha256, pages, at }: { sha256: string; pages: number; at: string },
): Promise<void> => {
  const parcels = await parcelsIn(tx, kind, number)
  for (const { dossierId } of parcels) await lockDossier(tx, dossierId)
  if ((await tx.query(issue, [id, sha256, pages, at])).rowCount === 0) return // somebody else was first
  if (kind === 'manifest' || kind === 'manifest-taken') return
  for (const { code: parcel, dossierId } of parcels)
    await tell(tx, dossierId, {
      event: { type: 'PostalDocumentIssued', document: id, kind, number, parcel, sha256, pages },
      at,
    })
}

type Concerned = { code: string; dossierId: DossierId }
const parcelsIn = async (tx: Tx, kind: SignedDocument['kind'], number: string): Promise<Concerned[]> => {
  const question = parcelsOf[kind]
  return question === null ? [] : (await tx.query<Concerned>(question, [number])).rows
}
