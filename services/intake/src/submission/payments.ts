import type { Payment } from '@dossier/contracts/application'
import type { FieldError } from '@dossier/contracts/problem'
import type { Instant } from '@dossier/contracts/time'
import type { Tx } from '@dossier/platform/postgres'
import { intakeProblem } from '../problems.ts'

/** What a gateway confirmed, server to server. */
export type OnlinePayment = {
  proof: string
  payer: string
  procedure: string
  fee: string
  amount: number
  paidAt: Instant
}

const record = `
  insert into online_payment (proof, payer, procedure, fee, amount, paid_at) values ($1, $2, $3, $4, $5, $6)
  on conflict (proof) do nothing`
const same = `
  select from online_payment
  where (proof, payer, procedure, fee, amount) = ($1, $2, $3, $4, $5)`
const free = `
  select proof, fee, amount::float8 as amount from online_payment
  where proof = any($1) and procedure = $2 and ($3::text is null or payer = $3) and application_id is null`
const take = 'update online_payment set application_id = $1 where proof = any($2) and application_id is null'

/** A gateway sends its message again and again: the same payment is one, another one under its proof is refused. */
export const recordPayment = async (tx: Tx, payment: OnlinePayment): Promise<void> => {
  const { proof, payer, procedure, fee, amount, paidAt } = payment
  const values = [proof, payer, procedure, fee, amount]
  await tx.query(record, [...values, paidAt])
  if ((await tx.query(same, values)).rowCount !== 1) throw intakeProblem('payment-differs')
}

type Declared = Readonly<Record<string, Payment>>
type Asked = { payments: Declared; procedure: string; payer: string | null; isCitizen: boolean }

/**
 * What was paid of each fee: an officer's word counts for the desk and the post, for the rest only what a gateway has
 * confirmed for this payer and nobody has used.
 */
export const verifyPayments = async (db: Tx, { payments, procedure, payer, isCitizen }: Asked) => {
  const online = Object.values(payments).flatMap(({ by, proof }) => (by === 'online' ? [proof] : []))
  const known = new Map<string, { fee: string; amount: number }>()
  if (online.length > 0)
    for (const row of (await db.query(free, [online, procedure, payer])).rows) known.set(row.proof, row)
  const paid: Record<string, number> = {}
  const mistakes: FieldError[] = []
  for (const [fee, { by, amount, proof }] of Object.entries(payments)) {
    const confirmed = known.get(proof)
    if (by === 'online' && confirmed?.fee === fee) paid[fee] = confirmed.amount
    else if (by === 'online' || isCitizen) mistakes.push(unconfirmed(fee))
    else paid[fee] = amount
  }
  return { paid, mistakes }
}

const unconfirmed = (fee: string): FieldError => ({
  pointer: `#/body/payments/${fee}/proof`,
  code: 'payment-unconfirmed',
  vi: 'Chưa có xác nhận của cổng thanh toán cho khoản này, hoặc chứng từ đã được sử dụng.',
  en: `No gateway has confirmed this payment of fee ${fee}, or it was used before.`,
})

/** Uses up the confirmed payments. Throws 409 `payment-taken` where one of them was used meanwhile. */
export const takePayments = async (tx: Tx, applicationId: string, payments: Declared): Promise<void> => {
  const proofs = Object.values(payments).flatMap(({ by, proof }) => (by === 'online' ? [proof] : []))
  if (proofs.length === 0) return
  if ((await tx.query(take, [applicationId, proofs])).rowCount !== new Set(proofs).size)
    throw intakeProblem('payment-taken')
}
