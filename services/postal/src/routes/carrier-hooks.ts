import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { Carrying } from '../carriers/deps.ts'
import { readHookBody } from '../carriers/hook-body.ts'
import { isSigned } from '../carriers/signature.ts'
import { takeStatus } from '../carriers/take-status.ts'

/** As EMS wants to be answered: whatever is not `success` it sends again. */
const Answer = z.object({ code: z.enum(['success', 'error']), transaction: z.string() })
const headers = z.object({
  'ems-transaction': z
    .string()
    .min(1)
    .max(200)
    .describe('The carrier’s id of this call, the same when it is sent again'),
  'ems-signature': z
    .string()
    .max(200)
    .default('')
    .describe('HMAC-SHA-256 over transaction, a full stop, and the raw body'),
})
const schema = {
  summary: 'A carrier tells what became of a parcel, in the shape of EMS; signed, taken once, kept for ever',
  headers,
  params: z.object({ carrier: z.string() }),
  response: { 200: Answer, 401: Answer, 404: Answer },
}

type Deps = Carrying & { told: () => void }

/** Where carriers call. No account: a call is known by its signature, and by its id when it comes again. */
export const carrierHooks: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  // Signed are the bytes as they came: what is parsed and written again has other bytes.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body))

  app.post('/carriers/:carrier/statuses', { config: { access: 'public' }, schema }, async (request, reply) => {
    const { 'ems-transaction': transaction, 'ems-signature': signature } = request.headers
    const { carrier } = request.params
    const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
    const contract = deps.contracts.get(carrier)
    if (contract === undefined) return reply.code(404).send({ code: 'error', transaction })
    if (!isSigned(contract.secret, transaction, raw, signature)) {
      request.log.warn({ carrier, bytes: raw.length }, 'a call to the web-hook was not signed by the carrier')
      return reply.code(401).send({ code: 'error', transaction })
    }
    const status = readHookBody(raw)
    const taken = await takeStatus(deps, {
      carrier,
      source: 'web-hook',
      transaction,
      body: raw.toString('utf8'),
      status,
    })
    if (taken !== 'known') deps.told()
    return { code: 'success' as const, transaction }
  })
}
