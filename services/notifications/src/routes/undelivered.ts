import type { Caller } from '@dossier/contracts/actor'
import { MessageChannel, MessageTemplate } from '@dossier/contracts/telling-shapes'
import { dayOf } from '@dossier/domain/calendar'
import type { MessageAct } from '@dossier/domain/message-permissions'
import { idempotent, IdempotencyHeaders } from '@dossier/platform/idempotency'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { Deps } from '../app.ts'
import { common } from '../problems.ts'
import { tryAnotherChannel } from '../queue/another-channel.ts'
import { desksFor } from '../who-may.ts'
import { Unreachable, unreachableAt } from './unreachable.ts'

const Undelivered = z
  .object({
    messageId: z.uuid(),
    /** The feedback, where a message is to its giver. */
    dossierId: z.uuid(),
    code: z.string().nullable(),
    recipient: z.string(),
    template: MessageTemplate,
    channel: MessageChannel,
    state: z.string(),
    why: z.string().nullable(),
    queuedAt: z.string(),
    attempts: z.int(),
    /** Channels it has been tried on. */
    used: z.array(MessageChannel),
  })
  .meta({ id: 'Undelivered' })
const list = {
  summary:
    'What did not arrive and nobody has looked after yet, of the desks and agencies of the caller, oldest first; with the first page who cannot be reached at all',
  querystring: z.strictObject({
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  response: {
    200: z.object({
      messages: z.array(Undelivered),
      unreachable: z.array(Unreachable),
      next: z.uuid().nullable(),
    }),
  },
}
const another = {
  summary: 'Send what did not arrive on another channel; once for each message',
  params: z.strictObject({ id: z.uuid() }),
  headers: IdempotencyHeaders,
  body: z.strictObject({ channel: MessageChannel }),
  response: { 200: z.object({ messageId: z.uuid() }) },
}
const Proof = z.object({
  messageId: z.uuid(),
  recipient: z.string(),
  template: MessageTemplate,
  channel: MessageChannel,
  state: z.string(),
  why: z.string().nullable(),
  queuedAt: z.string(),
  attempts: z.array(z.object({ at: z.string(), what: z.string(), outcome: z.string(), why: z.string().nullable() })),
})
const proof = {
  summary: 'Every message about a dossier with each attempt, as proof that people were told',
  params: z.strictObject({ dossierId: z.uuid() }),
  response: { 200: z.object({ messages: z.array(Proof) }) },
}

const waiting = `
  select m.id as "messageId", m.subject as "dossierId", h.body #>> '{axes,code}' as code, m.recipient, n.template, m.channel,
    m.state, m.why, m.queued_at as "queuedAt", m.attempts,
    array(select o.channel from message o where o.notice_id = n.id order by o.channel) as used
  from message m join notice n on n.id = m.notice_id join heard h on h.subject = m.subject
  where (m.state in ('failed', 'given-up') or (m.state = 'ambiguous' and m.next_at is null))
    and (h.body #>> '{axes,receivingDesk}' = any ($1) or h.body ->> 'agency' = any ($2))
    and m.instead is null and ($3::uuid is null or m.place > (select place from message where id = $3))
  order by m.place limit $4`
const proofs = `
  select m.id as "messageId", m.recipient, n.template, m.channel, m.state, m.why, m.queued_at as "queuedAt",
    coalesce((select json_agg(json_build_object('at', to_char(a.at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'what', a.what,
      'outcome', a.outcome, 'why', a.why) order by a.id) from attempt a where a.message_id = m.id), '[]') as attempts
  from message m join notice n on n.id = m.notice_id join heard h on h.subject = m.subject
  where m.subject = $1 and h.body #>> '{axes,receivingDesk}' = any ($2) order by m.place`

/** What did not arrive waits for a person; what did is proved. */
export const undeliveredRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const { db, clock, books, tree } = deps
  const on = () => ({ day: dayOf(clock.now()), officers: books.officers.all(), tree: tree() })
  const config = { access: 'officer' } as const

  const theirs = (actor: Caller, act: MessageAct) => {
    const desks = desksFor(actor, act, on())
    const agencies = desksFor(actor, 'look-after-givers', on())
    if (desks.length + agencies.length === 0) throw common('not-permitted')
    return { desks, agencies }
  }

  app.get('/messages/undelivered', { config, schema: list }, async ({ actor, query: { after = null, limit } }) => {
    const { desks, agencies } = theirs(actor, 'read-undelivered')
    const { rows } = await db.query(waiting, [desks, agencies, after, limit])
    const messages = z.array(Undelivered).parse(rows)
    return {
      messages,
      unreachable: after === null ? await unreachableAt(db, desks) : [],
      next: messages.length < limit ? null : (messages.at(-1)?.messageId ?? null),
    }
  })

  app.post('/messages/:id/another-channel', { config, schema: another }, async (request) => {
    const { actor, params, body: wish } = request
    const where = theirs(actor, 'try-another-channel')
    const { body } = await idempotent(db, request, async (tx) => ({
      status: 200,
      body: { messageId: await tryAnotherChannel(tx, deps, { id: params.id, ...wish, ...where }) },
    }))
    deps.heard()
    return body
  })

  app.get('/dossiers/:dossierId/messages', { config, schema: proof }, async ({ actor, params }) => {
    const desks = desksFor(actor, 'read-proof', on())
    if (desks.length === 0) throw common('not-permitted')
    return { messages: z.array(Proof).parse((await db.query(proofs, [params.dossierId, desks])).rows) }
  })
}
