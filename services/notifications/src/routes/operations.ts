import { idempotent, IdempotencyHeaders } from '@dossier/platform/idempotency'
import { redriving, requireOps } from '@dossier/platform/operations'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Pool } from 'pg'
import * as z from 'zod'
import { reAnnounce } from '../letters/re-announce.ts'

const schema = {
  summary: 'Tell every line about letters again, after Kafka was wiped',
  headers: IdempotencyHeaders,
  response: { 200: z.object({ lines: z.int() }) },
}

/** `told` wakes whoever sends to Kafka. */
type Deps = { db: Pool; told?: () => void }

/** For those who run the product. */
export const operations: FastifyPluginAsyncZod<Deps> = async (app, { db, told = () => {} }) => {
  app.post('/operations/re-announce', { config: { access: 'service' }, schema }, async (request) => {
    requireOps(request.actor, 'service:notifications')
    const { body } = await idempotent(db, request, async (tx) => ({
      status: 200,
      body: { lines: await reAnnounce(tx) },
    }))
    told()
    return body
  })

  await app.register(redriving, { db, group: 'notifications' })
}
