import { Instant } from '@dossier/contracts/time'
import * as z from 'zod'
import { momentText } from './dates.ts'
import { Applicant, Grounds, Line, Name, Papers, Short, Signatory, Words } from './form-fields.ts'
import { officialPaper, paperHead } from './form-paper.ts'
import { paragraphsOf, signaturePlace } from './form-wording.ts'

/** Where the matter belongs, when it does not belong here. */
const RightPlace = z.strictObject({ name: Name, address: Line.nullable(), phone: Short.nullable() })

/**
 * Phiếu từ chối tiếp nhận giải quyết hồ sơ: at the desk, or as the result after appraisal (NĐ 61/2018 art. 17.1b, 19.8).
 * `receivedAt` is null where the dossier was never accepted; `returned` are the papers given back.
 */
export const RefusalNotice = z.strictObject({
  ...paperHead,
  applicant: Applicant,
  procedure: Line,
  receivedAt: Instant.nullable(),
  reason: Words,
  grounds: Grounds,
  rightPlace: RightPlace.nullable(),
  returned: Papers,
  phone: Short,
  rating: Line,
  signer: Signatory,
})
export type RefusalNotice = z.infer<typeof RefusalNotice>

export const refusalNotice = officialPaper({
  template: 'form-refusal-notice',
  shape: RefusalNotice,
  content: (notice) => ({
    applicant: notice.applicant,
    procedure: notice.procedure,
    receivedAt: notice.receivedAt === null ? null : momentText(notice.receivedAt).vi,
    reason: paragraphsOf(notice.reason),
    grounds: notice.grounds,
    rightPlace: notice.rightPlace,
    returned: notice.returned,
    phone: notice.phone,
    rating: notice.rating,
    signer: signaturePlace(notice.signer),
  }),
})
