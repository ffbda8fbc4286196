import { Subject } from '@dossier/contracts/actor'
import { Payment } from '@dossier/contracts/application'
import type { Clock } from '@dossier/platform/clock'
import { idempotent } from '@dossier/platform/idempotency'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Pool } from 'pg'
import * as z from 'zod'
import { common } from '../problems.ts'
import { recordPayment } from '../submission/payments.ts'
import { serviceMay } from '../views.ts'

const body = z.strictObject({
  proof: Payment.shape.proof,
  payer: Subject,
  procedure: z.string().min(1).max(100),
  fee: z.string().min(1).max(100),
  amount: Payment.shape.amount,
})
const schema = {
  summary: 'A gateway’s word, server to server, that a fee was paid online',
  headers: z.object({ 'idempotency-key': z.string().optional() }),
  body,
  response: { 201: z.object({ proof: z.string() }) },
}

export const payments: FastifyPluginAsyncZod<{ db: Pool; clock: Clock }> = async (app, { db, clock }) => {
  app.post('/payments', { config: { access: 'service' }, schema }, async (request, reply) => {
    if (!serviceMay(request.actor, { scope: 'intake.payments' })) throw common('not-permitted')
    const answer = await idempotent(db, request, async (tx) => {
      await recordPayment(tx, { ...request.body, paidAt: clock.now() })
      return { status: 201, body: { proof: request.body.proof } }
    })
    return reply.code(201).send(answer.body)
  })
}
