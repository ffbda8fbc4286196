import { idempotent, IdempotencyHeaders } from '@dossier/platform/idempotency'
import { requireOps } from '@dossier/platform/operations'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { Deps } from '../app.ts'
import { reAnnounce } from '../re-announce.ts'
import { lockCatalogue } from '../references.ts'

/** For those who run the product. */
export const operations: FastifyPluginAsyncZod<Deps> = async (app, { db, told }) => {
  const schema = {
    summary: 'Tell every published row again, after Kafka was wiped',
    headers: IdempotencyHeaders,
    response: { 200: z.object({ rows: z.int() }) },
  }
  app.post('/operations/re-announce', { schema, config: { access: 'service' } }, async (request) => {
    requireOps(request.actor, 'service:catalogue')
    const { body } = await idempotent(db, request, async (tx) => {
      await lockCatalogue(tx) // an older revision must not be told after a newer one
      return { status: 200, body: { rows: await reAnnounce(tx) } }
    })
    told()
    return body
  })
}
