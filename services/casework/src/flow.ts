import type { ProcedureVersion } from '@dossier/contracts/procedure'
import { Level, type OrganisationCode } from '@dossier/contracts/organisation'
import { Limit } from '@dossier/contracts/time'
import { placesOfRoute } from '@dossier/domain/route-places'
import type { Pool } from 'pg'
import * as z from 'zod'
import type { LawBooks } from './law-books.ts'
import { unitsOf } from './reports.ts'

const Usual = z.object({ dossiers: z.int(), medianHours: z.number(), p90Hours: z.number() })
/** A place on the route as dossiers go through it: how many stand there now, and how long those took that have left it. */
export const FlowStage = z
  .object({
    /** The stage of the route; `desk` for the time at the receiving desk beside its stages, `return` once the result is signed. */
    id: z.string(),
    kind: z.enum(['desk', 'stage', 'return']),
    name: z.string().nullable(),
    level: Level,
    limit: Limit.nullable(),
    signs: z.boolean(),
    /** Work that other agencies do at the same time. */
    branches: z.array(z.object({ id: z.string(), name: z.string(), level: Level, limit: Limit })),
    open: z.int(),
    overdue: z.int(),
    paused: z.int(),
    /** From the receipt there to the next, without the time that waited for the citizen. Null where none has left it. */
    usual: Usual.nullable(),
  })
  .meta({ id: 'FlowStage' })
export type FlowStage = z.infer<typeof FlowStage>

// Received there, or with a stage there: also before the dossier comes and after it has gone on.
const under = `(d.receiving_desk = any ($1) or exists (
  select from jsonb_array_elements(d.body #> '{count,stages}') as planned where planned ->> 'unit' = any ($1)))`
const versions = `
  select body -> 'pinned' ->> 'version' as version, count(*) filter (where is_open)::int as open
  from dossier d where ${under} and code is not null and (is_open or body -> 'result' ->> 'at' >= $2)
  group by 1 order by open desc, version`

// Where a unit has not taken it over yet, or waits for a supplement, the desk has it.
const standing = `
  select case when state = 'completed' then 'return' when (body -> 'place' ->> 'entered')::boolean then stage else 'desk' end as id,
    count(*)::int as open,
    count(*) filter (where clock = 'running' and overdue_at <= $3)::int as overdue,
    count(*) filter (where clock = 'paused')::int as paused
  from dossier d where ${under} and is_open and code is not null and body -> 'pinned' ->> 'version' = $2 group by 1`

// A stay begins with a receipt or a signature and lasts until the next one; what waits for the citizen within it does not count.
const usual = `
  with line as (
    select e.dossier_id, e.seq, e.body #>> '{event,type}' as type, (e.body ->> 'at')::timestamptz as at,
      case e.body #>> '{event,type}'
        when 'HandoverAccepted' then e.body #>> '{event,stage}'
        when 'ResultSigned' then 'return'
        when 'DossierAccepted' then case
          when e.body #>> '{event,count,stages,0,unit}' = e.body #>> '{axes,holder}' then e.body #>> '{event,count,stages,0,id}'
          else 'desk' end
      end as place
    from dossier d join dossier_event e on e.dossier_id = d.id
    where ${under} and d.body -> 'pinned' ->> 'version' = $2
      and (d.is_open or d.body -> 'result' ->> 'at' >= $3)
      and e.body #>> '{event,type}' in ('DossierAccepted', 'HandoverAccepted', 'ResultSigned', 'ResultReturned', 'DossierStopped',
        'SupplementRequested', 'SupplementReceived', 'ObligationRequested', 'ObligationPaid')
  ), part as (
    select *, count(place) over (partition by dossier_id order by seq) as stay,
      lead(at) over (partition by dossier_id order by seq) as until
    from line
  ), stay as (
    select dossier_id, stay, max(place) as id,
      sum(extract(epoch from until - at)) filter (where type not in ('SupplementRequested', 'ObligationRequested')) as seconds,
      bool_or(type in ('ResultReturned', 'DossierStopped')) or stay < max(stay) over (partition by dossier_id) as has_ended
    from part group by dossier_id, stay
  ), whole as (
    select id, sum(seconds) / 3600 as hours from stay group by dossier_id, id having bool_and(has_ended)
  )
  select id, count(*)::int as dossiers,
    round((percentile_cont(0.5) within group (order by hours))::numeric, 1)::float as "medianHours",
    round((percentile_cont(0.9) within group (order by hours))::numeric, 1)::float as "p90Hours"
  from whole where hours is not null group by id`

type Asked = { organisation: OrganisationCode; since: string }

/** The versions by which dossiers of an organisation's routes run, or were settled since a day; those with most open ones first. */
export const versionsIn = async (
  { db, books }: { db: Pool; books: LawBooks },
  { organisation, since }: Asked,
): Promise<{ id: string; name: string; open: number }[]> => {
  const { rows } = await db.query<{ version: string; open: number }>(versions, [unitsOf(organisation, books), since])
  return rows.map(({ version: id, open }) => ({ id, name: books.procedure(id)?.name ?? id, open }))
}

type Counted = Pick<FlowStage, 'id' | 'open' | 'overdue' | 'paused'>
type Taken = z.infer<typeof Usual> & { id: string }

/** The route of a version with an organisation's dossiers on it, and how long those took that are open or were settled since a day. */
export const flowIn = async (
  { db, books }: { db: Pool; books: LawBooks },
  procedure: ProcedureVersion,
  { organisation, since, now }: Asked & { now: string },
): Promise<FlowStage[]> => {
  const units = unitsOf(organisation, books)
  const [stands, times] = await Promise.all([
    db.query<Counted>(standing, [units, procedure.id, now]),
    db.query<Taken>(usual, [units, procedure.id, since]),
  ])
  return placesOfRoute(procedure).map((place) => {
    const { open = 0, overdue = 0, paused = 0 } = stands.rows.find(({ id }) => id === place.id) ?? {}
    const taken = times.rows.find(({ id }) => id === place.id)
    return { ...place, open, overdue, paused, usual: taken === undefined ? null : Usual.parse(taken) }
  })
}
