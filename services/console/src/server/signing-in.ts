import { commonProblem } from '@dossier/contracts/problem'
import { ProblemError } from '@dossier/platform/http'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { Begun, type Identity } from './identity.ts'
import type { Seal } from './seal.ts'
import { type Cookies, sessionOf } from './cookies.ts'
import { type Sessions, Signed } from './sessions.ts'

type Deps = { identity: Identity; sessions: Sessions; seal: Seal; cookies: Cookies; publicUrl: string }

// Within this site only: nobody is sent elsewhere after signing in.
const Within = z
  .string()
  .regex(/^\/(?![/\\])/)
  .default('/')
const Mandate = z
  .string()
  .max(80)
  .regex(/^[a-z-]+@[A-Z0-9.]+$/)
const config = { access: 'public' } as const

/** Signing in and out. The browser only ever holds an id of its session. */
export const signingIn: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const { identity, sessions, seal, cookies, publicUrl } = deps

  const begin = { querystring: z.object({ to: Within, mandate: Mandate.optional() }) }
  app.get('/session/begin', { schema: begin, config }, async ({ query }, reply) => {
    const { url, begun } = await identity.begin(query.to, query.mandate ?? null)
    return reply
      .setCookie(cookies.begun, seal.close(JSON.stringify(begun)).toString('base64url'), {
        ...cookies.options,
        maxAge: 600,
      })
      .redirect(url)
  })

  app.get('/session/callback', { config }, async (request, reply) => {
    const kept = seal.open(Buffer.from(request.cookies[cookies.begun] ?? '', 'base64url'))
    if (kept === undefined) return reply.redirect('/session/begin') // too long at the issuer: once more from the start
    const begun = Begun.parse(JSON.parse(kept))
    const answer = new URL(request.url, publicUrl)
    const { tokens, ...who } = await identity.finish(answer, begun).catch((cause: unknown) => {
      request.log.warn({ err: cause }, 'the answer of the issuer was not taken')
      throw new ProblemError(commonProblem('unauthenticated', { code: 'sign-in-refused' }))
    })
    const id = await sessions.begin({ ...who, mandate: begun.mandate }, tokens)
    return reply
      .clearCookie(cookies.begun, cookies.options)
      .setCookie(cookies.session, id, cookies.options)
      .redirect(begun.returnTo)
  })

  app.get('/session', { schema: { response: { 200: Signed, 204: z.null() } }, config }, async (request, reply) => {
    const signed = await sessions.signed(sessionOf(request, cookies))
    return signed ?? reply.code(204).send(null)
  })

  const end = {
    body: z.object({ everywhere: z.boolean().default(false) }),
    response: { 200: z.object({ url: z.string() }) },
  }
  app.post('/session/end', { schema: end, config }, async (request, reply) => {
    const id = sessionOf(request, cookies)
    const idToken = request.body.everywhere ? await sessions.endAll(id) : await sessions.end(id)
    void reply.clearCookie(cookies.session, cookies.options)
    return { url: idToken === undefined ? '/' : await identity.endUrl(idToken) }
  })
}
