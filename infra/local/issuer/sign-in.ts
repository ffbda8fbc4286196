import { ProblemError } from '@dossier/platform/http'
import { commonProblem } from '@dossier/contracts/problem'
import type { FastifyPluginAsync } from 'fastify'
import type { Provider } from 'oidc-provider'
import * as z from 'zod'
import type { openAccounts } from './accounts.ts'
import type { Offices } from './offices.ts'
import { signInPage } from './sign-in-page.ts'

type Deps = { provider: Provider; accounts: ReturnType<typeof openAccounts>; offices: Offices }

const config = { access: 'public', rateLimit: false } as const
const Chosen = z.object({ account: z.string() })

/** The page on which a developer chooses who to be, and the answer to it. */
export const signIn: FastifyPluginAsync<Deps> = async (app, { provider, accounts, offices }) => {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  )

  app.get('/sign-in/:uid', { config }, async (request, reply) => {
    await provider.interactionDetails(request.raw, reply.raw).catch(expired)
    const { q = '' } = z.object({ q: z.string().optional() }).parse(request.query)
    const listed = await offices().catch((cause: unknown) => request.log.warn({ err: cause }, 'no list of offices'))
    const page = signInPage({ looking: q, accounts: [...accounts.all(), ...(listed ?? [])], isWhole: Boolean(listed) })
    return reply
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
      .type('text/html; charset=utf-8')
      .send(page)
  })

  app.post('/sign-in/:uid', { config }, async (request, reply) => {
    const { account } = Chosen.parse(request.body)
    if (accounts.find(account) === undefined)
      throw new ProblemError(commonProblem('not-found', { code: 'no-such-account' }))
    await provider.interactionDetails(request.raw, reply.raw).catch(expired)
    reply.hijack()
    await provider.interactionFinished(request.raw, reply.raw, { login: { accountId: account } })
  })
}

const expired = (): never => {
  const detail = 'This sign-in has ended: go back to the application and begin again.'
  throw new ProblemError(commonProblem('not-found', { code: 'sign-in-ended', detail }))
}
