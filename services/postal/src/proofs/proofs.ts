import { OrganisationCode } from '@dossier/contracts/organisation'
import { Instant } from '@dossier/contracts/time'
import { proofKinds } from '@dossier/domain/delivery-proof'
import { attemptReasons, scanSteps } from '@dossier/domain/parcel-story'
import type { Clock } from '@dossier/platform/clock'
import type { Tx } from '@dossier/platform/postgres'
import type { Pool } from 'pg'
import * as z from 'zod'

/** A delivery or an attempt with what shows it: never the picture itself, whose every look is written down. */
export const ShownDelivery = z
  .object({
    scan: z.string(),
    step: z.enum(scanSteps),
    happenedAt: Instant,
    recordedAt: Instant,
    by: z.string(),
    office: OrganisationCode,
    to: z.enum(['applicant', 'representative']).nullable(),
    reason: z.enum(attemptReasons).nullable(),
    proofs: z.array(
      z.object({
        kind: z.enum(proofKinds),
        takenAt: Instant,
        keptAt: Instant,
        sha256: z.string(),
        isErased: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Delivery' })
export type ShownDelivery = z.infer<typeof ShownDelivery>

// A scan that was corrected keeps what was signed on it.
const ofParcel = `
  select s.id as scan, s.step, s.happened_at as "happenedAt", s.recorded_at as "recordedAt", s.scanned_by as by, s.office,
    s.detail ->> 'to' as "to", s.detail ->> 'reason' as reason
  from scan s
  where s.parcel = $1 and s.step in ('delivered', 'attempted')
    and (s.refusal is null or exists (select from delivery_proof p where p.scan = s.id))
  order by s.happened_at, s.id`
const proofsOf = `
  select scan, kind, taken_at as "takenAt", kept_at as "keptAt", sha256, content is null as "isErased"
  from delivery_proof where parcel = $1 order by kind desc`
const one =
  'select media_type as "mediaType", content from delivery_proof where parcel = $1 and scan = $2 and kind = $3'
const erase = `
  update delivery_proof set (content, erased_at) = (null, $1) where (scan, kind) in (
    select scan, kind from delivery_proof where content is not null and kept_at < $2 order by kept_at limit 500)`

type Proof = { scan: string }
/** Every delivery and attempt of a parcel, in the order in which they happened, each with its signature and photo. */
export const deliveriesOf = async (db: Tx, parcel: string): Promise<ShownDelivery[]> => {
  const { rows: proofs } = await db.query<Proof>(proofsOf, [parcel])
  const { rows } = await db.query<Proof>(ofParcel, [parcel])
  return rows.map((row) => ShownDelivery.parse({ ...row, proofs: proofs.filter(({ scan }) => scan === row.scan) }))
}

type Asked = { parcel: string; scan: string; kind: string }
export type Picture = { mediaType: string; content: Buffer | null }
/** The picture itself; undefined where there never was one, without content once it is erased. */
export const pictureOf = async (db: Tx, { parcel, scan, kind }: Asked): Promise<Picture | undefined> =>
  (await db.query<Picture>(one, [parcel, scan, kind])).rows[0]

/** Erases signatures and photos whose time of keeping is over; that they were there stays. Gives how many. */
export const makeEraseProofs =
  ({ db, clock, keptDays }: { db: Pool; clock: Clock; keptDays: number }) =>
  async (): Promise<number> => {
    const now = clock.now()
    const until = new Date(Date.parse(now) - keptDays * 86_400_000).toISOString()
    return (await db.query(erase, [now, until])).rowCount ?? 0
  }
