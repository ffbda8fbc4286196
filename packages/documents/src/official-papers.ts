import type { PaperKind } from '@dossier/contracts/official-paper'
import type * as z from 'zod'
import { apologyLetter } from './form-apology-letter.ts'
import { controlSlip } from './form-control-slip.ts'
import { dossierRegister } from './form-dossier-register.ts'
import { errorApology } from './form-error-apology.ts'
import type { OfficialPaper } from './form-paper.ts'
import { receiptSlip } from './form-receipt-slip.ts'
import { refusalNotice } from './form-refusal-notice.ts'
import { stopNotice } from './form-stop-notice.ts'
import { supplementRequest } from './form-supplement-request.ts'
import type { Letter } from './typesetter.ts'

/** Every official paper: its template, the shape of its content, and how that becomes a letter. */
export const officialPapers = {
  'receipt-slip': receiptSlip,
  'supplement-request': supplementRequest,
  'refusal-notice': refusalNotice,
  'apology-letter': apologyLetter,
  'error-apology': errorApology,
  'stop-notice': stopNotice,
  'control-slip': controlSlip,
  'dossier-register': dossierRegister,
} as const satisfies Record<PaperKind, OfficialPaper>

/** What a paper is made of, by its kind. */
export type PaperContent = { [Kind in PaperKind]: z.input<(typeof officialPapers)[Kind]['shape']> }

/**
 * An official paper ready to be set. Throws a DocumentProblem: `wrong-content` with the pointer of a field that does not fit,
 * `too-long` for what no office writes.
 */
export const officialLetter = <Kind extends PaperKind>(kind: Kind, content: PaperContent[Kind]): Letter =>
  officialPapers[kind].letter(content)
