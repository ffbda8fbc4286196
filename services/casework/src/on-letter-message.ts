import type { LetterMessage } from '@dossier/contracts/letter'
import type { ParcelMessage } from '@dossier/contracts/parcel'
import { requestHash } from '@dossier/platform/canonical-json'
import type { Pool } from 'pg'
import type { Ledger } from './ledger.ts'

const keep = `
  insert into dossier_letter (letter, dossier_id, of_seq, kind, form, number, issued_at, sha256, pages, signed)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (dossier_id, letter) do nothing`

/**
 * Lists a letter on its dossier: once, however often and in whatever order it is told. When an apology for lateness has left
 * for the citizen, the ledger judges whether it came in time; a refusal is that it has judged before.
 */
export const onLetterMessage =
  (db: Pool, ledger: Ledger) =>
  async ({ dossierId, at, event }: LetterMessage): Promise<void> => {
    if (event.type === 'LetterIssued') {
      const { letter, of, kind, form = null, number, sha256, pages, signed } = event
      await db.query(keep, [letter, dossierId, of, kind, form, number, at, sha256, pages, signed])
      return
    }
    const { kind, of, sentAt } = event
    if (kind !== 'apology') return
    const command = { type: 'RecordApologySent', of, sentAt } as const
    const caller = { subject: 'service:notifications', kind: 'service' } as const
    const key = `${dossierId}:apology-sent:${of}`
    await ledger({ dossierId, key, requestHash: requestHash(command), caller, command })
  }

const keepOfPost = `
  insert into dossier_letter (letter, dossier_id, of_seq, kind, form, number, issued_at, sha256, pages, signed, kept_by)
  values ($1, $2, 0, $3, null, $4, $5, $6, $7, $8, 'postal') on conflict (dossier_id, letter) do nothing`

/** Lists a slip, record or label of the post; one record may be of several dossiers, each lists its own line of it. */
export const listPostalDocument = async (db: Pool, { dossierId, at, event }: ParcelMessage): Promise<void> => {
  if (event.type !== 'PostalDocumentIssued') return
  const { document, kind, number, sha256, pages } = event
  await db.query(keepOfPost, [document, dossierId, kind, number, at, sha256, pages, kind !== 'label'])
}
