import type { Caller } from '@dossier/contracts/actor'
import { type Axes, type DossierId, DossierMessage } from '@dossier/contracts/dossier'
import type { Count } from '@dossier/contracts/dossier-event'
import { lightOf } from '@dossier/domain/alarm-plan'
import { dayOf } from '@dossier/domain/calendar'
import { foresee } from '@dossier/domain/apology-draft'
import { appointmentOf, type Dossier, isUnderWay } from '@dossier/domain/dossier'
import { supplementBy } from '@dossier/domain/decisions/supplement'
import { agenciesWaitedFor } from '@dossier/domain/decisions/succession'
import { completionOf, readingMandate, shownToApplicant } from '@dossier/domain/disclosure'
import type { Clock } from '@dossier/platform/clock'
import { currentRequest } from '@dossier/platform/context'
import type { Pool } from 'pg'
import { mandatesOf } from './acting.ts'
import { actionsFor } from './actions.ts'
import type { LawBooks } from './law-books.ts'
import { lettersOf } from './letters.ts'
import { folded } from './record.ts'

const one = 'select body, fold, applicant from dossier where id = $1'
const record = `
  select e.body, n.text from dossier_event e
  left join dossier_note n on n.dossier_id = e.dossier_id and n.seq = e.seq
  where e.dossier_id = $1 order by e.seq`
const look = 'insert into dossier_look (viewer, capacity, dossier_id, request_id) values ($1, $2, $3, $4)'

type Read = { db: Pool; clock: Clock; books: LawBooks }
type Row = { body: Dossier; fold: number; applicant: string | null }
type Line = DossierMessage & { note: string | null }

/** A dossier in the eyes of somebody who may see it. */
export type Seen = {
  dossier: Dossier
  lines: readonly Line[]
  capacity: string
  applicant: string | null
  /** Whoever supervises reads the dossier, but neither its papers nor its letters. */
  readsPapers: boolean
}

/**
 * Looks at a dossier; undefined for a stranger, to whom there is no such dossier. Who looked is written down first, refused
 * looks too (NĐ 61/2018 art. 5.1d): no record, no view.
 */
export const see = async ({ db, clock, books }: Read, caller: Caller, id: DossierId): Promise<Seen | undefined> => {
  const [row] = (await db.query<Row>(one, [id])).rows
  if (row === undefined) return undefined
  const dossier = await folded(db, id, row)
  const read = await db.query<{ body: unknown; text: string | null }>(record, [id])
  const lines = read.rows.map(({ body, text }): Line => ({ ...DossierMessage.parse(body), note: text }))
  const looking = { dossier, lines, applicant: row.applicant, books, clock }
  const capacity = capacityOf(caller, looking, { papers: false })
  await db.query(look, [caller.subject, capacity ?? null, id, currentRequest()?.requestId ?? 'none'])
  if (capacity === undefined) return undefined
  const readsPapers = capacityOf(caller, looking, { papers: true }) !== undefined
  return { dossier, lines, capacity, applicant: row.applicant, readsPapers }
}

/** A dossier with its timeline, for whoever may see it. */
export const readDossierFor = async (deps: Read, caller: Caller, id: DossierId) => {
  const seen = await see(deps, caller, id)
  if (seen === undefined) return undefined
  const { dossier, lines, capacity, applicant, readsPapers } = seen
  const last = lines.at(-1)
  if (last === undefined) throw new Error(`Dossier ${id} stands on no line of the record`)
  const { clock, books } = deps
  const now = clock.now()
  const law = books.lawFor(dossier, undefined, now)
  const isApplicant = capacity === 'applicant'
  const { axes, alarms } = last
  return {
    id,
    version: last.seq,
    axes: isApplicant ? theirOwn(axes) : axes,
    light: lightOf(dossier, law, now),
    alarms: isApplicant ? [] : alarms,
    count: countIn(dossier, lines),
    appointment: appointmentOf(dossier),
    foreseen: isApplicant || !isUnderWay(dossier) ? null : (foresee(dossier, law, now) ?? null),
    supplementBy: isApplicant ? null : supplementBy(dossier, law),
    pinned: dossier.pinned,
    officer: isApplicant ? null : dossier.officer,
    handover: isApplicant ? null : dossier.handover,
    consultations: dossier.consultations,
    obligations: dossier.obligations,
    result: dossier.result,
    actions: actionsFor({ caller, dossier, applicant, version: last.seq, now, books }),
    letters: await lettersOf(deps.db, id, { isApplicant }),
    readsPapers,
    timeline: isApplicant ? lines.flatMap(forTheApplicant) : lines.map(forOfficers),
  }
}

