import type { Invariant } from '../invariant.ts'

export const oneHolder: Invariant = {
  name: 'one-holder',
  vi: 'Từ khi tiếp nhận, mỗi hồ sơ luôn có đúng một nơi giữ; không gián đoạn, không chồng lấn.',
  en: 'From receipt on every dossier has exactly one holder: no gap, no overlap.',
  source: 'NĐ 61/2018 Đ18; docs: every instant one holder',
  look: async ({ records }) => ({ examined: records.dossiers, offenders: records.found.holders }),
}
