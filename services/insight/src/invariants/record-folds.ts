import type { Invariant } from '../invariant.ts'

export const recordFolds: Invariant = {
  name: 'record-folds',
  vi: 'Chuỗi sự kiện của hồ sơ đầy đủ, và trạng thái lưu trữ đúng bằng kết quả tính lại từ các sự kiện.',
  en: 'The sequence of events is complete, and the stored state is the fold of the events.',
  source: 'NĐ 61/2018 Đ5.1c; decision 0010',
  look: async ({ records }) => ({ examined: records.lines, offenders: records.found.folds }),
}
