import { OrganisationCode } from '@dossier/contracts/organisation'
import { Instant } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import { idempotent, IdempotencyHeaders } from '@dossier/platform/idempotency'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { actingFor, standsFor } from '../acting.ts'
import type { Inside } from '../app.ts'
import {
  ListedManifest,
  makeRedirectManifest,
  makeWithdrawManifest,
  manifestsOf,
  Redirection,
} from '../manifest-changes.ts'
import { makeManifest, makeTakeManifest, NewManifest } from '../manifests.ts'
import { words } from '../words.ts'

const config = { access: 'officer' } as const
const code = words(40)
const giving = {
  summary: 'Pack parcels into bags and list them for a trip; the taker counts next',
  headers: IdempotencyHeaders,
  body: NewManifest,
  response: { 201: z.object({ code, bags: z.array(z.string()), parcels: z.int() }) },
}
const taking = {
  summary: 'Count what a trip brought; what is missing stays with the giver and is before people at once',
  headers: IdempotencyHeaders,
  params: z.strictObject({ code }),
  body: z.strictObject({
    parcels: z.array(code).max(2_000),
    /** On no list, and there all the same. */
    surplus: z.array(code).max(500).default([]),
  }),
  response: { 200: z.object({ arrived: z.int(), missing: z.array(z.string()) }) },
}

const listing = {
  summary: 'The trips that leave an office or come to it, newest first, 200 at a time; open ones alone where asked',
  querystring: z.strictObject({
    office: OrganisationCode,
    open: z.stringbool().default(false),
    before: words(40).optional(),
  }),
  response: { 200: z.object({ manifests: z.array(ListedManifest) }) },
}
const withdrawing = {
  summary: 'Call a trip back that nobody took',
  headers: IdempotencyHeaders,
  params: z.strictObject({ code }),
  response: { 200: z.object({ withdrawnAt: Instant }) },
}
const redirecting = {
  summary: 'Send a trip on to another office than its list named, with the reason',
  headers: IdempotencyHeaders,
  params: z.strictObject({ code }),
  body: Redirection,
  response: { 200: z.object({ to: z.string() }) },
}

/** Trips between post offices: Bảng kê chuyến thư. */
export const manifests: FastifyPluginAsyncZod<Inside> = async (app, deps) => {
  const { db, told, published, clock } = deps
  const withdraw = makeWithdrawManifest(deps)
  const redirect = makeRedirectManifest(deps)
  const manifest = makeManifest(deps)
  const takeManifest = makeTakeManifest(deps)

  app.get('/manifests', { config, schema: listing }, async ({ actor, query: { office, open, before } }) => {
    const day = dayOf(clock.now())
    actingFor(deps, actor, 'TakeManifest', (one) => (standsFor(published, one, office, day) ? ['receiver'] : []))
    return { manifests: await manifestsOf(db, { office, isOpen: open, before }) }
  })

  app.post('/manifests/:code/withdrawal', { config, schema: withdrawing }, async (request) => {
    const { body } = await idempotent(db, request, async (tx) => ({
      status: 200,
      body: await withdraw(tx, request.actor, request.params),
    }))
    return body
  })

  app.post('/manifests/:code/redirection', { config, schema: redirecting }, async (request) => {
    const { body } = await idempotent(db, request, async (tx) => ({
      status: 200,
      body: await redirect(tx, request.actor, { ...request.params, ...request.body }),
    }))
    return body
  })

  app.post('/manifests', { config, schema: giving }, async (request, reply) => {
    const { body } = await idempotent(db, request, async (tx) => ({
      status: 201,
      body: await manifest(tx, request.actor, request.body),
    }))
    told()
    return reply.code(201).send(body)
  })

  app.post('/manifests/:code/taking', { config, schema: taking }, async (request) => {
    const order = { ...request.params, ...request.body }
    const { body } = await idempotent(db, request, async (tx) => ({
      status: 200,
      body: await takeManifest(tx, request.actor, order),
    }))
    told()
    return body
  })
}
