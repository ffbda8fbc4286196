import { DossierId } from '@dossier/contracts/dossier'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import { Day } from '@dossier/contracts/time'
import type { Pool } from 'pg'
import * as z from 'zod'
import { Light } from './worklist.ts'

/** What one officer has before them; `officer` null: nobody in the agency was given it yet. */
export const Workload = z
  .object({
    holder: z.string(),
    officer: z.string().nullable(),
    open: z.int(),
    overdue: z.int(),
    dueSoon: z.int(),
    paused: z.int(),
    earliestDue: Day.nullable(),
  })
  .meta({ id: 'Workload' })

const running = `clock <> 'paused' and state not in ('completion-requested', 'completed')`
const workload = `
  select holder, officer, count(*)::int as open,
    count(*) filter (where ${running} and overdue_at <= $2)::int as overdue,
    count(*) filter (where ${running} and overdue_at > $2 and soon_at <= $2)::int as "dueSoon",
    count(*) filter (where clock = 'paused')::int as paused,
    min(due_on)::text as "earliestDue"
  from dossier where is_open and state <> 'completed' and holder = any ($1)
  group by holder, officer order by overdue desc, open desc, holder, officer`

type Question = { units: OrganisationCode[]; now: string }

/** How much each officer of some agencies has, the most overdue first. */
export const readWorkload = async (db: Pool, { units, now }: Question) =>
  (await db.query<z.infer<typeof Workload>>(workload, [units, now])).rows

export const DueRow = z
  .object({
    id: DossierId,
    code: z.string().nullable(),
    procedure: z.string(),
    holder: z.string(),
    officer: z.string().nullable(),
    state: z.string(),
    dueOn: Day,
    light: Light,
  })
  .meta({ id: 'DueRow' })

const due = `
  select id, code, procedure, holder, officer, state, due_on::text as "dueOn",
    case when overdue_at <= $2 then 'overdue' when soon_at <= $2 then 'due-soon' else 'in-time' end as light,
    count(*) over ()::int as total
  from dossier
  where is_open and ${running} and (holder = any ($1) or receiving_desk = any ($1)) and due_on between $3 and $4
  order by due_on, overdue_at, id limit $5`

type DueQuestion = Question & { from: string; to: string; limit: number }

/** What comes due between two days and is not done, clock running, and how many there are in all. */
export const readDue = async (db: Pool, { units, now, from, to, limit }: DueQuestion) => {
  const { rows } = await db.query<z.infer<typeof DueRow> & { total: number }>(due, [units, now, from, to, limit])
  return { rows: z.array(DueRow).parse(rows), total: rows[0]?.total ?? 0 }
}
