import { commonProblem } from '@dossier/contracts/problem'
import { createServer, ProblemError, type ServerOptions } from '@dossier/platform/http'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { Mail, Mailbox } from './mailbox.ts'
import { listPage, mailPage } from './pages.ts'
import { Behaviour, type Smtp } from './smtp.ts'

export type Deps = { mailbox: Mailbox; smtp: Smtp }

const config = { access: 'public', rateLimit: false } as const
const params = z.object({ n: z.coerce.number().int() })
const html = 'text/html; charset=utf-8'
// A message may bring any HTML along; nothing of it is run or fetched here.
const inert = `default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'`

const routes: FastifyPluginAsyncZod<Deps> = async (app, { mailbox, smtp }) => {
  const wanted = (n: number): Mail => {
    const mail = mailbox.find(n)
    if (mail === undefined) throw new ProblemError(commonProblem('not-found', { detail: `There is no message ${n}.` }))
    return mail
  }
  app.get('/', { config }, async (_, reply) =>
    reply.type(html).header('content-security-policy', inert).send(listPage(mailbox.all(), smtp.behaviour())),
  )
  app.get('/messages/:n', { config, schema: { params } }, async ({ params: { n } }, reply) =>
    reply
      .type(html)
      .header('content-security-policy', inert)
      .send(mailPage(wanted(n))),
  )
  app.get('/messages/:n/html', { config, schema: { params } }, async ({ params: { n } }, reply) =>
    reply.type(html).header('content-security-policy', `${inert}; sandbox`).send(wanted(n).html),
  )
  const part = z.object({ n: z.coerce.number().int(), at: z.coerce.number().int().min(0) })
  app.get(
    '/messages/:n/attachments/:at',
    { config, schema: { params: part } },
    async ({ params: { n, at } }, reply) => {
      const attachment = wanted(n).attachments[at]
      if (attachment === undefined) throw new ProblemError(commonProblem('not-found'))
      // Shown in the browser only where it can do no harm there.
      const isShown = ['application/pdf', 'text/calendar', 'text/plain', 'image/png'].includes(attachment.type)
      return reply
        .type(isShown ? attachment.type : 'application/octet-stream')
        .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(attachment.name)}`)
        .send(Buffer.from(attachment.bytes))
    },
  )

  app.get(
    '/messages',
    { config, schema: { querystring: z.object({ to: z.string().optional() }) } },
    async ({ query }) => ({
      messages: mailbox
        .all()
        .filter(({ to }) => query.to === undefined || to.includes(query.to))
        .map((mail) => ({
          ...mail,
          attachments: mail.attachments.map(({ name, type, bytes }) => ({ name, type, size: bytes.length })),
        })),
    }),
  )
  app.get('/taken', { config, schema: { querystring: z.object({ id: z.string() }) } }, async ({ query: { id } }) => ({
    taken: mailbox.all().some(({ messageId }) => messageId === id),
  }))
  app.delete('/messages', { config }, async () => {
    mailbox.empty()
    return { messages: 0 }
  })
  app.post('/behaviour', { config, schema: { body: Behaviour } }, async ({ body }) => {
    await smtp.behave(body)
    return smtp.behaviour()
  })
}

/** A mail server of somebody else's, for the local stack: it takes messages by SMTP and shows them in the browser. */
export const buildApp = (deps: Deps, options?: ServerOptions) =>
  createServer({ name: 'mail', ...options }).register(routes, deps)
