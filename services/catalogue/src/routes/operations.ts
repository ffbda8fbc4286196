import { inTransaction } from '@dossier/platform/postgres'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { Deps } from '../app.ts'
import { requireOps } from '../permissions.ts'
import { reAnnounce } from '../re-announce.ts'
import { lockCatalogue } from '../references.ts'

/** For those who run the product. */
export const operations: FastifyPluginAsyncZod<Deps> = async (app, { db, told }) => {
  const schema = {
    summary: 'Tell every published row again, after Kafka was wiped',
    response: { 200: z.object({ rows: z.int() }) },
  }
  app.post('/operations/re-announce', { schema, config: { access: 'service' } }, async ({ actor }) => {
    requireOps(actor)
    const rows = await inTransaction(db, async (tx) => {
      await lockCatalogue(tx) // an older revision must not be told after a newer one
      return reAnnounce(tx)
    })
    told()
    return { rows }
  })
}
