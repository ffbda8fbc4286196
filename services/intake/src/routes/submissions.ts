import { Amendment, CompletenessCheck, Submission, Submitted } from '@dossier/contracts/application'
import { DossierId } from '@dossier/contracts/dossier-id'
import type { Clock } from '@dossier/platform/clock'
import { idempotent } from '@dossier/platform/idempotency'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Pool } from 'pg'
import * as z from 'zod'
import type { ValidateForm } from '../form-validation.ts'
import type { Published } from '../published.ts'
import { type AskPostal, broughtByPost, handedInByPost } from '../submission/by-post.ts'
import { makeAmend } from '../submission/amend.ts'
import { makeSubmit, makeTrial } from '../submission/submit.ts'

const config = { access: ['citizen', 'officer'] } as const
const headers = z.object({ 'idempotency-key': z.string().optional() })
const trialOf = {
  summary: 'Everything that would be missing or wrong; keeps nothing',
  body: Submission,
  response: { 200: CompletenessCheck },
}
const submission = {
  summary: 'Hand in an application; its id is that of the dossier it becomes',
  headers,
  body: Submission,
  response: { 201: Submitted },
}
const amendment = {
  summary: 'Bring what was missing',
  headers,
  params: z.strictObject({ id: DossierId }),
  body: Amendment,
  response: { 200: CompletenessCheck },
}

type Deps = {
  db: Pool
  clock: Clock
  published: Published
  validateForm: ValidateForm
  told: () => void
  askPostal: AskPostal
}

export const submissions: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const { db, told, askPostal } = deps
  const trial = makeTrial(db, deps)
  const submit = makeSubmit(deps)
  const amend = makeAmend(deps)

  app.post('/applications/check', { config, schema: trialOf }, ({ actor, body }) => trial(actor, body))

  app.post('/applications', { config, schema: submission }, async (request, reply) => {
    // Asked before the transaction: the post may take its time, and the outbox would wait for it.
    const handedIn = await handedInByPost(request.body, askPostal)
    const { body } = await idempotent(db, request, async (tx) => ({
      status: 201,
      body: await submit(tx, request.actor, handedIn),
    }))
    told()
    return reply.code(201).send(body)
  })

  app.post('/applications/:id/amendments', { config, schema: amendment }, async (request) => {
    const { id } = request.params
    const amendment = await broughtByPost(request.actor, { id, amendment: request.body }, askPostal)
    const { body } = await idempotent(db, request, async (tx) => ({
      status: 200,
      body: await amend(tx, request.actor, { id, amendment }),
    }))
    told()
    return body
  })
}
