import { DossierId } from '@dossier/contracts/dossier-id'
import type { ProcedureVersion } from '@dossier/contracts/procedure'
import { dayOf } from '@dossier/domain/calendar'
import type { Tx } from '@dossier/platform/postgres'
import { uuidv7 } from 'uuidv7'
import { standsFor, type Who } from '../acting.ts'
import { lockDossier } from '../dossier-lock.ts'
import { postalProblem } from '../problems.ts'
import type { NewCollection } from './collection.ts'

const insert = 'insert into dossier (id, desk, procedure) values ($1, $2, $3)'
const read = `
  select desk, procedure, procedure_version as "version", awaits_papers as "awaitsPapers" from dossier where id = $1`

type Row = { desk: NewCollection['desk']; procedure: string; version: string | null; awaitsPapers: boolean }
type CollectedDossier = { dossierId: DossierId; version: ProcedureVersion | undefined }

/** A new dossier for papers that are sent for the first time; it is judged by the version of the day. */
export const begun = async (
  tx: Tx,
  { desk, procedure }: NewCollection,
  { clock, published }: Who,
): Promise<CollectedDossier> => {
  const dossierId = DossierId.parse(uuidv7())
  await lockDossier(tx, dossierId)
  await tx.query(insert, [dossierId, desk, procedure])
  return { dossierId, version: published.versionOn(procedure, dayOf(clock.now())) }
}

/**
 * The dossier papers are sent for after its application, judged by the version it was accepted under. Throws 409 where the
 * ledger waits for none, or at another desk; who asks learns nothing else of it.
 */
export const awaited = async (
  tx: Tx,
  { dossierId, desk, procedure }: NewCollection,
  { clock, published }: Who,
): Promise<CollectedDossier> => {
  const day = dayOf(clock.now())
  if (dossierId === undefined) throw postalProblem('no-papers-awaited')
  await lockDossier(tx, dossierId)
  const [row] = (await tx.query<Row>(read, [dossierId])).rows
  const isAwaited =
    row?.awaitsPapers === true && row.procedure === procedure && standsFor(published, desk, row.desk, day)
  if (!isAwaited) throw postalProblem('no-papers-awaited')
  return {
    dossierId,
    version: row.version === null ? published.versionOn(procedure, day) : published.version(row.version),
  }
}
