import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { prepareTopics } from './kafka.ts'
import { addressesOf, type StackPlan } from './stack-plan.ts'
import { prepareTemporal } from './temporal.ts'

type Service = 'catalogue' | 'intake' | 'casework' | 'conductor' | 'postal' | 'notifications'

/**
 * Makes Temporal again what the ledger says: namespace and search attributes, and for every open dossier its story with its
 * timers; or for one dossier, open or closed. Gives how many. Stories that run already only hear what they know.
 */
export const rebuildTemporal = async (plan: StackPlan, dossierId?: string): Promise<{ dossiers: number }> => {
  await prepareTemporal(addressesOf(plan).temporal)
  const { dossiers } = await order(plan, 'conductor', 'rebuild', { dossierId })
  return { dossiers: Number(dossiers) }
}

/** Makes Kafka again: its topics, and every service tells again what it owns. Who has heard a line counts it once. */
export const rebuildKafka = async (plan: StackPlan): Promise<Record<string, unknown>> => {
  await prepareTopics(addressesOf(plan).kafka)
  return {
    catalogue: await order(plan, 'catalogue', 're-announce'),
    intake: await order(plan, 'intake', 're-announce'),
    casework: await order(plan, 'casework', 're-announce'),
    postal: await order(plan, 'postal', 're-announce'),
    notifications: await order(plan, 'notifications', 're-announce'),
  }
}

/** Makes both again: Temporal first, so that every story knows its last line before Kafka tells the older ones again. */
export const rebuildAll = async (plan: StackPlan): Promise<Record<string, unknown>> => ({
  temporal: await rebuildTemporal(plan),
  kafka: await rebuildKafka(plan),
})

/** Throws away the first message of a key that a service put aside, and has those behind it handled. */
export const discardDeadLetter = (plan: StackPlan, service: Service, wish: { key: string; reason: string }) =>
  order(plan, service, 'discard', wish)

const order = async (plan: StackPlan, service: Service, what: string, body = {}): Promise<Record<string, unknown>> => {
  const url = `${addressesOf(plan)[service]}/operations/${what}`
  const authorization = `Bearer ${await serviceToken(plan, service)}`
  const headers = { authorization, 'idempotency-key': randomUUID(), 'content-type': 'application/json' }
  const signal = AbortSignal.timeout(600_000)
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal })
  const answer: unknown = await response.json()
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${JSON.stringify(answer)}`)
  return Object(answer)
}

/** The token of one of the product’s own services, as its secret gives it. */
export const serviceToken = async ({ folder, ...plan }: StackPlan, service: Service): Promise<string> => {
  const secret = readFileSync(`${folder}/issuer/${service}.secret`, 'utf8').trim()
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: service, client_secret: secret })
  const response = await fetch(`${addressesOf({ folder, ...plan }).issuer}/token`, { method: 'POST', body })
  const answer: unknown = await response.json()
  const { access_token: token } = Object(answer)
  if (typeof token !== 'string') throw new Error(`The issuer gave ${service} no token: ${response.status}`)
  return token
}
