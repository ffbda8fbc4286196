import { OrganisationCode } from '@dossier/contracts/organisation'
import type { Instant } from '@dossier/contracts/time'
import type { Interruption } from '@dossier/domain/legal-clock'
import { isAbove } from '@dossier/domain/organisations'
import type { Tx } from '@dossier/platform/postgres'
import type { Published } from '../published.ts'

const ofParcel = `
  select f.from_at as "from", f.until_at as "to" from force_majeure_parcel p join force_majeure f on f.id = p.force_majeure
  where p.parcel = $1 order by f.from_at`
const since = 'select id, place, from_at as "from", until_at as "to" from force_majeure where until_at > $1'
const link = `
  insert into force_majeure_parcel (force_majeure, parcel) values ($1, $2) on conflict do nothing`

/** The ends of a parcel, and the office that has it. */
type Ends = { code: string; sender: string; receiver: string | null; office: string | null }

/** The stretches in which a parcel could not be carried, by what was recorded of its places. */
export const majeureOf = async (db: Tx, parcel: string): Promise<Interruption[]> =>
  (await db.query<Interruption>(ofParcel, [parcel])).rows

/** Whether a place lies on a parcel's way. */
export const lies = (published: Published, place: OrganisationCode, { sender, receiver, office }: Ends): boolean =>
  [sender, receiver, office].some((end) => {
    const code = OrganisationCode.safeParse(end).data
    return code !== undefined && (code === place || isAbove(published.organisations(), place, code))
  })

/** Connects a parcel that is posted with what was recorded before of its places, and gives the stretches. */
export const majeureAtPosting = async (
  tx: Tx,
  parcel: Ends,
  { published, postedAt }: { published: Published; postedAt: Instant },
): Promise<Interruption[]> => {
  const { rows } = await tx.query<Interruption & { id: string; place: OrganisationCode }>(since, [postedAt])
  for (const { id, place } of rows) if (lies(published, place, parcel)) await tx.query(link, [id, parcel.code])
  return majeureOf(tx, parcel.code)
}
