import type { Caller } from '@dossier/contracts/actor'
import { commonProblem } from '@dossier/contracts/problem'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Pool } from 'pg'
import * as z from 'zod'
import { discard, redrive } from './dead-letter.ts'
import { idempotent, IdempotencyHeaders } from './idempotency.ts'
import { ProblemError } from './problem-answer.ts'

/** Operations are for whoever runs the product: a service with the scope `ops`, or one of `accounts`. Throws 403 else. */
export const requireOps = ({ subject, kind, scopes = [] }: Caller, ...accounts: string[]): void => {
  if (kind === 'service' && (scopes.includes('ops') || accounts.includes(subject))) return
  throw new ProblemError(commonProblem('not-permitted', { detail: 'Operations need the scope ops.' }))
}

const schema = {
  summary: 'Have what was put aside as dead letters handled again, in order: of one key, or `all`; says of how many',
  headers: IdempotencyHeaders,
  body: z.strictObject({ key: z.string().min(1).max(100) }),
  response: { 200: z.object({ asked: z.int() }) },
}

const discarding = {
  summary:
    'Throw away the first message of a key that was put aside, for it should never have been sent, and have those behind it handled; says which it was',
  headers: IdempotencyHeaders,
  body: z.strictObject({ key: z.string().min(1).max(100), reason: z.string().min(1).max(500) }),
  response: {
    200: z.object({
      discarded: z
        .object({ topic: z.string(), partition: z.int(), position: z.string(), reason: z.string() })
        .nullable(),
    }),
  },
}

/**
 * `POST /operations/redrive`: asks the consumer `group`, wherever it runs, to handle its dead letters again, which it does
 * within a second. What fails again stays, with its new reason. `POST /operations/discard` throws one away that can never be
 * handled; it stays in the dead topic, and the log says who wanted it and why. The service's own account has the group's name.
 */
export const redriving: FastifyPluginAsyncZod<{ db: Pool; group: string }> = async (app, { db, group }) => {
  app.post('/operations/redrive', { schema, config: { access: 'service' } }, async (request) => {
    requireOps(request.actor, `service:${group}`)
    const { body } = await idempotent(db, request, async (tx) => ({
      status: 200,
      body: { asked: await redrive(tx, group, request.body.key) },
    }))
    return body
  })
  app.post('/operations/discard', { schema: discarding, config: { access: 'service' } }, async (request) => {
    requireOps(request.actor, `service:${group}`)
    const { key, reason } = request.body
    const { body } = await idempotent(db, request, async (tx) => ({
      status: 200,
      body: { discarded: (await discard(tx, group, key)) ?? null },
    }))
    request.log.warn({ group, key, by: request.actor.subject, why: reason }, 'a dead letter was thrown away')
    return body
  })
}
