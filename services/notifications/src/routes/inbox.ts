import { Language } from '@dossier/contracts/contact'
import { MessageTemplate } from '@dossier/contracts/telling-shapes'
import { dayOf } from '@dossier/domain/calendar'
import { idempotent, IdempotencyHeaders } from '@dossier/platform/idempotency'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { Deps } from '../app.ts'
import { common } from '../problems.ts'
import { Facts } from '../telling/facts.ts'
import { inboxesOf } from '../who-may.ts'

const InboxMessage = z
  .object({
    messageId: z.uuid(),
    dossierId: z.uuid(),
    template: MessageTemplate,
    urgency: z.string(),
    at: z.string(),
    subject: z.string(),
    text: z.string(),
    isRead: z.boolean(),
  })
  .meta({ id: 'InboxMessage' })
const mine = {
  summary: 'Messages to the caller, to an officer those of his mandates too, newest first',
  querystring: z.strictObject({
    language: Language.default('vi'),
    unread: z.stringbool().default(false),
    /** Only those about this dossier. */
    dossier: z.uuid().optional(),
    /** The message the last page ended with. */
    before: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  response: { 200: z.object({ messages: z.array(InboxMessage), unread: z.int(), next: z.uuid().nullable() }) },
}
const reading = {
  summary: 'Mark a message as read by the caller',
  params: z.strictObject({ id: z.uuid() }),
  headers: IdempotencyHeaders,
  response: { 200: z.object({ isRead: z.literal(true) }) },
}

const inbox = `
  select m.id, m.subject, n.template, m.urgency, n.at, n.facts, r.reader is not null as "isRead"
  from message m join notice n on n.id = m.notice_id
  left join message_read r on r.message_id = m.id and r.reader = $2
  where m.channel = 'in-app' and m.address = any ($1)
    and ($3::uuid is null or m.place < (select place from message where id = $3))
    and (not $4 or r.reader is null)
    and ($6::uuid is null or m.subject = $6)
  order by m.place desc limit $5`
const unread = `
  select count(*)::int as n from message m
  where m.channel = 'in-app' and m.address = any ($1)
    and not exists (select from message_read r where r.message_id = m.id and r.reader = $2)`
const mark = `
  insert into message_read (message_id, reader, at)
  select id, $3, $4 from message where id = $1 and channel = 'in-app' and address = any ($2)
  on conflict on constraint message_read_pk do update set at = message_read.at returning message_id`

const Row = z.object({
  id: z.uuid(),
  subject: z.uuid(),
  template: MessageTemplate,
  urgency: z.string(),
  at: z.string(),
  facts: Facts,
  isRead: z.boolean(),
})

/** In-app messages: of citizens by their account, of officers by account and mandate. They are said anew to each reader. */
export const inboxRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, clock, books, say, templates }) => {
  const on = () => ({ day: dayOf(clock.now()), officers: books.officers.all() })
  const config = { access: ['citizen', 'officer'] } as const

  app.get('/messages/mine', { config, schema: mine }, async ({ actor, query }) => {
    const { language, limit, before = null, dossier = null } = query
    const inboxes = inboxesOf(actor, on())
    const { rows } = await db.query(inbox, [inboxes, actor.subject, before, query.unread, limit, dossier])
    const count = await db.query<{ n: number }>(unread, [inboxes, actor.subject])
    const messages = rows.map((row) => {
      const { id, facts, subject: dossierId, ...shown } = Row.parse(row)
      const said = templates.say(shown.template, language, say(facts, language))
      return { messageId: id, dossierId, ...shown, subject: said.subject, text: said.short }
    })
    const next = messages.length < limit ? null : (messages.at(-1)?.messageId ?? null)
    return { messages, unread: count.rows[0]?.n ?? 0, next }
  })

  app.post('/messages/:id/read', { config, schema: reading }, async (request) => {
    const { actor, params } = request
    const { body } = await idempotent(db, request, async (tx) => {
      const { rowCount } = await tx.query(mark, [params.id, inboxesOf(actor, on()), actor.subject, clock.now()])
      if (rowCount !== 1) throw common('not-found')
      return { status: 200, body: { isRead: true as const } }
    })
    return body
  })
}
