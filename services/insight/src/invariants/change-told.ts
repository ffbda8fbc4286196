import { type Form, type Invariant, type Offender, together } from '../invariant.ts'
import type { Owner } from '../snapshot.ts'

/** What is written down of a topic, and in whose tables. */
type Telling = { owner: Owner; topic: string; table: string; id: string; hasBody?: true }

const tellings: readonly Telling[] = [
  { owner: 'casework', topic: 'casework.dossier.v1', table: 'dossier_event', id: 'dossier_id', hasBody: true },
  { owner: 'postal', topic: 'postal.parcel.v1', table: 'line', id: 'dossier_id' },
  { owner: 'intake', topic: 'intake.application.v1', table: 'application_line', id: 'application_id' },
  { owner: 'intake', topic: 'intake.feedback.v1', table: 'feedback_line', id: 'feedback_id' },
]

// What was told more than a week ago is forgotten, oldest first: of each key the last lines stay. A schema younger than that has
// forgotten nothing. A line told again after Kafka was wiped stands twice; twice in one transaction it does not.
const faults = ({ table, id }: Telling) => `
  with told as materialized (
    select key::uuid as id, (body ->> 'seq')::int as seq, count(*)::int as times, count(distinct tx)::int as acts
    from outbox where topic = $1 group by 1, 2
  ), first as materialized (select id, min(seq) as seq from told group by id)
  select coalesce(l.${id}, t.id)::text as id, case
    when l.seq is null then 'the outbox tells line ' || t.seq || ', which is nowhere'
    when t.seq is null then 'line ' || l.seq || ' has no row in the outbox'
    else 'line ' || t.seq || ' is told twice by one act' end as why
  from (select ${id}, seq from ${table}) l full join told t on t.id = l.${id} and t.seq = l.seq
  where l.seq is null or t.times > t.acts or (t.seq is null and (
    (select min(applied_at) from schema_migration) > now() - interval '7 days'
    or l.seq > (select f.seq from first f where f.id = l.${id})))`
// Both were written from one value: their bytes agree, and to compare those costs a third.
const otherwise = ({ table, id }: Telling) => `
  select o.key as id, 'the outbox tells line ' || l.seq || ' otherwise than it is' as why
  from outbox o join ${table} l on l.${id} = o.key::uuid and l.seq = (o.body ->> 'seq')::int
  where o.topic = $1 and record_image_ne(row (l.body), row (o.body)) and l.body <> o.body`
const untold = `
  select o.key as id, 'line ' || (o.body ->> 'seq') || ' of ' || o.topic || ' waits to be told' as why
  from outbox o, relay_cursor c where (o.tx, o.id) > (c.tx, c.id)`
const counted = ({ table }: Telling) => `select count(*)::int as n from ${table}`

export const changeTold: Invariant = {
  name: 'change-told',
  vi: 'Mỗi thay đổi trạng thái có đúng một sự kiện và một dòng chờ thông báo (outbox).',
  en: 'Every change has one event and one row in the outbox, with the same words.',
  source: 'docs: ledger, outbox and key are one statement; decision 0013',
  look: async ({ snapshot, form }) => {
    const looks = await Promise.all(
      tellings.map(async (telling) => {
        const { owner, topic, hasBody } = telling
        const [all] = await snapshot.ask<{ n: number }>(owner, counted(telling))
        const found = await snapshot.ask<Offender>(owner, faults(telling), [topic])
        const differing = hasBody ? await snapshot.ask<Offender>(owner, otherwise(telling), [topic]) : []
        return { examined: all?.n ?? 0, offenders: [...found, ...differing] }
      }),
    )
    const waiting = await Promise.all(drained(form).map((owner) => snapshot.ask<Offender>(owner, untold)))
    return together(...looks, { examined: 0, offenders: waiting.flat() })
  },
}

const drained = (form: Form): readonly Owner[] =>
  form === 'quiescent' ? ['casework', 'intake', 'postal', 'notifications'] : []
