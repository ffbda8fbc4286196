import type { DossierId } from '@dossier/contracts/dossier-id'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { Instant } from '@dossier/contracts/time'
import type { Tx } from '@dossier/platform/postgres'
import { silentFrom } from '../promise.ts'
import type { Published } from '../published.ts'

/** (cfg) How many working days the operator has to write down whose fault a loss or damage is: no text names any. */
const liabilityDays = 5

const keep = `
  insert into liability_awaited (parcel, scan, dossier_id, office, silent_at) values ($1, $2, $3, $4, $5)
  on conflict on constraint liability_awaited_pk do nothing`
const drop = 'delete from liability_awaited where parcel = $1 and scan = $2'

type Declared = { parcel: string; scan: string; dossierId: DossierId; office: OrganisationCode }

/** A loss or damage is declared: its liability record is waited for, and rings if nobody writes it (NĐ 47/2011 art. 26). */
export const awaitLiability = async (
  tx: Tx,
  { parcel, scan, dossierId, office }: Declared,
  { published, now }: { published: Published; now: Instant },
): Promise<void> =>
  void (await tx.query(keep, [parcel, scan, dossierId, office, silentFrom(published, now, liabilityDays)]))

/** What was declared by mistake needs no record. */
export const dropLiability = async (tx: Tx, parcel: string, scan: string): Promise<void> =>
  void (await tx.query(drop, [parcel, scan]))
