import { timingSafeEqual } from 'node:crypto'
import { commonProblem } from '@dossier/contracts/problem'
import { problem } from '@dossier/platform/http'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { SignJWT } from 'jose'
import * as z from 'zod'
import { Account, kindOf, type openAccounts } from './accounts.ts'
import { type openFolder, operators, paymentGateway } from './keys.ts'

export type GrantDeps = {
  keys: Awaited<ReturnType<typeof openFolder>>
  accounts: ReturnType<typeof openAccounts>
  issuer: string
  audience: string
}

const Grant = z.discriminatedUnion('grant_type', [
  z.object({ grant_type: z.literal('client_credentials'), client_id: z.string(), client_secret: z.string() }),
  // For development only: whoever asks is whom they say.
  z.object({ grant_type: z.literal('account'), account: z.string() }),
])
const Token = z.object({ access_token: z.string(), token_type: z.literal('Bearer'), expires_in: z.int() })
const serviceSeconds = 3_600
const accountSeconds = 12 * 3_600

const config = { access: 'public', rateLimit: false } as const

/** Tokens without a browser: for services by their secret, and for whoever names an account. */
export const grants: FastifyPluginAsyncZod<GrantDeps> = async (app, { keys, accounts, issuer, audience }) => {
  const sign = signer({ keys, issuer, audience })
  app.get('/accounts', { config, schema: { response: { 200: z.array(Account) } } }, () => accounts.all())

  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  )
  app.post('/token', { config, schema: { body: Grant, response: { 200: Token } } }, async ({ body }, reply) => {
    if (body.grant_type === 'account') {
      const account = accounts.find(body.account)
      if (account !== undefined) return sign(account, accountSeconds)
      const detail = 'There is no such account; GET /accounts lists them. It is officer:<id> or citizen:<id>.'
      return problem(reply, commonProblem('not-found', { code: 'no-such-account', detail }))
    }
    const name = body.client_id.replace(/^service:/, '')
    const secret = keys.secrets.get(name)
    if (secret !== undefined && isSame(secret, body.client_secret))
      return sign(
        { account: `service:${name}` },
        serviceSeconds,
        [paymentGateway, operators].find((one) => one.name === name)?.scope,
      )
    return problem(reply, commonProblem('unauthenticated', { detail: 'No such service, or not its secret.' }))
  })
}

const isSame = (secret: string, given: string) =>
  secret.length === given.length && timingSafeEqual(Buffer.from(secret), Buffer.from(given))

/** Signs an access token for an account, for some seconds. */
export const signer =
  ({ keys, issuer, audience }: Omit<GrantDeps, 'accounts'>) =>
  async (account: Account, seconds: number, scope?: string) => {
    const { account: subject, mandate } = account
    const jwt = new SignJWT({
      kind: kindOf(subject),
      ...(mandate !== undefined && { mandate }),
      ...(scope !== undefined && { scope }),
    })
      .setProtectedHeader({ alg: 'ES256', kid: keys.kid, typ: 'at+jwt' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(subject)
      .setIssuedAt()
      .setExpirationTime(`${seconds}s`)
    return { access_token: await jwt.sign(keys.privateKey), token_type: 'Bearer' as const, expires_in: seconds }
  }
