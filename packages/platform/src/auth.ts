import { Caller, type CallerKind, Subject } from '@dossier/contracts/actor'
import { commonProblem } from '@dossier/contracts/problem'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from 'jose'
import * as z from 'zod'
import { ProblemError } from './problem-answer.ts'
import type { AuthEnv } from './process.ts'

/** Who may call a route: anybody, anybody known, or only these kinds. What they may do there the service decides. */
export type Access = 'public' | 'authenticated' | CallerKind | readonly CallerKind[]

/** Tells who a bearer token speaks of. Throws when it speaks of nobody. */
export type Authenticate = (token: string) => Promise<Caller>

type Attempt = { caller: Caller } | { failed: unknown }
const attempts = new WeakMap<FastifyRequest, Attempt>()

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access
  }
  interface FastifyRequest {
    /** Who calls. Throws 401 if nobody did, so that a public route cannot take nobody for somebody. */
    readonly actor: Caller
    /** Who calls, if anybody, for public routes that greet. */
    readonly caller: Caller | undefined
  }
}

/**
 * Makes every route of a server declare its access, `config: { access }`; one that does not, or that needs a caller
 * while no `authenticate` is given, fails at start. `request.actor` is who calls.
 */
export const auth = (app: FastifyInstance, { authenticate }: { authenticate?: Authenticate | undefined }): void => {
  app.addHook('onRoute', ({ method, url, config }) => {
    const route = `${String(method)} ${url}`
    if (config?.access === undefined) throw new Error(`${route} declares no access: give it config: { access: … }`)
    if (config.access !== 'public' && authenticate === undefined)
      throw new Error(`${route} needs a caller, and the server was given no authenticate`)
  })
  app.decorateRequest('caller', {
    getter() {
      const attempt = attempts.get(this)
      return attempt !== undefined && 'caller' in attempt ? attempt.caller : undefined
    },
  })
  app.decorateRequest('actor', {
    getter() {
      if (this.caller === undefined) throw new ProblemError(commonProblem('unauthenticated'))
      return this.caller
    },
  })
  // Two steps: the rate limit comes between them and counts by caller, failed attempts included.
  app.addHook('onRequest', async (request) => {
    const token = bearerOf(request)
    if (token === undefined || authenticate === undefined) return
    attempts.set(
      request,
      await authenticate(token).then(
        (caller) => ({ caller }),
        (failed: unknown) => ({ failed }),
      ),
    )
  })
  app.addHook('preParsing', async (request, reply) => {
    const { access } = request.routeOptions.config
    if (access === undefined || access === 'public') return
    const attempt = attempts.get(request)
    if (attempt === undefined || 'failed' in attempt) {
      void reply.header('www-authenticate', 'Bearer')
      throw refusal(attempt?.failed)
    }
    if (!allows(access, attempt.caller.kind))
      throw new ProblemError(
        commonProblem('not-permitted', { detail: `Not for callers of kind ${attempt.caller.kind}.` }),
      )
  })
}

const bearerOf = ({ headers }: FastifyRequest) => /^bearer +([\w.~+/=:-]+)$/i.exec(headers.authorization ?? '')?.[1]

const allows = (access: Access, kind: CallerKind) =>
  access === 'authenticated' || (typeof access === 'string' ? access === kind : access.includes(kind))

const refusal = (failed: unknown) => {
  if (failed instanceof KeysOutOfReach) return new ProblemError(commonProblem('unavailable'))
  if (failed === undefined) return new ProblemError(commonProblem('unauthenticated'))
  const code = failed instanceof errors.JOSEError ? failed.code : 'not a token of ours'
  return new ProblemError(commonProblem('unauthenticated', { detail: `The bearer token does not count: ${code}.` }))
}

class KeysOutOfReach extends Error {}

const Claims = z.object({
  sub: Subject,
  kind: z.enum(['officer', 'citizen', 'service']),
  mandate: z.string().optional(),
  scope: z.string().optional(),
})
const algorithms = ['ES256', 'RS256', 'PS256', 'EdDSA']
const clockTolerance = 5 // seconds
const hour = 3_600_000

/**
 * Verifies tokens by the issuer's published keys: signature, issuer, audience, age. Keys are fetched anew every ten minutes
 * and at a key not seen before, and serve up to twelve hours without the issuer, so that its outage stops no desk.
 */
export const makeAuthenticate = (env: z.output<typeof AuthEnv>): Authenticate => {
  const { AUTH_ISSUER: issuer, AUTH_AUDIENCE: audience, AUTH_MAX_TOKEN_AGE: maxTokenAge } = env
  const keys = createRemoteJWKSet(new URL(env.AUTH_JWKS ?? `${issuer.replace(/\/$/, '')}/jwks`), {
    cacheMaxAge: 12 * hour,
    cooldownDuration: 10_000,
    timeoutDuration: 3_000,
  })
  setInterval(() => void keys.reload().catch(() => {}), hour / 6).unref() // failed: the known keys go on
  const keyFor: JWTVerifyGetKey = (header, token) =>
    keys(header, token).catch((error: unknown) => {
      throw keys.jwks() === undefined ? new KeysOutOfReach('no keys yet', { cause: error }) : error
    })
  const verified = rememberVerified()
  return async (token) => {
    const known = verified.get(token)
    if (known !== undefined) return known
    const { payload } = await jwtVerify(token, keyFor, { algorithms, issuer, audience, maxTokenAge, clockTolerance })
    const { sub: subject, kind, mandate, scope } = Claims.parse(payload)
    if (!subject.startsWith(`${kind}:`)) throw new Error('sub and kind do not agree')
    const caller = Caller.parse({ subject, kind, mandate, ...(scope !== undefined && { scopes: scope.split(' ') }) })
    verified.keep(token, caller, payload.exp)
    return caller
  }
}

const rememberMs = 30_000
const most = 10_000

/** A signature costs more than an act's decision: a token once verified counts for half a minute, never past its end. */
const rememberVerified = () => {
  const known = new Map<string, { caller: Caller; until: number }>()
  return {
    get: (token: string): Caller | undefined => {
      const held = known.get(token)
      if (held !== undefined && held.until > Date.now()) return held.caller
      known.delete(token)
      return undefined
    },
    keep: (token: string, caller: Caller, exp: number | undefined): void => {
      if (known.size >= most) known.clear()
      known.set(token, { caller, until: Math.min(Date.now() + rememberMs, (exp ?? Infinity) * 1_000) })
    },
  }
}
