import type { OfficialForm, PaperKind } from '@dossier/contracts/official-paper'
import type { RuleSetId } from '@dossier/contracts/procedure'
import type { Day } from '@dossier/contracts/time'

type Numbered = Partial<Record<PaperKind, string>>

/** The forms of a circular by their numbers, from the day it takes effect. */
type Circular = { id: string; from: Day; forms: Numbered }

const of2018: Circular = {
  id: 'TT 01/2018/TT-VPCP',
  from: '2019-01-06',
  forms: {
    'receipt-slip': '01',
    'supplement-request': '02',
    'refusal-notice': '03',
    'apology-letter': '04',
    'control-slip': '05',
    'dossier-register': '06',
  },
}

const of2025: Circular = {
  id: 'TT 03/2025/TT-VPCP',
  from: '2025-09-15',
  forms: {
    'receipt-slip': '01',
    'supplement-request': '02',
    'refusal-notice': '03',
    'apology-letter': '04',
    'stop-notice': '05',
    'control-slip': '06',
    'dossier-register': '07',
  },
}

/**
 * Which form a paper issued on a day has: circular, number, title and size of paper, and the ground it cites. A dossier keeps
 * the forms of its rule set as it keeps its rules; one of NĐ 118/2025 has the older circular's until the newer is in force.
 *
 * [GAP] No text was found on what held between 01/07/2025 and 15/09/2025, on dossiers accepted before that are papered
 * after, nor on paper sizes in TT 03/2025: TT 01/2018 stays, and its sizes. Before 06/01/2019 no circular is cited at all.
 */
export const formOf = (ruleSet: RuleSetId, issuedOn: Day, kind: PaperKind): OfficialForm => {
  const circular = circularOf(ruleSet, issuedOn)
  const number = circular?.forms[kind] ?? null
  return {
    circular: number === null ? null : (circular?.id ?? null),
    number,
    title: kind === 'apology-letter' && circular === of2025 ? extensionTitle : titles[kind],
    // TT 01/2018 art. 9: A5, the book A4.
    paper: kind === 'dossier-register' ? 'A4' : 'A5',
    basis: ruleSet === 'ND118_2025' ? groundsOf2025[kind] : groundsOf2018[kind],
  }
}

const circularOf = (ruleSet: RuleSetId, issuedOn: Day): Circular | undefined => {
  if (ruleSet === 'ND118_2025' && issuedOn >= of2025.from) return of2025
  return issuedOn >= of2018.from ? of2018 : undefined
}

const titles: Record<PaperKind, string> = {
  'receipt-slip': 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
  'supplement-request': 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
  'refusal-notice': 'Phiếu từ chối tiếp nhận giải quyết hồ sơ',
  'apology-letter': 'Phiếu xin lỗi và hẹn lại ngày trả kết quả',
  'error-apology': 'Thư xin lỗi',
  'stop-notice': 'Thông báo dừng giải quyết hồ sơ',
  'control-slip': 'Phiếu kiểm soát quá trình giải quyết hồ sơ',
  'dossier-register': 'Sổ theo dõi hồ sơ',
}

/** The same act under its third name, by the newer circular. */
const extensionTitle = 'Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết'

const decree = 'Nghị định số 61/2018/NĐ-CP'
const groundsOf2018: Record<PaperKind, string | null> = {
  'receipt-slip': `điểm c khoản 1 Điều 17 ${decree}`,
  'supplement-request': `điểm a khoản 1 Điều 17 và khoản 4 Điều 19 ${decree}`,
  'refusal-notice': `điểm b khoản 1 Điều 17 và khoản 8 Điều 19 ${decree}`,
  'apology-letter': `khoản 9 Điều 19 ${decree}`,
  'error-apology': `Điều 21 ${decree}`,
  'stop-notice': null,
  'control-slip': null,
  'dossier-register': null,
}

// [GAP] NĐ 118/2025 was not read: its intake and settlement articles are known by number alone, the others not at all.
const newer = 'Nghị định số 118/2025/NĐ-CP'
const groundsOf2025: Record<PaperKind, string | null> = {
  'receipt-slip': `Điều 17 ${newer}`,
  'supplement-request': newer,
  'refusal-notice': newer,
  'apology-letter': newer,
  'error-apology': newer,
  'stop-notice': newer,
  'control-slip': null,
  'dossier-register': null,
}
