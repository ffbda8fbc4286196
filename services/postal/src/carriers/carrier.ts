import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { ParcelCode } from '@dossier/contracts/parcel'
import type { Instant } from '@dossier/contracts/time'

/** What a carrier is asked to bring. Where it goes is personal data: it is read at the moment of asking and kept nowhere else. */
export type CarrierOrder = {
  /** Our own code of the parcel, and the key of the order: asked twice it is one parcel. */
  parcel: ParcelCode
  from: OrganisationCode
  to: { name: string; phone: string; address: string }
}

/** One thing a carrier says of a parcel, in its own codes. */
export type CarrierStatus = {
  trackingCode: string
  /** Our code of the parcel, where the carrier repeats it. */
  orderCode: string | null
  /** In the carrier's list of its web-hook or of its history: the two may differ. */
  code: string
  at: Instant
}

/** How a carrier proves a delivery: without it nothing counts as delivered (QĐ 45/2016 art. 10). */
export type DeliveryProof = {
  to: 'applicant' | 'representative'
  identityChecked: boolean
  authorisationShown: boolean
  signed: boolean
}

/**
 * Somebody who carries parcels: our own post office, or another by its interface. Every method throws `Transient` where the
 * carrier cannot be reached or does not know yet: the same may be asked again.
 */
export type Carrier = {
  name: string
  /** Hands a parcel to the carrier; the same parcel again gives the same tracking code. `refused`: asking again is no use. */
  order: (order: CarrierOrder) => Promise<{ trackingCode: string } | { refused: string }>
  /** All the carrier has said of a parcel so far, oldest first; undefined where it knows no such code. */
  history: (trackingCode: string) => Promise<CarrierStatus[] | undefined>
  /** What it can show of a delivery; undefined where it can show nothing. */
  proof: (trackingCode: string) => Promise<DeliveryProof | undefined>
  /** Takes an order back before the parcel was taken over. */
  cancel: (trackingCode: string) => Promise<'cancelled' | 'too-late'>
}
