import { randomUUID } from 'node:crypto'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { Deps } from './app.ts'
import { withTrouble } from './trouble.ts'

const config = { access: 'public', rateLimit: false } as const
const Send = z.object({
  phone: z.string().regex(/^84\d{8,10}$/),
  template_id: z.string(),
  template_data: z.record(z.string(), z.string()),
  tracking_id: z.string(),
})
const Refresh = z.object({ app_id: z.string(), grant_type: z.literal('refresh_token'), refresh_token: z.string() })
const tokenSeconds = 90_000

/** Notices through a Zalo account: errors come with HTTP 200, and each refresh token is good once. */
export const zalo: FastifyPluginAsyncZod<Deps> = async (app, { sent, callBacks, zaloHook }) => {
  let access = ''
  let used = new Set<string>()
  let refresh: string | undefined // the first is whatever the sender was given
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  )

  app.post(
    '/zalo/oauth/access_token',
    { config, schema: { body: Refresh } },
    async ({ body: { refresh_token: given } }) => {
      if (used.has(given) || (refresh !== undefined && refresh !== given))
        return { error: -14014, error_name: 'Invalid refresh token' }
      used = new Set([...used, given])
      access = randomUUID()
      refresh = randomUUID()
      return { access_token: access, refresh_token: refresh, expires_in: `${tokenSeconds}` }
    },
  )
  /** The tokens of this account are good no more, as after a change of password; the refresh token stays. */
  app.post('/zalo/expire', { config }, async () => {
    access = randomUUID()
    return { expired: true }
  })

  app.post('/zalo/message/template', { config, schema: { body: Send } }, async ({ body, headers }) =>
    withTrouble<object>(sent, 'zalo', {
      take: () => {
        if (headers['access_token'] !== access) return { error: -124, message: 'Access token invalid' }
        const { phone, template_data: parameters, tracking_id: trackingId } = body
        const text = Object.values(parameters).join(' · ')
        const taken = sent.take({ provider: 'zalo', trackingId, phone, text })
        const behaviour = sent.behaviour('zalo')
        const { status } = behaviour.callBack
        if (status !== 'none') sent.settle(taken.id, status)
        void callBacks.tell(zaloHook, taken, behaviour).catch(() => {})
        return { error: 0, message: 'Success', data: { msg_id: taken.id, sent_time: `${Date.now()}` } }
      },
      error: (code) => ({ error: Number(code), message: 'as told' }),
    }),
  )
  const status = { querystring: z.object({ tracking_id: z.string() }) }
  app.get('/zalo/message/status', { config, schema: status }, async ({ query, headers }) => {
    if (headers['access_token'] !== access) return { error: -124, message: 'Access token invalid' }
    const found = sent.find('zalo', query.tracking_id)
    return { error: 0, message: 'Success', data: { msg_id: found?.id ?? null, status: found?.status ?? 'unknown' } }
  })
}
