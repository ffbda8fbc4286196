import { OrganisationCode } from '@dossier/contracts/organisation'
import { Day, Due, Instant } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import { currentRequest } from '@dossier/platform/context'
import { idempotent, IdempotencyHeaders } from '@dossier/platform/idempotency'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { mandatesOf, mayActAs } from '../acting.ts'
import type { Inside } from '../app.ts'
import { ComplaintAnswer, makeAnswerComplaint } from '../complaints/answer.ts'
import { ComplaintAbout, makeReceiveComplaint, NewComplaint } from '../complaints/receive.ts'
import { Contact } from '../parcels/collection.ts'
import { parcelOf } from '../parcels/parcel.ts'
import { relationsTo } from '../parcels/relations.ts'
import { common } from '../problems.ts'
import { words } from '../words.ts'

const config = { access: 'officer' } as const
const ofParcel = z.strictObject({ code: z.string().min(1).max(40) })
const params = z.strictObject({ id: words(40) })
const Received = z.object({ complaint: z.string(), answerBy: Due })
const receiving = {
  summary: 'Write down a complaint about a parcel; answered with the last day for its answer',
  headers: IdempotencyHeaders,
  params: ofParcel,
  body: NewComplaint,
  response: { 201: Received },
}
const answering = {
  summary: 'Answer a complaint, by somebody who did not carry the parcel',
  headers: IdempotencyHeaders,
  params,
  body: ComplaintAnswer,
  response: { 200: z.object({ complaint: z.string(), inTime: z.boolean() }) },
}
const Listed = z.object({
  complaint: z.string(),
  parcel: z.string(),
  about: ComplaintAbout,
  receivedOn: Day,
  answerBy: Due,
})
const list = {
  summary: 'Complaints an office of the caller has not answered, earliest due first; without words and names',
  querystring: z.strictObject({ organisation: OrganisationCode }),
  response: { 200: z.object({ complaints: z.array(Listed) }) },
}
const Complaint = z
  .object({
    complaint: z.string(),
    parcel: z.string(),
    about: ComplaintAbout,
    office: OrganisationCode,
    receivedAt: Instant,
    answerBy: Due,
    words: z.string(),
    contact: Contact,
    answeredAt: Instant.nullable(),
    upheld: z.boolean().nullable(),
    answer: z.string().nullable(),
  })
  .meta({ id: 'Complaint' })
const one = { summary: 'A complaint with its words; every look is recorded', params, response: { 200: Complaint } }

const open = `
  select id as complaint, parcel, about, received_at as "receivedAt", answer_by as "answerBy" from complaint
  where office = $1 and answered_at is null order by silent_at, id limit 500`
const read = `
  select id as complaint, parcel, about, office, received_at as "receivedAt", answer_by as "answerBy", words, contact,
    answered_at as "answeredAt", upheld, answer
  from complaint where id = $1`
const look = `
  insert into view_of_person (viewer, mandate, what, about, granted, request_id) values ($1, $2, 'complaint', $3, $4, $5)`

/** Complaints about parcels, as a post office or a desk meets them (TT 17/2017 art. 8). */
export const complaints: FastifyPluginAsyncZod<Inside> = async (app, deps) => {
  const { db, told, published, clock } = deps
  const receive = makeReceiveComplaint(deps)
  const answer = makeAnswerComplaint(deps)

  app.post('/parcels/:code/complaints', { config, schema: receiving }, async (request, reply) => {
    const { code } = request.params
    const { body } = await idempotent(db, request, async (tx) => ({
      status: 201,
      body: await receive(tx, request.actor, { code, complaint: request.body }),
    }))
    told()
    return reply.code(201).send(body)
  })

  app.post('/complaints/:id/answer', { config, schema: answering }, async (request) => {
    const { id } = request.params
    const { body } = await idempotent(db, request, async (tx) => ({
      status: 200,
      body: await answer(tx, request.actor, { id, given: request.body }),
    }))
    told()
    return body
  })

  app.get('/complaints', { config, schema: list }, async ({ actor, query: { organisation } }) => {
    const own = mandatesOf(actor, dayOf(clock.now()), published)
    if (!own.some((mandate) => mandate.organisation === organisation)) throw common('not-permitted')
    const { rows } = await db.query<{ receivedAt: Instant }>(open, [organisation])
    return { complaints: z.array(Listed).parse(rows.map((row) => ({ ...row, receivedOn: dayOf(row.receivedAt) }))) }
  })

  app.get('/complaints/:id', { config, schema: one }, async ({ actor, params: { id } }) => {
    const [row] = (await db.query<{ parcel: string }>(read, [id])).rows
    if (row === undefined) throw common('not-found')
    const acting = mayActAs(deps, actor, 'ReadComplaint', relationsTo(await parcelOf(db, row.parcel), deps))
    const mandate = acting === undefined ? null : `${acting.role}@${acting.organisation}`
    const requestId = currentRequest()?.requestId ?? 'none'
    await db.query(look, [actor.subject, mandate, id, acting !== undefined, requestId])
    if (acting === undefined) throw common('not-found') // that there is one is nobody else's business
    return Complaint.parse(row)
  })
}
