import type { Invariant } from '../invariant.ts'

export const dueDate: Invariant = {
  name: 'due-date',
  vi: 'Ngày hẹn trả bằng ngày tính lại theo quy định đã biết lúc đó; mỗi thay đổi đều có căn cứ.',
  en: 'Every due date is what counting anew gives by the rules known then; every change has its cause.',
  source: 'NĐ 61/2018 Đ17.3, Đ19.4; decisions 0007, 0011',
  look: async ({ records }) => ({ examined: records.dossiers, offenders: records.found.dueDates }),
}
