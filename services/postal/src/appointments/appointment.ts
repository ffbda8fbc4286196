import type { Caller } from '@dossier/contracts/actor'
import { DossierId } from '@dossier/contracts/dossier-id'
import { OrganisationCode } from '@dossier/contracts/organisation'
import { ParcelCode } from '@dossier/contracts/parcel'
import { Due, Instant } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import { hasPassed, passedAt } from '@dossier/domain/law'
import type { Tx } from '@dossier/platform/postgres'
import * as z from 'zod'
import { actingFor, standsFor, type Who } from '../acting.ts'
import { lockDossier } from '../dossier-lock.ts'
import type { Parcel } from '../parcels/parcel.ts'
import { common, postalProblem } from '../problems.ts'
import { promiseFor, type Promising } from '../promise.ts'
import { tell } from '../tell.ts'

/** What a citizen who sent by post is to be told, and until when; without an appointment the desk has not accepted yet. */
export const OwedAppointment = z
  .object({
    dossierId: DossierId,
    parcel: ParcelCode,
    office: OrganisationCode,
    promised: Due,
    code: z.string().nullable(),
    appointment: Due.nullable(),
    toldAt: Instant.nullable(),
  })
  .meta({ id: 'OwedAppointment' })
export type OwedAppointment = z.infer<typeof OwedAppointment>

/** How the citizen was told. */
export const Telling = z.strictObject({ how: z.enum(['slip', 'telephone', 'in-person']) }).meta({ id: 'Telling' })
export type Telling = z.infer<typeof Telling>

const insert = `
  insert into appointment (dossier_id, parcel, office, desk, promised, silent_at) values ($1, $2, $3, $4, $5, $6)`
const know = `
  update appointment set (code, appointment, known_at) = ($2, $3, $4)
  where dossier_id = $1 and told_at is null and ended_at is null`
const end = 'update appointment set ended_at = $2 where dossier_id = $1 and told_at is null and ended_at is null'
const columns = `
  dossier_id as "dossierId", parcel, office, promised, code, appointment, told_at as "toldAt"`
const read = `select ${columns} from appointment where dossier_id = $1 and ended_at is null`
const ofOffice = `
  select ${columns} from appointment where office = $1 and told_at is null and ended_at is null order by silent_at, dossier_id limit 500`
const told = 'update appointment set (told_at, told_by, how) = ($2, $3, $4) where dossier_id = $1'

/** From the slip on the citizen is to be told of the appointment; the combined service has none (TT 17/2017 art. 5.3). */
export const oweAppointment = async (
  tx: Tx,
  { dossierId, code, serviceClass, sender, receiver }: Parcel,
  deps: Promising & { now: Instant },
): Promise<void> => {
  const promised = promiseFor(deps, serviceClass, { on: dayOf(deps.now), appointmentSlip: true })
  await tx.query(insert, [dossierId, code, sender, receiver, JSON.stringify(promised), passedAt(promised)])
}

type Known = { code: string | null; due: Due; now: Instant }
/** The ledger has accepted the dossier: this is what there is to tell. */
export const appointmentKnown = async (tx: Tx, dossierId: DossierId, { code, due, now }: Known): Promise<void> =>
  void (await tx.query(know, [dossierId, code, JSON.stringify(due), now]))

/** It was not accepted: the citizen hears of that from the desk, in writing. */
export const noAppointment = async (tx: Tx, dossierId: DossierId, now: Instant): Promise<void> =>
  void (await tx.query(end, [dossierId, now]))

/** What an office has to tell, the most pressing first. */
export const appointmentsOf = async (db: Tx, office: string): Promise<OwedAppointment[]> =>
  z.array(OwedAppointment).parse((await db.query(ofOffice, [office])).rows)

/** The post has told the citizen of the appointment. Throws 409 while there is none, and where he was told before. */
export const makeTellAppointment =
  (deps: Who) =>
  async (
    tx: Tx,
    caller: Caller,
    { dossierId, how }: Telling & { dossierId: DossierId },
  ): Promise<{ inTime: boolean }> => {
    await lockDossier(tx, dossierId)
    const [row] = (await tx.query(read, [dossierId])).rows
    if (row === undefined) throw common('not-found')
    const { parcel, office, promised, appointment, toldAt } = OwedAppointment.parse(row)
    const now = deps.clock.now()
    const { person } = actingFor(deps, caller, 'TellAppointment', (one) =>
      standsFor(deps.published, one, office, dayOf(now)) ? ['carrier'] : [],
    )
    if (toldAt !== null) throw postalProblem('appointment-told')
    if (appointment === null) throw postalProblem('appointment-unknown')
    await tx.query(told, [dossierId, now, person, how])
    const inTime = !hasPassed(promised, now)
    await tell(tx, dossierId, { event: { type: 'AppointmentTold', parcel, appointment, inTime }, at: now })
    return { inTime }
  }
