import type { Invariant, Offender } from '../invariant.ts'
import { monthOf } from '../records/read-records.ts'
import { none, parts, type Tally } from '../records/tally.ts'

// The same figures from where dossiers stand, without looking at a single event.
const standing = `
  with stood as (
    select receiving_desk as desk, state, body #>> '{clock,is}' as clock,
      body ->> 'acceptedAt' as accepted, body #>> '{clock,at}' as ended, body #>> '{result,timeliness}' as verdict
    from dossier
  ), counted as (
    select *, case when accepted < $1 then 'carried' else 'fresh' end as entered
    from stood where accepted is not null and (ended is null or ended >= $1)
  ), balance as (
    select desk,
      count(*) filter (where entered = 'carried')::int as carried,
      count(*) filter (where entered = 'fresh')::int as fresh,
      count(*) filter (where verdict = 'early')::int as early,
      count(*) filter (where verdict = 'on-time')::int as "onTime",
      count(*) filter (where verdict = 'late')::int as late,
      count(*) filter (where clock = 'running')::int as pending,
      count(*) filter (where clock = 'paused')::int as paused,
      count(*) filter (where clock = 'stopped' and verdict is null)::int as ended
    from counted group by desk
  ), waiting as (
    select desk, count(*) filter (where state = 'completed')::int as uncollected from stood group by desk
  )
  select * from waiting left join balance using (desk)`

export const statistics: Invariant = {
  name: 'statistics',
  vi: 'Số liệu thống kê bằng số đếm lại từ sự kiện: tồn đầu kỳ + mới = đã giải quyết + đang giải quyết + tạm dừng + dừng xử lý.',
  en: 'Statistics are what recounting the events gives: carried + new = resolved + pending + paused + stopped, desk by desk.',
  source: 'TT 01/2018 Đ11; NĐ 61/2018 Đ30',
  look: async ({ snapshot, now, records }) => {
    const rows = await snapshot.ask<Partial<Tally> & { desk: string }>('casework', standing, [monthOf(now).from])
    const desks = new Map(rows.map(({ desk, ...tally }) => [desk, tally]))
    const offenders: Offender[] = []
    for (const desk of new Set([...desks.keys(), ...Object.keys(records.tallies)])) {
      const recounted = records.tallies[desk] ?? none
      const stood = desks.get(desk) ?? {}
      for (const part of parts) {
        const says = stood[part] ?? 0
        if (says !== recounted[part])
          offenders.push({ id: desk, why: `${part}: ${says} stand, ${recounted[part]} follow from events` })
      }
      const { carried, fresh, early, onTime, late, pending, paused, ended } = recounted
      const [left, right] = [carried + fresh, early + onTime + late + pending + paused + ended]
      if (left !== right)
        offenders.push({ id: desk, why: `carried and new make ${left}, what became of them ${right}` })
    }
    return { examined: desks.size, offenders }
  },
}
