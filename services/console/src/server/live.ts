import { DossierId } from '@dossier/contracts/dossier-id'
import { Officer } from '@dossier/contracts/organisation'
import { commonProblem } from '@dossier/contracts/problem'
import { ProblemError } from '@dossier/platform/http'
import { fastifySSE as sse } from '@fastify/sse'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { type Cookies, sessionOf } from './cookies.ts'
import type { Item, News } from './news.ts'
import type { Sessions } from './sessions.ts'
import type { Behind } from './through.ts'

type Deps = {
  news: News
  sessions: Sessions
  cookies: Cookies
  behind: Behind & { casework: string; catalogue: string }
}
const Known = z.object({ officer: Officer })

/**
 * Tells an open screen, by server-sent events, that a dossier has changed: those of the officer's organisations, and the one it
 * shows if its reader may read it. A screen that comes back says what it heard last; what it missed it is told, or that it must
 * ask for everything again.
 */
export const live: FastifyPluginAsyncZod<Deps> = async (app, { news, sessions, cookies, behind }) => {
  await app.register(sse, { heartbeatInterval: 20_000 })

  const ask = async (url: string, token: string) =>
    fetch(url, { headers: { authorization: `Bearer ${token}` }, signal: AbortSignal.timeout(10_000) })

  const organisationsOf = async (subject: string, token: string): Promise<string[]> => {
    if (!subject.startsWith('officer:')) return []
    const answer = await ask(`${behind.catalogue}/officers/${subject.slice('officer:'.length)}`, token)
    return answer.ok ? Known.parse(await answer.json()).officer.mandates.map(({ organisation }) => organisation) : []
  }

  const querystring = z.object({ dossier: DossierId.optional() })
  app.get('/live', { sse: 'only', schema: { querystring }, config: { access: 'public' } }, async (request, reply) => {
    const id = sessionOf(request, cookies)
    const [signed, token] = [await sessions.signed(id), await sessions.token(id)]
    if (signed === undefined || token === undefined) throw new ProblemError(commonProblem('unauthenticated'))
    const { dossier } = request.query
    const mayRead = dossier !== undefined && (await ask(`${behind.casework}/dossiers/${dossier}`, token)).ok
    const mine = new Set(await organisationsOf(signed.subject, token))
    const concerns = (item: Item) => (mayRead && item.dossier === dossier) || item.of.some((code) => mine.has(code))

    const tell = (item: Item) =>
      reply.sse.send({ id: item.id, event: 'dossier', data: { dossier: item.dossier, seq: item.seq } })
    reply.sse.keepAlive()
    const { lastEventId } = reply.sse
    const missed = lastEventId === null ? [] : news.since(lastEventId)
    if (missed === undefined) await reply.sse.send({ event: 'missed', data: {} })
    else for (const item of missed.filter(concerns)) await tell(item)
    await reply.sse.send({ event: 'ready', data: {} })

    const stop = news.follow((item) => {
      if (concerns(item)) tell(item).catch(() => reply.sse.close()) // it comes back with what it heard last
    })
    reply.sse.onClose(stop)
  })
}
