import { LetterKind } from '@dossier/contracts/letter'
import type { PaperKind } from '@dossier/contracts/official-paper'
import { officialLetter } from '@dossier/documents/official-papers'
import type { Letter } from '@dossier/documents/typesetter'
import type * as z from 'zod'
import { fillApology } from './fill/apology.ts'
import { fillControlSheet } from './fill/control-sheet.ts'
import type { Filling } from './fill/filling.ts'
import { fillLossApology } from './fill/loss-apology.ts'
import { fillReceipt } from './fill/receipt.ts'
import { fillRefusal } from './fill/refusal.ts'
import { fillStopNotice } from './fill/stop-notice.ts'
import { fillSupplement } from './fill/supplement.ts'

/** The letters a line of the record asks for by itself; the certificate of a due date is casework's own, on demand. */
export const DraftedKind = LetterKind.exclude(['due-date'])
export type DraftedKind = z.infer<typeof DraftedKind>

/** The paper of each kind of letter. */
export const paperOf = {
  receipt: 'receipt-slip',
  supplement: 'supplement-request',
  refusal: 'refusal-notice',
  apology: 'apology-letter',
  'stop-notice': 'stop-notice',
  'loss-apology': 'error-apology',
  'control-sheet': 'control-slip',
} as const satisfies Record<DraftedKind, PaperKind>

/** Where a dossier stands in its desk's register. */
export type BookPlace = { volume: string; number: number } | null

/**
 * A letter ready to be set; the same record, application and catalogue give the same. Throws `Unfillable` where the line is none for
 * such a letter, a DocumentProblem where a text is none that can be printed.
 */
export const fillLetter = (kind: DraftedKind, filling: Filling, book: BookPlace): Letter => {
  switch (kind) {
    case 'receipt':
      return officialLetter('receipt-slip', fillReceipt(filling, book))
    case 'supplement':
      return officialLetter('supplement-request', fillSupplement(filling))
    case 'refusal':
      return officialLetter('refusal-notice', fillRefusal(filling))
    case 'apology':
      return officialLetter('apology-letter', fillApology(filling))
    case 'stop-notice':
      return officialLetter('stop-notice', fillStopNotice(filling))
    case 'loss-apology':
      return officialLetter('error-apology', fillLossApology(filling))
    case 'control-sheet':
      return officialLetter('control-slip', fillControlSheet(filling, filling.told.line.at))
  }
}
