import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Clock } from '@dossier/platform/clock'
import { inTransaction } from '@dossier/platform/postgres'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Pool } from 'pg'
import * as z from 'zod'
import { common, messageProblem } from '../problems.ts'

/** What a gateway reports: of which message, by our id, and what became of it. `id` is the gateway's own, the same each time it calls. */
const CallBack = z.object({
  id: z.string().min(1).max(100),
  trackingId: z.uuid(),
  reference: z.string().max(100).optional(),
  status: z.enum(['delivered', 'failed']),
})
const schema = {
  summary: 'A gateway reports a delivery; signed, and answered alike however often it comes',
  params: z.strictObject({ provider: z.enum(['sms', 'zalo']) }),
  response: { 200: z.object({ ok: z.literal(true) }) },
}

const keep = `
  insert into call_back (provider, id, at, message_id)
  select $1, $2, $3, id from message where id = $4 and channel = $1 on conflict do nothing returning message_id`
const exists = 'select from message where id = $1 and channel = $2'
// What has arrived stays so: reports come late and out of order.
const move = `
  update message set state = $2, why = $3, reference = coalesce(reference, $4), next_at = null, ended_at = $5
  where id = $1 and state in ('queued', 'sending', 'ambiguous', 'sent', 'failed', 'given-up') and (state <> 'failed' or $2 = 'delivered')`
const note = `insert into attempt (message_id, at, what, outcome, why) values ($1, $2, 'call-back', $3, null)`

type Deps = { db: Pool; clock: Clock; callBackSecret: string }

/** The signature is over the bytes as they came (HMAC-SHA-256, hexadecimal, in `x-signature`). */
export const callBackRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, clock, callBackSecret }) => {
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

  app.post('/call-backs/:provider', { config: { access: 'public', rateLimit: false }, schema }, async (request) => {
    const bytes = request.body
    if (!Buffer.isBuffer(bytes)) throw common('invalid-json')
    if (!isSigned(bytes, request.headers['x-signature'], callBackSecret)) throw messageProblem('forged-call-back')
    const read = CallBack.safeParse(readJson(bytes))
    if (!read.success) throw common('invalid')
    const { id, trackingId, reference = null, status } = read.data
    const { provider } = request.params
    await inTransaction(db, async (tx) => {
      const now = clock.now()
      const { rowCount } = await tx.query(keep, [provider, id, now, trackingId])
      if (rowCount === 0) {
        if ((await tx.query(exists, [trackingId, provider])).rowCount === 0) throw common('not-found')
        return // heard before
      }
      await tx.query(note, [trackingId, now, status])
      await tx.query(move, [
        trackingId,
        status,
        status === 'failed' ? 'the network could not deliver it' : null,
        reference,
        now,
      ])
    })
    return { ok: true as const }
  })
}

const isSigned = (bytes: Buffer, given: unknown, secret: string): boolean => {
  const due = Buffer.from(createHmac('sha256', secret).update(bytes).digest('hex'))
  const shown = Buffer.from(typeof given === 'string' ? given : '')
  return shown.length === due.length && timingSafeEqual(shown, due)
}

const readJson = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}
