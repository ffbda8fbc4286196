import { commonProblem } from '@dossier/contracts/problem'
import { ProblemError } from '@dossier/platform/http'
import replyFrom from '@fastify/reply-from'
import type { FastifyPluginAsync } from 'fastify'
import { type Cookies, sessionOf } from './cookies.ts'
import type { Sessions } from './sessions.ts'

/** The services a browser reaches through here, by the name in the path. */
export type Behind = Readonly<Record<string, string>>
type Deps = { behind: Behind; sessions: Sessions; cookies: Cookies; publicUrl: string }

const kept = ['accept', 'accept-language', 'content-type', 'content-length', 'idempotency-key', 'if-match', 'range']
const reading = new Set(['GET', 'HEAD'])

/**
 * `/api/<service>/…` goes on to that service with the caller's token, which the browser never sees. Operations of services are
 * for services alone and not reached from here. What writes must come from a page of this site.
 */
export const through: FastifyPluginAsync<Deps> = async (app, { behind, sessions, cookies, publicUrl }) => {
  await app.register(replyFrom, { disableCache: true })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload)) // bodies pass as they are
  const { origin } = new URL(publicUrl)

  app.route<{ Params: { service: string; '*': string } }>({
    method: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    url: '/api/:service/*',
    config: { access: 'public' }, // the service behind decides
    handler: async (request, reply) => {
      const { service, '*': path } = request.params
      const base = Object.hasOwn(behind, service) ? behind[service] : undefined
      if (base === undefined || !isWithin(path)) throw new ProblemError(commonProblem('not-found'))
      if (!reading.has(request.method) && request.headers.origin !== origin)
        throw new ProblemError(commonProblem('not-permitted', { code: 'foreign-page' }))
      const id = sessionOf(request, cookies)
      const token = id === '' ? undefined : await sessions.token(id)
      if (id !== '' && token === undefined)
        throw new ProblemError(commonProblem('unauthenticated', { code: 'session-ended' }))
      return reply.from(`${base}${request.url.slice(`/api/${service}`.length)}`, {
        rewriteRequestHeaders: (_, headers) => ({
          ...Object.fromEntries(kept.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]]))),
          'x-request-id': request.id,
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
        }),
      })
    },
  })
}

/** No way out of a service's paths, and none to its operations, health or metrics. */
const isWithin = (path: string) => {
  const steps = path.split(/[/\\]/)
  return !steps.some((step) => step === '..' || step === '.') && !closed.has(steps[0] ?? '')
}
const closed = new Set(['operations', 'livez', 'readyz', 'metrics', 'call-backs', 'hooks', ''])
