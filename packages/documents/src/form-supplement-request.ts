import { Day, Instant } from '@dossier/contracts/time'
import * as z from 'zod'
import { fullDate, momentText } from './dates.ts'
import { Applicant, Line, Short, Signatory } from './form-fields.ts'
import { officialPaper, paperHead } from './form-paper.ts'
import { signaturePlace } from './form-wording.ts'

/** What the time limit does after it: nothing before acceptance, else as the dossier's rule set has it. */
const Clock = z.enum(['not-begun', 'restart', 'resume'])

/**
 * Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ: every defect at once (NĐ 61/2018 art. 15.3, 11.2c), each in words for the citizen
 * and with the paper it is about, if it is about one. `legalBasis` is the law that allows what the decree alone does not.
 */
export const SupplementRequest = z.strictObject({
  ...paperHead,
  applicant: Applicant,
  procedure: Line,
  receivedAt: Instant.nullable(),
  defects: z
    .array(z.strictObject({ component: Line.nullable(), words: Line }))
    .min(1)
    .max(200),
  bringTo: Line,
  closesOn: Day.nullable(),
  clock: Clock,
  legalBasis: Line.nullable(),
  phone: Short,
  rating: Line,
  officer: Signatory,
})
export type SupplementRequest = z.infer<typeof SupplementRequest>

export const supplementRequest = officialPaper({
  template: 'form-supplement-request',
  shape: SupplementRequest,
  content: (request) => ({
    applicant: request.applicant,
    procedure: request.procedure,
    receivedAt: request.receivedAt === null ? null : momentText(request.receivedAt).vi,
    defects: request.defects,
    bringTo: request.bringTo,
    closesOn: request.closesOn === null ? null : fullDate(request.closesOn).vi,
    clock: clockWords[request.clock],
    legalBasis: request.legalBasis,
    phone: request.phone,
    rating: request.rating,
    officer: signaturePlace(request.officer),
  }),
})

const clockWords: Record<z.infer<typeof Clock>, string> = {
  'not-begun': 'Thời hạn giải quyết được tính từ khi hồ sơ đầy đủ, hợp lệ được tiếp nhận.',
  restart:
    'Thời hạn giải quyết tạm dừng và được tính lại từ đầu sau khi nhận đủ hồ sơ; khi đó Ông/Bà nhận ngày hẹn mới.',
  resume: 'Thời hạn giải quyết tạm dừng và được tính tiếp sau khi nhận đủ hồ sơ; khi đó Ông/Bà nhận ngày hẹn mới.',
}
