import { Instant } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import { ruleSetOn } from '@dossier/domain/rule-set'
import type { Clock } from '@dossier/platform/clock'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Pool } from 'pg'
import * as z from 'zod'
import { Draft, DraftBody, draftsOf, eraseDraft, readDraft, Saved, saveDraft } from '../drafts/draft.ts'
import { Prefilled, prefillFor } from '../drafts/prefill.ts'
import { common, refusal } from '../problems.ts'
import type { Published } from '../published.ts'

// Nobody but its owner: there is no way to name another's.
const config = { access: 'citizen' } as const
const params = z.strictObject({ procedure: z.string().min(1).max(100) })
const list = {
  summary: 'What the caller has begun and not handed in',
  response: {
    200: z.object({
      drafts: z.array(
        z.object({ procedure: z.string(), name: z.string().nullable(), savedAt: Instant, keptUntil: Instant }),
      ),
    }),
  },
}
const one = {
  summary: 'The caller’s own draft, or null',
  params,
  response: { 200: z.object({ draft: Draft.nullable() }) },
}
const put = {
  summary: 'Keep what was filled in; `revision` is that of the draft it was made from, 0 for a new one',
  params,
  body: z.strictObject({ ...DraftBody.shape, revision: z.int().min(0) }),
  response: { 200: Saved },
}
const away = { summary: 'Erase the draft', params, response: { 200: z.object({ erased: z.boolean() }) } }
const known = {
  summary:
    'What is known for the fields of a form from the caller’s own earlier applications, each with where it is from',
  params,
  response: { 200: z.object({ values: z.array(Prefilled) }) },
}

type Deps = { db: Pool; clock: Clock; published: Published; draftDays: number }

export const drafts: FastifyPluginAsyncZod<Deps> = async (app, { db, clock, published, draftDays: days }) => {
  /** The version a citizen can apply for today; throws the law's refusal otherwise. */
  const openOnline = (procedure: string) => {
    if (!published.isFilled()) throw common('unavailable')
    const day = dayOf(clock.now())
    const version = published.versionOn(procedure, day)
    if (version === undefined) throw refusal('procedure-not-in-force', procedure)
    if (!version.channels.includes('online')) throw refusal('channel-closed', 'online', ruleSetOn(day).id)
    return version
  }

  app.get('/drafts', { config, schema: list }, async ({ actor }) => {
    const day = dayOf(clock.now())
    const found = await draftsOf(db, actor.subject, clock.now())
    return {
      drafts: found.map((draft) => ({ ...draft, name: published.versionOn(draft.procedure, day)?.name ?? null })),
    }
  })

  app.get('/drafts/:procedure', { config, schema: one }, async ({ actor, params: { procedure } }) => ({
    draft: await readDraft(db, { owner: actor.subject, procedure }, clock.now()),
  }))

  app.put('/drafts/:procedure', { config, schema: put, bodyLimit: 256 * 1024 }, async (request) => {
    const { revision, ...body } = request.body
    const { code: procedure } = openOnline(request.params.procedure)
    return saveDraft(db, { owner: request.actor.subject, procedure, body, revision, now: clock.now(), days })
  })

  app.delete('/drafts/:procedure', { config, schema: away }, async ({ actor, params: { procedure } }) => ({
    erased: await eraseDraft(db, { owner: actor.subject, procedure }),
  }))

  app.get('/drafts/:procedure/prefill', { config, schema: known }, async ({ actor, params: { procedure } }) => ({
    values: await prefillFor(db, published, { owner: actor.subject, version: openOnline(procedure) }),
  }))
}
