import { DossierId } from '@dossier/contracts/dossier-id'
import { LetterKind, type LetterMessage, letterTopic } from '@dossier/contracts/letter'
import type { Clock } from '@dossier/platform/clock'
import { announce } from '@dossier/platform/outbox'
import { inTransaction } from '@dossier/platform/postgres'
import type { Pool } from 'pg'
import * as z from 'zod'
import { lockLetters, nextPlace } from './letter-places.ts'

const Left = z.object({ id: z.uuid(), dossierId: DossierId, kind: LetterKind, seq: z.int(), sentAt: z.string() })
const left = `
  select id, dossier_id as "dossierId", kind, seq, sent_at as "sentAt" from letter_left order by sent_at, id limit 50`
const keep = `
  update letter set sent_at = $2, sent_place = ${nextPlace} where id = $1 and sent_place is null returning sent_place as place`

type Telling = { db: Pool; clock: Clock; told: () => void }

/**
 * Tells of every apology that has left for the citizen, once, with the moment the last of its messages went out: with that
 * the law's last moment is compared (NĐ 61/2018 art. 19.9). Gives how many.
 */
export const tellSent = async ({ db, clock, told }: Telling): Promise<number> => {
  const letters = z.array(Left).parse((await db.query(left)).rows)
  for (const { id, dossierId, kind, seq: of, sentAt } of letters)
    await inTransaction(db, async (tx) => {
      await lockLetters(tx, dossierId)
      const [kept] = (await tx.query<{ place: number }>(keep, [id, sentAt])).rows
      if (kept === undefined) return // somebody else was first
      const event = { type: 'LetterSent', letter: id, kind, of, sentAt } as const
      await announce(tx, letterTopic, { dossierId, seq: kept.place, at: clock.now(), event } satisfies LetterMessage)
    })
  if (letters.length > 0) told()
  return letters.length
}
