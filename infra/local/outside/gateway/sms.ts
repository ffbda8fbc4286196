import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { Deps } from './app.ts'
import { withTrouble } from './trouble.ts'

const config = { access: 'public', rateLimit: false } as const
const account = { ApiKey: z.string(), SecretKey: z.string() }
const Send = z.object({
  ...account,
  Brandname: z.string(),
  Phone: z.string().regex(/^84\d{8,10}$/),
  Content: z.string().min(1),
  RequestId: z.string(),
  CallbackUrl: z.url().optional(),
})
const Asked = z.object({ ...account, RequestId: z.string() })

/** Text messages, in the shape of an eSMS gateway: HTTP 200 with a code, `100` is accepted. */
export const sms: FastifyPluginAsyncZod<Deps> = async (app, { sent, callBacks }) => {
  app.post('/sms', { config, schema: { body: Send } }, async ({ body }) =>
    withTrouble<object>(sent, 'sms', {
      take: () => {
        const { Phone: phone, Content: text, RequestId: trackingId, CallbackUrl: hook } = body
        if (text.length > 160) return { CodeResult: '146', ErrorMessage: 'Longer than one message' }
        const taken = sent.take({ provider: 'sms', trackingId, phone, text })
        const behaviour = sent.behaviour('sms')
        const { status } = behaviour.callBack
        if (status !== 'none') sent.settle(taken.id, status)
        if (hook !== undefined) void callBacks.tell(hook, taken, behaviour).catch(() => {})
        return { CodeResult: '100', SMSID: taken.id }
      },
      error: (code) => ({ CodeResult: code, ErrorMessage: 'as told' }),
    }),
  )
  app.post('/sms/status', { config, schema: { body: Asked } }, async ({ body }) => {
    const found = sent.find('sms', body.RequestId)
    return found === undefined
      ? { CodeResult: '104', ErrorMessage: 'No such request' }
      : { CodeResult: '100', SMSID: found.id, SendStatus: found.status }
  })
}
