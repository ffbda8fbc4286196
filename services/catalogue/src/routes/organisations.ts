import { commonProblem } from '@dossier/contracts/problem'
import { Level, Organisation, OrganisationCode, OrganisationFunction } from '@dossier/contracts/organisation'
import { Day } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import { isInForce, makeTree, successorOf, successorsOf } from '@dossier/domain/organisations'
import { problem } from '@dossier/platform/http'
import { idempotent } from '@dossier/platform/idempotency'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { Deps } from '../app.ts'
import { refusal, rowRefusal } from '../problems.ts'
import { organisations as kind, readPublished, readRow, save } from '../references.ts'
import { organisationProblems } from '../row-problems.ts'
import { beginWrite } from '../writing.ts'
import { revisionIn, writeHeaders, Written } from './answers.ts'

const Detail = z.object({ revision: z.int(), organisation: Organisation }).meta({ id: 'OrganisationDetail' })
const params = z.object({ code: OrganisationCode })
const open = { access: 'public' } as const

/** The tree of agencies, past and present. A row is never deleted: it ends, and names who takes over. */
export const organisations: FastifyPluginAsyncZod<Deps> = async (app, { db, clock, told }) => {
  const listSchema = {
    summary: 'Organisations; with `on`, those in force on that day',
    querystring: z.object({
      on: Day.optional(),
      level: Level.optional(),
      function: OrganisationFunction.optional(),
      parent: OrganisationCode.optional(),
    }),
    response: { 200: z.object({ organisations: z.array(Organisation) }) },
  }
  app.get('/organisations', { schema: listSchema, config: open }, async ({ query }) => {
    const { on, level, function: name, parent } = query
    const wanted = (one: Organisation) =>
      (on === undefined || isInForce(one, on)) &&
      (level === undefined || one.level === level) &&
      (name === undefined || one.function === name || one.alsoFor?.includes(name) === true) &&
      (parent === undefined || one.parent === parent)
    return { organisations: (await readPublished(db, kind)).filter(wanted) }
  })

  const detailSchema = { summary: 'One organisation', params, response: { 200: Detail } }
  app.get('/organisations/:code', { schema: detailSchema, config: open }, async ({ params: { code } }, reply) => {
    const row = await readRow(db, kind, code)
    if (row === undefined) return problem(reply, commonProblem('not-found'))
    return reply.header('etag', `"${row.revision}"`).send({ revision: row.revision, organisation: row.body })
  })

  const successorSchema = {
    summary: 'Who does its work on a day; of several the one at an address, if one is given',
    params,
    querystring: z.object({ on: Day.optional(), address: OrganisationCode.optional() }),
    response: {
      200: z.object({ successor: OrganisationCode.nullable(), successors: z.array(OrganisationCode) }),
    },
  }
  app.get('/organisations/:code/successors', { schema: successorSchema, config: open }, async (request, reply) => {
    const {
      params: { code },
      query,
    } = request
    const tree = makeTree(await readPublished(db, kind))
    if (!tree.rows.has(code)) return problem(reply, commonProblem('not-found'))
    const on = query.on ?? dayOf(clock.now())
    const successor = successorOf(tree, code, on, query.address) ?? null
    return { successor, successors: successorsOf(tree, code, on) }
  })

  const putSchema = {
    summary: 'Write an organisation: a new one, a new name, its end and its successors',
    params,
    headers: writeHeaders,
    body: Organisation,
    response: { 200: Written },
  }
  app.put('/organisations/:code', { schema: putSchema, config: { access: 'officer' } }, async (request, reply) => {
    const { params: place, headers, body, actor: caller } = request
    const answer = await idempotent(db, request, async (tx) => {
      if (body.code !== place.code) throw refusal('key-disagrees', { detail: `${place.code} is not ${body.code}.` })
      const wish = { kind, key: body.code, caller, ifMatch: revisionIn(headers['if-match']) }
      const { by, at } = await beginWrite(tx, clock, wish)
      const tree = makeTree([...(await readPublished(tx, kind)), body])
      const wrong = organisationProblems(body, tree)
      if (wrong.length > 0) throw rowRefusal('row-refused', wrong, '#/body')
      const revision = await save(tx, kind, { body, state: 'published', by, at })
      return { status: 200, body: { key: body.code, revision, state: 'published' as const } }
    })
    told()
    return reply.header('etag', `"${answer.body.revision}"`).send(answer.body)
  })
}
