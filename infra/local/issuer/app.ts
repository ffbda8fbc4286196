import { createServer, type ServerOptions } from '@dossier/platform/http'
import type { FastifyPluginAsync } from 'fastify'
import type { Provider } from 'oidc-provider'
import { type GrantDeps, grants } from './grants.ts'
import type { Offices } from './offices.ts'
import { makeProvider, providerPaths } from './provider.ts'
import { signIn } from './sign-in.ts'

/** `consoleUrl`: where the web application is, which signs people in. */
type Deps = GrantDeps & { consoleUrl: string; offices: Offices }

/** The identity provider of a development stack: OpenID Connect for people, and tokens without a browser at /token. */
export const buildApp = (deps: Deps, options?: ServerOptions) => {
  const { issuer, audience, accounts, keys, consoleUrl, offices } = deps
  const console = { url: consoleUrl, secret: keys.webSecret }
  const provider = makeProvider({ issuer, audience, accounts, privateJwk: keys.privateJwk, console })
  return createServer({ name: 'issuer', ...options })
    .register(grants, deps)
    .register(signIn, { provider, accounts, offices })
    .register(openIdConnect, provider)
}

// The provider reads requests itself, so nothing here may have read them before.
const openIdConnect: FastifyPluginAsync<Provider> = async (app, provider) => {
  const answer = provider.callback()
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, _payload, done) => done(null))
  for (const url of providerPaths)
    app.route({
      method: ['GET', 'POST'],
      url,
      config: { access: 'public', rateLimit: false },
      handler: (request, reply) => {
        reply.hijack()
        void answer(request.raw, reply.raw)
      },
    })
}
