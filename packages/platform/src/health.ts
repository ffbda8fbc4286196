import type { FastifyInstance } from 'fastify'
import { metricsText } from './metrics.ts'
import { problem } from './problem-answer.ts'
import { commonProblem } from '@dossier/contracts/problem'

/** Something a service cannot work without, by name; it throws while that is out of reach. */
export type Checks = Record<string, () => Promise<unknown>>

const config = { access: 'public', rateLimit: false } as const
const schema = { hide: true }
const checkMs = 2_000

/** Adds /livez (the process runs), /readyz (it can work, see `Checks`, and is not closing) and /metrics. */
export const health = (app: FastifyInstance, checks: Checks, isClosing: () => boolean): void => {
  app.get('/livez', { config, schema }, () => ({ ok: true }))

  app.get('/readyz', { config, schema }, async (request, reply) => {
    const states = await Promise.all(Object.entries(checks).map(async ([name, check]) => [name, await tell(check)]))
    const state = Object.fromEntries(isClosing() ? [...states, ['closing', 'yes']] : states)
    if (!isClosing() && states.every(([, said]) => said === 'ok')) return { ok: true, checks: state }
    request.log.warn({ checks: state }, 'not ready')
    return problem(reply, commonProblem('unavailable', { checks: state }))
  })

  app.get('/metrics', { config, schema }, async (_, reply) => {
    const { text, contentType } = await metricsText()
    return reply.type(contentType).send(text)
  })
}

const tell = async (check: () => Promise<unknown>) => {
  const tooSlow = new Promise((_, no) => setTimeout(no, checkMs, new Error('slow')).unref())
  return Promise.race([check(), tooSlow]).then(
    () => 'ok',
    () => 'out of reach',
  )
}
