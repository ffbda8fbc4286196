import * as z from 'zod'

/** What is wrong with one field: where (`#/body/applicant/phone`), a code, and a sentence for each reader. */
export const FieldError = z
  .object({ pointer: z.string(), code: z.string(), vi: z.string(), en: z.string() })
  .meta({ id: 'FieldError' })
export type FieldError = z.infer<typeof FieldError>

/**
 * RFC 9457: `title` speaks to the officer in Vietnamese, `detail` to the developer in English. Codes are stable, for
 * screens, partners and statistics rest on them. Further members, as `since`, are free.
 */
export const Problem = z
  .looseObject({
    type: z.string().optional(),
    status: z.int().min(400).max(599),
    code: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    title: z.string(),
    detail: z.string(),
    rule: z.string().optional(),
    errors: z.array(FieldError).optional(),
    requestId: z.string().optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>

type Sentence = { status: number; vi: string; en: string }

/** The problems any service may answer with. A service's own refusals are in its own table of the same shape. */
export const commonProblems = {
  invalid: { status: 400, vi: 'Dữ liệu gửi lên chưa hợp lệ.', en: 'The request does not fit its schema.' },
  'invalid-json': { status: 400, vi: 'Nội dung gửi lên không đọc được.', en: 'The body is not valid JSON.' },
  'bad-request': { status: 400, vi: 'Yêu cầu không đọc được.', en: 'The request cannot be understood.' },
  'idempotency-key-missing': {
    status: 400,
    vi: 'Thiếu mã chống gửi trùng (Idempotency-Key).',
    en: 'Send an Idempotency-Key header of 1 to 200 printable characters.',
  },
  unauthenticated: {
    status: 401,
    vi: 'Cần đăng nhập để thực hiện việc này.',
    en: 'A valid bearer token is required.',
  },
  'not-permitted': {
    status: 403,
    vi: 'Tài khoản này không được phép thực hiện việc này.',
    en: 'The caller may not do this.',
  },
  'not-found': { status: 404, vi: 'Không tìm thấy nội dung được yêu cầu.', en: 'There is nothing at this address.' },
  'method-not-allowed': { status: 405, vi: 'Không hỗ trợ thao tác này.', en: 'The method is not supported here.' },
  timeout: { status: 408, vi: 'Yêu cầu gửi lên quá chậm.', en: 'The request did not arrive in time.' },
  'in-progress': {
    status: 409,
    vi: 'Yêu cầu này đang được xử lý, vui lòng chờ.',
    en: 'The same request is being handled; ask again shortly.',
  },
  'body-too-large': { status: 413, vi: 'Nội dung gửi lên quá lớn.', en: 'The body is larger than allowed.' },
  'uri-too-long': { status: 414, vi: 'Địa chỉ yêu cầu quá dài.', en: 'The address is longer than allowed.' },
  'unsupported-media-type': {
    status: 415,
    vi: 'Định dạng nội dung không được hỗ trợ.',
    en: 'The content type is not supported; send application/json.',
  },
  'idempotency-key-reused': {
    status: 422,
    vi: 'Mã chống gửi trùng đã dùng cho một yêu cầu khác.',
    en: 'This Idempotency-Key was used for another request.',
  },
  'too-much-at-once': {
    status: 422,
    vi: 'Số hồ sơ phải đếm quá lớn. Hãy chọn khoảng thời gian ngắn hơn hoặc đơn vị nhỏ hơn.',
    en: 'Too many dossiers for one answer: ask for a shorter period or a smaller unit.',
  },
  'too-many-requests': {
    status: 429,
    vi: 'Có quá nhiều yêu cầu, vui lòng thử lại sau.',
    en: 'Too many requests; see Retry-After.',
  },
  'headers-too-large': { status: 431, vi: 'Tiêu đề yêu cầu quá lớn.', en: 'The headers are larger than allowed.' },
  internal: { status: 500, vi: 'Hệ thống gặp lỗi.', en: 'Something broke on our side; quote the request id.' },
  unavailable: {
    status: 503,
    vi: 'Hệ thống tạm thời gián đoạn, vui lòng thử lại sau.',
    en: 'A part this depends on does not answer; try again shortly.',
  },
} as const satisfies Record<string, Sentence>

/** Stable codes of the common problems. */
export type CommonCode = keyof typeof commonProblems

/** A problem from the common table; `more` replaces or adds members, as a more exact `detail`. */
export const commonProblem = (code: CommonCode, more: Partial<Problem> = {}): Problem => {
  const { status, vi: title, en: detail } = commonProblems[code]
  return { status, code, title, detail, ...more }
}
