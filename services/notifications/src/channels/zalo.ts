import * as z from 'zod'
import { ask, type Asked } from './ask.ts'
import type { Channel, Found, Outcome } from './channel.ts'

const Answer = z.object({ error: z.int(), data: z.unknown().optional() })
const Taken = z.object({ msg_id: z.string() })
const Standing = z.object({ msg_id: z.string().nullable(), status: z.enum(['unknown', 'sent', 'delivered', 'failed']) })
const tokenDead = -124
// A limit of the moment, or Zalo's own trouble.
const notNow = new Set([-32, -100, -133])

type Zalo = { url: string; token: (stale?: string) => Promise<string>; timeoutMs?: number }

/**
 * Notices through the authority's Zalo account (ZNS). Errors come with HTTP 200; our id goes along as `tracking_id`. A token that
 * has ended in between is renewed once. Of an answer the code alone is kept: its sentence may hold the number.
 */
export const makeZalo = ({ url, token, timeoutMs = 10_000 }: Zalo): Channel<'zalo'> => {
  const withToken = async (path: string, init: RequestInit): Promise<Asked> => {
    const first = await token()
    const once = (access: string) =>
      ask(
        `${url}${path}`,
        { ...init, headers: { 'content-type': 'application/json', access_token: access } },
        timeoutMs,
      )
    const asked = await once(first)
    const dead = 'answered' in asked && Answer.safeParse(asked.answered.body).data?.error === tokenDead
    return dead ? once(await token(first)) : asked
  }
  return {
    send: async ({ id, address, content: { template, parameters } }): Promise<Outcome> => {
      const body = { phone: address, template_id: template, template_data: parameters, tracking_id: id }
      const asked = await withToken('/message/template', { method: 'POST', body: JSON.stringify(body) })
      if ('failed' in asked) return { is: asked.failed, why: asked.why }
      const read = Answer.safeParse(asked.answered.body)
      if (!read.success) return { is: 'ambiguous', why: `answered ${asked.answered.status} and no result` }
      const { error, data } = read.data
      if (error === 0) return { is: 'sent', reference: Taken.safeParse(data).data?.msg_id ?? null }
      return { is: notNow.has(error) || error === tokenDead ? 'later' : 'refused', why: `${error}` }
    },
    find: async (id): Promise<Found> => {
      const asked = await withToken(`/message/status?tracking_id=${encodeURIComponent(id)}`, { method: 'GET' })
      if ('failed' in asked) return { is: 'down', why: asked.why }
      const read = Answer.extend({ data: Standing }).safeParse(asked.answered.body)
      if (!read.success) return { is: 'down', why: `answered ${asked.answered.status} and no result` }
      const { status, msg_id: reference } = read.data.data
      if (status === 'unknown') return { is: 'unknown' }
      return status === 'failed' ? { is: 'failed', why: 'it could not be delivered' } : { is: status, reference }
    },
  }
}
