import { OrganisationCode } from '@dossier/contracts/organisation'
import { dayOf } from '@dossier/domain/calendar'
import { idempotent, IdempotencyHeaders } from '@dossier/platform/idempotency'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { mandatesOf } from '../acting.ts'
import type { Inside } from '../app.ts'
import { common } from '../problems.ts'
import { GivingBack, makeGiveBack } from '../transfers/give-back.ts'
import {
  makeGive,
  makeGiveExpected,
  makeTake,
  makeWithdraw,
  NewTransfer,
  PapersInHand,
  Transfer,
  transferColumns,
  TransferState,
} from '../transfers/transfer.ts'

const config = { access: 'officer' } as const
const headers = IdempotencyHeaders
const params = z.strictObject({ id: z.uuid() })
const Stands = z.object({ state: TransferState })
const giving = {
  summary: 'Give papers by hand; custody stays until the taker has counted',
  headers,
  body: NewTransfer,
  response: { 201: z.object({ id: z.uuid() }) },
}
const givingExpected = {
  summary: 'Give the papers that go with a dossier handed over',
  headers,
  params,
  body: PapersInHand,
  response: { 200: z.object({ id: z.uuid() }) },
}
const taking = {
  summary: 'Count and take papers; what is missing stays with the giver and is before people at once',
  headers,
  params,
  body: PapersInHand,
  response: { 200: Stands },
}
const withdrawal = { summary: 'Take back what nobody has taken', headers, params, response: { 200: Stands } }
const givingBack = {
  summary: 'Give papers back to the citizen against signature',
  headers,
  body: GivingBack,
  response: { 200: z.object({ papers: z.int() }) },
}
const list = {
  summary: 'Transfers an office of the caller has to give or to take, oldest first',
  querystring: z.strictObject({ organisation: OrganisationCode }),
  response: { 200: z.object({ transfers: z.array(Transfer) }) },
}
const open = `
  select ${transferColumns} from transfer
  where state in ('expected', 'given') and $1 in (from_custodian ->> 'organisation', to_custodian ->> 'organisation')
  order by id limit 500`

/** Papers from hand to hand. */
export const transfers: FastifyPluginAsyncZod<Inside> = async (app, deps) => {
  const { db, told, published, clock } = deps
  const give = makeGive(deps)
  const giveExpected = makeGiveExpected(deps)
  const take = makeTake(deps)
  const withdraw = makeWithdraw(deps)
  const giveBack = makeGiveBack(deps)

  app.post('/transfers', { config, schema: giving }, async (request, reply) => {
    const { body } = await idempotent(db, request, async (tx) => ({
      status: 201,
      body: await give(tx, request.actor, request.body),
    }))
    told()
    return reply.code(201).send(body)
  })

  app.post('/transfers/:id/giving', { config, schema: givingExpected }, async (request) => {
    const order = { id: request.params.id, papers: request.body.papers }
    const { body } = await idempotent(db, request, async (tx) => ({
      status: 200,
      body: await giveExpected(tx, request.actor, order),
    }))
    return body
  })

  app.post('/transfers/:id/taking', { config, schema: taking }, async (request) => {
    const order = { id: request.params.id, papers: request.body.papers }
    const { body } = await idempotent(db, request, async (tx) => ({
      status: 200,
      body: Stands.parse(await take(tx, request.actor, order)),
    }))
    told()
    return body
  })

  app.post('/transfers/:id/withdrawal', { config, schema: withdrawal }, async (request) => {
    const { body } = await idempotent(db, request, async (tx) => ({
      status: 200,
      body: Stands.parse(await withdraw(tx, request.actor, request.params)),
    }))
    return body
  })

  app.post('/returns', { config, schema: givingBack }, async (request) => {
    const { body } = await idempotent(db, request, async (tx) => ({
      status: 200,
      body: await giveBack(tx, request.actor, request.body),
    }))
    told()
    return body
  })

  app.get('/transfers', { config, schema: list }, async ({ actor, query: { organisation } }) => {
    const own = mandatesOf(actor, dayOf(clock.now()), published)
    if (!own.some((mandate) => mandate.organisation === organisation)) throw common('not-permitted')
    return { transfers: z.array(Transfer).parse((await db.query(open, [organisation])).rows) }
  })
}
