import type { Caller } from '@dossier/contracts/actor'
import type { Due } from '@dossier/contracts/time'
import { hasPassed } from '@dossier/domain/law'
import type { Tx } from '@dossier/platform/postgres'
import * as z from 'zod'
import { actingFor, type Who } from '../acting.ts'
import { lockParcel } from '../parcels/parcel.ts'
import { relationsTo } from '../parcels/relations.ts'
import { postalProblem } from '../problems.ts'
import { tell } from '../tell.ts'

/** A payment to the citizen, by the number of its receipt. */
export const Payment = z
  .strictObject({
    amount: z.int().positive().max(1_000_000_000),
    proof: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$/),
  })
  .meta({ id: 'CompensationPayment' })
export type Payment = z.infer<typeof Payment>

const read = 'select amount, paid, waived, pay_by as "payBy" from compensation where parcel = $1'
const insert = `
  insert into compensation_payment (proof, parcel, amount, paid_at, paid_by) values ($1, $2, $3, $4, $5)
  on conflict on constraint compensation_payment_pk do nothing`
const pay = 'update compensation set paid = paid + $2 where parcel = $1'

/** Records what was paid of a compensation, at most what is owed; one receipt pays once. */
export const makePayCompensation =
  (deps: Who) =>
  async (
    tx: Tx,
    caller: Caller,
    { code, payment }: { code: string; payment: Payment },
  ): Promise<{ owed: number; inTime: boolean }> => {
    const now = deps.clock.now()
    const parcel = await lockParcel(tx, code)
    const { person } = actingFor(deps, caller, 'PayCompensation', relationsTo(parcel, deps))
    const [row] = (await tx.query<{ amount: number; paid: number; waived: boolean; payBy: Due }>(read, [parcel.code]))
      .rows
    if (row === undefined) throw postalProblem('compensation-not-decided', { about: parcel.code })
    const owed = row.waived ? 0 : row.amount - row.paid
    if (payment.amount > owed) throw postalProblem('paid-more-than-owed', { about: String(owed) })
    const { rowCount } = await tx.query(insert, [payment.proof, parcel.code, payment.amount, now, person])
    if (rowCount === 0) throw postalProblem('receipt-used', { about: payment.proof })
    await tx.query(pay, [parcel.code, payment.amount])
    const inTime = !hasPassed(row.payBy, now)
    await tell(tx, parcel.dossierId, {
      event: { type: 'CompensationPaid', parcel: parcel.code, amount: payment.amount, inTime },
      at: now,
    })
    return { owed: owed - payment.amount, inTime }
  }
