import { OrganisationCode } from '@dossier/contracts/organisation'
import { Day } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import { idempotent, IdempotencyHeaders } from '@dossier/platform/idempotency'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { mandatesOf } from '../acting.ts'
import type { Inside } from '../app.ts'
import { Liability, makeRecordLiability } from '../compensation/liability.ts'
import { AwaitedLiability, compensationsOf, FoundParcel, OwedCompensation } from '../compensation/owed.ts'
import { makePayCompensation, Payment } from '../compensation/pay.ts'
import { FoundChoice, makeSettleFound } from '../compensation/settle-found.ts'
import { common } from '../problems.ts'

const config = { access: 'officer' } as const
const params = z.strictObject({ code: z.string().min(1).max(40) })
const dong = z.int().min(0)
const Bearer = z.enum(['operator', 'authority', 'citizen', 'unsettled'])
const list = {
  summary: 'What an office of the caller has to write down of losses and damages, to pay, and to ask of what was found',
  querystring: z.strictObject({ organisation: OrganisationCode }),
  response: {
    200: z.object({
      awaited: z.array(AwaitedLiability),
      owed: z.array(OwedCompensation),
      found: z.array(FoundParcel),
    }),
  },
}
const recording = {
  summary:
    'Record the written liability for a loss, damage or delay; answered with what is owed, until when, and whose costs',
  headers: IdempotencyHeaders,
  params,
  body: Liability,
  response: {
    201: z.object({
      amount: dong,
      payBy: Day.nullable(),
      costs: z.object({ 'repeat-delivery': Bearer, return: Bearer, 're-issue': Bearer }),
    }),
  },
}
const paying = {
  summary: 'Record a payment of a compensation by its receipt',
  headers: IdempotencyHeaders,
  params,
  body: Payment,
  response: { 201: z.object({ owed: dong, inTime: z.boolean() }) },
}
const settling = {
  summary: 'Record whether the citizen takes a parcel found after its loss, and repays, or refuses it',
  headers: IdempotencyHeaders,
  params,
  body: FoundChoice,
  response: { 201: z.object({ repay: dong, owed: dong }) },
}

/** What the operator owes for what it lost, damaged or delivered late (NĐ 47/2011 art. 24-27). */
export const compensation: FastifyPluginAsyncZod<Inside> = async (app, deps) => {
  const { db, told, clock, published } = deps
  const record = makeRecordLiability(deps)
  const pay = makePayCompensation(deps)
  const settle = makeSettleFound(deps)

  app.get('/compensations', { config, schema: list }, async ({ actor, query: { organisation } }) => {
    const own = mandatesOf(actor, dayOf(clock.now()), published)
    if (!own.some((mandate) => mandate.organisation === organisation)) throw common('not-permitted')
    return compensationsOf(db, organisation)
  })

  app.post('/parcels/:code/liability', { config, schema: recording }, async (request, reply) => {
    const { code } = request.params
    const { body } = await idempotent(db, request, async (tx) => ({
      status: 201,
      body: await record(tx, request.actor, { code, liability: request.body }),
    }))
    told()
    return reply.code(201).send(body)
  })

  app.post('/parcels/:code/compensation-payments', { config, schema: paying }, async (request, reply) => {
    const { code } = request.params
    const { body } = await idempotent(db, request, async (tx) => ({
      status: 201,
      body: await pay(tx, request.actor, { code, payment: request.body }),
    }))
    told()
    return reply.code(201).send(body)
  })

  app.post('/parcels/:code/found-choice', { config, schema: settling }, async (request, reply) => {
    const { code } = request.params
    const { body } = await idempotent(db, request, async (tx) => ({
      status: 201,
      body: await settle(tx, request.actor, { code, choice: request.body.choice }),
    }))
    told()
    return reply.code(201).send(body)
  })
}
