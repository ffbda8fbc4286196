import type { IncomingMessage } from 'node:http'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { uuidv7 } from 'uuidv7'
import { onBehalfOf } from './context.ts'
import { requestSeconds } from './metrics.ts'
import { scrub } from './scrub.ts'
import { serverSpan } from './spans.ts'
import { crashPoint } from './crash-point.ts'

const sane = /^[A-Za-z0-9][A-Za-z0-9._-]{3,63}$/
const traceparent = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/

/** The caller's X-Request-Id if it is sane and nobody's personal id, else a new UUIDv7. */
export const requestIdOf = ({ headers }: IncomingMessage): string => {
  const given = headers['x-request-id']
  return typeof given === 'string' && sane.test(given) && scrub(given) === given ? given : uuidv7()
}

/** Gives each request its id, its trace, its log line and its place in the metrics, and lets nobody keep an answer. */
export const followRequests = (app: FastifyInstance): void => {
  const enters = new WeakMap<FastifyRequest, (work: () => void) => void>()

  app.addHook('onRequest', (request, reply, done) => {
    const context = { requestId: request.id, traceparent: traceparentOf(request) }
    const span = serverSpan(request.method, request.routeOptions.url ?? 'unknown', context)
    reply.raw.once('close', () => span.end(reply.statusCode))
    const enter = (work: () => void) => onBehalfOf(context, () => span.within(work))
    enters.set(request, enter)
    void reply.headers({ 'x-request-id': request.id, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
    enter(done)
  })
  // The body arrives in the socket's own context, so it is entered again.
  app.addHook('preValidation', (request, _, done) => {
    const enter = enters.get(request)
    if (enter === undefined) done()
    else enter(done)
  })
  app.addHook('preHandler', async ({ method }) => {
    if (method !== 'GET') crashPoint('request: before it is handled')
  })
  app.addHook('onSend', async ({ method }) => {
    if (method !== 'GET') crashPoint('request: done, not answered')
  })
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request
    const route = routeOptions.url ?? 'unknown'
    const status = reply.statusCode
    requestSeconds.observe({ method, route, status }, reply.elapsedTime / 1000)
    const level = quiet.has(route) ? 'debug' : 'info'
    const ms = Math.round(reply.elapsedTime)
    request.log[level]({ requestId: request.id, method, route, status, ms }, 'answered') // the pattern: no ids
  })
}

const quiet = new Set(['/livez', '/readyz', '/metrics'])

const traceparentOf = ({ headers }: FastifyRequest) => {
  const given = headers['traceparent']
  return typeof given === 'string' && traceparent.test(given) ? given : undefined
}
