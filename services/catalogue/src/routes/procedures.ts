import { commonProblem } from '@dossier/contracts/problem'
import { Level } from '@dossier/contracts/organisation'
import { Channel, ProcedureVersion } from '@dossier/contracts/procedure'
import { Day } from '@dossier/contracts/time'
import { isInForce } from '@dossier/domain/organisations'
import { problem } from '@dossier/platform/http'
import { idempotent } from '@dossier/platform/idempotency'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { Deps } from '../app.ts'
import { mayWrite } from '../permissions.ts'
import { refusal, rowRefusal } from '../problems.ts'
import { publish, readGround } from '../publish.ts'
import { procedures as kind, readPublished, readRow, readRows, save } from '../references.ts'
import { beginWrite } from '../writing.ts'
import { revisionIn, writeHeaders, Written } from './answers.ts'

/** What a list shows; the version in full stands under its id. */
const posted = ProcedureVersion.pick({
  id: true,
  code: true,
  name: true,
  field: true,
  decision: true,
  validFrom: true,
  validTo: true,
  receivedAt: true,
  channels: true,
  online: true,
  limit: true,
  fees: true,
  result: true,
})
// Not strict: the other members are left out, not refused.
const Posted = z.object(posted.shape).meta({ id: 'PostedProcedure' })
const Detail = z
  .object({ revision: z.int(), state: z.enum(['draft', 'published']), version: ProcedureVersion })
  .meta({ id: 'ProcedureDetail' })
const params = z.object({ id: z.string().max(100) })
const open = { access: 'public' } as const
const officers = { access: 'officer' } as const

/** Procedure versions: posted for everybody (NĐ 63/2010 art. 17), drafted and published by those who control them. */
export const procedures: FastifyPluginAsyncZod<Deps> = async (app, { db, clock, told }) => {
  const listSchema = {
    summary:
      'Published procedure versions, with `on` those in force on that day; or drafts, for those who may write them',
    querystring: z.object({
      on: Day.optional(),
      code: z.string().max(60).optional(),
      field: z.string().max(60).optional(),
      level: Level.optional(),
      channel: Channel.optional(),
      state: z.enum(['draft', 'published']).default('published'),
    }),
    response: { 200: z.object({ procedures: z.array(Posted) }) },
  }
  app.get('/procedures', { schema: listSchema, config: open }, async ({ query, caller }) => {
    const { on, code, field, level, channel, state } = query
    const wanted = (one: ProcedureVersion) =>
      (on === undefined || isInForce(one, on)) &&
      (code === undefined || one.code === code) &&
      (field === undefined || one.field.code === field) &&
      (level === undefined || one.receivedAt.includes(level)) &&
      (channel === undefined || one.channels.includes(channel))
    if (state === 'published') return { procedures: (await readPublished(db, kind)).filter(wanted) }
    const writes = caller !== undefined && (await mayWrite({ db, clock }, caller, 'procedure'))
    const drafts = writes ? (await readRows(db, kind)).filter((row) => row.state === 'draft') : []
    return { procedures: drafts.map(({ body }) => body).filter(wanted) }
  })

  const detailSchema = { summary: 'One version in full', params, response: { 200: Detail } }
  app.get('/procedures/:id', { schema: detailSchema, config: open }, async ({ params: { id }, caller }, reply) => {
    const row = await readRow(db, kind, id)
    // A draft is nobody's business but its authors': for all others it is not there.
    const hidden =
      row?.state === 'draft' && (caller === undefined || !(await mayWrite({ db, clock }, caller, 'procedure')))
    if (row === undefined || hidden) return problem(reply, commonProblem('not-found'))
    const { revision, state, body: version } = row
    return reply.header('etag', `"${revision}"`).send({ revision, state, version })
  })

  const putSchema = {
    summary: 'Draft a version. A published one is refused: it never changes',
    params,
    headers: writeHeaders,
    body: ProcedureVersion,
    response: { 200: Written },
  }
  app.put('/procedures/:id', { schema: putSchema, config: officers }, async (request, reply) => {
    const { params: place, headers, body, actor: caller } = request
    const answer = await idempotent(db, request, async (tx) => {
      if (body.id !== place.id) throw refusal('key-disagrees', { detail: `${place.id} is not ${body.id}.` })
      const wish = { kind, key: body.id, caller, ifMatch: revisionIn(headers['if-match']) }
      const { stored, by, at } = await beginWrite(tx, clock, wish)
      if (stored?.state === 'published') throw refusal('published-version-changes-never')
      const revision = await save(tx, kind, { body, state: 'draft', by, at })
      return { status: 200, body: { key: body.id, revision, state: 'draft' as const } }
    })
    return reply.header('etag', `"${answer.body.revision}"`).send(answer.body)
  })

  const publishSchema = {
    summary: 'Publish a draft, or be told everything that stands against it',
    params,
    headers: writeHeaders,
    response: { 200: Written },
  }
  app.post('/procedures/:id/publish', { schema: publishSchema, config: officers }, async (request, reply) => {
    const {
      params: { id },
      headers,
      actor: caller,
    } = request
    const answer = await idempotent(db, request, async (tx) => {
      const wish = { kind, key: id, caller, ifMatch: revisionIn(headers['if-match']) }
      const { stored, by, at } = await beginWrite(tx, clock, wish)
      if (stored === undefined) throw refusal('no-draft')
      const { key, body, state } = stored
      if (state === 'published') return { status: 200, body: { key, revision: stored.revision, state } }
      const published = await publish(tx, { body, by, at, ground: await readGround(tx) })
      if ('revision' in published)
        return { status: 200, body: { key, revision: published.revision, state: 'published' as const } }
      throw rowRefusal('publication-refused', published.problems, '#')
    })
    told()
    return reply.header('etag', `"${answer.body.revision}"`).send(answer.body)
  })
}
