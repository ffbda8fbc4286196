import { inTransaction } from '@dossier/platform/postgres'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Pool } from 'pg'
import * as z from 'zod'
import { common } from '../problems.ts'
import { reAnnounce } from '../re-announce.ts'
import { serviceMay } from '../views.ts'

const schema = {
  summary: 'Tell every application again, after Kafka was wiped',
  response: { 200: z.object({ lines: z.int() }) },
}

type Deps = { db: Pool; told: () => void }

/** For those who run the product. */
export const operations: FastifyPluginAsyncZod<Deps> = async (app, { db, told }) => {
  app.post('/operations/re-announce', { config: { access: 'service' }, schema }, async ({ actor }) => {
    if (!serviceMay(actor, { scope: 'ops', accounts: ['service:intake'] })) throw common('not-permitted')
    const lines = await inTransaction(db, reAnnounce)
    told()
    return { lines }
  })
}
