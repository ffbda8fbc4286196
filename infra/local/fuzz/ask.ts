import { type Agent, request as send } from 'node:http'
import type { Answer } from './answers-told.ts'
import type { Request } from './requests.ts'

// An audit takes its time, and longer on a machine that is asked a thousand things a second.
const patienceMs = 30_000
const none = { status: 0, type: '' }

/** Sends a request and gives what came of it; nothing is thrown. */
export const ask = (agent: Agent, url: string, method: string, { headers, body }: Request): Promise<Answer> =>
  new Promise((resolve) => {
    const asked = send(url, { agent, method, headers, timeout: patienceMs }, (response) => {
      const { statusCode: status = 0 } = response
      const type = response.headers['content-type']?.split(';')[0] ?? ''
      if (type === 'text/event-stream') {
        response.destroy() // it goes on as long as somebody listens
        return resolve({ status, type, body: '' })
      }
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => resolve({ status, type, body: Buffer.concat(parts).toString() }))
      response.on('error', ({ message }) => resolve({ ...none, body: message }))
    })
    asked.on('timeout', () => asked.destroy(new Error(`No answer within ${patienceMs} ms`)))
    asked.on('error', ({ message }) => resolve({ ...none, body: message }))
    asked.end(body)
  })
