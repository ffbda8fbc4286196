import { Contact } from '@dossier/contracts/contact'
import { DossierId } from '@dossier/contracts/dossier-id'
import { ParcelCode, PostalSubmission } from '@dossier/contracts/parcel'
import { Day, Due } from '@dossier/contracts/time'
import { idempotent, IdempotencyHeaders } from '@dossier/platform/idempotency'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { requireSystem } from '../acting.ts'
import type { Inside } from '../app.ts'
import { makeCollect } from '../parcels/collect.ts'
import { NewCollection } from '../parcels/collection.ts'
import { senderContact } from '../parcels/sender-contact.ts'
import { submissionOf } from '../records/submission.ts'

const Collected = z
  .object({ dossierId: DossierId, parcel: ParcelCode, slip: z.string(), postedOn: Day, promised: Due })
  .meta({ id: 'Collected' })
const collection = {
  summary: 'Take a citizen’s papers in at the post office: checked, signed for, sealed',
  headers: IdempotencyHeaders,
  body: NewCollection,
  response: { 201: Collected },
}
const submission = {
  summary: 'What desk and courier have signed for; 409 while one of them has not',
  params: z.strictObject({ dossierId: DossierId }),
  querystring: z.strictObject({
    record: z.string().max(60).optional().describe('Of papers sent after the application: their record'),
  }),
  response: { 200: PostalSubmission },
}
const contact = {
  summary: 'How to reach the sender, for the service that tells people; every look is recorded',
  params: z.strictObject({ dossierId: DossierId }),
  response: { 200: Contact },
}

/** The post office in front of the citizen, and what the desk may enter of it. */
export const collections: FastifyPluginAsyncZod<Inside> = async (app, deps) => {
  const { db, told } = deps
  const collect = makeCollect(deps)

  app.post('/collections', { config: { access: 'officer' }, schema: collection }, async (request, reply) => {
    const { body } = await idempotent(db, request, async (tx) => ({
      status: 201,
      body: await collect(tx, request.actor, request.body),
    }))
    told()
    return reply.code(201).send(body)
  })

  app.get(
    '/collections/:dossierId/submission',
    { config: { access: 'service' }, schema: submission },
    async ({ actor, params, query }) => {
      requireSystem(actor, 'ReadSubmission')
      return submissionOf(db, params.dossierId, query.record)
    },
  )

  app.get('/collections/:dossierId/contact', { config: { access: 'service' }, schema: contact }, ({ actor, params }) =>
    senderContact(db, actor, params.dossierId),
  )
}
