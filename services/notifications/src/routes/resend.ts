import { MessageChannel } from '@dossier/contracts/telling-shapes'
import { idempotent, IdempotencyHeaders } from '@dossier/platform/idempotency'
import { requireOps } from '@dossier/platform/operations'
import { inTransaction } from '@dossier/platform/postgres'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { Deps } from '../app.ts'
import { sendAgain } from '../queue/another-channel.ts'

const schema = {
  summary:
    'Send an undelivered message again: on its own channel if no provider took it, else on another; dry, only tries whether it can be',
  headers: IdempotencyHeaders,
  body: z.strictObject({ message: z.uuid(), channel: MessageChannel, dry: z.boolean() }),
  response: { 200: z.object({ messageId: z.uuid().nullable() }) },
}

/** For those who run the product: what desks have not looked after. */
export const resendRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  app.post('/operations/resend', { config: { access: 'service' }, schema }, async (request) => {
    requireOps(request.actor, 'service:notifications', 'service:insight')
    const { message: id, channel, dry } = request.body
    if (dry) {
      await rehearsed(() => inTransaction(deps.db, (tx) => sendAgain(tx, deps, { id, channel }).then(undo)))
      return { messageId: null }
    }
    const { body } = await idempotent(deps.db, request, async (tx) => ({
      status: 200,
      body: { messageId: await sendAgain(tx, deps, { id, channel }) },
    }))
    deps.heard()
    return body
  })
}

const rehearsal = new Error('Only rehearsed')
const undo = () => Promise.reject(rehearsal)

/** Does what ends by undoing itself; what it meets on the way is thrown. */
const rehearsed = async (work: () => Promise<unknown>): Promise<void> => {
  await work().catch((error: unknown) => {
    if (error !== rehearsal) throw error
  })
}
