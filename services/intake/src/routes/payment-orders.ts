import type { Caller } from '@dossier/contracts/actor'
import { Submission } from '@dossier/contracts/application'
import { DossierId } from '@dossier/contracts/dossier-id'
import type { Instant } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import type { Clock } from '@dossier/platform/clock'
import { idempotent } from '@dossier/platform/idempotency'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Pool } from 'pg'
import * as z from 'zod'
import { amountToday, ordersOf, Outcome, PaymentOrder, settleOrder, startOrder } from '../payments/order.ts'
import type { PayAt } from '../payments/pay-at.ts'
import { common, intakeProblem, refusal } from '../problems.ts'
import type { Published } from '../published.ts'
import { readApplication } from '../submission/application.ts'
import { owedAtReturn } from '../submission/summary.ts'
import { serviceMay } from '../views.ts'

const headers = z.object({ 'idempotency-key': z.string().optional() })
const procedure = Submission.shape.procedure
const begin = {
  summary: 'Set out to pay a fee online; `payAt` is where, null where it is paid already',
  headers,
  body: z.strictObject({
    procedure,
    fee: z.string().min(1).max(100),
    counts: Submission.shape.counts,
    /** For what is paid when the result is returned: the own dossier it is for. */
    dossier: DossierId.optional(),
  }),
  response: { 201: PaymentOrder.extend({ payAt: z.string().nullable() }) },
}
const own = {
  summary: 'What the caller set out to pay for a procedure and has not used, newest first',
  querystring: z.strictObject({ procedure }),
  response: { 200: z.object({ orders: z.array(PaymentOrder) }) },
}
const word = {
  summary: 'The gateway’s word, server to server, of what became of an order',
  params: z.strictObject({ id: z.uuidv7() }),
  headers,
  body: Outcome,
  response: { 200: z.object({ state: z.enum(['paid', 'failed']) }) },
}

type Begun = z.infer<(typeof begin)['body']>
type Deps = { db: Pool; clock: Clock; published: Published; payAt?: PayAt }

export const paymentOrders: FastifyPluginAsyncZod<Deps> = async (app, { db, clock, published, payAt }) => {
  /** With an application that is still to be handed in. */
  const ahead = ({ procedure: code, fee, counts }: Begun, now: Instant) => {
    const version = published.versionOn(code, dayOf(now))
    if (version === undefined) throw refusal('procedure-not-in-force', code)
    const back = `/nop-truc-tuyen/${encodeURIComponent(code)}`
    return { version, amount: amountToday({ version, fee, counts, now }), back }
  }
  /** When the result of a dossier is returned, by the tariff of the day it was handed in. */
  const atReturn = async ({ subject }: Caller, dossier: DossierId, fee: string) => {
    const application = await readApplication(db, dossier)
    const version = application && published.version(application.procedureVersion)
    if (version === undefined || application?.applicant !== subject) throw common('not-found')
    const { amount = null } = owedAtReturn(version, application).find(({ id }) => id === fee) ?? {}
    if (amount === null) throw intakeProblem('fee-not-payable')
    return { version, amount, back: `/ho-so-cua-toi/${dossier}` }
  }

  app.post('/payment-orders', { config: { access: 'citizen' }, schema: begin }, async (request, reply) => {
    if (payAt === undefined || !published.isFilled()) throw common('unavailable')
    const { actor, body: asked } = request
    const now = clock.now()
    const { version, amount, back } =
      asked.dossier === undefined ? ahead(asked, now) : await atReturn(actor, asked.dossier, asked.fee)
    const { body: order } = await idempotent(db, request, async (tx) => ({
      status: 201,
      body: await startOrder(tx, { payer: actor.subject, procedure: version.code, now, fee: asked.fee, amount }),
    }))
    const { orderId: id, state } = order
    const what = version.fees.find((fee) => fee.id === asked.fee)?.name ?? asked.fee
    const place = state === 'paid' ? null : payAt({ id, amount: order.amount, what, back })
    return reply.code(201).send({ ...order, payAt: place })
  })

  app.get('/payment-orders', { config: { access: 'citizen' }, schema: own }, async ({ actor, query }) => ({
    orders: await ordersOf(db, actor.subject, query.procedure),
  }))

  app.post('/payment-orders/:id/outcome', { config: { access: 'service' }, schema: word }, async (request) => {
    if (!serviceMay(request.actor, { scope: 'intake.payments' })) throw common('not-permitted')
    const { params, body } = request
    const { body: answer } = await idempotent(db, request, async (tx) => {
      await settleOrder(tx, params.id, { ...body, now: clock.now() })
      return { status: 200, body: { state: body.state } }
    })
    return answer
  })
}
