import { statSync, readFileSync } from 'node:fs'
import * as z from 'zod'
import type { AuthEnv, ServiceEnv } from './process.ts'
import { Transient } from './transient.ts'

type Source = { tokenUrl: string; clientId: string; secret: string }
const Granted = z.object({ access_token: z.string(), expires_in: z.number().positive() })

/**
 * Gives a service's own bearer token (client credentials). A token is asked for anew when a fifth of its life is left, by one
 * request at a time; while the issuer is out, the old one serves as long as it lives. Throws `Transient` when there is none.
 */
export const makeServiceToken = ({ tokenUrl, clientId, secret }: Source, now = Date.now): (() => Promise<string>) => {
  let token = ''
  let refreshAt = 0
  let endsAt = 0
  let asking: Promise<void> | undefined

  const ask = async () => {
    const askedAt = now()
    const response = await fetch(tokenUrl, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: secret }),
      signal: AbortSignal.timeout(5_000),
    })
    if (!response.ok) throw new Transient(`The issuer gave ${clientId} no token: ${response.status}`)
    const { access_token: granted, expires_in: seconds } = Granted.parse(await response.json())
    token = granted
    refreshAt = askedAt + seconds * 800
    endsAt = askedAt + seconds * 1000
  }

  return async () => {
    if (now() < refreshAt) return token
    asking ??= ask().finally(() => void (asking = undefined))
    try {
      await asking
    } catch (cause) {
      if (now() >= endsAt) throw new Transient(`No token for ${clientId}: the issuer is out of reach`, { cause })
    }
    return token
  }
}

/** Where this service has its tokens from, by its environment. The secret is read once. */
export const serviceTokenSource = (
  env: z.output<typeof ServiceEnv> & { AUTH_ISSUER: z.output<typeof AuthEnv>['AUTH_ISSUER'] },
): Source => {
  const { SERVICE_CLIENT_ID: clientId, SERVICE_SECRET_FILE: place, AUTH_TOKEN_URL, AUTH_ISSUER } = env
  const file = statSync(place).isDirectory() ? `${place}/${clientId.replace(/^service:/, '')}.secret` : place
  const tokenUrl = AUTH_TOKEN_URL ?? `${AUTH_ISSUER.replace(/\/$/, '')}/token`
  return { tokenUrl, clientId, secret: readFileSync(file, 'utf8').trim() }
}
