import { dayOf } from '@dossier/domain/calendar'
import { type Invariant, type Offender, together } from '../invariant.ts'

const open = 'select count(*)::int as n from dossier where is_open'
const alarms = `
  select d.id::text, case
    when d.next_alarm_at is null then 'its plan begins at ' || (e.body #>> '{alarms,0,at}') || ', and nothing will ring'
    else 'it will ring at ' || d.next_alarm_at || ', its plan says ' || coalesce(e.body #>> '{alarms,0,at}', 'never') end as why
  from dossier d join dossier_event e on e.dossier_id = d.id and e.seq = d.version
  where d.next_alarm_at is distinct from (e.body #>> '{alarms,0,at}')
  union all
  -- After the end an authority may still owe an apology for a loss or an error: nothing else is planned.
  select d.id::text, 'over, and ' || (a ->> 'kind') || ' is planned for ' || (a ->> 'at')
  from dossier d join dossier_event e on e.dossier_id = d.id and e.seq = d.version, jsonb_array_elements(e.body -> 'alarms') a
  where not d.is_open and a ->> 'kind' not in ('apology-draft', 'apology-unsigned', 'apology-by')`
const unsounded = `
  select id::text, 'an alarm of ' || next_alarm_at || ' is due and has not sounded' as why from dossier where next_alarm_at < $1`
// With nothing planned it lies with people: whoever holds it, or the citizen; somebody there must be able to act.
const withPeople = `
  select d.id::text, 'no alarm is planned, and nobody at ' || d.holder || ' has a mandate' as why
  from dossier d where d.is_open and d.next_alarm_at is null and not exists (
    select from copy o, jsonb_array_elements(o.body -> 'mandates') m
    where o.topic = 'catalogue.officer.v1' and m ->> 'organisation' in (d.holder, d.receiving_desk)
      and m ->> 'from' <= $1 and coalesce(m ->> 'to', '9999-12-31') >= $1)`
// A result that waits for the post is somebody's errand there.
const errands = `
  select id::text, dispatch from (
    select id, (body ->> 'pastOrders')::int + 1 as dispatch from dossier
    where is_open and body ->> 'delivery' = 'ready' and body ->> 'returnBy' = 'post' and not body -> 'obligations' @> '[{"paid": false}]'
  ) as ready`
const orders = `select dossier_id || ' ' || nth as key from dispatch_order where state <> 'cancelled'`

export const liveness: Invariant = {
  name: 'liveness',
  vi: 'Mỗi hồ sơ đang mở đều có người hoặc hẹn giờ đánh thức; hồ sơ đã đóng không còn gì chờ.',
  en: 'Every open dossier has something that will wake it, a planned alarm or people who can act; a closed one has none.',
  source: 'docs: alarms are the ledger’s plan; NĐ 61/2018 Đ19',
  look: async ({ snapshot, form, now, patientUntil }) => {
    const [counted] = await snapshot.ask<{ n: number }>('casework', open)
    const found = await Promise.all([
      snapshot.ask<Offender>('casework', alarms),
      snapshot.ask<Offender>('casework', unsounded, [patientUntil]),
      snapshot.ask<Offender>('casework', withPeople, [dayOf(now)]),
    ])
    const offenders = found.flat()
    if (form === 'quiescent') {
      const ordered = new Set((await snapshot.ask<{ key: string }>('postal', orders)).map(({ key }) => key))
      for (const { id, dispatch } of await snapshot.ask<{ id: string; dispatch: number }>('casework', errands))
        if (!ordered.has(`${id} ${dispatch}`))
          offenders.push({ id, why: `dispatch ${dispatch} waits for the post, and nobody ordered it` })
    }
    return together({ examined: counted?.n ?? 0, offenders })
  },
}
