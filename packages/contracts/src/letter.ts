import * as z from 'zod'
import { DossierId } from './dossier-id.ts'
import { event } from './event.ts'
import { Instant } from './time.ts'

/** Official papers of a dossier (TT 01/2018 art. 9, TT 03/2025), whatever number a circular gives their form. */
export const LetterKind = z.enum([
  'receipt',
  'supplement',
  'refusal',
  'apology',
  'stop-notice',
  'control-sheet',
  'loss-apology',
  'due-date',
])
export type LetterKind = z.infer<typeof LetterKind>

/** What happens to a letter. Its bytes lie in the file store under their digest; who may see them asks notifications. */
export const LetterEvent = z.discriminatedUnion('type', [
  event('LetterIssued', 'A letter was set from the record and, where it needs a signature, signed.', {
    letter: z.uuid(),
    kind: LetterKind,
    /** The form's number in the circular in force, as `TT01/2018-04`; none where it is no form. */
    form: z.string().optional(),
    /** The letter's own number in the register of the authority that issued it. */
    number: z.string(),
    /** The line of the dossier's record it was made from. */
    of: z.int().positive(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    pages: z.int().positive(),
    signed: z.boolean(),
  }),
  event('LetterSent', 'The letter has been issued, and every message that goes with it has left.', {
    letter: z.uuid(),
    kind: LetterKind,
    of: z.int().positive(),
    sentAt: Instant,
  }),
])
export type LetterEvent = z.infer<typeof LetterEvent>

/** One line about the letters of a dossier, numbered without a gap. */
export const LetterMessage = z
  .object({
    dossierId: DossierId,
    seq: z.int().positive(),
    at: Instant,
    requestId: z.string().optional(),
    event: LetterEvent,
  })
  .meta({ id: 'LetterMessage' })
export type LetterMessage = z.infer<typeof LetterMessage>

/** What notifications tells of letters: the ledger lists them on the dossier. */
export const letterTopic = {
  name: 'notifications.letter.v1',
  schema: LetterMessage,
  key: ({ dossierId }: { dossierId: string }): string => dossierId,
}
