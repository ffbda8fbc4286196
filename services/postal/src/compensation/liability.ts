import type { Caller } from '@dossier/contracts/actor'
import { Fault } from '@dossier/contracts/parcel'
import { Day } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import { hasPassed, passedAt } from '@dossier/domain/law'
import { type Bearer, bearerOf, compensationPayBy, type Harm, owedFor } from '@dossier/domain/postal-compensation'
import type { Tx } from '@dossier/platform/postgres'
import * as z from 'zod'
import { actingFor, type Who } from '../acting.ts'
import { calendarFor, dueBy } from '../due-by-calendar.ts'
import { lockParcel, type Parcel } from '../parcels/parcel.ts'
import { relationsTo } from '../parcels/relations.ts'
import { postalProblem } from '../problems.ts'
import { tell } from '../tell.ts'

/** The written liability record: what happened, by whose fault, and more than the least where it was agreed. */
export const Liability = z
  .strictObject({
    harm: z.enum(['lost', 'damaged', 'late']),
    fault: Fault,
    record: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}./-]{0,60}$/u),
    recordedOn: Day,
    amount: z.int().min(0).max(1_000_000_000).optional(),
  })
  .meta({ id: 'Liability' })
export type Liability = z.infer<typeof Liability>

const declared = `
  select from line where dossier_id = $1 and event ->> 'type' = 'ParcelLost' and event ->> 'parcel' = $2 and event ->> 'what' = $3`
const insert = `
  insert into compensation (parcel, dossier_id, harm, fault, record, recorded_on, office, decided_at, decided_by, amount, pay_by,
    calendar, silent_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
  on conflict on constraint compensation_pk do nothing`

export type Decided = {
  amount: number
  payBy: Day | null
  /** Whose cost what follows is: another delivery, the way back, papers issued anew. */
  costs: Record<'repeat-delivery' | 'return' | 're-issue', Bearer>
}

/**
 * Takes the liability record of a parcel, once, and says what the operator owes for it and until when (NĐ 47/2011 art. 25-26,
 * QĐ 45/2016 art. 14).
 */
export const makeRecordLiability =
  (deps: Who) =>
  async (tx: Tx, caller: Caller, { code, liability }: { code: string; liability: Liability }): Promise<Decided> => {
    const { clock, published } = deps
    const now = clock.now()
    const parcel = await lockParcel(tx, code)
    const { person, organisation } = actingFor(deps, caller, 'RecordLiability', relationsTo(parcel, deps))
    const { harm, fault, record, recordedOn } = liability
    if (recordedOn > dayOf(now)) throw postalProblem('record-from-the-future', { about: recordedOn })
    if (!(await hasHappened(tx, parcel, harm, now))) throw postalProblem('harm-not-declared', { about: parcel.code })
    const owed = owedFor(harm, fault, parcel.postage)
    if (owed.is === 'undecided') throw postalProblem('fault-unknown')
    const least = owed.is === 'owed' ? owed.atLeast : 0
    const amount = liability.amount ?? least
    if (owed.is === 'nothing' && amount > 0) throw postalProblem('nothing-owed')
    if (amount < least) throw postalProblem('compensation-too-low', { about: String(least) })
    const calendar = calendarFor(published, organisation, now)
    const payBy = dueBy(calendar, (by) => compensationPayBy(recordedOn, by))
    const { rowCount } = await tx.query(insert, [
      parcel.code,
      parcel.dossierId,
      harm,
      fault,
      record,
      recordedOn,
      organisation,
      now,
      person,
      amount,
      JSON.stringify(payBy),
      calendar.version,
      passedAt(payBy),
    ])
    if (rowCount === 0) throw postalProblem('compensation-decided', { about: parcel.code })
    if (amount > 0)
      await tell(tx, parcel.dossierId, {
        event: { type: 'CompensationDecided', parcel: parcel.code, amount, payBy: payBy.on },
        at: now,
      })
    return {
      amount,
      payBy: amount > 0 ? payBy.on : null,
      costs: {
        'repeat-delivery': bearerOf('repeat-delivery', fault),
        return: bearerOf('return', fault),
        're-issue': bearerOf('re-issue', fault),
      },
    }
  }

const hasHappened = async (tx: Tx, parcel: Parcel, harm: Harm, now: string): Promise<boolean> => {
  const { promised, closedAt } = parcel
  if (harm === 'late') return promised !== null && hasPassed(promised, closedAt ?? now)
  return (await tx.query(declared, [parcel.dossierId, parcel.code, harm])).rowCount !== 0
}
