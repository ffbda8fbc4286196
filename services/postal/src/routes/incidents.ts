import { OrganisationCode } from '@dossier/contracts/organisation'
import { Instant } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import { idempotent, IdempotencyHeaders } from '@dossier/platform/idempotency'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { mandatesOf } from '../acting.ts'
import type { Inside } from '../app.ts'
import { ClosingIncident, makeCloseIncident } from '../close-incident.ts'
import { makeDeclareOfficeLoss, OfficeLoss } from '../office-loss.ts'
import { common } from '../problems.ts'

const config = { access: 'officer' } as const
const Incident = z
  .object({
    id: z.uuid(),
    dossierId: z.string(),
    what: z.string(),
    parcel: z.string().nullable(),
    at: OrganisationCode,
    papers: z.array(z.uuid()),
    /** Where money differs: of each fee what the post collected and what it handed over, in đồng. */
    fees: z.array(z.object({ fee: z.string(), collected: z.int(), handed: z.int() })),
    openedAt: Instant,
  })
  .meta({ id: 'Incident' })
const list = {
  summary: 'What people of an office of the caller must look at, oldest first',
  querystring: z.strictObject({ organisation: OrganisationCode }),
  response: { 200: z.object({ incidents: z.array(Incident) }) },
}
const closing = {
  summary: 'Settle an incident, and say where its papers turned out to be',
  headers: IdempotencyHeaders,
  params: z.strictObject({ id: z.uuid() }),
  body: ClosingIncident,
  response: { 200: z.object({ outcome: z.string() }) },
}
const declaring = {
  summary: 'Declare papers lost in an office, by its head: why, what was done to find them, how they are replaced',
  headers: IdempotencyHeaders,
  body: OfficeLoss,
  response: { 201: z.object({ incident: z.uuid(), decision: z.string() }) },
}
const open = `
  select i.id, i.dossier_id as "dossierId", i.what, i.parcel, i.at, i.papers, i.opened_at as "openedAt",
    coalesce((select l.event -> 'fees' from line l
      where l.dossier_id = i.dossier_id and l.event ->> 'type' = 'IncidentOpened' and l.event ->> 'incident' = i.id::text), '[]') as fees
  from incident i left join parcel p on p.code = i.parcel
  where i.closed_at is null and ($1 in (i.at, p.office, p.sender, p.receiver) or $1 = any(i.also)) order by i.opened_at, i.id limit 500`

/** What does not add up, or nobody has said anything about. */
export const incidents: FastifyPluginAsyncZod<Inside> = async (app, deps) => {
  const { db, told, published, clock } = deps
  const close = makeCloseIncident(deps)

  const declare = makeDeclareOfficeLoss(deps)

  app.post('/losses', { config, schema: declaring }, async (request, reply) => {
    const { body } = await idempotent(db, request, async (tx) => ({
      status: 201,
      body: await declare(tx, request.actor, request.body),
    }))
    told()
    return reply.code(201).send(body)
  })

  app.get('/incidents', { config, schema: list }, async ({ actor, query: { organisation } }) => {
    const own = mandatesOf(actor, dayOf(clock.now()), published)
    if (!own.some((mandate) => mandate.organisation === organisation)) throw common('not-permitted')
    return { incidents: z.array(Incident).parse((await db.query(open, [organisation])).rows) }
  })

  app.post('/incidents/:id/closing', { config, schema: closing }, async (request) => {
    const { body } = await idempotent(db, request, async (tx) => ({
      status: 200,
      body: await close(tx, request.actor, { id: request.params.id, closing: request.body }),
    }))
    told()
    return body
  })
}
