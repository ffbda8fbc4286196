import type { DossierId } from '@dossier/contracts/dossier-id'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { ParcelEvent } from '@dossier/contracts/parcel'
import type { Instant } from '@dossier/contracts/time'
import type { Tx } from '@dossier/platform/postgres'
import { uuidv7 } from 'uuidv7'
import { tell } from './tell.ts'

const open = `
  insert into incident (id, dossier_id, what, cause, parcel, at, papers, opened_at, also)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict on constraint incident_cause_key do nothing returning id`

type Opened = Extract<ParcelEvent, { type: 'IncidentOpened' }>
export type NewIncident = {
  /** Where it must be known beforehand. */
  id?: string
  dossierId: DossierId
  what: Opened['what']
  /** What it comes of, as `transfer:<id>`: from one cause comes one incident, however often it is seen. */
  cause: string
  at: OrganisationCode
  /** Other offices that must look, as who gave what the taker misses. */
  also?: readonly OrganisationCode[]
  parcel?: string | undefined
  papers?: readonly string[]
  fees?: Opened['fees']
}

/** Puts something before people, once for its cause, and tells of it. The dossier is locked. Gives whether it is new. */
export const openIncident = async (
  tx: Tx,
  { id = uuidv7(), dossierId, what, cause, at, also = [], parcel, papers = [], fees }: NewIncident,
  now: Instant,
): Promise<boolean> => {
  const others = [...new Set(also)].filter((one) => one !== at)
  const { rowCount } = await tx.query(open, [id, dossierId, what, cause, parcel ?? null, at, papers, now, others])
  if (rowCount === 0) return false
  const about = {
    ...(parcel !== undefined && { parcel }),
    ...(fees !== undefined && { fees }),
    ...(others.length > 0 && { also: others }),
  }
  const event: ParcelEvent = { type: 'IncidentOpened', incident: id, what, at, ...about }
  await tell(tx, dossierId, { event, at: now })
  return true
}
