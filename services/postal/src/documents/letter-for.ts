import { consignmentLetter } from '@dossier/documents/consignment-slip'
import { handoverLetter } from '@dossier/documents/handover-record'
import { manifestLetter } from '@dossier/documents/manifest'
import type { Letter } from '@dossier/documents/typesetter'
import type { Tx } from '@dossier/platform/postgres'
import { readParcel } from '../parcels/parcel.ts'
import { manifestOnPaper, manifestWith } from '../printed/manifest.ts'
import { recordOnPaper, recordWith } from '../printed/record.ts'
import { slipOf } from '../printed/slip.ts'
import type { Promising } from '../promise.ts'
import type { SignedDocument } from './document.ts'

const bySlip = 'select code from parcel where slip = $1'

/** A paper as it was when what it is of happened: what came after stands on another. Throws where there is no such thing. */
export const letterFor = async (
  db: Tx,
  { kind, number }: Pick<SignedDocument, 'kind' | 'number'>,
  deps: Promising,
): Promise<Letter> => {
  switch (kind) {
    case 'posting-slip':
    case 'delivery-slip': {
      const [row] = (await db.query<{ code: string }>(bySlip, [number])).rows
      const parcel = row === undefined ? undefined : await readParcel(db, row.code)
      if (parcel === undefined) throw new Error(`There is no slip ${number}`)
      const slip = await slipOf(db, parcel, deps)
      return consignmentLetter(kind === 'posting-slip' ? { ...slip, delivery: null } : slip)
    }
    case 'handover-record': {
      const kept = await recordWith(db, number)
      if (kept === undefined) throw new Error(`There is no handover record ${number}`)
      return handoverLetter(await recordOnPaper(db, kept, deps.published))
    }
    case 'manifest':
    case 'manifest-taken': {
      const kept = await manifestWith(db, number)
      if (kept === undefined) throw new Error(`There is no manifest ${number}`)
      const asGiven = { ...kept, takenBy: null, takenAt: null }
      return manifestLetter(await manifestOnPaper(db, kind === 'manifest' ? asGiven : kept, deps.published))
    }
  }
}
