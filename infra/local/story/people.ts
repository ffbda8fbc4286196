import { randomUUID } from 'node:crypto'
import type { StackPlan } from '../stack-plan.ts'
import { addressesOf } from '../stack-plan.ts'

/** What a service answered; a refusal is an answer too. */
export type Answered = { status: number; body: Record<string, unknown> }

/** Somebody at work on a stack: everything is done through the services' public HTTP. */
export type Person = {
  account: string
  token: () => Promise<string>
  get: (service: Service, path: string) => Promise<Answered>
  post: (service: Service, path: string, body: object, key?: string) => Promise<Answered>
  /** Does something to a dossier and gives the lines it added. Throws with the refusal's sentence. */
  act: (dossierId: string, command: { type: string } & Record<string, unknown>, key?: string) => Promise<Line[]>
}

export type Line = {
  seq: number
  at: string
  actor: { person: string; role: string; organisation: string }
  event: Record<string, unknown> & { type: string }
  axes: Axes
  alarms: { id: string; kind: string; at: string }[]
}
export type Axes = {
  state: string
  clock: string
  code: string | null
  holder: string
  level: string
  stage: { id: string; place: number; of: number } | null
  due: { on: string; at?: string } | null
}

export type Service = 'catalogue' | 'intake' | 'casework' | 'conductor'

/** Gives the people of a stack by their accounts; each signs in once. */
export const peopleOf = (plan: StackPlan) => {
  const addresses = addressesOf(plan)
  const tokens = new Map<string, Promise<string>>()
  const tokenFor = (account: string) => {
    const known = tokens.get(account)
    if (known !== undefined) return known
    const asked = signIn(addresses.issuer, account)
    tokens.set(account, asked)
    asked.catch(() => tokens.delete(account))
    return asked
  }

  return (account: string): Person => {
    type Asking = { method?: string; headers?: Record<string, string>; body?: string }
    const ask = async (url: string, { headers, ...asking }: Asking): Promise<Answered> => {
      const authorization = `Bearer ${await tokenFor(account)}`
      const signal = AbortSignal.timeout(20_000)
      const response = await fetch(url, { ...asking, headers: { ...headers, authorization }, signal })
      const body: unknown = await response.json()
      return { status: response.status, body: Object(body) }
    }
    const post: Person['post'] = (service, path, body, key = randomUUID()) =>
      ask(`${addresses[service]}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(body),
      })
    return {
      account,
      token: () => tokenFor(account),
      get: (service, path) => ask(`${addresses[service]}${path}`, {}),
      post,
      act: async (dossierId, command, key) => {
        const { status, body } = await post('casework', `/dossiers/${dossierId}/commands`, command, key)
        if (status !== 200)
          throw new Error(`${account} ${command.type}: ${status} ${String(body['code'])}: ${String(body['detail'])}`)
        return linesOf(body['lines'])
      },
    }
  }
}
export type People = ReturnType<typeof peopleOf>

const linesOf = (lines: unknown): Line[] => {
  if (!Array.isArray(lines)) throw new Error('Casework answered a command without lines')
  return lines
}

const signIn = async (issuer: string, account: string): Promise<string> => {
  const body = new URLSearchParams({ grant_type: 'account', account })
  const response = await fetch(`${issuer}/token`, { method: 'POST', body, signal: AbortSignal.timeout(5_000) })
  const answer: unknown = await response.json()
  const { access_token: token, detail } = Object(answer)
  if (typeof token !== 'string') throw new Error(`No token for ${account}: ${detail ?? response.status}`)
  return token
}
