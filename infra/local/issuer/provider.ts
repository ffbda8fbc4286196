import type { JWK } from 'jose'
import { errors, Provider } from 'oidc-provider'
import { type Account, kindOf, type openAccounts } from './accounts.ts'

type Deps = {
  issuer: string
  audience: string
  privateJwk: JWK
  accounts: ReturnType<typeof openAccounts>
  /** The web application that signs people in: its address, and the secret it shows itself by. */
  console: { url: string; secret: string }
}

/** Where the provider answers; everything else at this address is the issuer's own. */
export const providerPaths = ['/.well-known/openid-configuration', '/jwks', '/oidc/*'] as const

const resource = 'urn:one-stop-shop' // a resource indicator must be a URI; its audience need not
const minute = 60
const accessMinutes = 15
const dayMinutes = 24 * 60

/**
 * OpenID Connect for people: authorization code with PKCE, refresh, and logging out everywhere. Who somebody is they choose from a
 * list, and `mandate` in the request says on whose behalf: both only because this is for development.
 */
export const makeProvider = ({ issuer, audience, privateJwk, accounts, console: web }: Deps): Provider => {
  const mandates = new Map<string, string>() // by grant, as long as this process lives

  const provider: Provider = new Provider(issuer, {
    jwks: { keys: [{ ...privateJwk, kty: 'EC' }] },
    clients: [
      {
        client_id: 'console',
        client_secret: web.secret,
        redirect_uris: [`${web.url}/session/callback`],
        post_logout_redirect_uris: [`${web.url}/`],
        grant_types: ['authorization_code', 'refresh_token'],
        token_endpoint_auth_method: 'client_secret_post',
        id_token_signed_response_alg: 'ES256',
      },
    ],
    cookies: { keys: [web.secret] },
    routes: {
      authorization: '/oidc/auth',
      end_session: '/oidc/session/end',
      revocation: '/oidc/revocation',
      token: '/oidc/token',
      userinfo: '/oidc/me',
    },
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['name'] },
    extraParams: ['mandate'],
    findAccount: (_, id) => {
      const account = accounts.find(id)
      return account && { accountId: id, claims: () => ({ sub: id, name: nameOf(account) }) }
    },
    extraTokenClaims: (_, token) => {
      if (!('accountId' in token) || token.accountId === undefined) return undefined
      const mandate = mandates.get(token.grantId ?? '')
      return { kind: kindOf(token.accountId), ...(mandate !== undefined && { mandate }) }
    },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: (_, indicator) => {
          if (indicator !== resource) throw new errors.InvalidTarget()
          const sign = { alg: 'ES256' } as const
          return {
            scope: '',
            audience,
            accessTokenFormat: 'jwt',
            accessTokenTTL: accessMinutes * minute,
            jwt: { sign },
          }
        },
      },
      revocation: { enabled: true },
      rpInitiatedLogout: {
        // Whoever comes from the console has asked for it there.
        logoutSource: (ctx, form) => {
          ctx.body = `<!doctype html><title>Đăng xuất</title>${form}<script>document.forms[0].submit()</script>
            <noscript><button name="logout" value="yes" form="op.logoutForm">Đăng xuất / Sign out</button></noscript>`
        },
      },
    },
    interactions: { url: (_, { uid }) => `/sign-in/${uid}` },
    issueRefreshToken: () => true,
    // Nobody is asked what the console may do: it is the product itself.
    loadExistingGrant: async (ctx) => {
      const accountId = ctx.oidc.session?.accountId
      const clientId = ctx.oidc.client?.clientId
      if (accountId === undefined || clientId === undefined) return undefined
      const grant = new provider.Grant({ accountId, clientId })
      grant.addOIDCScope('openid profile')
      grant.addResourceScope(resource, '')
      const grantId = await grant.save()
      const mandate = ctx.oidc.params?.['mandate']
      if (typeof mandate === 'string') mandates.set(grantId, mandate)
      return grant
    },
    ttl: {
      AccessToken: accessMinutes * minute,
      Grant: dayMinutes * minute,
      IdToken: dayMinutes * minute,
      Interaction: 60 * minute,
      RefreshToken: dayMinutes * minute,
      Session: dayMinutes * minute,
    },
  })
  return provider
}

const nameOf = ({ account, name }: Account) => name ?? account.slice(account.indexOf(':') + 1)
