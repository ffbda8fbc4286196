import { DossierId } from '@dossier/contracts/dossier'
import { createServer, type ServerOptions } from '@dossier/platform/http'
import { IdempotencyHeaders } from '@dossier/platform/idempotency'
import { idempotentInMemory } from '@dossier/platform/idempotency-in-memory'
import { requireOps } from '@dossier/platform/operations'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'

/** `rebuild` tells the latest line again: of one dossier, or of all that are open. Gives how many dossiers. */
type Deps = { rebuild: (dossierId?: DossierId) => Promise<number> }

const schema = {
  summary:
    'Tell the stories again where the ledger stands: of all open dossiers, or of one, open or closed. Stories Temporal does not know begin',
  headers: IdempotencyHeaders,
  body: z.strictObject({ dossierId: DossierId.optional() }).nullish(),
  response: { 200: z.object({ dossiers: z.int() }) },
}

const operations: FastifyPluginAsyncZod<Deps> = async (app, { rebuild }) => {
  const once = idempotentInMemory<{ dossiers: number }>()
  app.post('/operations/rebuild', { schema, config: { access: 'service' } }, async (request) => {
    requireOps(request.actor, 'service:conductor')
    const dossierId = request.body?.dossierId
    const { body } = await once(request, async () => ({ status: 200, body: { dossiers: await rebuild(dossierId) } }))
    return body
  })
}

/** The conductor's own door: health, metrics, and the one thing operators ask of it. */
export const buildApp = (deps: Deps, options?: ServerOptions) =>
  createServer({ name: 'conductor', ...options }).register(operations, deps)
