import type { Invariant } from '../invariant.ts'

export const rights: Invariant = {
  name: 'rights',
  vi: 'Mỗi hành vi trong hồ sơ do người có thẩm quyền tại thời điểm đó thực hiện.',
  en: 'Whoever acted had the right at that time: a mandate on the day, a role, and a relation to the dossier.',
  source: 'NĐ 61/2018 Đ5.1, Đ12; table of permissions in packages/domain',
  look: async ({ records }) => ({ examined: records.lines, offenders: records.found.rights }),
}
