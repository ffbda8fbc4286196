import type { Caller } from '@dossier/contracts/actor'
import { type DossierId, DossierMessage } from '@dossier/contracts/dossier'
import { lightOf } from '@dossier/domain/alarm-plan'
import { dayOf } from '@dossier/domain/calendar'
import { appointmentOf, type Dossier } from '@dossier/domain/dossier'
import { isAbove } from '@dossier/domain/organisations'
import type { Clock } from '@dossier/platform/clock'
import type { Pool } from 'pg'
import { mandatesOf } from './acting.ts'
import type { LawBooks } from './law-books.ts'

const one = 'select body, version, applicant from dossier where id = $1'
const record = `
  select e.body, n.text from dossier_event e
  left join dossier_note n on n.dossier_id = e.dossier_id and n.seq = e.seq
  where e.dossier_id = $1 order by e.seq`

type Read = { db: Pool; clock: Clock; books: LawBooks }

/** A dossier with its whole timeline, or undefined: for a stranger there is no such dossier. */
export const readDossierFor = async ({ db, clock, books }: Read, caller: Caller, id: DossierId) => {
  const { rows } = await db.query<{ body: Dossier; version: number; applicant: string | null }>(one, [id])
  const [row] = rows
  if (row === undefined || !maySee(caller, row.body, row.applicant, { clock, books })) return undefined
  const read = await db.query<{ body: unknown; text: string | null }>(record, [id])
  const lines = read.rows.map(({ body, text }) => ({ ...DossierMessage.parse(body), note: text }))
  const last = lines.at(-1)
  if (last === undefined) throw new Error(`Dossier ${id} stands on no line of the record`)
  const now = clock.now()
  const law = books.lawFor(row.body, undefined, now)
  const { axes, alarms } = last
  return {
    id,
    version: last.seq,
    axes,
    light: lightOf(row.body, law, now),
    alarms,
    count: row.body.count,
    appointment: appointmentOf(row.body),
    pinned: row.body.pinned,
    officer: row.body.officer,
    handover: row.body.handover,
    consultations: row.body.consultations,
    obligations: row.body.obligations,
    result: row.body.result,
    timeline: lines.map(({ seq, at, actor, event, note }) => ({ seq, at, actor, event, note })),
  }
}

/** The applicant, services, and whoever has a mandate on its way: desks see what passed them (law.md B10, scenarios S13). */
const maySee = (
  caller: Caller,
  dossier: Dossier,
  applicant: string | null,
  { clock, books }: Pick<Read, 'clock' | 'books'>,
): boolean => {
  if (caller.kind === 'service') return true
  if (caller.kind === 'citizen') return caller.subject === applicant
  const onTheWay = new Set<string>([
    dossier.receivingDesk,
    dossier.holder,
    ...(dossier.count?.stages.map(({ unit }) => unit) ?? []),
    ...dossier.consultations.map(({ to }) => to),
    ...(dossier.handover === null ? [] : [dossier.handover.to]),
  ])
  const tree = books.organisations()
  return mandatesOf(caller, dayOf(clock.now()), books).some(
    ({ organisation, role }) =>
      onTheWay.has(organisation) ||
      isAbove(tree, organisation, dossier.receivingDesk) ||
      (role === 'inspector' && isAbove(tree, organisation, dossier.holder)),
  )
}

const byCode = 'select body from dossier where code = $1'

/** What anybody may know by a code: how far it is, no name, no unit, no paper (TT 01/2018 art. 16). */
export const lookUp = async (db: Pool, code: string) => {
  const { rows } = await db.query<{ body: Dossier }>(byCode, [code])
  const [row] = rows
  if (row === undefined) return undefined
  const { state, place, count } = row.body
  return { code, state, stage: place === null ? null : { place: place.index + 1, of: count?.stages.length ?? 1 } }
}

const open = `
  select e.body from dossier d join dossier_event e on e.dossier_id = d.id and e.seq = d.version
  where d.is_open and ($1::uuid is null or d.id > $1) order by d.id limit $2`

/** The last line of each open dossier, in pages: from these the conductor's workflows are made anew. */
export const openDossiers = async (db: Pool, after: string | undefined, limit: number): Promise<DossierMessage[]> => {
  const { rows } = await db.query<{ body: unknown }>(open, [after, limit])
  return rows.map(({ body }) => DossierMessage.parse(body))
}
