import type { Caller } from '@dossier/contracts/actor'
import type { DossierId } from '@dossier/contracts/dossier-id'
import { OrganisationCode } from '@dossier/contracts/organisation'
import { Due, Instant } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import { passedAt } from '@dossier/domain/law'
import { isAbove } from '@dossier/domain/organisations'
import { promisedBy } from '@dossier/domain/postal-promise'
import type { Tx } from '@dossier/platform/postgres'
import { uuidv7 } from 'uuidv7'
import * as z from 'zod'
import { actingFor, type Who } from '../acting.ts'
import { lockDossier } from '../dossier-lock.ts'
import { postalProblem } from '../problems.ts'
import type { Promising } from '../promise.ts'
import { tell } from '../tell.ts'
import { words } from '../words.ts'
import { lies, majeureOf } from './affected.ts'

/** What nobody could have withstood: where, from when until when, and the document that says so. */
export const ForceMajeure = z
  .strictObject({ place: OrganisationCode, from: Instant, until: Instant, basis: words(300) })
  .refine(({ from, until }) => from < until, { error: 'It ends after it begins', path: ['until'] })
  .meta({ id: 'ForceMajeure' })
export type ForceMajeure = z.infer<typeof ForceMajeure>

export const RecordedForceMajeure = z
  .object({
    id: z.uuid(),
    place: OrganisationCode,
    from: Instant,
    until: Instant,
    basis: z.string(),
    recordedBy: z.string(),
    recordedAt: Instant,
    parcels: z.int(),
  })
  .meta({ id: 'RecordedForceMajeure' })
export type RecordedForceMajeure = z.infer<typeof RecordedForceMajeure>

const insert = `
  insert into force_majeure (id, place, from_at, until_at, basis, recorded_by, office, recorded_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`
const list = `
  select id, place, from_at as "from", until_at as until, basis, recorded_by as "recordedBy", recorded_at as "recordedAt",
    (select count(*)::int from force_majeure_parcel where force_majeure = f.id) as parcels
  from force_majeure f order by recorded_at desc, id desc limit 200`
// What was under way then; where liability was recorded it was judged by what was known.
const underWay = `
  select code, dossier_id as "dossierId", sender, receiver, office from parcel p
  where promised is not null and posted_at < $2 and (closed_at is null or closed_at > $1)
    and not exists (select from compensation c where c.parcel = p.code)
  order by dossier_id, code`
const link = 'insert into force_majeure_parcel (force_majeure, parcel) values ($1, $2) on conflict do nothing'
const read = `
  select posted_on as on, promised as was, service_class as "serviceClass", calendar from parcel where code = $1`
const move = `
  update parcel set (promised, silent_at) = ($2, $3),
    alarmed_at = case when closed_at is null and $3::timestamptz > $4 then null else alarmed_at end
  where code = $1`
const moveAppointment = `
  update appointment set (promised, silent_at) = ($2, $3),
    alarmed_at = case when $3::timestamptz > $4 then null else alarmed_at end
  where parcel = $1 and told_at is null and ended_at is null`

type Touched = { code: string; dossierId: DossierId; sender: string; receiver: string | null; office: string | null }
type Bound = { on: string; was: unknown; serviceClass: string; calendar: string | null }

export const forceMajeureList = async (db: Tx): Promise<RecordedForceMajeure[]> =>
  z.array(RecordedForceMajeure).parse((await db.query(list)).rows)

/**
 * Records force majeure at a place of the caller's office, once, and moves what was promised of every parcel that was on its way
 * there then (TT 17/2017 art. 7.2): by that day it is judged late, and what is owed for it. Gives how many moved.
 */
export const makeRecordForceMajeure =
  (deps: Who & Promising) =>
  async (tx: Tx, caller: Caller, given: ForceMajeure): Promise<{ id: string; moved: number }> => {
    const { clock, published } = deps
    const now = clock.now()
    const tree = published.organisations()
    const { person, organisation } = actingFor(deps, caller, 'RecordForceMajeure', (one) =>
      tree.rows.get(one)?.function === 'post' && (one === given.place || isAbove(tree, given.place, one))
        ? ['post']
        : [],
    )
    const id = uuidv7()
    const { place, from, until, basis } = given
    const parcels = (await tx.query<Touched>(underWay, [from, until])).rows.filter((one) => lies(published, place, one))
    for (const { dossierId } of parcels) await lockDossier(tx, dossierId)
    await tx.query(insert, [id, place, from, until, basis, person, organisation, now])
    let moved = 0
    for (const { code, dossierId } of parcels) {
      await tx.query(link, [id, code])
      moved += Number(await moveOne(tx, { id, code, dossierId }, { ...deps, now }))
    }
    return { id, moved }
  }

type One = { id: string; code: string; dossierId: DossierId }

const moveOne = async (
  tx: Tx,
  { id, code, dossierId }: One,
  { published, classes, now }: Promising & { now: Instant },
): Promise<boolean> => {
  const [row] = (await tx.query<Bound>(read, [code])).rows
  const postal = classes.classes.find((one) => one.id === row?.serviceClass)
  const calendar = published.calendarOn(dayOf(now))
  if (row === undefined || postal === undefined || calendar === undefined) throw postalProblem('calendar-missing')
  const forceMajeure = await majeureOf(tx, code)
  const counted = promisedBy(postal, row.on, calendar, { forceMajeure })
  const withSlip = promisedBy(postal, row.on, calendar, { forceMajeure, appointmentSlip: true })
  if ('missingYear' in counted || 'missingYear' in withSlip) throw postalProblem('calendar-missing')
  await tx.query(moveAppointment, [code, JSON.stringify(withSlip.due), passedAt(withSlip.due), now])
  const was = Due.parse(row.was)
  const { due } = counted
  if (due.on === was.on) return false
  await tx.query(move, [code, JSON.stringify(due), passedAt(due), now])
  const by = row.calendar ?? calendar.version
  const event = { type: 'PostalLimitMoved', limit: 'promise', parcel: code, was, now: due } as const
  await tell(tx, dossierId, { event: { ...event, calendars: [by, calendar.version], forceMajeure: id }, at: now })
  return true
}
