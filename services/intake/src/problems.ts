import { type CommonCode, commonProblem, type FieldError, type Problem } from '@dossier/contracts/problem'
import type { RuleSetId } from '@dossier/contracts/procedure'
import type { RefusalCode } from '@dossier/contracts/refusal'
import { refusals, ruleFor } from '@dossier/domain/refusals'
import { ProblemError } from '@dossier/platform/http'

/** Intake's own refusals, in the shape of the common table. */
const intakeProblems = {
  incomplete: {
    status: 422,
    rule: 'NĐ 61/2018 art. 15.3, 17.2',
    vi: 'Hồ sơ chưa đầy đủ hoặc chưa đúng; mọi nội dung cần sửa được nêu dưới đây.',
    en: 'An online application must be complete; `errors` names everything that is missing or wrong.',
  },
  'contradicts-procedure': {
    status: 422,
    rule: 'NĐ 61/2018 art. 5.1đ',
    vi: 'Hồ sơ có nội dung không thuộc thủ tục này.',
    en: 'The application holds what the procedure does not have; `errors` names it.',
  },
  'upload-taken': {
    status: 409,
    rule: 'own rule: one upload, one application',
    vi: 'Tệp này vừa được dùng cho hồ sơ khác; hãy tải tệp lên lại rồi nộp.',
    en: 'An upload was taken by another application in the same moment; upload the file again.',
  },
  'payment-taken': {
    status: 409,
    rule: 'own rule: one payment, one application',
    vi: 'Khoản nộp này vừa được dùng cho hồ sơ khác; mỗi khoản nộp chỉ dùng cho một hồ sơ.',
    en: 'A payment was taken by another application in the same moment; one payment pays one application.',
  },
  'payment-differs': {
    status: 409,
    rule: 'own rule: one proof, one payment',
    vi: 'Chứng từ này đã được ghi cho một khoản nộp khác.',
    en: 'This proof was recorded for another payment.',
  },
  'fee-not-payable': {
    status: 409,
    rule: 'NĐ 61/2018 art. 22',
    vi: 'Khoản này không thu trực tuyến, không phải nộp, hoặc chưa ghi số bản để tính.',
    en: 'This fee is not taken online, is nothing, or depends on counts that were not given.',
  },
  'draft-moved-on': {
    status: 409,
    rule: 'own rule: two windows do not overwrite one another',
    vi: 'Bản nháp này vừa được sửa, nộp hoặc xóa ở cửa sổ khác; hãy tải lại trang.',
    en: 'The draft was changed, handed in or erased in another window; load it again.',
  },
  'file-absent': {
    status: 400,
    rule: 'own rule: what an upload may be',
    vi: 'Không có tệp nào được gửi lên.',
    en: 'Send one file as multipart/form-data, in a part named `file`.',
  },
  'file-empty': {
    status: 422,
    rule: 'own rule: what an upload may be',
    vi: 'Tệp rỗng.',
    en: 'The file has no content.',
  },
  'file-too-large': {
    status: 413,
    rule: 'own rule: what an upload may be',
    vi: 'Tệp lớn hơn mức cho phép.',
    en: 'The file is larger than allowed.',
  },
  'file-type-not-allowed': {
    status: 415,
    rule: 'own rule: what an upload may be',
    vi: 'Loại tệp không được chấp nhận; hãy gửi PDF, JPG, PNG, HEIC hoặc DOCX.',
    en: 'By its content the file is none of PDF, JPG, PNG, HEIC, DOCX.',
  },
  'file-active': {
    status: 422,
    rule: 'own rule: what an upload may be',
    vi: 'Tệp chứa mã lệnh, tệp nhúng hoặc nén bất thường nên không được chấp nhận.',
    en: 'The file holds code, embedded files, or unpacks beyond measure.',
  },
  'handover-record-missing': {
    status: 409,
    rule: 'QĐ 45/2016 art. 7.3, 7.4',
    vi: 'Hồ sơ gửi qua bưu chính chỉ được ghi nhận nộp khi biên bản giao nhận đã được hai bên ký.',
    en: 'A dossier by post is submitted when desk and courier have signed its handover record; name it in `collected`.',
  },
  'collected-differs': {
    status: 422,
    rule: 'QĐ 45/2016 art. 7.2, 7.3',
    vi: 'Nội dung nhập khác với biên bản giao nhận đã ký; các điểm khác được nêu dưới đây.',
    en: 'What was entered differs from the signed handover record; `errors` names each difference.',
  },
  'collected-taken': {
    status: 409,
    rule: 'own rule: one handover record, one application',
    vi: 'Hồ sơ của biên bản giao nhận này đã được nhập.',
    en: 'The application of this handover record was entered already.',
  },
  'unknown-agency': {
    status: 422,
    rule: 'own rule: feedback goes to an agency in office',
    vi: 'Không có cơ quan này, hoặc cơ quan đã kết thúc hoạt động mà chưa rõ cơ quan kế tiếp.',
    en: 'There is no such agency, or it has ended and has no one successor; name the agency of today.',
  },
  'unknown-procedure': {
    status: 422,
    rule: 'own rule: feedback on a procedure names one that is published',
    vi: 'Không có thủ tục nào đang công bố có mã này.',
    en: 'No published procedure has this code.',
  },
  'feedback-moved-on': {
    status: 409,
    rule: 'own rule: one answer to one feedback',
    vi: 'Phản ánh này đang ở bước khác nên không thực hiện được việc này.',
    en: 'The feedback does not stand where this step is possible; read it again.',
  },
  'handler-complained-of': {
    status: 409,
    rule: 'own rule: nobody handles what is said of themselves',
    vi: 'Người bị phản ánh không được giao xử lý phản ánh đó.',
    en: 'An officer it speaks of cannot be its handler; appoint another.',
  },
  'unknown-handler': {
    status: 409,
    rule: 'own rule: a handler is in office at the authority or above it',
    vi: 'Tài khoản này hiện không công tác tại cơ quan hoặc cơ quan cấp trên.',
    en: 'The account has no mandate at the authority or above it today.',
  },
  'unknown-dossier': {
    status: 422,
    rule: 'own rule: a finding names a dossier that was received',
    vi: 'Không có hồ sơ này.',
    en: 'No dossier of this id has been received.',
  },
  'remedy-in-the-past': {
    status: 422,
    rule: 'own rule: a remedy has time',
    vi: 'Hạn khắc phục phải từ hôm nay trở đi.',
    en: 'The day of the remedy has passed; name today or a later day.',
  },
  'finding-moved-on': {
    status: 409,
    rule: 'own rule: a remedy is reported, then judged',
    vi: 'Kết luận này đang ở bước khác nên không thực hiện được việc này.',
    en: 'The finding does not stand where this step is possible; read it again.',
  },
  'published-names-people': {
    status: 422,
    rule: 'QĐ 766/QĐ-TTg 2022; Luật 91/2025/QH15',
    vi: 'Nội dung công khai còn tên, số hoặc mã có thể nhận ra người gửi hoặc người bị phản ánh.',
    en: 'The text to publish holds a name, number or code by which people can be known; take it out.',
  },
} as const satisfies Record<string, { status: number; rule: string; vi: string; en: string }>
export type IntakeCode = keyof typeof intakeProblems

export const intakeProblem = (code: IntakeCode, errors?: FieldError[]): ProblemError => {
  const { status, rule, vi: title, en: detail } = intakeProblems[code]
  return new ProblemError({ status, code, title, detail, rule, ...(errors !== undefined && { errors }) })
}

/** A refusal of the law as a problem; `about` names what it speaks of, by its code, `ruleSet` the law of the day. */
export const refusal = (code: RefusalCode, about?: string, ruleSet?: RuleSetId): ProblemError => {
  const { vi: title, en: detail } = refusals[code]
  const rule = ruleFor(code, ruleSet)
  const status = code === 'not-permitted' ? 403 : 409
  const problem: Problem = { status, code, title, detail, rule, ...(about !== undefined && { about }) }
  return new ProblemError(problem)
}

export const common = (code: CommonCode, detail?: string): ProblemError =>
  new ProblemError(commonProblem(code, detail === undefined ? {} : { detail }))
