import type { Day } from '@dossier/contracts/time'
import { momentOn, shift } from '@dossier/domain/calendar'
import * as z from 'zod'
import type { Owner, Snapshot } from '../snapshot.ts'

/** What there was when a day began, what came, what went, and what there was when it ended: opening + in = closing + out. */
const Balance = z.object({ opening: z.int(), in: z.int(), out: z.int(), closing: z.int() })
type Balance = z.infer<typeof Balance>

/** How many lines were written on a day, and their digest: whoever changes, adds or takes away one changes it. */
const Digest = z.object({ lines: z.int(), digest: z.string() })
type Digest = z.infer<typeof Digest>

/** A day's balance of all that is conserved; money in đồng. */
export const Counted = z.object({
  dossiers: Balance,
  papers: Balance,
  messages: Balance,
  obligations: Balance,
  compensations: Balance,
  records: z.record(z.string(), Digest),
})
export type Counted = z.infer<typeof Counted>

const ends = `('DossierNotAccepted', 'ApplicationWithdrawn', 'DossierStopped', 'ResultReturned')`

// Each counts its closing by itself, not by what came and went.
const dossiers = `
  with turn as (
    select dossier_id, seq, body ->> 'at' as at, body #>> '{event,type}' in ${ends} as ends
    from dossier_event where body ->> 'at' < $2 and body #>> '{event,type}' in ('DossierOpened', 'ReturnWithdrawn', ${ends.slice(1)}
  ), life as (
    select (array_agg(ends order by seq desc) filter (where at < $1))[1] as ended_before, (array_agg(ends order by seq desc))[1] as ended,
      count(*) filter (where at >= $1 and not ends) as begun, count(*) filter (where at >= $1 and ends) as over
    from turn group by dossier_id
  )
  select count(*) filter (where not ended_before)::int as opening, coalesce(sum(begun), 0)::int as in, coalesce(sum(over), 0)::int as out,
    count(*) filter (where not ended)::int as closing
  from life`
const papers = `
  with kept as (
    select c.paper, c.since, c.kind in ('citizen', 'lost') as gone, coalesce(b.kind in ('citizen', 'lost'), true) as was_gone,
      c.until
    from custody c left join custody b on b.paper = c.paper and b.nth = c.nth - 1
  )
  select count(*) filter (where not gone and since < $1 and (until is null or until >= $1))::int as opening,
    count(*) filter (where not gone and was_gone and since >= $1 and since < $2)::int as in,
    count(*) filter (where gone and not was_gone and since >= $1 and since < $2)::int as out,
    count(*) filter (where not gone and since < $2 and (until is null or until >= $2))::int as closing
  from kept`
const messages = `
  select count(*) filter (where queued_at < $1 and (ended_at is null or ended_at >= $1))::int as opening,
    count(*) filter (where queued_at >= $1)::int as in, count(*) filter (where ended_at >= $1 and ended_at < $2)::int as out,
    count(*) filter (where ended_at is null or ended_at >= $2)::int as closing
  from message where queued_at < $2`
const obligations = `
  with asked as (
    select dossier_id, body #>> '{event,obligation}' as id, body ->> 'at' as at, (body #>> '{event,amount}')::bigint as amount
    from dossier_event where body #>> '{event,type}' = 'ObligationRequested' and body ->> 'at' < $2
  ), owed as (
    select a.at, a.amount, min(e.body ->> 'at') as over from asked a
    left join dossier_event e on e.dossier_id = a.dossier_id and e.body ->> 'at' < $2 and (e.body #>> '{event,type}' in ${ends}
      or (e.body #>> '{event,type}' = 'ObligationPaid' and e.body #>> '{event,obligation}' = a.id))
    group by a.dossier_id, a.id, a.at, a.amount
  )
  select coalesce(sum(amount) filter (where at < $1 and coalesce(over, $2) >= $1), 0)::float8 as opening,
    coalesce(sum(amount) filter (where at >= $1), 0)::float8 as in, coalesce(sum(amount) filter (where over >= $1), 0)::float8 as out,
    coalesce(sum(amount) filter (where over is null), 0)::float8 as closing
  from owed`