/** The count in force with the days it passed over, which the record alone keeps; its units are those of today. */
const countIn = ({ count }: Dossier, lines: readonly Line[]): Count | null => {
  const counted = lines.findLast(({ event }) => 'count' in event && event.count !== undefined)?.event
  if (count === null || counted === undefined || !('count' in counted) || counted.count === undefined) return null
  return { ...counted.count, stages: count.stages }
}

/** Of what waits for a decision, the applicant sees the own wish. */
const theirOwn = ({ requests = [], ...axes }: Axes): Axes =>
  requests.includes('withdrawal') ? { ...axes, requests: ['withdrawal'] } : axes

const forOfficers = ({ seq, at, actor, event, note }: Line) => ({ seq, at, actor, event, note })

/** Agency and role stand for the officer: whose account it was is no business of the public's (TT 01/2018 art. 16.2). */
const forTheApplicant = (line: Line) => {
  const shown = shownToApplicant(line.event)
  if (shown === 'nothing') return []
  const actor = { ...line.actor, person: line.actor.role }
  return [{ ...forOfficers(line), actor, note: shown === 'with-words' ? line.note : null }]
}

type Looking = { dossier: Dossier; lines: readonly Line[]; applicant: string | null } & Pick<Read, 'books' | 'clock'>

/** In which capacity a caller reads: as a service, the applicant, or by a mandate on the dossier's way (reference scenario S13). */
const capacityOf = (
  caller: Caller,
  { dossier, lines, applicant, books, clock }: Looking,
  { papers }: { papers: boolean },
): string | undefined => {
  if (caller.kind === 'service') return 'service'
  if (caller.kind === 'citizen') return caller.subject === applicant ? 'applicant' : undefined
  const way = new Set<string>([...agenciesWaitedFor(dossier), ...lines.flatMap(placesOf)])
  const tree = books.organisations()
  const mandates = mandatesOf(caller, dayOf(clock.now()), books)
  const reader = readingMandate(mandates, { way, holder: dossier.holder }, { tree, papers })
  return reader === undefined ? undefined : `${reader.role}@${reader.organisation}`
}

const placesOf = ({ axes, event }: Line): string[] =>
  event.type === 'HandoverOffered' || event.type === 'ConsultationRequested' ? [axes.holder, event.to] : [axes.holder]

const byCode = 'select id, body, fold from dossier where code = $1'

/** What anybody may know by a code: how far it is, no name, no unit, no paper (TT 01/2018 art. 16). */
export const lookUp = async (db: Pool, code: string) => {
  const [row] = (await db.query<{ id: DossierId; body: Dossier; fold: number }>(byCode, [code])).rows
  if (row === undefined) return undefined
  const { state, place, count } = await folded(db, row.id, row)
  return {
    code,
    state: completionOf(state),
    stage: place === null ? null : { place: place.index + 1, of: count?.stages.length ?? 1 },
  }
}

const open = `
  select e.body from dossier d join dossier_event e on e.dossier_id = d.id and e.seq = d.version
  where d.is_open and ($1::uuid is null or d.id > $1) order by d.id limit $2`

/** The last line of each open dossier, in pages: from these the conductor's workflows are made anew. */
export const openDossiers = async (db: Pool, after: string | undefined, limit: number): Promise<DossierMessage[]> => {
  const { rows } = await db.query<{ body: unknown }>(open, [after, limit])
  return rows.map(({ body }) => DossierMessage.parse(body))
}
