import { type DBSchema, openDB } from 'idb'
import type { components } from '../clients/postal.d.ts'

export type Detail = components['schemas']['ScanInput']['detail']
type Step = components['schemas']['ScanInput']['step']
export type Parcel = components['schemas']['Parcel']

/** One scan as the phone keeps it: made once, with its own id and the moment it happened, sent as often as need be. */
export type KeptScan = {
  id: string
  by: string
  parcel: string
  step: Step
  happenedAt: string
  detail: Detail
  state: 'waiting' | 'counted' | 'refused'
  refusal?: { vi: string; en: string }
}
/** The signature or photo of a scan, as base64: gone from the phone once postal has it. */
export type KeptProof = {
  id: string
  scan: string
  kind: 'signature' | 'photo'
  by: string
  parcel: string
  takenAt: string
  content: string
  refusal?: { vi: string; en: string }
}
/** What the office had to fetch and to deliver when the phone last asked. */
export type KeptList = { office: string; by: string; at: string; parcels: Parcel[] }

interface Shelves extends DBSchema {
  scan: { key: string; value: KeptScan; indexes: { state: string } }
  list: { key: string; value: KeptList }
  proof: { key: string; value: KeptProof }
}

export const shelves = openDB<Shelves>('buu-ta', 2, {
  upgrade: (db, before) => {
    if (before < 1) {
      db.createObjectStore('scan', { keyPath: 'id' }).createIndex('state', 'state')
      db.createObjectStore('list', { keyPath: 'office' })
    }
    db.createObjectStore('proof', { keyPath: 'id' })
  },
  // Another window with a newer page must not wait for this one.
  blocking: (_before, _after, event) => {
    if (event.target instanceof IDBDatabase) event.target.close()
  },
})
