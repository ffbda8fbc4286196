import { OrganisationCode } from '@dossier/contracts/organisation'
import { Paper, ParcelPurpose } from '@dossier/contracts/parcel'
import { Day, Due, Instant } from '@dossier/contracts/time'
import { parcelStates } from '@dossier/domain/parcel-story'
import type { Tx } from '@dossier/platform/postgres'
import * as z from 'zod'
import { parcelColumns } from './parcel.ts'

/** A parcel as its list shows it: what goes where by when, and not a word of the person (QĐ 45/2016 art. 16.5). */
export const ShownParcel = z
  .object({
    code: z.string(),
    dossierId: z.string(),
    purpose: ParcelPurpose,
    slip: z.string(),
    sender: OrganisationCode,
    receiver: OrganisationCode.nullable(),
    dispatch: z.int().nullable(),
    serviceClass: z.string(),
    seal: z.string().nullable(),
    packedAt: Instant,
    postedOn: Day.nullable(),
    promised: Due.nullable(),
    state: z.enum([...parcelStates, 'unpacked']),
    office: OrganisationCode.nullable(),
    bag: z.string().nullable(),
    attempts: z.int(),
    invitations: z.int(),
    nextFrom: Day.nullable(),
    closedAt: Instant.nullable(),
  })
  .meta({ id: 'Parcel' })
export type ShownParcel = z.infer<typeof ShownParcel>

/** The same with what is in it. */
export const OpenedParcel = ShownParcel.extend({ papers: z.array(Paper) }).meta({ id: 'ParcelWithPapers' })

const ofOffice = `
  select ${parcelColumns} from parcel
  where closed_at is null and (
    office = $1 or (sender = $1 and receiver is distinct from $1) or receiver = $1 or (posted_at is null and sender = any($2)))
  order by coalesce(silent_at, packed_at), code limit 500`

/**
 * Parcels an office has, has packed, or is to get, and for a post office what waits to be fetched at `neighbours`; earliest
 * promise first, at most 500.
 */
export const parcelsOf = async (
  db: Tx,
  organisation: string,
  neighbours: readonly string[] = [],
): Promise<ShownParcel[]> => z.array(ShownParcel).parse((await db.query(ofOffice, [organisation, neighbours])).rows)
