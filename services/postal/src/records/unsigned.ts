import { OrganisationCode } from '@dossier/contracts/organisation'
import { Instant } from '@dossier/contracts/time'
import type { Tx } from '@dossier/platform/postgres'
import * as z from 'zod'

/** A handover record the desk has counted and no courier has signed; `silentAt`: when that becomes an incident. */
export const UnsignedRecord = z
  .object({
    number: z.string(),
    desk: OrganisationCode,
    countedAt: Instant,
    silentAt: Instant,
    isSilent: z.boolean(),
    parcels: z.array(z.string()),
  })
  .meta({ id: 'UnsignedRecord' })
export type UnsignedRecord = z.infer<typeof UnsignedRecord>

// A desk's own, and for a post office those of parcels it still has.
const unsigned = `
  select h.number, h.desk, h.counted_at as "countedAt", h.silent_at as "silentAt", h.alarmed_at is not null as "isSilent",
    array_agg(r.parcel order by r.parcel) as parcels
  from handover_record h join record_parcel r on r.record = h.number join parcel p on p.code = r.parcel
  where h.signed_at is null
  group by h.number having h.desk = $1 or bool_or(p.office = $1) order by h.counted_at, h.number limit 200`

/** What waits for the courier's signature at an office, oldest first, at most 200. */
export const unsignedRecords = async (db: Tx, office: string): Promise<UnsignedRecord[]> =>
  z.array(UnsignedRecord).parse((await db.query(unsigned, [office])).rows)
