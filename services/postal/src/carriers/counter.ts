import type { Pool } from 'pg'
import { readParcel, scansOf } from '../parcels/parcel.ts'
import type { Carrier } from './carrier.ts'

/** The post office itself: its parcels are ours, its tracking code is the parcel's, and what it tells are our scans. */
export const makeCounter = (db: Pool): Carrier => ({
  name: 'counter',
  order: async ({ parcel }) => {
    const known = await readParcel(db, parcel)
    return known === undefined ? { refused: 'no such parcel' } : { trackingCode: known.code }
  },
  history: async (trackingCode) => {
    if ((await readParcel(db, trackingCode)) === undefined) return undefined
    const scans = await scansOf(db, trackingCode)
    return scans
      .map(({ step, happenedAt: at }) => ({ trackingCode, orderCode: trackingCode, code: step, at }))
      .toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)))
  },
  proof: async (trackingCode) => {
    const delivered = (await scansOf(db, trackingCode)).find(({ step }) => step === 'delivered')
    if (delivered === undefined) return undefined
    const { to = 'applicant', identityChecked = false, authorisationShown = false, signed = false } = delivered.detail
    return { to, identityChecked, authorisationShown, signed }
  },
  cancel: async (trackingCode) => {
    const parcel = await readParcel(db, trackingCode)
    return parcel?.state === 'packed' ? 'cancelled' : 'too-late'
  },
})
