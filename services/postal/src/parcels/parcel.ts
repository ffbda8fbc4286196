import type { DossierId } from '@dossier/contracts/dossier-id'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { ParcelPurpose } from '@dossier/contracts/parcel'
import type { Day, Due, Instant } from '@dossier/contracts/time'
import type { ParcelState, Scan, ScanDetail, ScanStep } from '@dossier/domain/parcel-story'
import type { Tx } from '@dossier/platform/postgres'
import { lockDossier } from '../dossier-lock.ts'
import { readCode } from '../numbers.ts'
import { postalProblem } from '../problems.ts'

/** A parcel as it is kept. `office` is the post office that has it; `receiver` null goes to the citizen. */
export type Parcel = {
  code: string
  dossierId: DossierId
  purpose: ParcelPurpose
  slip: string
  sender: OrganisationCode
  receiver: OrganisationCode | null
  dispatch: number | null
  serviceClass: string
  postage: number
  seal: string | null
  packedAt: Instant
  packedBy: string
  postedAt: Instant | null
  postedOn: Day | null
  promised: Due | null
  silentAt: Instant | null
  alarmedAt: Instant | null
  state: ParcelState | 'unpacked'
  office: OrganisationCode | null
  courier: string | null
  bag: string | null
  attempts: number
  invitations: number
  nextFrom: Day | null
  closedAt: Instant | null
}

export const parcelColumns = `
  code, dossier_id as "dossierId", purpose, slip, sender, receiver, dispatch, service_class as "serviceClass", postage, seal,
  packed_at as "packedAt", packed_by as "packedBy", posted_at as "postedAt", posted_on as "postedOn", promised,
  silent_at as "silentAt", alarmed_at as "alarmedAt", state, office, courier, bag, attempts, invitations,
  next_from as "nextFrom", closed_at as "closedAt"`
const byCode = `select ${parcelColumns} from parcel where code = $1`
const scans = `
  select id, step, happened_at as "happenedAt", recorded_at as "recordedAt", scanned_by as by, office, detail, corrects
  from scan where parcel = $1 and refusal is null`

export const readParcel = async (db: Tx, code: string): Promise<Parcel | undefined> =>
  (await db.query<Parcel>(byCode, [code])).rows[0]

/** A parcel by its code as scanned or typed. Throws 422 for what is no code, 404 for one nobody has. */
export const parcelOf = async (db: Tx, text: string): Promise<Parcel> => {
  const code = readCode(text)
  const parcel = await readParcel(db, code)
  if (parcel === undefined) throw postalProblem('parcel-unknown', { about: code })
  return parcel
}

/** The same, kept from others until the transaction ends. */
export const lockParcel = async (tx: Tx, text: string): Promise<Parcel> => {
  const { dossierId, code } = await parcelOf(tx, text)
  await lockDossier(tx, dossierId)
  return parcelOf(tx, code)
}

/** What was seen of a parcel and counts. */
export const scansOf = async (db: Tx, code: string): Promise<Scan[]> =>
  (await db.query<Scan & { step: ScanStep; detail: ScanDetail }>(scans, [code])).rows
