import { commonProblem } from '@dossier/contracts/problem'
import { Officer, OrganisationCode, Role } from '@dossier/contracts/organisation'
import { Day } from '@dossier/contracts/time'
import { makeTree } from '@dossier/domain/organisations'
import { problem } from '@dossier/platform/http'
import { idempotent } from '@dossier/platform/idempotency'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { Deps } from '../app.ts'
import { refusal, rowRefusal } from '../problems.ts'
import { officers as kind, organisations, readPublished, readRow, save } from '../references.ts'
import { officerProblems } from '../row-problems.ts'
import { beginWrite } from '../writing.ts'
import { revisionIn, writeHeaders, Written } from './answers.ts'

const Detail = z.object({ revision: z.int(), officer: Officer }).meta({ id: 'OfficerDetail' })
const params = z.object({ id: z.string().max(61) })
const known = { access: ['officer', 'service'] } as const

/** Accounts of offices with their mandates; no names of people. */
export const officers: FastifyPluginAsyncZod<Deps> = async (app, { db, clock, told }) => {
  const listSchema = {
    summary: 'Officers; by organisation, role, and the day on which the mandate counts',
    querystring: z.object({ organisation: OrganisationCode.optional(), role: Role.optional(), on: Day.optional() }),
    response: { 200: z.object({ officers: z.array(Officer) }) },
  }
  app.get('/officers', { schema: listSchema, config: known }, async ({ query }) => {
    const { organisation, role, on } = query
    const wanted = ({ mandates }: Officer) =>
      mandates.some(
        (mandate) =>
          (organisation === undefined || mandate.organisation === organisation) &&
          (role === undefined || mandate.role === role) &&
          (on === undefined || (mandate.from <= on && (mandate.to === null || on <= mandate.to))),
      )
    return { officers: (await readPublished(db, kind)).filter(wanted) }
  })

  const detailSchema = { summary: 'One officer', params, response: { 200: Detail } }
  app.get('/officers/:id', { schema: detailSchema, config: known }, async ({ params: { id } }, reply) => {
    const row = await readRow(db, kind, id)
    if (row === undefined) return problem(reply, commonProblem('not-found'))
    return reply.header('etag', `"${row.revision}"`).send({ revision: row.revision, officer: row.body })
  })

  const putSchema = {
    summary: 'Write an officer’s account: mandates begin and end by their days',
    params,
    headers: writeHeaders,
    body: Officer,
    response: { 200: Written },
  }
  app.put('/officers/:id', { schema: putSchema, config: { access: 'officer' } }, async (request, reply) => {
    const { params: place, headers, body, actor: caller } = request
    const answer = await idempotent(db, request, async (tx) => {
      if (body.id !== place.id) throw refusal('key-disagrees', { detail: `${place.id} is not ${body.id}.` })
      const wish = { kind, key: body.id, caller, ifMatch: revisionIn(headers['if-match']) }
      const { by, at } = await beginWrite(tx, clock, wish)
      const wrong = officerProblems(body, makeTree(await readPublished(tx, organisations)))
      if (wrong.length > 0) throw rowRefusal('row-refused', wrong, '#/body')
      const revision = await save(tx, kind, { body, state: 'published', by, at })
      return { status: 200, body: { key: body.id, revision, state: 'published' as const } }
    })
    told()
    return reply.header('etag', `"${answer.body.revision}"`).send(answer.body)
  })
}
