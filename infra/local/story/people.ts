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
  put: (service: Service, path: string, body: object) => Promise<Answered>
  /** Sends a scan for an application and gives the upload's id. */
  scans: () => Promise<string>
  /** Asks for something that may be refused. */
  asks: (dossierId: string, command: { type: string } & Record<string, unknown>, key?: string) => Promise<Answered>
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

export type Service = 'catalogue' | 'intake' | 'casework' | 'conductor' | 'postal' | 'notifications'

/** Somebody without an account, as whoever looks up a code. */
export const anybody = 'anybody'

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
    type Asking = { method?: string; headers?: Record<string, string>; body?: string | FormData }
    const ask = async (url: string, { headers, ...asking }: Asking): Promise<Answered> => {
      const signal = AbortSignal.timeout(20_000)
      const signedIn = account === anybody ? {} : { authorization: `Bearer ${await tokenFor(account)}` }
      const response = await fetch(url, { ...asking, headers: { ...headers, ...signedIn }, signal })
      const body: unknown = await response.json()
      return { status: response.status, body: Object(body) }
    }
    type Sending = { method: string; body: object; key: string }
    const send = (service: Service, path: string, { method, body, key }: Sending) =>
      ask(`${addresses[service]}${path}`, {
        method,
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(body),
      })
    const post: Person['post'] = (service, path, body, key = randomUUID()) =>
      send(service, path, { method: 'POST', body, key })
    return {
      account,
      token: () => tokenFor(account),
      get: (service, path) => ask(`${addresses[service]}${path}`, {}),
      post,
      put: (service, path, body) => send(service, path, { method: 'PUT', body, key: randomUUID() }),
      scans: async () => {
        const body = new FormData()
        body.append('file', new Blob([onePixel]), 'ban-chup.png')
        const headers = { 'idempotency-key': randomUUID() }
        const sent = await ask(`${addresses.intake}/uploads`, { method: 'POST', headers, body })
        if (sent.status !== 201)
          throw new Error(`The scan was not taken in: ${sent.status} ${String(sent.body['code'])}`)
        return String(sent.body['uploadId'])
      },
      asks: (dossierId, command, key) => post('casework', `/dossiers/${dossierId}/commands`, command, key),
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

/** The lines in an answer. Throws where there are none. */
export const linesOf = (lines: unknown): Line[] => {
  if (!Array.isArray(lines)) throw new Error('Casework answered a command without lines')
  return lines
}

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
)

const signIn = async (issuer: string, account: string): Promise<string> => {
  const body = new URLSearchParams({ grant_type: 'account', account })
  const response = await fetch(`${issuer}/token`, { method: 'POST', body, signal: AbortSignal.timeout(5_000) })
  const answer: unknown = await response.json()
  const { access_token: token, detail } = Object(answer)
  if (typeof token !== 'string') throw new Error(`No token for ${account}: ${detail ?? response.status}`)
  return token
}
