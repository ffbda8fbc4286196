import { DossierId } from '@dossier/contracts/dossier-id'
import { OrganisationCode } from '@dossier/contracts/organisation'
import { DispatchOrder } from '@dossier/contracts/parcel'
import { Instant } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import { idempotent, IdempotencyHeaders } from '@dossier/platform/idempotency'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { mandatesOf, requireSystem } from '../acting.ts'
import type { Inside } from '../app.ts'
import { inquire, orderDispatch } from '../dispatch.ts'
import { common } from '../problems.ts'

const config = { access: 'service' } as const
const order = z.coerce.number().int().min(1).max(100_000)
const Stands = z.object({ state: z.string(), parcel: z.string().nullable() })
const ordering = {
  summary: 'Order that a result goes by post; 409 where the ledger wants it no more',
  headers: IdempotencyHeaders,
  body: DispatchOrder,
  response: { 200: Stands },
}
const inquiry = {
  summary: 'Ask where a result is whose promised day has passed: people must answer',
  headers: IdempotencyHeaders,
  params: z.strictObject({ dossierId: DossierId, order }),
  body: z.strictObject({}).nullish(),
  response: { 200: Stands },
}
const Waiting = z.object({ dossierId: DossierId, order: z.int(), orderedAt: Instant }).meta({ id: 'WaitingDispatch' })
const list = {
  summary: 'Results a desk of the caller has to pack for the post, oldest first',
  querystring: z.strictObject({ desk: OrganisationCode }),
  response: { 200: z.object({ dispatches: z.array(Waiting) }) },
}
const waiting = `
  select dossier_id as "dossierId", nth as order, ordered_at as "orderedAt" from dispatch_order
  where state = 'ordered' and from_desk = $1 order by ordered_at, dossier_id limit 500`

/** What the conductor wants of the post. */
export const dispatches: FastifyPluginAsyncZod<Inside> = async (app, deps) => {
  const { db, told, clock, published } = deps

  app.post('/dispatches', { config, schema: ordering }, async (request) => {
    requireSystem(request.actor, 'OrderDispatch')
    const { body } = await idempotent(db, request, async (tx) => ({
      status: 200,
      body: Stands.parse(await orderDispatch(tx, request.body, { published, now: clock.now() })),
    }))
    return body
  })

  app.post('/dispatches/:dossierId/:order/inquiries', { config, schema: inquiry }, async (request) => {
    requireSystem(request.actor, 'Inquire')
    const { body } = await idempotent(db, request, async (tx) => ({
      status: 200,
      body: Stands.parse(await inquire(tx, request.params, clock.now())),
    }))
    told()
    return body
  })

  app.get('/dispatches', { config: { access: 'officer' }, schema: list }, async ({ actor, query: { desk } }) => {
    const own = mandatesOf(actor, dayOf(clock.now()), published)
    if (!own.some(({ organisation }) => organisation === desk)) throw common('not-permitted')
    return { dispatches: z.array(Waiting).parse((await db.query(waiting, [desk])).rows) }
  })
}
