import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { addressesOf, type StackPlan } from '../stack-plan.ts'

type Paid = { payer: string; procedure: string; fee: string; amount: number; proof: string }

/** The payment gateway's word to intake, server to server, that somebody has paid a fee online. */
export const confirmPayment = async (plan: StackPlan, paid: Paid): Promise<void> => {
  const { issuer, intake } = addressesOf(plan)
  const secret = readFileSync(`${plan.folder}/issuer/payments.secret`, 'utf8').trim()
  const grant = { grant_type: 'client_credentials', client_id: 'payments', client_secret: secret }
  const answer = await fetch(`${issuer}/token`, { method: 'POST', body: new URLSearchParams(grant) })
  const { access_token: token }: { access_token?: string } = Object(await answer.json())
  const response = await fetch(`${intake}/payments`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify(paid),
  })
  if (!response.ok)
    throw new Error(`Intake did not take the gateway’s word: ${response.status} ${await response.text()}`)
}
