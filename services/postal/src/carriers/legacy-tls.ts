import { constants } from 'node:crypto'
import { request as plain } from 'node:http'
import { Agent, request as secure } from 'node:https'
import { Transient } from '@dossier/platform/transient'

// MyVNPost's server renegotiates the old way, which OpenSSL 3 refuses. Allowed for this carrier's calls alone.
const agent = new Agent({ secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT, keepAlive: true })
const withinMs = 10_000
const mostBytes = 1_048_576

export type Asked = { method: 'GET' | 'POST'; headers?: Record<string, string>; body?: unknown }

/** Asks a server with legacy TLS for JSON. Throws `Transient` where it does not answer, or answers with an error of its own. */
export const askLegacy = (
  url: URL,
  { method, headers = {}, body }: Asked,
): Promise<{ status: number; json: unknown }> =>
  new Promise((answered, failed) => {
    const trouble = (cause: unknown) => failed(new Transient(`${url.host} did not answer ${url.pathname}`, { cause }))
    const text = body === undefined ? undefined : JSON.stringify(body)
    const options = {
      method,
      headers: {
        accept: 'application/json',
        ...(text !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      signal: AbortSignal.timeout(withinMs),
    }
    const call = url.protocol === 'https:' ? secure(url, { ...options, agent }) : plain(url, options)
    call.on('error', trouble)
    call.on('response', (response) => {
      const { statusCode: status = 0 } = response
      const chunks: Buffer[] = []
      let bytes = 0
      response.on('error', trouble)
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
        if (bytes > mostBytes) call.destroy(new Error('the answer has no end'))
        else chunks.push(chunk)
      })
      response.on('end', () => {
        if (status >= 500 || status === 429) return trouble(new Error(`status ${status}`))
        try {
          answered({ status, json: JSON.parse(Buffer.concat(chunks).toString('utf8') || 'null') })
        } catch (cause) {
          trouble(cause)
        }
      })
    })
    call.end(text)
  })
