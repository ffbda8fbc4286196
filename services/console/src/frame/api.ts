import createClient, { type Middleware } from 'openapi-fetch'
import type { paths as Casework } from '../clients/casework.d.ts'
import type { paths as Catalogue } from '../clients/catalogue.d.ts'
import type { paths as Intake } from '../clients/intake.d.ts'
import type { paths as Notifications } from '../clients/notifications.d.ts'
import type { paths as Postal } from '../clients/postal.d.ts'
import type { paths as Insight } from '../clients/insight.d.ts'

/** What a service answers instead: RFC 9457, with a sentence for the reader and the rule it rests on. */
export type Problem = {
  status: number
  code: string
  title: string
  detail: string
  rule?: string
  errors?: { pointer: string; code: string; vi: string; en: string }[]
  /** What others did meanwhile. */
  since?: { seq: number; at: string; actor: { person: string; role: string; organisation: string }; type: string }[]
}

const offline: Problem = {
  status: 0,
  code: 'offline',
  title: 'Không liên lạc được với máy chủ. Hãy kiểm tra đường truyền rồi thử lại.',
  detail: 'The server cannot be reached. Check the connection and try again.',
}

// One place that listens for the end of a session: whatever request finds it out.
const ended = new EventTarget()
export const onSessionEnd = (tell: () => void): (() => void) => {
  ended.addEventListener('ended', tell)
  return () => ended.removeEventListener('ended', tell)
}

const watched: Middleware = {
  onResponse: async ({ response }) => {
    if (response.status === 401) ended.dispatchEvent(new Event('ended'))
    return undefined
  },
}
const client = <P extends object>(service: string) => {
  const made = createClient<P>({ baseUrl: `/api/${service}` })
  made.use(watched)
  return made
}

/** The services, by the types of their own OpenAPI documents. */
export const casework = client<Casework>('casework')
export const catalogue = client<Catalogue>('catalogue')
export const intake = client<Intake>('intake')
export const notifications = client<Notifications>('notifications')
export const postal = client<Postal>('postal')
export const insight = client<Insight>('insight')

/** The answer, or its problem thrown: queries and forms show it. */
export const orProblem = async <T>(asked: Promise<{ data?: T; error?: unknown }>): Promise<T> => {
  const { data, error } = await asked.catch(() => ({ data: undefined, error: offline }))
  if (data === undefined) throw isProblem(error) ? error : { ...offline, ...unreadable }
  return data
}

/** One command for one dossier, as its form drew it: the service checks it against the contract. Throws the problem. */
export const sendCommand = async (order: {
  dossier: string
  version: number
  key: string
  command: Record<string, unknown>
}): Promise<void> => {
  const { dossier, version, key, command } = order
  const headers = { 'content-type': 'application/json', 'idempotency-key': key, 'if-match': `"${version}"` }
  const sent = fetch(`/api/casework/dossiers/${dossier}/commands`, {
    method: 'POST',
    headers,
    body: JSON.stringify(command),
  })
  await orProblem(sent.then((answer) => readAnswer<object>(answer)))
}

/** An answer of this server's own, for `orProblem`. */
export const readAnswer = async <T>(response: Response): Promise<{ data?: T; error?: unknown }> => {
  if (response.status === 401) ended.dispatchEvent(new Event('ended'))
  const body = JSON.parse(await response.text())
  return response.ok ? { data: body } : { error: body }
}

const unreadable = {
  status: 502,
  code: 'unreadable',
  title: 'Máy chủ trả lời không đọc được.',
  detail: 'The answer cannot be read.',
}

export const isProblem = (given: unknown): given is Problem =>
  typeof given === 'object' && given !== null && 'code' in given && 'title' in given
