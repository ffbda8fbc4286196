import type { CookieSerializeOptions } from '@fastify/cookie'
import type { FastifyRequest } from 'fastify'

/** Under which names the browser keeps its session, and how. */
export type Cookies = { session: string; begun: string; options: CookieSerializeOptions }

/** `__Host-` binds a cookie to this host over TLS; without TLS, as on a developer's machine, browsers refuse the prefix. */
export const cookiesOf = (publicUrl: string): Cookies => {
  const secure = publicUrl.startsWith('https://')
  const prefix = secure ? '__Host-' : ''
  return {
    session: `${prefix}session`,
    begun: `${prefix}sign-in`,
    options: { path: '/', httpOnly: true, sameSite: 'lax', secure },
  }
}

/** The id of the session a request comes with; empty when with none. */
export const sessionOf = (request: FastifyRequest, { session }: Cookies): string => request.cookies[session] ?? ''