const compensations = `
  with moved as (
    select decided_at as at, amount::bigint as owed from compensation
    union all select paid_at, -amount from compensation_payment
    union all select f.settled_at, c.paid - c.amount from found_parcel f join compensation c on c.parcel = f.parcel where c.waived
  )
  select coalesce(sum(owed) filter (where at < $1), 0)::float8 as opening,
    coalesce(sum(owed) filter (where at >= $1 and owed > 0), 0)::float8 as in,
    coalesce(-sum(owed) filter (where at >= $1 and owed < 0), 0)::float8 as out, coalesce(sum(owed), 0)::float8 as closing
  from moved where at < $2`

/** Records that are never changed, and when each of their lines was written. */
const records: Record<string, { owner: Owner; table: string; at: string; text: string }> = {
  dossiers: {
    owner: 'casework',
    table: 'dossier_event',
    at: `body ->> 'at'`,
    text: `concat_ws(' ', dossier_id, seq, body)`,
  },
  custody: {
    owner: 'postal',
    table: 'custody_fact',
    at: `to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    text: `concat_ws(' ', id, step, papers, from_custodian, to_custodian, happened_at, why)`,
  },
  applications: {
    owner: 'intake',
    table: 'application_line',
    at: `to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    text: `concat_ws(' ', application_id, seq, event)`,
  },
}
// A sum does not ask in which order lines are read. By days in Vietnam, whose midnight is 17:00 UTC.
const digested = ({ table, at, text }: { table: string; at: string; text: string }) => `
  select ((${at})::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date::text as day, count(*)::int as lines,
    sum(('x' || substr(md5(${text}), 1, 15))::bit(60)::bigint)::text || '.' || sum(('x' || substr(md5(${text}), 17, 15))::bit(60)::bigint)::text as digest
  from ${table} where ${at} >= $1 and ${at} < $2 group by 1`

/** The digests of all days from one to another, as the records are now. */
export const digestsOf = async (
  snapshot: Snapshot,
  first: Day,
  last: Day,
): Promise<Map<Day, Record<string, Digest>>> => {
  const values = [momentOn(first, '00:00'), momentOn(shift(last, 1), '00:00')]
  const days = new Map<Day, Record<string, Digest>>()
  for (let day = first; day <= last; day = shift(day, 1))
    days.set(day, Object.fromEntries(Object.keys(records).map((name) => [name, { lines: 0, digest: '' }])))
  for (const [name, record] of Object.entries(records))
    for (const { day, lines, digest } of await snapshot.ask<Digest & { day: Day }>(
      record.owner,
      digested(record),
      values,
    )) {
      const of = days.get(day)
      if (of !== undefined) of[name] = { lines, digest }
    }
  return days
}

/** Counts a day that is over. */
export const countDay = async (snapshot: Snapshot, day: Day): Promise<Counted> => {
  const values = [momentOn(day, '00:00'), momentOn(shift(day, 1), '00:00')]
  const ask = async (owner: Owner, text: string) => {
    const [row] = await snapshot.ask<Balance>(owner, text, values)
    return Balance.parse(row)
  }
  return {
    dossiers: await ask('casework', dossiers),
    papers: await ask('postal', papers),
    messages: await ask('notifications', messages),
    obligations: await ask('casework', obligations),
    compensations: await ask('postal', compensations),
    records: (await digestsOf(snapshot, day, day)).get(day) ?? {},
  }
}

/** The names of what does not balance. */
export const unbalanced = ({
  dossiers: all,
  papers: kept,
  messages: told,
  obligations: owed,
  compensations: due,
}: Counted) =>
  Object.entries({ dossiers: all, papers: kept, messages: told, obligations: owed, compensations: due }).flatMap(
    ([name, { opening, in: came, out: went, closing }]) => (opening + came === closing + went ? [] : [name]),
  )
