import { createHash } from 'node:crypto'
import type { Caller } from '@dossier/contracts/actor'
import { Instant } from '@dossier/contracts/time'
import { pictureType, proofKinds, proofLimits } from '@dossier/domain/delivery-proof'
import type { ScanStep } from '@dossier/domain/parcel-story'
import type { Tx } from '@dossier/platform/postgres'
import * as z from 'zod'
import { actingFor, type Who } from '../acting.ts'
import { parcelOf } from '../parcels/parcel.ts'
import { common, postalProblem } from '../problems.ts'
import { words } from '../words.ts'

/** What a courier's phone sends of a scan of its own; the bytes as base64. */
export const NewProof = z
  .strictObject({
    scan: words(80),
    kind: z.enum(proofKinds),
    takenAt: z.iso.datetime({ offset: true }).transform((at) => Instant.parse(new Date(at).toISOString())),
    content: z.base64().max(2_800_000),
  })
  .meta({ id: 'NewProof' })
export type NewProof = z.infer<typeof NewProof>

export const KeptProof = z.object({ scan: z.string(), kind: z.enum(proofKinds), sha256: z.string() })
type KeptProof = z.infer<typeof KeptProof>

const scanned = 'select step, office, scanned_by as by from scan where id = $1 and parcel = $2'
const keep = `
  insert into delivery_proof (scan, kind, parcel, office, kept_by, taken_at, kept_at, sha256, media_type, size, content)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict on constraint delivery_proof_pk do nothing`
const before = 'select sha256 from delivery_proof where scan = $1 and kind = $2'

/**
 * Keeps the signature or the photo of a scan, once, from whoever made the scan; the same again changes nothing. Throws 403 for
 * somebody else, 404 without the scan, 409 where another is kept, 422 for what is no picture, too large or out of place.
 */
export const makeKeepProof =
  (deps: Who) =>
  async (tx: Tx, caller: Caller, { code, ...sent }: NewProof & { code: string }): Promise<KeptProof> => {
    const { scan: id, kind } = sent
    const parcel = await parcelOf(tx, code)
    const [scan] = (await tx.query<{ step: ScanStep; office: string; by: string }>(scanned, [id, parcel.code])).rows
    if (scan === undefined) throw common('not-found')
    const { person, organisation } = actingFor(deps, caller, 'Scan', (one, who) =>
      one === scan.office && who === scan.by ? ['post'] : [],
    )
    const { steps, maxBytes }: { steps: readonly ScanStep[]; maxBytes: number } = proofLimits[kind]
    if (!steps.includes(scan.step)) throw postalProblem('proof-out-of-place', { about: id })
    const content = Buffer.from(sent.content, 'base64')
    if (content.length > maxBytes) throw postalProblem('proof-too-large', { about: id })
    const type = pictureType(content)
    if (type === undefined) throw postalProblem('proof-not-a-picture', { about: id })
    const sha256 = createHash('sha256').update(content).digest('hex')
    const [now, size] = [deps.clock.now(), content.length]
    const row = [id, kind, parcel.code, organisation, person, sent.takenAt, now, sha256, type, size, content]
    const { rowCount } = await tx.query(keep, row)
    const [kept] = rowCount === 1 ? [] : (await tx.query<{ sha256: string }>(before, [id, kind])).rows
    if (kept !== undefined && kept.sha256 !== sha256) throw postalProblem('proof-kept', { about: id })
    return { scan: id, kind, sha256 }
  }
