import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { commonProblem } from '@dossier/contracts/problem'
import { ProblemError } from '@dossier/platform/http'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'

type Outcome = { state: 'paid'; amount: number; proof: string } | { state: 'failed' }
/** Tells who asked for the money what became of an order; gives the status of the answer. */
export type TellOutcome = (order: string, outcome: Outcome, key: string) => Promise<number>
export type Paying = { secret: string; tell: TellOutcome }

const config = { access: 'public', rateLimit: false } as const
const Asked = z.object({
  order: z.uuidv7(),
  amount: z.string().regex(/^[1-9]\d{0,9}$/),
  what: z.string().max(300),
  back: z.url(),
  signature: z.string().regex(/^[0-9a-f]{64}$/),
})
type Asked = z.infer<typeof Asked>
const Chosen = z.object({ choice: z.enum(['pay', 'decline', 'cancel']) })

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[sign] ?? ''};`)

const pageOf = ({ amount, what }: Asked, address: string) => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Cổng thanh toán thử nghiệm</title>
<style>body{font:18px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:28rem;padding:0 1rem;color:#222}
button{font:inherit;display:block;width:100%;margin:.6rem 0;padding:.7rem;border:1px solid #777;border-radius:.4rem;background:#fff}
button[value=pay]{background:#1b4f8f;color:#fff;border-color:#1b4f8f}</style></head>
<body><main><h1>Cổng thanh toán thử nghiệm</h1>
<p>${escaped(what)}: <strong>${Number(amount).toLocaleString('vi')} đ</strong></p>
<p>Không có tiền thật. Hãy chọn điều xảy ra:</p>
<form method="post" action="${escaped(address)}">
<button name="choice" value="pay">Trả tiền</button>
<button name="choice" value="decline">Ngân hàng từ chối</button>
<button name="choice" value="cancel">Hủy, quay lại</button>
</form></main></body></html>`

/** Paying, as people see it at a bank's: what they choose is told server to server before they are led back. */
export const paying: FastifyPluginAsyncZod<Paying> = async (app, { secret, tell }) => {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  )
  const signed = ({ signature, order, amount, what, back }: Asked) => {
    const asked = new URLSearchParams({ order, amount, what, back }).toString()
    const own = createHmac('sha256', secret).update(asked).digest()
    if (!timingSafeEqual(own, Buffer.from(signature, 'hex'))) throw new ProblemError(commonProblem('not-permitted'))
  }
  const html = 'text/html; charset=utf-8'

  app.get('/pay', { config, schema: { querystring: Asked } }, async ({ query, url }, reply) => {
    signed(query)
    return reply.type(html).send(pageOf(query, url))
  })

  app.post('/pay', { config, schema: { querystring: Asked, body: Chosen } }, async ({ query, body }, reply) => {
    signed(query)
    const { order, amount, back } = query
    const outcome: Outcome =
      body.choice === 'pay' ? { state: 'paid', amount: Number(amount), proof: `GD-${order}` } : { state: 'failed' }
    const status = body.choice === 'cancel' ? 200 : await tell(order, outcome, randomUUID())
    if (status !== 200) throw new ProblemError(commonProblem('unavailable', { detail: `Told, and answered ${status}` }))
    return reply.redirect(back, 303)
  })
}
