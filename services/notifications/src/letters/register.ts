import type { DossierMessage } from '@dossier/contracts/dossier'
import type { DossierEvent } from '@dossier/contracts/dossier-event'
import type { Day } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import type { Tx } from '@dossier/platform/postgres'

const takeNumber = `
  insert into register_book as b (desk, year, last) values ($1, $2, 1)
  on conflict (desk, year) do update set last = b.last + 1 returning last`
const known = 'select from register_line where dossier_id = $1'
const insert = `
  insert into register_line (
    desk, year, number, dossier_id, code, procedure_version, rule_set, lead, received_on, appointment_on
  ) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`
const appoint = 'update register_line set appointment_on = $2 where dossier_id = $1'
const choose = 'update register_line set return_by = $2 where dossier_id = $1'
const handOver = `
  update register_line set returned_on = $2, return_by = $3, handed_to = $4 where dossier_id = $1`
const end = 'update register_line set ended = $2 where dossier_id = $1'

/** Keeps the register (sổ theo dõi) of the desk that received a dossier: a number at acceptance, then what becomes of it. */
export const enterInRegister = async (tx: Tx, message: DossierMessage): Promise<void> => {
  const { dossierId, at, event } = message
  if (event.type === 'DossierAccepted') return begin(tx, message, event)
  const appointment = appointmentIn(event)
  if (appointment !== undefined) await tx.query(appoint, [dossierId, appointment])
  if (event.type === 'ReturnChosen') await tx.query(choose, [dossierId, event.by])
  if (event.type === 'ResultSigned') await tx.query(end, [dossierId, event.outcome])
  if (event.type === 'DossierStopped') await tx.query(end, [dossierId, 'stopped'])
  if (event.type === 'ResultReturned')
    await tx.query(handOver, [dossierId, dayOf(event.deliveredAt ?? at), event.by, event.to])
}

type Accepted = Extract<DossierEvent, { type: 'DossierAccepted' }>

const begin = async (tx: Tx, { dossierId, axes }: DossierMessage, accepted: Accepted) => {
  if ((await tx.query(known, [dossierId])).rowCount !== 0) return
  const { code, procedureVersion, ruleSet, dayZero, count } = accepted
  const [desk, year] = [axes.receivingDesk, Number(dayZero.slice(0, 4))]
  const { last } = (await tx.query(takeNumber, [desk, year])).rows[0]
  const lead = count.stages.at(-1)?.unit ?? desk
  await tx.query(insert, [desk, year, last, dossierId, code, procedureVersion, ruleSet, lead, dayZero, count.due.on])
}

/** The promised day a line changes; null where from then on nobody can name one, undefined where it changes nothing. */
const appointmentIn = (event: DossierEvent): Day | null | undefined => {
  if (event.type === 'SupplementRequested') return null
  if (event.type === 'ObligationRequested') return event.pauses ? null : undefined
  if (event.type === 'DossierReappointed') return event.appointment.on
  if (event.type === 'DossierRecounted' && event.promised !== undefined) return undefined
  return 'count' in event ? event.count?.due.on : undefined
}
