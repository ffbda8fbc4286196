import { commonProblem } from '@dossier/contracts/problem'
import { Instant } from '@dossier/contracts/time'
import type { Clock } from '@dossier/platform/clock'
import { createServer, problem, ProblemError, type ServerOptions } from '@dossier/platform/http'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { BehaviourChange } from './behaviour.ts'
import type { Calls } from './calls.ts'
import { pageOf } from './page.ts'
import { Order, type Parcel, type Parcels } from './parcels.ts'

export type Deps = { clock: Pick<Clock, 'now'>; parcels: Parcels; calls: Calls }

const proof = { to: 'applicant', identityChecked: true, authorisationShown: false, signed: true } as const
const config = { access: 'public', rateLimit: false } as const
const params = z.object({ code: z.string() })

const routes: FastifyPluginAsyncZod<Deps> = async (app, { clock, parcels, calls }) => {
  const wanted = (code: string): Parcel => {
    const parcel = parcels.find(code)
    if (parcel !== undefined) return parcel
    throw new ProblemError(commonProblem('not-found', { detail: `This carrier has no parcel ${code}.` }))
  }
  const move = () => calls.tell(parcels.moveTo(clock.now()))

  app.addHook('onRequest', async ({ method, routeOptions: { url } }, reply) => {
    const isItsOwn = url === '/' || url === '/behaviour' || url === '/calls'
    if (parcels.isDown() && !isItsOwn && !(method === 'POST' && url === '/parcels/:code/statuses'))
      return problem(reply, commonProblem('unavailable'))
  })

  app.get('/', { config }, async (_, reply) =>
    reply.type('text/html; charset=utf-8').send(pageOf(parcels.all(), calls.all(), parcels.isDown())),
  )
  app.post('/orders', { config, schema: { body: Order } }, async ({ body }) => {
    const { trackingCode } = parcels.order(body, clock.now())
    move()
    return { trackingCode }
  })
  app.get('/parcels/:code', { config, schema: { params } }, async ({ params: { code } }) => {
    move()
    const { trackingCode, parcel, statuses, behaviour } = wanted(code)
    const isDelivered = statuses.some((one) => one.code === '7')
    return { trackingCode, parcel, statuses, proof: isDelivered && behaviour.proves ? proof : null }
  })
  app.post('/parcels/:code/cancellation', { config, schema: { params } }, async ({ params: { code } }, reply) =>
    parcels.cancel(wanted(code))
      ? { cancelled: true }
      : problem(reply, commonProblem('bad-request', { status: 409, code: 'too-late' })),
  )

  // What follows no carrier offers: it is how a story or a test says what happens here.
  const Given = z.strictObject({ code: z.string().regex(/^\d{1,5}$/), at: Instant.optional() })
  app.post(
    '/parcels/:code/statuses',
    { config, schema: { params, body: Given } },
    async ({ params: { code }, body }) => {
      const parcel = wanted(code)
      const status = { code: body.code, at: body.at ?? clock.now() }
      parcels.set(parcel, status)
      calls.tell([{ parcel, status }])
      await calls.send(clock.now())
      return { statuses: parcel.statuses }
    },
  )
  app.post('/behaviour', { config, schema: { body: BehaviourChange } }, async ({ body }) => {
    if (!parcels.behave(body)) wanted(body.parcel ?? '')
    return { down: parcels.isDown() }
  })
  app.get('/calls', { config }, async () => ({ calls: calls.all() }))
}

/** A carrier that is somebody else's, for the local stack: it takes orders, moves them by business time, and calls back. */
export const buildApp = (deps: Deps, options?: ServerOptions) =>
  createServer({ name: 'carrier', ...options }).register(routes, deps)

/** Moves parcels along and sends what is due, again and again; one round at a time. Gives how to stop it. */
export const runCarrier = ({ clock, parcels, calls }: Deps, everyMs: number): (() => void) => {
  let busy = false
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    calls.tell(parcels.moveTo(clock.now()))
    void calls.send(clock.now()).finally(() => (busy = false))
  }, everyMs)
  return () => clearInterval(timer)
}
