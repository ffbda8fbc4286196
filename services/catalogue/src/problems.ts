import type { FieldError, Problem } from '@dossier/contracts/problem'
import { ProblemError } from '@dossier/platform/http'

/** What the catalogue refuses, besides what any service does. */
const refusals = {
  'published-version-changes-never': {
    status: 409,
    vi: 'Phiên bản đã công bố không được sửa. Hãy soạn phiên bản mới.',
    en: 'A published version never changes: write the next one.',
  },
  'published-notice-changes-never': {
    status: 409,
    vi: 'Thông báo đã công bố không được sửa. Hãy soạn thông báo mới, bãi bỏ những ngày cần đổi.',
    en: 'A published notice never changes: write another one that revokes what is to change.',
  },
  'publication-refused': {
    status: 422,
    vi: 'Chưa công bố được: dữ liệu còn sai.',
    en: 'Not published: see what is wrong in errors.',
  },
  'row-refused': {
    status: 422,
    vi: 'Chưa lưu được: dữ liệu còn sai.',
    en: 'Not saved: see what is wrong in errors.',
  },
  'no-draft': {
    status: 404,
    vi: 'Không có bản dự thảo này.',
    en: 'There is no such draft: write it first.',
  },
  'moved-on': {
    status: 409,
    vi: 'Nội dung đã có người khác sửa sau khi bạn mở; hãy xem lại rồi lưu.',
    en: 'It has changed since the revision given in If-Match.',
  },
  'key-disagrees': {
    status: 400,
    vi: 'Mã trong địa chỉ và mã trong nội dung khác nhau.',
    en: 'The address names one key and the body another.',
  },
} as const satisfies Record<string, { status: number; vi: string; en: string }>

export type CatalogueRefusal = keyof typeof refusals
/** A problem in a row: `pointer` is inside the row. */
export type RowProblem = FieldError

export const refusal = (code: CatalogueRefusal, more: Partial<Problem> = {}): ProblemError => {
  const { status, vi: title, en: detail } = refusals[code]
  return new ProblemError({ status, code, title, detail, ...more })
}

/** The refusal that says every problem found; pointers come to lead from the request's root, or from the stored row's. */
export const rowRefusal = (
  code: 'publication-refused' | 'row-refused',
  problems: readonly RowProblem[],
  root: '#/body' | '#',
): ProblemError => {
  const errors = problems.map((one) => ({ ...one, pointer: `${root}${one.pointer}` }))
  return refusal(code, { errors, detail: errors.map(({ pointer, en }) => `${pointer}: ${en}`).join(' ') })
}
