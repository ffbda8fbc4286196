import { Instant } from '@dossier/contracts/time'
import * as z from 'zod'
import { momentText } from './dates.ts'
import { Applicant, Grounds, Line, Names, Papers, Short, Signatory, Words } from './form-fields.ts'
import { officialPaper, paperHead } from './form-paper.ts'
import { paragraphsOf, signaturePlace } from './form-wording.ts'

const Cause = z.enum(['withdrawn', 'supplement-missing', 'legal-ground'])

/** Thông báo dừng giải quyết hồ sơ (TT 03/2025 form 05): why, on what ground, which papers go back, what becomes of the fee. */
export const StopNotice = z.strictObject({
  ...paperHead,
  applicant: Applicant,
  procedure: Line,
  receivedAt: Instant,
  stoppedAt: Instant,
  cause: Cause,
  reason: Words,
  grounds: Grounds,
  returned: Papers,
  returnPlace: Line,
  refund: Line.nullable(),
  phone: Short,
  copies: Names,
  signer: Signatory,
})
export type StopNotice = z.infer<typeof StopNotice>

export const stopNotice = officialPaper({
  template: 'form-stop-notice',
  shape: StopNotice,
  content: (notice) => ({
    applicant: notice.applicant,
    procedure: notice.procedure,
    receivedAt: momentText(notice.receivedAt).vi,
    stoppedAt: momentText(notice.stoppedAt).vi,
    cause: causes[notice.cause],
    reason: paragraphsOf(notice.reason),
    grounds: notice.grounds,
    returned: notice.returned,
    returnPlace: notice.returnPlace,
    refund: notice.refund,
    phone: notice.phone,
    copies: notice.copies,
    signer: signaturePlace(notice.signer),
  }),
})

const causes: Record<z.infer<typeof Cause>, string> = {
  withdrawn: 'tổ chức, cá nhân đề nghị rút hồ sơ',
  'supplement-missing': 'hết thời hạn mà hồ sơ không được bổ sung theo yêu cầu',
  'legal-ground': 'có căn cứ dừng giải quyết theo quy định của pháp luật',
}
