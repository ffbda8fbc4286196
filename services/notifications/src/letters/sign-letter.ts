import { buffer } from 'node:stream/consumers'
import { type LetterMessage, letterTopic } from '@dossier/contracts/letter'
import { DossierId } from '@dossier/contracts/dossier-id'
import type { Signer } from '@dossier/documents/signature'
import type { Clock } from '@dossier/platform/clock'
import { announce } from '@dossier/platform/outbox'
import { inTransaction } from '@dossier/platform/postgres'
import { letterHasCome } from '../queue/awaited-letters.ts'
import { lockLetters, nextPlace } from './letter-places.ts'
import { type LetterRow, numberOf } from './letter-row.ts'
import { type Setting, stored } from './set-letter.ts'
import { crashPoint } from '@dossier/platform/crash-point'

export type SigningDeps = Pick<Setting, 'db' | 'files' | 'maxBytes'> & {
  clock: Clock
  signer: Signer
  told: () => void
}

const issue = `
  update letter set state = 'issued', sha256 = $2, size = $3, issued_at = $4, next_at = null, why = null, tries = 0,
    place = ${nextPlace}
  where id = $1 and state = 'awaiting-signature' returning place`
const reason = 'Ban hành văn bản của hồ sơ thủ tục hành chính'

/**
 * Has a letter signed, stores it and tells that it is issued, in one transaction: signed twice, after a crash in between, it is
 * issued and told once. Rejects while the signing service is out of reach; the letter waits.
 */
export const signLetter = async (deps: SigningDeps, row: LetterRow): Promise<void> => {
  const { db, files, clock, signer, told } = deps
  const { unsigned, signer: whose, pages, form } = row
  if (unsigned === null || whose === null || pages === null) throw new Error(`Letter ${row.id} is not set`)
  const at = clock.now()
  const pdf = await signer.sign(await buffer(files.read(unsigned)), { signer: whose, reason, at })
  const sha256 = await stored(deps, pdf)
  crashPoint('letter: signed, not issued')
  await inTransaction(db, async (tx) => {
    await lockLetters(tx, row.dossierId)
    const [issued] = (await tx.query<{ place: number }>(issue, [row.id, sha256, pdf.length, at])).rows
    if (issued === undefined) return // somebody else was first
    await letterHasCome(tx, row.id, at)
    await announce(tx, letterTopic, {
      dossierId: DossierId.parse(row.dossierId),
      seq: issued.place,
      at,
      event: {
        type: 'LetterIssued',
        letter: row.id,
        kind: row.kind,
        ...(form !== null && { form }),
        number: numberOf(row),
        of: row.seq,
        sha256,
        pages,
        signed: true,
      },
    } satisfies LetterMessage)
  })
  told()
}
