import { type Invariant, type Offender, together } from '../invariant.ts'

const count = 'select count(*)::int as n from parcel'
const faults = `
  -- In by one fact, out by one fact, or still in: what was counted with both hands on the bag is what was packed.
  select r.parcel as id, 'counted as complete with ' || cardinality(r.papers) || ' papers, and carried ' || count(distinct c.paper) as why
  from record_parcel r join handover_record h on h.number = r.record and h.signed_at is not null
  left join custody c on c.parcel = r.parcel
  where r.complete group by r.record, r.parcel, r.papers having cardinality(r.papers) < count(distinct c.paper)
  union all
  select p.code, p.state || ', and never carried a paper' from parcel p
  where p.state not in ('packed', 'unpacked') and not exists (select from custody c where c.parcel = p.code)
  union all
  select p.code, 'over as ' || p.state || ' without a scan or a record that says so' from parcel p
  where p.state in ('delivered', 'returned') and not exists (select from scan s where s.parcel = p.code and s.refusal is null)
    and not exists (select from record_parcel r where r.parcel = p.code)
  union all
  select p.code, 'closed while it is ' || p.state from parcel p
  where p.closed_at is not null and p.state in ('posted', 'under-way', 'attempted')
  union all
  select o.dossier_id || ' ' || o.nth, 'its dispatch is ' || o.state || ' and names no parcel' from dispatch_order o
  where o.state in ('packed', 'posted', 'delivered', 'lost') and o.parcel is null
  union all
  select c.parcel, 'compensation: ' || c.paid || ' said to be paid, and ' || coalesce(sum(p.amount), 0) || ' is' from compensation c
  left join compensation_payment p on p.parcel = c.parcel group by c.parcel, c.paid having coalesce(sum(p.amount), 0) <> c.paid`

export const parcels: Invariant = {
  name: 'parcels',
  vi: 'Bưu gửi bảo toàn giấy tờ: những gì đưa vào bằng những gì lấy ra cộng với những gì còn bên trong.',
  en: 'Parcels conserve papers: what went in came out, or is still in, and a closed parcel is empty.',
  source: 'QĐ 45/2016 Đ7, Đ9, Đ14; TT 17/2017 Đ7',
  look: async ({ snapshot }) => {
    const [counted] = await snapshot.ask<{ n: number }>('postal', count)
    return together({ examined: counted?.n ?? 0, offenders: await snapshot.ask<Offender>('postal', faults) })
  },
}
