import { OrganisationCode } from '@dossier/contracts/organisation'
import { Custodian, Paper } from '@dossier/contracts/parcel'
import { Instant } from '@dossier/contracts/time'
import type { Tx } from '@dossier/platform/postgres'
import * as z from 'zod'

/** Who had a paper from when until when, and who confirmed that it came to them. */
const Interval = z.object({
  custodian: Custodian,
  since: Instant,
  until: Instant.nullable(),
  /** When it was recorded: scans come late. */
  recordedAt: Instant,
  why: z.string(),
  givenBy: z.string().nullable(),
  takenBy: z.string().nullable(),
  /** Of a loss in an office what its head wrote: why, what was done to find it, how it is replaced. */
  loss: z.object({ reason: z.string(), search: z.string(), replacement: z.string() }).nullable(),
})

/** The chain of one paper, oldest first. */
export const PaperChain = Paper.extend({ isVoid: z.boolean(), chain: z.array(Interval) }).meta({ id: 'PaperChain' })
export type PaperChain = z.infer<typeof PaperChain>

const columns = 'p.id as paper, p.kind, p.component, p.void_since is not null as "isVoid"'
const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const chains = `
  select ${columns}, jsonb_agg(jsonb_build_object('custodian', c.custodian, 'since', ${instant('c.since')},
    'until', ${instant('c.until')}, 'recordedAt', ${instant('f.recorded_at')}, 'why', f.why, 'givenBy', f.given_by,
    'takenBy', f.taken_by, 'loss', case when o.incident is not null then
      jsonb_build_object('reason', o.reason, 'search', o.search, 'replacement', o.replacement) end) order by c.nth) as chain
  from paper p join custody c on c.paper = p.id join custody_fact f on f.id = c.fact
    left join office_loss o on f.why = 'incident:' || o.incident
  where p.dossier_id = $1 group by p.id order by p.component, p.id`
const offices = `
  select distinct coalesce(c.organisation, x.sender) as office from paper p join custody c on c.paper = p.id
    left join parcel x on x.code = c.parcel
  where p.dossier_id = $1
  union select receiver from parcel where dossier_id = $1
  union select sender from parcel where dossier_id = $1
  union select to_custodian ->> 'organisation' from transfer where dossier_id = $1
  union select desk from dossier where id = $1`

/** Who has had each paper of a dossier, and has it. */
export const readChains = async (db: Tx, dossierId: string): Promise<PaperChain[]> =>
  z.array(PaperChain).parse((await db.query(chains, [dossierId])).rows)

/** Where papers of a dossier have been, or are to go. */
export const officesOf = async (db: Tx, dossierId: string): Promise<OrganisationCode[]> =>
  z
    .array(z.object({ office: OrganisationCode.nullable() }))
    .parse((await db.query(offices, [dossierId])).rows)
    .flatMap(({ office }) => (office === null ? [] : [office]))

/** A paper in an office's keeping. */
export const PaperInKeeping = Paper.extend({
  dossierId: z.string(),
  custodian: Custodian,
  since: Instant,
  isVoid: z.boolean(),
}).meta({ id: 'PaperInKeeping' })
const inKeeping = `
  select ${columns}, p.dossier_id as "dossierId", c.custodian, c.since from custody c join paper p on p.id = c.paper
  where c.until is null and c.kind in ('desk', 'officer', 'archive') and c.organisation = $1 order by c.since, p.id limit 500`

/** What an office has in keeping now, longest first; at most 500. */
export const papersAt = async (db: Tx, organisation: string): Promise<z.infer<typeof PaperInKeeping>[]> =>
  z.array(PaperInKeeping).parse((await db.query(inKeeping, [organisation])).rows)
