import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { Pool } from 'pg'
import * as z from 'zod'

export const Light = z.enum(['in-time', 'due-soon', 'overdue', 'paused', 'none'])
export type Light = z.infer<typeof Light>

/** Why a dossier stands in a list: held, offered, its opinion asked, a supplement proposed to the desk. */
export const Because = z.enum(['holds', 'offered', 'consulted', 'supplement-proposed'])
type Because = z.infer<typeof Because>

/** What waits for an organisation or for one of its officers. */
export type WorklistQuestion = {
  organisation: OrganisationCode
  officer?: string | undefined
  stage?: string | undefined
  procedure?: string | undefined
  because?: Because | undefined
  light?: Light | undefined
  after?: { overdueAt: string; id: string } | undefined
  limit: number
  now: string
}

export const WorklistRow = z
  .object({
    id: z.string(),
    code: z.string().nullable(),
    procedure: z.string(),
    state: z.string(),
    stage: z.string().nullable(),
    holder: z.string(),
    offeredTo: z.string().nullable(),
    officer: z.string().nullable(),
    because: Because,
    requests: z.array(z.string()),
    dueOn: z.string().nullable(),
    light: Light,
    version: z.int(),
  })
  .meta({ id: 'WorklistRow' })
export type WorklistRow = z.infer<typeof WorklistRow>

/** The light by the moments the domain computed; texts compare as moments do. $2 is now. */
const light = `case
      when clock = 'paused' then 'paused'
      when state in ('completion-requested', 'completed') then 'none'
      when overdue_at <= $2 then 'overdue'
      when soon_at <= $2 then 'due-soon'
      else 'in-time' end`

const shown = `id, code, procedure, state, stage, holder, offered_to, officer, requests, due_on, overdue_at, version, clock,
  soon_at`
const waiting = (because: Because, condition: string) =>
  `select ${shown}, '${because}' as because from dossier where is_open and ${condition}`

// Whatever waits for somebody there, each dossier once. Each branch has its own index.
const mine = [
  waiting('holds', 'holder = $1'),
  waiting('offered', 'offered_to = $1 and holder <> $1'),
  waiting(
    'supplement-proposed',
    `receiving_desk = $1 and 'supplement' = any (requests) and holder <> $1 and offered_to is distinct from $1`,
  ),
  waiting(
    'consulted',
    `consulted <> '{}' and consulted @> array[$1] and holder <> $1 and offered_to is distinct from $1
      and not (receiving_desk = $1 and 'supplement' = any (requests))`,
  ),
].join(' union all ')

const filters = `($3::text is null or officer = $3) and ($4::text is null or stage = $4) and ($5::text is null or procedure = $5)
  and ($6::text is null or because = $6)`

const page = `
  select * from (select m.*, ${light} as light from (${mine}) as m where ${filters}) as lit
  where ($7::text is null or light = $7) and ($8::text is null or (overdue_at, id) > ($8, $9::uuid))
  order by overdue_at, id limit $10`

const counts = `
  select light, count(*)::int as dossiers from (select ${light} as light from (${mine}) as m where ${filters}) as lit
  group by light`

type Row = {
  id: string
  code: string | null
  procedure: string
  state: string
  stage: string | null
  holder: string
  offered_to: string | null
  officer: string | null
  requests: string[]
  because: Because
  due_on: string | null
  overdue_at: string
  light: Light
  version: number
}

/** One page, earliest end of time first, with the key of the next; and the counts by light over the whole list. */
export const readWorklist = async (db: Pool, question: WorklistQuestion) => {
  const { organisation, now, officer, stage, procedure, because, after, limit } = question
  const asked = [organisation, now, officer, stage, procedure, because]
  const [list, counted] = await Promise.all([
    db.query<Row>(page, [...asked, question.light, after?.overdueAt, after?.id, limit + 1]),
    db.query<{ light: Light; dossiers: number }>(counts, asked),
  ])
  const rows = list.rows.slice(0, limit)
  const last = list.rows.length > limit ? rows.at(-1) : undefined
  const byLight = { 'in-time': 0, 'due-soon': 0, overdue: 0, paused: 0, none: 0 }
  for (const { light: name, dossiers } of counted.rows) byLight[name] = dossiers
  return {
    rows: rows.map(rowOf),
    counts: byLight,
    next: last === undefined ? null : keyOf({ overdueAt: last.overdue_at, id: last.id }),
  }
}

const rowOf = ({
  id,
  code,
  procedure,
  state,
  stage,
  holder,
  officer,
  requests,
  because,
  light: name,
  version,
  ...row
}: Row): WorklistRow => ({
  id,
  code,
  procedure,
  state,
  stage,
  holder,
  offeredTo: row.offered_to,
  officer,
  because,
  requests,
  dueOn: row.due_on,
  light: name,
  version,
})

const Key = z.object({ overdueAt: z.string(), id: z.uuid() })

/** The key of a page as it stands in a URL; what is not one of ours is undefined. */
const keyOf = (key: z.infer<typeof Key>): string => Buffer.from(JSON.stringify(key)).toString('base64url')
export const keyFrom = (text: string): z.infer<typeof Key> | undefined => {
  try {
    return Key.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
  } catch {
    return undefined // the route says which parameter does not fit
  }
}
