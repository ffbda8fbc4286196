import { FeedbackDues, GivenFeedback } from '@dossier/contracts/feedback'
import { FeedbackId } from '@dossier/contracts/feedback'
import { Instant } from '@dossier/contracts/time'
import { idempotent, IdempotencyHeaders } from '@dossier/platform/idempotency'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Pool } from 'pg'
import * as z from 'zod'
import { makeBringMore } from '../feedback/bring-more.ts'
import { type FeedbackDeps, makeGive } from '../feedback/give.ts'
import {
  FeedbackState,
  OwnFeedback,
  ownFeedback,
  PublishedFeedback,
  publishedFeedback,
  referencesOf,
} from '../feedback/read.ts'
import { readByReference } from '../feedback/record.ts'
import { common } from '../problems.ts'

// References cannot be guessed, and few tries a minute keep it so; one answer for what is wrong and for what is unknown.
const rateLimit = { max: 30, timeWindow: 60_000 }
const config = { access: 'public', rateLimit } as const
const params = z.strictObject({ reference: z.string().max(40) })
const give = {
  summary: 'Give feedback, a complaint or a denunciation: a citizen, anybody, or an officer for somebody at the desk',
  headers: IdempotencyHeaders,
  body: GivenFeedback,
  response: { 201: z.object({ reference: z.string(), receivedAt: Instant, dues: FeedbackDues }) },
}
const ask = {
  summary: 'Where a feedback stands, what is asked and what was answered, for whoever has its reference',
  params,
  response: { 200: OwnFeedback },
}
const more = {
  summary: 'Add to a feedback what its handler asked for',
  headers: IdempotencyHeaders,
  params,
  body: GivenFeedback.pick({ words: true }).strict(),
  response: { 200: z.object({ state: FeedbackState }) },
}
const mine = {
  summary: 'The caller’s own feedback, newest first',
  response: { 200: z.object({ feedback: z.array(OwnFeedback) }) },
}
const posted = {
  summary: 'Feedback and what was found, without names',
  querystring: z.strictObject({ before: FeedbackId.optional() }),
  response: { 200: z.object({ feedback: z.array(PublishedFeedback) }) },
}

type Deps = FeedbackDeps & { db: Pool; told: () => void }

/** Feedback as those meet it who give it (NĐ 61/2018 art. 8.1; TT 01/2018 art. 16). */
export const feedback: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const { db, told } = deps
  const take = makeGive(deps)
  const bringMore = makeBringMore(deps)

  app.post('/feedback', { config, schema: give }, async (request, reply) => {
    if (request.caller?.kind === 'service') throw common('not-permitted')
    const { body } = await idempotent(db, request, async (tx) => ({
      status: 201,
      body: await take(tx, request.caller, request.body),
    }))
    told()
    return reply.code(201).send(body)
  })

  app.get('/feedback/by-reference/:reference', { config, schema: ask }, async ({ params: { reference } }) => {
    const kept = await readByReference(db, reference)
    if (kept === undefined) throw common('not-found')
    return ownFeedback(db, kept)
  })

  app.post('/feedback/by-reference/:reference/more', { config, schema: more }, async (request) => {
    const { reference } = request.params
    const { body } = await idempotent(db, request, async (tx) => ({
      status: 200,
      body: await bringMore(tx, { reference, words: request.body.words }),
    }))
    told()
    return body
  })

  app.get('/feedback/mine', { config: { access: 'citizen' }, schema: mine }, async ({ actor }) => {
    const references = await referencesOf(db, actor.subject)
    const kept = await Promise.all(references.map((reference) => readByReference(db, reference)))
    return { feedback: await Promise.all(kept.filter((one) => one !== undefined).map((one) => ownFeedback(db, one))) }
  })

  app.get('/feedback/published', { config: { access: 'public' }, schema: posted }, async ({ query }) => ({
    feedback: await publishedFeedback(db, query.before),
  }))
}
