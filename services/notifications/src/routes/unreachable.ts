import type { Pool } from 'pg'
import * as z from 'zod'

/** Somebody the law wants told, and who gave no address of any channel. */
export const Unreachable = z
  .object({
    dossierId: z.uuid(),
    code: z.string().nullable(),
    recipient: z.string(),
    /** When the first thing happened that they could not be told. */
    since: z.string(),
    notices: z.int(),
  })
  .meta({ id: 'Unreachable' })
export type Unreachable = z.infer<typeof Unreachable>

// Nobody represents most applicants, and whoever gave feedback without a name wanted no answer: neither is missed.
const unreached = `
  select n.subject as "dossierId", h.body #>> '{axes,code}' as code, n.recipient, min(n.at) as since, count(*)::int as notices
  from notice n join heard h on h.subject = n.subject
  where n.state = 'unreachable' and n.urgency = 'legal' and h.body #>> '{axes,receivingDesk}' = any ($1)
    and (n.recipient = 'applicant' or n.recipient = 'representative' and n.why = 'no address, or no consent')
    and not exists (
      select from notice l
      where l.subject = n.subject and l.recipient = n.recipient and l.place > n.place and l.state = 'prepared')
  group by n.subject, h.body, n.recipient order by since, n.subject limit 500`

/** Who could not be told since they were last reached, of the dossiers of some desks, longest first. */
export const unreachableAt = async (db: Pool, desks: readonly string[]): Promise<Unreachable[]> =>
  z.array(Unreachable).parse((await db.query(unreached, [desks])).rows)
