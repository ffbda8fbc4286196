import type { DossierId } from '@dossier/contracts/dossier-id'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { ParcelPurpose } from '@dossier/contracts/parcel'
import type { Instant } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import type { Tx } from '@dossier/platform/postgres'
import { newParcelCode, nextNumber } from '../numbers.ts'
import { postalProblem } from '../problems.ts'
import type { Parcel } from './parcel.ts'
import { parcelOf } from './parcel.ts'

const insert = `
  insert into parcel (
    code, dossier_id, purpose, slip, sender, receiver, dispatch, service_class, postage, seal, packed_at, packed_by, silent_at
  ) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
  on conflict on constraint parcel_pk do nothing`

export type NewParcel = {
  dossierId: DossierId
  /** The code on the label, where the post gave one out. */
  code?: string | undefined
  purpose: ParcelPurpose
  sender: OrganisationCode
  receiver: OrganisationCode | null
  dispatch: number | null
  serviceClass: string
  postage: number
  seal?: string | undefined
  packedBy: string
  silentAt: Instant
}

/** A new parcel under a new slip (phiếu gửi), packed and not yet taken. The dossier is locked. */
export const insertParcel = async (tx: Tx, parcel: NewParcel, now: Instant): Promise<Parcel> => {
  const code = await newParcelCode(tx, parcel.code)
  const slip = await nextNumber(tx, 'slip', dayOf(now))
  const { dossierId, purpose, sender, receiver, dispatch, serviceClass, postage, seal, packedBy, silentAt } = parcel
  const ends = [sender, receiver, dispatch, serviceClass]
  const { rowCount } = await tx.query(insert, [
    code,
    dossierId,
    purpose,
    slip,
    ...ends,
    postage,
    seal ?? null,
    now,
    packedBy,
    silentAt,
  ])
  if (rowCount === 0) throw postalProblem('parcel-exists', { about: code }) // two took one label at once
  return parcelOf(tx, code)
}
