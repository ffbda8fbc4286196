import { type Invariant, together } from '../invariant.ts'

const papers = 'select count(*)::int as n from paper'
const faults = `select what || coalesce(' of dossier ' || p.dossier_id, '') as why, f.id
  from custody_fault f left join paper p on p.id::text = f.id`

export const oneCustodian: Invariant = {
  name: 'one-custodian',
  vi: 'Mỗi giấy tờ bản chính luôn có đúng một người hoặc nơi giữ, kể từ khi được ghi nhận.',
  en: 'Every original paper has exactly one custodian at every instant since it was registered.',
  source: 'NĐ 61/2018 Đ17, Đ18; QĐ 45/2016 Đ7; decision 0016',
  look: async ({ snapshot }) => {
    const [counted] = await snapshot.ask<{ n: number }>('postal', papers)
    const found = await snapshot.ask<{ id: string; why: string }>('postal', faults)
    return together({ examined: counted?.n ?? 0, offenders: found })
  },
}
