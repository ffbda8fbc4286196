import { FindingAct, FindingId, NewFinding } from '@dossier/contracts/finding'
import { hasPassed } from '@dossier/domain/law'
import type { Clock } from '@dossier/platform/clock'
import { idempotent, IdempotencyHeaders } from '@dossier/platform/idempotency'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Pool } from 'pg'
import * as z from 'zod'
import { agenciesFor, makeActOnFinding, makeRecordFinding } from '../findings/inspect.ts'
import { Finding, findingsOf } from '../findings/register.ts'
import type { Published } from '../published.ts'

const config = { access: 'officer' } as const
const list = {
  summary: 'Findings of inspections at the agencies an officer inspects or answers for, open ones first',
  response: { 200: z.object({ findings: z.array(Finding.extend({ isOverdue: z.boolean() })) }) },
}
const record = {
  summary: 'Record what an inspection found, and by when it is remedied',
  headers: IdempotencyHeaders,
  body: NewFinding,
  response: { 201: z.object({ id: FindingId }) },
}
const act = {
  summary: 'Report what was done about a finding, or judge that',
  headers: IdempotencyHeaders,
  params: z.strictObject({ id: FindingId }),
  body: FindingAct,
  response: { 200: Finding.pick({ state: true }) },
}

type Deps = { db: Pool; clock: Clock; published: Published; told: () => void }

/** The register of what inspections find (kiểm tra cải cách hành chính). */
export const findings: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const { db, clock, told } = deps
  const take = makeRecordFinding(deps)
  const move = makeActOnFinding(deps)

  app.get('/findings', { config, schema: list }, async ({ actor }) => ({
    findings: (await findingsOf(db, agenciesFor(actor, deps))).map((one) => ({
      ...one,
      isOverdue: one.state === 'open' && hasPassed({ on: one.remedyBy }, clock.now()),
    })),
  }))

  app.post('/findings', { config, schema: record }, async (request, reply) => {
    const { body } = await idempotent(db, request, async (tx) => ({
      status: 201,
      body: await take(tx, request.actor, request.body),
    }))
    told()
    return reply.code(201).send(body)
  })

  app.post('/findings/:id/acts', { config, schema: act }, async (request) => {
    const { body } = await idempotent(db, request, async (tx) => ({
      status: 200,
      body: await move(tx, request.actor, { id: request.params.id, act: request.body }),
    }))
    told()
    return body
  })
}
