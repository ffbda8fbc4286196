import { OrganisationCode } from '@dossier/contracts/organisation'
import { Instant } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import { idempotent, IdempotencyHeaders } from '@dossier/platform/idempotency'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { mandatesOf } from '../acting.ts'
import type { Inside } from '../app.ts'
import { common } from '../problems.ts'
import { makeCount, NewRecord } from '../records/count.ts'
import { makeSign } from '../records/sign.ts'
import { UnsignedRecord, unsignedRecords } from '../records/unsigned.ts'
import { words } from '../words.ts'

const config = { access: 'officer' } as const
const number = words(20)
const count = {
  summary: 'The desk’s half of a joint count with the courier; he signs it next',
  headers: IdempotencyHeaders,
  body: NewRecord,
  response: { 201: z.object({ number, desk: OrganisationCode, differing: z.array(z.string()) }) },
}
const sign = {
  summary: 'The courier signs the count: from this moment the desk has the papers, and a dossier is lawfully submitted',
  headers: IdempotencyHeaders,
  params: z.strictObject({ number }),
  response: { 200: z.object({ number, signedAt: Instant }) },
}
const list = {
  summary: 'Records of an office of the caller that the courier has not signed, oldest first',
  querystring: z.strictObject({ organisation: OrganisationCode }),
  response: { 200: z.object({ records: z.array(UnsignedRecord) }) },
}

/** Handover records: Biên bản giao nhận (QĐ 45/2016 art. 7). */
export const records: FastifyPluginAsyncZod<Inside> = async (app, deps) => {
  const { db, told, published, clock } = deps
  const counts = makeCount(deps)
  const signs = makeSign(deps)

  app.get('/handover-records', { config, schema: list }, async ({ actor, query: { organisation } }) => {
    const own = mandatesOf(actor, dayOf(clock.now()), published)
    if (!own.some((mandate) => mandate.organisation === organisation)) throw common('not-permitted')
    return { records: await unsignedRecords(db, organisation) }
  })

  app.post('/handover-records', { config, schema: count }, async (request, reply) => {
    const { body } = await idempotent(db, request, async (tx) => ({
      status: 201,
      body: { ...(await counts(tx, request.actor, request.body)), desk: request.body.desk },
    }))
    told()
    return reply.code(201).send(body)
  })

  app.post('/handover-records/:number/signature', { config, schema: sign }, async (request) => {
    const { body } = await idempotent(db, request, async (tx) => ({
      status: 200,
      body: await signs(tx, request.actor, request.params.number),
    }))
    told()
    return body
  })
}
