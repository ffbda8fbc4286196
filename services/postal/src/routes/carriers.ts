import { personOf } from '@dossier/contracts/actor'
import { Instant } from '@dossier/contracts/time'
import { idempotencyKeyOf, idempotent, IdempotencyHeaders } from '@dossier/platform/idempotency'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { actingFor, type Relate } from '../acting.ts'
import { makeCounter } from '../carriers/counter.ts'
import type { Carrying } from '../carriers/deps.ts'
import { makeCancelCarrier, makeOrderCarrier } from '../carriers/order-carrier.ts'
import { parcelOf } from '../parcels/parcel.ts'
import { relationsTo } from '../parcels/relations.ts'
import { common, postalProblem } from '../problems.ts'
import { paragraphs, words } from '../words.ts'

const config = { access: 'officer' } as const
const ofParcel = z.strictObject({ code: z.string().min(1).max(40) })
const ordering = {
  summary: 'Give a packed parcel to another carrier to bring',
  headers: IdempotencyHeaders,
  params: ofParcel,
  body: z.strictObject({ carrier: words(40) }),
  response: { 201: z.object({ state: z.literal('wanted') }) },
}
const cancelling = {
  summary: 'Take the order back, before the carrier has taken the parcel over',
  headers: IdempotencyHeaders,
  params: ofParcel,
  response: { 200: z.object({ state: z.literal('cancelled') }) },
}
const Report = z
  .object({
    id: z.uuid(),
    carrier: z.string(),
    why: z.string(),
    source: z.enum(['web-hook', 'history']),
    trackingCode: z.string().nullable(),
    code: z.string().nullable(),
    parcel: z.string().nullable(),
    happenedAt: Instant.nullable(),
    receivedAt: Instant,
    body: z.string(),
  })
  .meta({ id: 'CarrierReport' })
const Refused = z.object({ parcel: z.string(), carrier: z.string(), trouble: z.string().nullable() })
const list = {
  summary: 'What carriers told and nobody could make sense of, oldest first, and the orders they refused',
  response: { 200: z.object({ reports: z.array(Report), refused: z.array(Refused) }) },
}
const settling = {
  summary: 'Say what became of something a carrier told',
  headers: IdempotencyHeaders,
  params: z.strictObject({ id: z.uuid() }),
  body: z.strictObject({ outcome: paragraphs(1000) }),
  response: { 200: z.object({ outcome: z.string() }) },
}

const tracking = {
  summary: 'What the carrier of a parcel says of it now, oldest first: our own scans, or another’s own words',
  params: ofParcel,
  response: {
    200: z.object({
      carrier: z.string(),
      trackingCode: z.string(),
      statuses: z.array(z.object({ code: z.string(), name: z.string(), at: Instant })),
    }),
  },
}
const carriedBy = `
  select carrier, tracking_code as "trackingCode" from carrier_order where parcel = $1 and tracking_code is not null`

const forPeople = `
  select id, carrier, why, source, tracking_code as "trackingCode", code, parcel, happened_at as "happenedAt",
    received_at as "receivedAt", body
  from carrier_report where state = 'for-people' order by received_at, id limit 500`
const refused = `select parcel, carrier, trouble from carrier_order where state = 'refused' order by wanted_at limit 500`
const settle = `
  update carrier_report set (state, settled_by, settled_at, outcome) = ('settled', $2, $3, $4)
  where id = $1 and state = 'for-people'`
const known = 'select from carrier_report where id = $1'

type Deps = Carrying & { told: () => void }

/** Parcels with other carriers: ordered, taken back, and what people must look at. */
export const carriers: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const { db, clock, published } = deps
  const order = makeOrderCarrier(deps)
  const cancel = makeCancelCarrier(deps)
  const atPost: Relate = (organisation) =>
    published.organisations().rows.get(organisation)?.function === 'post' ? ['post'] : []

  app.post('/parcels/:code/carrier-order', { config, schema: ordering }, async (request, reply) => {
    const { code } = request.params
    const { body } = await idempotent(db, request, async (tx) => ({
      status: 201,
      body: await order(tx, request.actor, { code, carrier: request.body.carrier }),
    }))
    return reply.code(201).send(body)
  })

  // The carrier is asked outside of any transaction; what is cancelled twice is cancelled.
  app.post('/parcels/:code/carrier-order/cancellation', { config, schema: cancelling }, async (request) => {
    idempotencyKeyOf(request)
    return cancel(request.actor, request.params.code)
  })

  app.get('/parcels/:code/tracking', { config, schema: tracking }, async ({ actor, params: { code } }) => {
    const parcel = await parcelOf(db, code)
    actingFor(deps, actor, 'ReadParcel', relationsTo(parcel, deps))
    const [by] = (await db.query<{ carrier: string; trackingCode: string }>(carriedBy, [parcel.code])).rows
    const contract = by === undefined ? undefined : deps.contracts.get(by.carrier)
    const carrier = contract?.carrier ?? makeCounter(db)
    const trackingCode = contract === undefined ? parcel.code : (by?.trackingCode ?? parcel.code)
    const nameOf = (status: string) =>
      contract?.statuses.statuses.find(({ list: of, code: one }) => of === 'history' && one === status)?.name ?? status
    const statuses = (await carrier.history(trackingCode)) ?? []
    return {
      carrier: carrier.name,
      trackingCode,
      statuses: statuses.map((one) => ({ code: one.code, name: nameOf(one.code), at: one.at })),
    }
  })

  app.get('/carriers/reports', { config, schema: list }, async ({ actor }) => {
    actingFor(deps, actor, 'SettleCarrierReport', atPost)
    return {
      reports: z.array(Report).parse((await db.query(forPeople)).rows),
      refused: z.array(Refused).parse((await db.query(refused)).rows),
    }
  })

  app.post('/carriers/reports/:id/settlement', { config, schema: settling }, async (request) => {
    const { actor, params, body: given } = request
    actingFor(deps, actor, 'SettleCarrierReport', atPost)
    const { body } = await idempotent(db, request, async (tx) => {
      if ((await tx.query(known, [params.id])).rowCount === 0) throw common('not-found')
      const { rowCount } = await tx.query(settle, [params.id, personOf(actor.subject), clock.now(), given.outcome])
      if (rowCount === 0) throw postalProblem('report-settled')
      return { status: 200, body: { outcome: given.outcome } }
    })
    return body
  })
}
