import { dayOf } from '@dossier/domain/calendar'
import type { Instant } from '@dossier/contracts/time'
import type { ParcelStory } from '@dossier/domain/parcel-story'
import type { Tx } from '@dossier/platform/postgres'
import { standsFor } from '../acting.ts'
import { openIncident } from '../incidents.ts'
import type { Published } from '../published.ts'
import type { Parcel } from './parcel.ts'
import type { NewScan } from './record-scan.ts'

const listed = `
  select from manifest_parcel m join manifest t on t.code = m.manifest
  where m.parcel = $1 and t.to_office = $2 and t.withdrawn_at is null`

/** A parcel that comes to another post office than had it, on no list of a trip to there, is before people at once. */
export const lookAtArrival = async (
  tx: Tx,
  { parcel, scan, before }: { parcel: Parcel; scan: NewScan; before: ParcelStory },
  { published, now }: { published: Published; now: Instant },
): Promise<void> => {
  const { office: there } = before
  if (scan.step !== 'arrived' || there === null || standsFor(published, scan.office, there, dayOf(now))) return
  if ((await tx.query(listed, [parcel.code, scan.office])).rowCount !== 0) return
  const { dossierId, code } = parcel
  const cause = `unannounced:${scan.id}`
  await openIncident(tx, { dossierId, what: 'parcel-unannounced', cause, parcel: code, at: scan.office }, now)
}
