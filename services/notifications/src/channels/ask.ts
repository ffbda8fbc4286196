import { isTransient } from '@dossier/platform/transient'

/** An answer with its status; `undefined` body where it was no JSON. */
type Answered = { status: number; body: unknown }
export type Asked = { answered: Answered } | { failed: 'down' | 'ambiguous'; why: string }

const unreached = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/**
 * Asks a provider. `down` only where nothing can have reached it; a time-out, a lost connection and an error of its own say
 * nothing of what it has done.
 */
export const ask = async (url: string, init: RequestInit, timeoutMs: number): Promise<Asked> => {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) })
    const text = await response.text()
    if (response.status >= 500) return { failed: 'ambiguous', why: `answered ${response.status}` }
    return { answered: { status: response.status, body: readJson(text) } }
  } catch (error) {
    if (!isTransient(error) && !(error instanceof TypeError)) throw error
    const code = codeOf(error)
    return { failed: unreached.has(code) ? 'down' : 'ambiguous', why: code }
  }
}

const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown'
  const { code } = Object(error)
  if (typeof code === 'string') return code
  if (error instanceof AggregateError) return codeOf(error.errors[0])
  return error.cause === undefined ? error.name : codeOf(error.cause)
}

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
