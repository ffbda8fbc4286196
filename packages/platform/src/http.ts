import type { ServerOptions as HttpOptions } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { commonProblem, Problem } from '@dossier/contracts/problem'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyBaseLogger, type FastifyServerOptions, LogController } from 'fastify'
import * as withZod from 'fastify-type-provider-zod'
import * as z from 'zod'
import { type Authenticate, auth } from './auth.ts'
import { type Checks, health } from './health.ts'
import type { Log } from './log.ts'
import { openApi } from './open-api.ts'
import { answerError, answerOnSocket, problem, ProblemError } from './problem-answer.ts'
import { followRequests, requestIdOf } from './request.ts'
import { validatorCompiler } from './validation.ts'

export { problem, ProblemError }

export type ServerOptions = FastifyServerOptions & {
  http?: HttpOptions
  /** The service's name in its documentation; `log` without it is silent (tests). */
  name?: string
  log?: Log
  /** Who a bearer token speaks of; without it a server has public routes only. */
  authenticate?: Authenticate
  /** What /readyz asks. */
  checks?: Checks
  /** How often one caller (or address, without one) may ask; services may as they like. Counted in this process. */
  rate?: { max: number; perMs: number }
  /** How long readiness is off before the door closes. */
  drainMs?: number
}

/**
 * Every service starts from this server: zod in, zod out, every error a problem (RFC 9457), each route with a declared
 * access, limits on body (1 MiB), time (15 s to send a request) and rate (600 a minute), request ids, one log line a
 * request, /livez, /readyz, /metrics and /openapi.json. Register routes in plugins, else limits and documentation miss them.
 */
export const createServer = (options: ServerOptions = {}) => {
  const { name = 'service', log, authenticate, checks = {}, rate, drainMs = 0, ...rest } = options
  const logging = log === undefined ? {} : { loggerInstance: log satisfies FastifyBaseLogger as FastifyBaseLogger }
  let closing = false
  const app = Fastify({
    ...limits,
    requestIdHeader: false,
    genReqId: requestIdOf,
    logController: new LogController({ disableRequestLogging: true }), // one line a request, see followRequests
    childLoggerFactory: (logger) => logger, // the log itself knows on whose behalf it writes
    return503OnClosing: false, // who still comes by an open connection is served while it closes
    clientErrorHandler: answerOnSocket,
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
    ...logging,
    ...rest,
    http: { ...sending, ...rest.http },
  }).withTypeProvider<withZod.ZodTypeProvider>()

  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(withZod.serializerCompiler)
  app.setErrorHandler(answerError)
  app.removeContentTypeParser('text/plain') // one parser: no way round validation by another content type
  app.addHook('onClose', async () => void (closing = true))
  followRequests(app)
  auth(app, { authenticate })
  openApi(app, name)
  void app.register(rateLimit, {
    max: rate?.max ?? 600,
    timeWindow: rate?.perMs ?? 60_000,
    keyGenerator: (request) => request.caller?.subject ?? request.ip,
    allowList: (request) => request.caller?.kind === 'service', // known, ours, and busy
    errorResponseBuilder: () => new ProblemError(commonProblem('too-many-requests')),
  })
  health(app, checks, () => closing)
  app.setNotFoundHandler((request, reply) =>
    problem(
      reply,
      commonProblem('not-found', { detail: `There is no route ${request.method} ${pathOf(request.url)}.` }),
    ),
  )
  drains.set(app, async () => {
    closing = true
    await setTimeout(drainMs)
    await app.close()
  })
  return app
}

const limits = {
  bodyLimit: 1_048_576,
  requestTimeout: 15_000,
  connectionTimeout: 60_000,
  keepAliveTimeout: 72_000, // longer than a load balancer keeps its side
  maxRequestsPerSocket: 10_000,
  forceCloseConnections: 'idle',
  routerOptions: { maxParamLength: 200 },
} as const

// Node swaps the two time-outs if that for headers is the longer one, as by default it is.
const sending = { headersTimeout: 10_000, connectionsCheckingInterval: 2_000 }

const pathOf = (url: string) => url.split('?', 1)[0]
const drains = new WeakMap<object, () => Promise<void>>()

/** Closes a server that `createServer` made: readiness off, `drainMs` of grace, then no new connections, then the end. */
export const closeServer = async (app: object): Promise<void> => drains.get(app)?.()

/** For the `response` of a route's schema, so that its handler may answer a problem with `reply`. */
export const problems = { '4xx': Problem, '5xx': Problem } as const

/** Media types of files that services make. */
export const pdfType = 'application/pdf'
export const spreadsheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** For the `response` of a route that answers with a file: what it is, and the media types it may have. */
export const fileAnswer = (description: string, ...types: [string, ...string[]]) => {
  const bytes = { schema: z.any().meta({ type: 'string', format: 'binary' }) }
  return { description, content: Object.fromEntries(types.map((type) => [type, bytes])) }
}
