import type { ApologyCause } from '@dossier/contracts/delivery-events'
import type { LatenessReason } from '@dossier/contracts/apology-events'
import type { Defect, DossierEvent, StopGround } from '@dossier/contracts/dossier-event'
import type * as z from 'zod'
import type { RefusalGround } from '@dossier/contracts/dossier-event'

/** Where an unfinished form names nobody. */
export const unnamedApplicant = 'Người nộp hồ sơ'
export const unpublishedPhone = 'theo niêm yết tại nơi tiếp nhận'
/** Evaluation forms go with forms 01, 02 and 03 (TT 01/2018 art. 12). */
export const rating = 'phiếu đánh giá tại nơi tiếp nhận hoặc trên Cổng dịch vụ công'

export const defectWords: Record<Defect['defect'], string> = {
  missing: 'chưa nộp',
  illegible: 'không đọc được',
  incomplete: 'chưa đầy đủ',
  wrong: 'có nội dung chưa đúng',
  expired: 'đã hết hiệu lực',
  'not-certified': 'chưa được chứng thực',
}

export const refusalWords: Record<z.infer<typeof RefusalGround>, string> = {
  'wrong-authority': 'Hồ sơ không thuộc thẩm quyền tiếp nhận, giải quyết của cơ quan.',
  'not-eligible': 'Hồ sơ không đủ điều kiện giải quyết theo quy định.',
  'original-missing': 'Không có bản chính để đối chiếu.',
  'not-genuine': 'Giấy tờ trong hồ sơ không bảo đảm tính xác thực.',
  'other-law': 'Pháp luật chuyên ngành không cho phép tiếp nhận hồ sơ.',
}

export const latenessWords: Record<LatenessReason, string> = {
  workload: 'Số lượng hồ sơ phải giải quyết tăng cao.',
  'consultation-late': 'Cơ quan phối hợp trả lời chậm so với thời hạn được giao.',
  verification: 'Cần thêm thời gian thẩm tra, xác minh.',
  'system-outage': 'Hệ thống thông tin gặp sự cố.',
  other: 'Cơ quan chưa hoàn thành việc giải quyết đúng thời hạn.',
}

/** Form 04 names whoever held the dossier beyond an own limit (TT 01/2018); nothing where nobody did. */
export const lateByWords = (names: readonly string[]): string[] =>
  names.length === 0 ? [] : [`Cơ quan, đơn vị để chậm: ${names.join('; ')}.`]

export const stopWords: Record<z.infer<typeof StopGround>, string> = {
  withdrawal: 'Tổ chức, cá nhân đề nghị rút hồ sơ.',
  'supplement-lapsed': 'Hết thời hạn mà hồ sơ không được bổ sung theo yêu cầu.',
  'obligation-lapsed': 'Hết thời hạn mà nghĩa vụ tài chính chưa được thực hiện.',
  'legal-ground': 'Có căn cứ dừng giải quyết theo quy định của pháp luật.',
}

export const wrongWords: Record<ApologyCause, string> = {
  loss: 'Giấy tờ, kết quả của hồ sơ đã bị mất.',
  damage: 'Giấy tờ, kết quả của hồ sơ đã bị hư hỏng.',
  error: 'Có sai sót trong giải quyết hồ sơ.',
}
/** NĐ 61/2018 art. 21: put right at the cost of who was at fault, never of the citizen. */
export const remedyWords: Record<ApologyCause, string> = {
  loss: 'Cấp lại kết quả; Ông/Bà không phải trả chi phí cấp lại.',
  damage: 'Cấp lại kết quả; Ông/Bà không phải trả chi phí cấp lại.',
  error: 'Cơ quan đính chính, cấp lại; Ông/Bà không phải trả chi phí.',
}
/** For papers of the citizen’s own. */
export const papersRemedy =
  'Cơ quan liên hệ nơi cấp để cấp lại giấy tờ hoặc bản sao có giá trị thay thế; Ông/Bà không phải trả chi phí.'
export const reissuedWords = (number: string): string =>
  `Kết quả đã được cấp lại theo số ${number}; bản cũ không còn giá trị. Ông/Bà không phải trả chi phí cấp lại.`

/** Why a receipt takes the place of the one before. */
export const replacedBecause = (type: DossierEvent['type']): string => {
  if (type === 'SupplementReceived') return 'hồ sơ đã được bổ sung đầy đủ, thời hạn được tính lại'
  if (type === 'ObligationPaid') return 'nghĩa vụ tài chính đã hoàn thành, thời hạn được tính tiếp'
  if (type === 'LimitVariantApplied') return 'pháp luật chuyên ngành quy định thời hạn khác cho trường hợp này'
  return 'lịch làm việc, nghỉ lễ đã được công bố lại'
}

/** What an officer wrote, in pieces that fit a line of a form. */
export const linesOf = (words: string, most = 400): string[] =>
  words.split(/\n+/).flatMap((paragraph) => {
    const lines: string[] = []
    for (const word of paragraph.trim().split(/\s+/u)) {
      const last = lines.at(-1)
      if (last === undefined || `${last} ${word}`.length > most) lines.push(word)
      else lines[lines.length - 1] = `${last} ${word}`
    }
    return lines.filter((line) => line !== '')
  })

/** A reason's own sentence, then the officer's words; the words alone where both are longer than a form holds. */
export const withWords = (sentence: string, note: string | null): string => {
  const both = note === null ? sentence : `${sentence}\n${note}`
  return both.length > 4000 && note !== null ? note : both
}

/** What a control sheet notes beside a handover. */
export const handoverRemarks = { open: 'chưa nhận', returned: 'trả lại bên giao' } as const
/** What a register notes of an end, and of who signed for the result. */
export const endRemarks: Record<string, string> = { refused: 'Từ chối giải quyết', stopped: 'Dừng giải quyết' }
export const takers: Record<string, string> = { applicant: 'Người nộp hồ sơ', representative: 'Người được ủy quyền' }
