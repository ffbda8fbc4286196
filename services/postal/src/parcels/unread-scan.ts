import { createHash } from 'node:crypto'
import type { Instant } from '@dossier/contracts/time'
import type { Tx } from '@dossier/platform/postgres'
import * as z from 'zod'
import type { Acting } from '../acting.ts'

const keep = `
  insert into scan (id, parcel, step, happened_at, recorded_at, scanned_by, office, detail, refusal)
  values ($1, $2, 'unread', $3, $3, $4, $5, $6, 'scan-unreadable') on conflict on constraint scan_pk do nothing`
const Sent = z.looseObject({
  id: z.string().optional().catch(undefined),
  parcel: z.string().optional().catch(undefined),
})
const unprintable = /[\p{Cc}\p{Cs}]/gu
/** Its first characters, none of them halved. */
const start = (text: string, most: number) => Array.from(text).slice(0, most).join('')

/**
 * Keeps for people what was sent as a scan and cannot be read as one, once however often it comes. It is kept as text: what
 * made it unreadable may be what the database cannot hold. Gives the id it goes by, and whether it is new.
 */
export const keepUnread = async (
  tx: Tx,
  { person, organisation }: Acting,
  sent: unknown,
  now: Instant,
): Promise<{ id: string; isNew: boolean }> => {
  const text = start(JSON.stringify(sent), 2000)
  const { id: sentId, parcel = '' } = Sent.safeParse(sent).data ?? {}
  const id = `unread:${createHash('sha256').update(`${organisation} ${text}`).digest('hex').slice(0, 40)}`
  const code = start(parcel.replaceAll(unprintable, ''), 40)
  const { rowCount } = await tx.query(keep, [id, code, now, person, organisation, JSON.stringify({ sent: text })])
  return { id: sentId ?? id, isNew: rowCount !== 0 }
}
