import { Subject } from '@dossier/contracts/actor'
import * as client from 'openid-client'
import * as z from 'zod'

/** What the issuer gave for a session; `endsAt` in ms since 1970. */
export type Tokens = { access: string; refresh: string | null; id: string; endsAt: number }

/** What is remembered in the browser while somebody is at the issuer. */
export const Begun = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
  mandate: z.string().nullable(),
})
export type Begun = z.infer<typeof Begun>

type Settings = {
  issuer: string
  /** Where this server reaches the issuer, if not where browsers do. */
  issuerInside?: string | undefined
  clientId: string
  secret: string
  publicUrl: string
  now?: () => number
}
const Claims = z.object({ sub: Subject, name: z.string().optional() })

/** Signing in at an OpenID Connect issuer: authorization code with PKCE. The issuer is looked up when first needed. */
export const makeIdentity = ({ issuer, issuerInside, clientId, secret, publicUrl, now = Date.now }: Settings) => {
  const callback = `${publicUrl}/session/callback`
  let found: Promise<client.Configuration> | undefined
  const configuration = () => {
    const allowHttp = issuer.startsWith('http://') ? { execute: [client.allowInsecureRequests] } : {} // a local issuer
    const inside: client.CustomFetch = (url, options) =>
      fetch(url.replace(issuer, issuerInside ?? issuer), { ...options, body: options.body ?? null })
    found ??= client
      .discovery(new URL(issuer), clientId, {}, client.ClientSecretPost(secret), {
        ...allowHttp,
        [client.customFetch]: inside,
      })
      .catch((cause: unknown) => {
        found = undefined
        throw cause
      })
    return found
  }

  const tokensOf = (granted: client.TokenEndpointResponse & client.TokenEndpointResponseHelpers): Tokens => ({
    access: granted.access_token,
    refresh: granted.refresh_token ?? null,
    id: granted.id_token ?? '',
    endsAt: now() + (granted.expiresIn() ?? 0) * 1_000,
  })

  return {
    /** Where to send the browser, and what to remember meanwhile. */
    begin: async (returnTo: string, mandate: string | null): Promise<{ url: string; begun: Begun }> => {
      const begun = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
        returnTo,
        mandate,
      }
      const url = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: callback,
        scope: 'openid profile',
        state: begun.state,
        nonce: begun.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(begun.verifier),
        code_challenge_method: 'S256',
        ...(mandate !== null && { mandate }),
      })
      return { url: url.href, begun }
    },
    /** Who came back. Throws if the answer is not to what was begun. */
    finish: async (answer: URL, { state, nonce, verifier }: Begun) => {
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier }
      const granted = await client.authorizationCodeGrant(await configuration(), answer, checks)
      const { sub: subject, name } = Claims.parse(granted.claims())
      return { subject, name: name ?? subject.slice(subject.indexOf(':') + 1), tokens: tokensOf(granted) }
    },
    /** Fresh tokens; nothing when the issuer gives none any more. Throws while it is out of reach. */
    refresh: async (tokens: Tokens): Promise<Tokens | undefined> => {
      if (tokens.refresh === null) return undefined
      try {
        const granted = await client.refreshTokenGrant(await configuration(), tokens.refresh)
        return {
          ...tokensOf(granted),
          refresh: granted.refresh_token ?? tokens.refresh,
          id: granted.id_token ?? tokens.id,
        }
      } catch (error) {
        if (error instanceof client.ResponseBodyError) return undefined
        throw error
      }
    },
    /** Where the browser ends its session at the issuer. */
    endUrl: async (idToken: string): Promise<string> =>
      client.buildEndSessionUrl(await configuration(), {
        id_token_hint: idToken,
        post_logout_redirect_uri: `${publicUrl}/`,
      }).href,
  }
}
export type Identity = ReturnType<typeof makeIdentity>
