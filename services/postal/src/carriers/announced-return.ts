import type { Instant } from '@dossier/contracts/time'
import type { Tx } from '@dossier/platform/postgres'
import { openIncident } from '../incidents.ts'
import type { Parcel } from '../parcels/parcel.ts'
import { tell } from '../tell.ts'

const announced = `
  select from incident where parcel = $1 and what = 'return-uncounted' and closed_at is null`
const settle = `
  update incident set (closed_at, closed_by, outcome) = ($2, 'service:postal', 'counted')
  where parcel = $1 and what = 'return-uncounted' and closed_at is null returning id`

/** A carrier brings a parcel back: the desk that sent it is to count it with the post, and is told so. The dossier is locked. */
export const announceReturn = async (tx: Tx, { dossierId, code, sender }: Parcel, now: Instant): Promise<void> => {
  const cause = `return:${code}`
  await openIncident(tx, { dossierId, what: 'return-uncounted', cause, parcel: code, at: sender }, now)
}

/** Whether a carrier said that it brings a parcel back: then it is there, however often anybody was invited. */
export const isReturnAnnounced = async (db: Tx, parcel: string): Promise<boolean> =>
  (await db.query(announced, [parcel])).rowCount !== 0

/** Desk and post have counted what came back: nothing is left to look at. */
export const settleReturn = async (tx: Tx, { dossierId, code }: Parcel, now: Instant): Promise<void> => {
  const { rows } = await tx.query<{ id: string }>(settle, [code, now])
  for (const { id: incident } of rows)
    await tell(tx, dossierId, { event: { type: 'IncidentClosed', incident, outcome: 'counted' }, at: now })
}
