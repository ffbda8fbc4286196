import { DossierId } from '@dossier/contracts/dossier-id'
import { OrganisationCode } from '@dossier/contracts/organisation'
import { dayOf } from '@dossier/domain/calendar'
import { idempotent, IdempotencyHeaders } from '@dossier/platform/idempotency'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { actingFor, standsFor } from '../acting.ts'
import type { Inside } from '../app.ts'
import { appointmentsOf, makeTellAppointment, OwedAppointment, Telling } from '../appointments/appointment.ts'
import {
  ForceMajeure,
  forceMajeureList,
  makeRecordForceMajeure,
  RecordedForceMajeure,
} from '../force-majeure/record.ts'

const config = { access: 'officer' } as const
const owed = {
  summary: 'The appointments an office is to tell citizens of who sent by post, the most pressing first',
  querystring: z.strictObject({ office: OrganisationCode }),
  response: { 200: z.object({ appointments: z.array(OwedAppointment) }) },
}
const telling = {
  summary: 'Say that the citizen was told of the appointment, and how',
  headers: IdempotencyHeaders,
  params: z.strictObject({ dossierId: DossierId }),
  body: Telling,
  response: { 200: z.object({ inTime: z.boolean() }) },
}
const recording = {
  summary: 'Record force majeure: where, from when until when, by which document; it moves what was promised',
  headers: IdempotencyHeaders,
  body: ForceMajeure,
  response: { 201: z.object({ id: z.uuid(), moved: z.int() }) },
}
const recorded = {
  summary: 'Force majeure as it was recorded, newest first',
  response: { 200: z.object({ forceMajeure: z.array(RecordedForceMajeure) }) },
}

/** What the post has promised besides delivery, and what moves a promise. */
export const promises: FastifyPluginAsyncZod<Inside> = async (app, deps) => {
  const { db, told, published, clock } = deps
  const tellOf = makeTellAppointment(deps)
  const record = makeRecordForceMajeure(deps)

  app.get('/appointments', { config, schema: owed }, async ({ actor, query: { office } }) => {
    const day = dayOf(clock.now())
    actingFor(deps, actor, 'TellAppointment', (one) => (standsFor(published, one, office, day) ? ['carrier'] : []))
    return { appointments: await appointmentsOf(db, office) }
  })

  app.post('/appointments/:dossierId/telling', { config, schema: telling }, async (request) => {
    const { params, body: given } = request
    const { body } = await idempotent(db, request, async (tx) => ({
      status: 200,
      body: await tellOf(tx, request.actor, { ...params, ...given }),
    }))
    told()
    return body
  })

  app.post('/force-majeure', { config, schema: recording }, async (request, reply) => {
    const { body } = await idempotent(db, request, async (tx) => ({
      status: 201,
      body: await record(tx, request.actor, request.body),
    }))
    told()
    return reply.code(201).send(body)
  })

  app.get('/force-majeure', { config, schema: recorded }, async ({ actor }) => {
    actingFor(deps, actor, 'ReadPostalReport', (one) =>
      published.organisations().rows.get(one)?.function === 'post' ? ['post'] : [],
    )
    return { forceMajeure: await forceMajeureList(db) }
  })
}
