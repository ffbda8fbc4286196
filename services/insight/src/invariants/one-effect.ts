import { type Invariant, together } from '../invariant.ts'

// Codes of a day run from 1 without a gap: a number taken is a dossier accepted (TT 01/2018 art. 19).
const codes = `
  select s.organisation || ' on ' || s.day as id, 'its last code is ' || s.last || ', and ' || count(d.id) || ' dossiers have one' as why
  from code_sequence s
  left join dossier d on d.code like s.organisation || '-' || to_char(s.day, 'YYMMDD') || '-%'
  group by s.organisation, s.day, s.last having count(d.id) <> s.last`
const sent = `
  select m.id, count(*) || ' times sent to the same address' as why
  from message m join attempt a on a.message_id = m.id and a.what = 'send' and a.outcome = 'sent'
  group by m.id having count(*) > 1`
const dispatched = `
  select p.dossier_id || ' ' || p.dispatch as id, count(*) || ' parcels of one dispatch under way' as why
  from parcel p where p.dispatch is not null and p.state not in ('unpacked', 'returned') group by p.dossier_id, p.dispatch having count(*) > 1`

export const oneEffect: Invariant = {
  name: 'one-effect',
  vi: 'Mỗi khóa chống gửi trùng có đúng một hiệu lực.',
  en: 'One idempotency key has one effect, and every effect one key.',
  source: 'docs: every effect happens once; decisions 0002, 0005',
  look: async ({ snapshot, records }) => {
    const found = await Promise.all([
      snapshot.ask<{ id: string; why: string }>('casework', codes),
      snapshot.ask<{ id: string; why: string }>('notifications', sent),
      snapshot.ask<{ id: string; why: string }>('postal', dispatched),
    ])
    return together({ examined: records.lines, offenders: [...records.found.once, ...found.flat()] })
  },
}
