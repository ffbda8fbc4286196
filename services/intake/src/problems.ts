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
