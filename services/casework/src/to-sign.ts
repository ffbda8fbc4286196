import type { Caller } from '@dossier/contracts/actor'
import { DossierId, DossierMessage } from '@dossier/contracts/dossier'
import { Outcome } from '@dossier/contracts/dossier-event'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import { Due, Instant } from '@dossier/contracts/time'
import { lightOf } from '@dossier/domain/alarm-plan'
import { keptDue, type Dossier } from '@dossier/domain/dossier'
import { isAbove } from '@dossier/domain/organisations'
import type { Pool } from 'pg'
import * as z from 'zod'
import { Action } from './actions.ts'
import type { LawBooks } from './law-books.ts'
import { readProspects } from './prospects.ts'
import { folded } from './record.ts'
import { Light } from './worklist.ts'

/** A proposed result on a leader's desk; its words, opinions and papers are read on the dossier itself. */
export const ToSignRow = z
  .object({
    id: DossierId,
    /** With If-Match, what is signed is what was seen. */
    version: z.int(),
    code: z.string().nullable(),
    procedure: z.string(),
    holder: z.string(),
    outcome: Outcome,
    proposedAt: Instant,
    proposedBy: z.string(),
    due: Due.nullable(),
    light: Light,
    /** Why this reader's signature would not take effect, as of whoever proposed it. */
    refused: Action.shape.refused,
  })
  .meta({ id: 'ToSignRow' })
export type ToSignRow = z.infer<typeof ToSignRow>

const proposed = `
  select d.id, d.version, d.body, d.fold, p.body as line, count(*) over ()::int as waiting
  from dossier d cross join lateral (
    select e.body from dossier_event e
    where e.dossier_id = d.id and e.body -> 'event' ->> 'type' = 'ResultProposed' order by e.seq desc limit 1
  ) as p
  where d.is_open and d.holder = any ($1) and d.state <> 'completed' and d.body ->> 'proposed' is not null
  order by d.overdue_at, d.id limit $2`

type Row = { id: DossierId; version: number; body: Dossier; fold: number; line: unknown; waiting: number }
type Question = { organisation: OrganisationCode; limit: number; now: string }

/** The results that wait for the signature of an organisation's leader: its own, and those of the units that belong to it. */
export const readToSign = async (
  { db, books }: { db: Pool; books: LawBooks },
  caller: Caller,
  { organisation, limit, now }: Question,
) => {
  const tree = books.organisations()
  const units = [...tree.rows.keys()].filter((code) => code === organisation || isAbove(tree, organisation, code))
  const { rows: found } = await db.query<Row>(proposed, [units, limit])
  const question = { command: 'Sign', dossiers: found.map(({ id }) => id) } as const
  const met = new Map((await readProspects({ db, books, now }, caller, question)).map((one) => [one.id, one.refused]))
  const rows: ToSignRow[] = []
  for (const { id, version, line, ...row } of found) {
    const dossier = await folded(db, id, row)
    const { code, procedure, holder, proposed: outcome } = dossier
    if (outcome === null) continue
    const { at: proposedAt, actor } = DossierMessage.parse(line)
    const light = lightOf(dossier, books.lawFor(dossier, undefined, now), now)
    const due = keptDue(dossier)
    const refused = met.get(id) ?? null
    rows.push({
      id,
      version,
      code,
      procedure,
      holder,
      outcome,
      proposedAt,
      proposedBy: actor.person,
      due,
      light,
      refused,
    })
  }
  return { rows, waiting: found[0]?.waiting ?? 0 }
}
