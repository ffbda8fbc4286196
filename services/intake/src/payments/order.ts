import { Payment } from '@dossier/contracts/application'
import type { ProcedureVersion } from '@dossier/contracts/procedure'
import { Instant } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import { type Counted, feesDue } from '@dossier/domain/fees'
import type { Tx } from '@dossier/platform/postgres'
import { uuidv7 } from 'uuidv7'
import * as z from 'zod'
import { common, intakeProblem } from '../problems.ts'
import { recordPayment } from '../submission/payments.ts'

/** What somebody set out to pay through the gateway, and what became of it. */
export const PaymentOrder = z
  .object({
    orderId: z.uuidv7(),
    fee: z.string(),
    amount: z.int(),
    startedAt: Instant,
    state: z.enum(['open', 'paid', 'failed']),
    proof: z.string().nullable(),
  })
  .meta({ id: 'PaymentOrder' })
export type PaymentOrder = z.infer<typeof PaymentOrder>

/** The gateway's word, server to server. */
export const Outcome = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('paid'), amount: Payment.shape.amount, proof: Payment.shape.proof }),
  z.strictObject({ state: z.literal('failed') }),
])
export type Outcome = z.infer<typeof Outcome>

const columns = `o.id as "orderId", o.fee, o.amount::float8 as amount, o.started_at as "startedAt", o.state, o.proof`
// What an application has used pays nothing more.
const ofPayer = `
  select ${columns} from payment_order o left join online_payment p on p.proof = o.proof
  where o.payer = $1 and o.procedure = $2 and p.application_id is null
  order by o.started_at desc, o.id desc limit 50`
const start = `
  insert into payment_order (id, payer, procedure, fee, amount, started_at, state) values ($1, $2, $3, $4, $5, $6, 'open')`
const lock = `
  select payer, procedure, fee, amount::float8 as amount, state, proof from payment_order where id = $1 for update`
const settle = 'update payment_order set (state, proof) = ($2, $3) where id = $1'

export const ordersOf = async (db: Tx, payer: string, procedure: string): Promise<PaymentOrder[]> =>
  (await db.query<PaymentOrder>(ofPayer, [payer, procedure])).rows

type Asked = { version: ProcedureVersion; fee: string; counts: readonly Counted[]; now: Instant }

/** What a fee of an application still to be handed in comes to by the tariff of today. Throws 409 where it is nothing, or not counted. */
export const amountToday = ({ version, fee, counts, now }: Asked): number => {
  const { amount = null } = feesDue(version, 'online', dayOf(now), counts).find(({ id }) => id === fee) ?? {}
  if (amount === null || amount === 0) throw intakeProblem('fee-not-payable')
  return amount
}

type Starting = { payer: string; procedure: string; fee: string; amount: number; now: Instant }

/** Sets out to pay a fee. What was paid and not used is not paid twice: that order is given again. */
export const startOrder = async (tx: Tx, starting: Starting): Promise<PaymentOrder> => {
  const { payer, procedure, fee, amount, now } = starting
  const paid = (await ordersOf(tx, payer, procedure)).find(
    (order) => order.state === 'paid' && order.fee === fee && order.amount >= amount,
  )
  if (paid !== undefined) return paid
  const orderId = uuidv7()
  await tx.query(start, [orderId, payer, procedure, fee, amount, now])
  return { orderId, fee, amount, startedAt: now, state: 'open', proof: null }
}

/**
 * Takes the gateway's word of an order. The same word again is no news; paid is final, failed is not, for the same order may
 * be tried again. Throws 409 `payment-differs` for another amount, or another word after paid.
 */
export const settleOrder = async (tx: Tx, id: string, outcome: Outcome & { now: Instant }): Promise<void> => {
  const [order] = (await tx.query(lock, [id])).rows
  if (order === undefined) throw common('not-found')
  const { payer, procedure, fee, amount } = order
  const proof = outcome.state === 'paid' ? outcome.proof : null
  if (order.state === 'paid' && order.proof !== proof) throw intakeProblem('payment-differs')
  if (outcome.state === 'paid') {
    if (outcome.amount !== amount) throw intakeProblem('payment-differs')
    await recordPayment(tx, { proof: outcome.proof, payer, procedure, fee, amount, paidAt: outcome.now })
  }
  await tx.query(settle, [id, outcome.state, proof])
}
