import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { Deps } from './app.ts'
import { Behaviour, Provider, type Sent, type SentMessages } from './sent.ts'

const config = { access: 'public', rateLimit: false } as const
const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[sign] ?? ''};`)
const wall = (at: string) => new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
const row = ({ provider, at, phone, text, status }: Sent) =>
  `<tr>${[wall(at), provider, phone, text, status].map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`

const pageOf = (sent: SentMessages) => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Cổng tin nhắn thử nghiệm</title>
<style>body{font:16px/1.5 system-ui,sans-serif;margin:2rem;color:#222}table{border-collapse:collapse}
td,th{border:1px solid #bbb;padding:.3rem .6rem;text-align:left}</style></head>
<body><h1>Cổng tin nhắn thử nghiệm</h1>
<p>${Provider.options.map((one) => `${one}: ${sent.behaviour(one).down ? '■ đang ngừng' : '● hoạt động'}`).join(' · ')}. ${sent.all().length} tin.</p>
<table><thead><tr><th>Lúc</th><th>Kênh</th><th>Số máy</th><th>Nội dung</th><th>Trạng thái</th></tr></thead>
<tbody>${sent.all().toReversed().map(row).join('\n')}</tbody></table></body></html>`

/** What was sent, for people and for tests; and how the gateway is to behave. */
export const watching: FastifyPluginAsyncZod<Deps> = async (app, { sent, callBacks }) => {
  app.get('/', { config }, async (_, reply) => reply.type('text/html; charset=utf-8').send(pageOf(sent)))
  app.get('/messages', { config }, async () => ({ messages: sent.all() }))
  app.delete('/messages', { config }, async () => {
    sent.empty()
    return { messages: 0 }
  })
  app.get('/calls', { config }, async () => ({ calls: callBacks.made() }))
  const schema = { params: z.object({ provider: Provider }), body: Behaviour }
  app.post('/behaviour/:provider', { config, schema }, async ({ params: { provider }, body }) => {
    sent.behave(provider, body)
    return sent.behaviour(provider)
  })
}
