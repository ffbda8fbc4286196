import { GiverContact } from '@dossier/contracts/contact'
import { FeedbackAct, FeedbackDues, FeedbackEvent, FeedbackId, FeedbackMatter } from '@dossier/contracts/feedback'
import { FeedbackRegister, FeedbackVerdict } from '@dossier/contracts/feedback'
import { OrganisationCode } from '@dossier/contracts/organisation'
import { Day, Due, Instant } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import { idempotent, IdempotencyHeaders } from '@dossier/platform/idempotency'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Pool } from 'pg'
import * as z from 'zod'
import { makeAct } from '../feedback/act.ts'
import type { FeedbackDeps } from '../feedback/give.ts'
import { makeGiverOf } from '../feedback/giver.ts'
import { makeLookAtFeedback, shownToOfficer } from '../feedback/look.ts'
import { feedbackFigures, FeedbackState, OpenFeedback, openFeedback } from '../feedback/read.ts'

const config = { access: 'officer' } as const
const params = z.strictObject({ id: FeedbackId })
const Shown = z
  .object({
    feedbackId: FeedbackId,
    register: FeedbackRegister,
    agency: OrganisationCode,
    receivedAt: Instant,
    state: FeedbackState,
    dues: FeedbackDues,
    publishBy: Due.nullable(),
    verdict: FeedbackVerdict.nullable(),
    handler: z.string().nullable(),
    publishedText: z.string().nullable(),
    capacity: z.enum(['handler', 'appoints']),
    matter: FeedbackMatter.nullable(),
    words: z.string().nullable(),
    procedure: z.string().nullable(),
    dossierCode: z.string().nullable(),
    dossierId: z.string().nullable(),
    complainedOf: z.array(z.string()),
    contact: z.record(z.string(), z.string()).nullable(),
    giver: z.string().nullable(),
    lines: z.array(z.object({ seq: z.int(), at: Instant, event: FeedbackEvent, words: z.string().nullable() })),
  })
  .meta({ id: 'Feedback' })
const list = {
  summary:
    'Open feedback of the agencies an officer answers for, and what is the officer’s own to handle, earliest due first',
  response: { 200: z.object({ feedback: z.array(OpenFeedback) }) },
}
const one = { summary: 'A feedback, to whom it may be shown; every look is recorded', params, response: { 200: Shown } }
const giver = {
  summary: 'How to reach whoever gave a feedback, for the service that tells people; every look is recorded',
  params,
  response: { 200: GiverContact },
}
const act = {
  summary: 'Appoint a handler, reject, ask for more, answer, publish',
  headers: IdempotencyHeaders,
  params,
  body: FeedbackAct,
  response: { 200: z.object({ state: FeedbackState }) },
}
const figures = {
  summary:
    'Feedback handled in time, index 8 of TT 01/2018 art. 13, of agencies the officer answers for; `to` is not counted',
  querystring: z.strictObject({ from: Day, to: Day }),
  response: {
    200: z.object({ received: z.int(), handled: z.int(), inTime: z.int(), points: z.int().min(0).max(2).nullable() }),
  },
}

type Deps = FeedbackDeps & { db: Pool; told: () => void }

/** Feedback as those meet it who answer for it. */
export const feedbackHandling: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const { db, told, clock, published } = deps
  const look = makeLookAtFeedback(deps)
  const take = makeAct(deps)
  const today = () => ({ day: dayOf(clock.now()), published })

  app.get('/feedback', { config, schema: list }, async ({ actor }) => ({
    feedback: await openFeedback(db, actor, today()),
  }))

  app.get('/feedback/figures', { config, schema: figures }, async ({ actor, query }) =>
    feedbackFigures(db, { caller: actor, on: today() }, query),
  )

  app.get('/feedback/:id', { config, schema: one }, async ({ actor, params: { id } }) => {
    const shown = await shownToOfficer(db, await look(actor, id))
    return shown
  })

  const giverOf = makeGiverOf(db)
  app.get('/feedback/:id/giver', { config: { access: 'service' }, schema: giver }, ({ actor, params: { id } }) =>
    giverOf(actor, id),
  )

  app.post('/feedback/:id/acts', { config, schema: act }, async (request) => {
    const { id } = request.params
    await look(request.actor, id)
    const { body } = await idempotent(db, request, async (tx) => ({
      status: 200,
      body: await take(tx, request.actor, { id, act: request.body }),
    }))
    told()
    return body
  })
}
