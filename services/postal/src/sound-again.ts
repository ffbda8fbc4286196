import type { Instant } from '@dossier/contracts/time'
import type { Tx } from '@dossier/platform/postgres'
import { silentFrom } from './promise.ts'
import type { Published } from './published.ts'

const parcel = 'update parcel set (silent_at, alarmed_at) = ($2, null) where code = $1 and closed_at is null'
const transfer = `
  update transfer set (silent_at, alarmed_at) = ($2, null) where id::text = $1 and state in ('expected', 'given')`
const manifest = `
  update manifest set (silent_at, alarmed_at) = ($2, null) where code = $1 and taken_at is null and withdrawn_at is null`
const record = 'update handover_record set (silent_at, alarmed_at) = ($2, null) where number = $1 and signed_at is null'
const dispatch = `
  update dispatch_order set (silent_at, alarmed_at) = ($2, null) where dossier_id::text || ':' || nth = $1 and state = 'ordered'`

/**
 * Somebody has settled an incident of silence: if what was silent is still out, it may be silent again, from now on. The
 * dossier is locked. `cause` is what the incident came of.
 */
export const soundAgain = async (
  tx: Tx,
  { cause, parcel: code }: { cause: string; parcel: string | null },
  { published, now }: { published: Published; now: Instant },
): Promise<void> => {
  const [kind = '', id, nth] = cause.split(':')
  const at = silentFrom(published, now)
  if (ofParcels.includes(kind) && code !== null) await tx.query(parcel, [code, at])
  if (kind === 'untaken') for (const again of [transfer, manifest, record]) await tx.query(again, [id, at])
  if (kind === 'unpacked') await tx.query(dispatch, [`${id}:${nth}`, at])
}

/** What incidents of a parcel's silence come of: never taken, its promise passed, asked about by the conductor. */
const ofParcels: readonly string[] = ['packed', 'silent', 'inquiry']
