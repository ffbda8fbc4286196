import { DossierId, DossierMessage } from '@dossier/contracts/dossier'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import { type Attribution, attributionOf } from '@dossier/domain/attribution'
import type { Dossier } from '@dossier/domain/dossier'
import { isAbove } from '@dossier/domain/organisations'
import { setImmediate } from 'node:timers/promises'
import type { Pool } from 'pg'
import * as z from 'zod'
import type { LawBooks } from './law-books.ts'
import { folded } from './record.ts'

const Side = z.object({ dossiers: z.int(), days: z.int(), workingDays: z.int() })
/** What one agency had of the dossiers' time at one stage, and its own lateness there, each in the unit of its limit. */
export const StageLateness = z
  .object({
    agency: z.string(),
    /** Null while a desk passes it on. */
    stage: z.string().nullable(),
    open: Side,
    closed: Side,
    late: z.array(z.object({ unit: z.string(), amount: z.number(), dossiers: z.int() })),
    /** The dossiers behind the lateness, so that a figure opens its list. */
    lateDossiers: z.array(z.object({ id: DossierId, code: z.string().nullable() })),
  })
  .meta({ id: 'StageLateness' })
export type StageLateness = z.infer<typeof StageLateness>

const under = `
  select id, body, fold, code, is_open, count(*) over ()::int as total from dossier
  where (holder = any ($1) or receiving_desk = any ($1)) and code is not null
    and ((is_open and state <> 'completed') or body -> 'result' ->> 'at' >= $2)
  order by overdue_at nulls last, id limit $3`
const records = 'select dossier_id, body from dossier_event where dossier_id = any ($1) order by dossier_id, seq'

type Row = { id: DossierId; body: Dossier; fold: number; code: string | null; is_open: boolean; total: number }
type Asked = { organisation: OrganisationCode; since: string; now: string; limit: number }

/** The units of an organisation, itself among them. */
export const unitsOf = (organisation: OrganisationCode, books: LawBooks): OrganisationCode[] => {
  const tree = books.organisations()
  return [...tree.rows.keys()].filter((code) => code === organisation || isAbove(tree, organisation, code))
}

/**
 * Whose the time was and who is late, by agency and stage, from the attribution of each dossier's record (TT 01/2018 art. 13.2):
 * of those open now and those settled since a moment, the earliest end of time first. `counted` of `total` were looked at.
 */
export const latenessIn = async (
  { db, books }: { db: Pool; books: LawBooks },
  { organisation, since, now, limit }: Asked,
) => {
  const { rows } = await db.query<Row>(under, [unitsOf(organisation, books), since, limit])
  const groups = new Map<string, StageLateness>()
  const groupOf = (agency: string, stage: string | null): StageLateness => {
    const key = `${agency} ${stage ?? ''}`
    const found = groups.get(key) ?? { agency, stage, open: none(), closed: none(), late: [], lateDossiers: [] }
    groups.set(key, found)
    return found
  }
  let notCounted = 0
  for (let from = 0; from < rows.length; from += pageSize) {
    const page = rows.slice(from, from + pageSize)
    const read = await db.query<{ dossier_id: string; body: unknown }>(records, [page.map(({ id }) => id)])
    const lines = Map.groupBy(read.rows, ({ dossier_id: id }) => id)
    for (const row of page) {
      const dossier = await folded(db, row.id, row)
      const law = books.lawFor(dossier, undefined, dossier.clock.is === 'stopped' ? dossier.clock.at : now)
      const record = (lines.get(row.id) ?? []).map(({ body }) => {
        const { event, at, actor } = DossierMessage.parse(body)
        return { event, at, person: actor.person }
      })
      const time = attributionOf(record, law, now)
      if (time === undefined || 'missingYear' in time) notCounted += 1
      else add(time, row, groupOf)
    }
    await setImmediate() // a desk's act does not wait for a report
  }
  const found = [...groups.values()].toSorted((a, b) => b.lateDossiers.length - a.lateDossiers.length)
  return { rows: found, counted: rows.length - notCounted, total: rows[0]?.total ?? 0 }
}
const pageSize = 25

const none = () => ({ dossiers: 0, days: 0, workingDays: 0 })

const add = (
  { spans, lateShares }: Attribution,
  { id, code, is_open: isOpen }: Row,
  groupOf: (agency: string, stage: string | null) => StageLateness,
): void => {
  const seen = new Set<StageLateness>()
  for (const { party, days, workingDays } of spans) {
    if (party.kind === 'citizen' || party.kind === 'post') continue
    for (const unit of party.kind === 'agency' ? [party.unit] : party.units) {
      const group = groupOf(unit, party.stage)
      const side = isOpen ? group.open : group.closed
      if (!seen.has(group)) side.dossiers += 1
      seen.add(group)
      side.days += days
      side.workingDays += workingDays
    }
  }
  for (const share of lateShares) {
    const group = groupOf(share.of, 'stage' in share ? share.stage : null)
    const same = group.late.find(({ unit }) => unit === share.unit) ?? { unit: share.unit, amount: 0, dossiers: 0 }
    if (same.dossiers === 0) group.late.push(same)
    same.amount += share.amount
    same.dossiers += 1
    if (group.lateDossiers.every((one) => one.id !== id)) group.lateDossiers.push({ id, code })
  }
}
