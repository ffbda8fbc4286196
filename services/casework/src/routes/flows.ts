import { OrganisationCode } from '@dossier/contracts/organisation'
import { commonProblem } from '@dossier/contracts/problem'
import { Day } from '@dossier/contracts/time'
import type { Clock } from '@dossier/platform/clock'
import { ProblemError } from '@dossier/platform/http'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Pool } from 'pg'
import * as z from 'zod'
import { nowFor } from '../acting.ts'
import { flowIn, FlowStage, versionsIn } from '../flow.ts'
import type { LawBooks } from '../law-books.ts'

const querystring = z.strictObject({ organisation: OrganisationCode, since: Day })
const list = {
  summary:
    'The procedure versions of open dossiers in which an organisation or a unit of it has a part, or settled since a day',
  querystring,
  response: { 200: z.object({ procedures: z.array(z.object({ id: z.string(), name: z.string(), open: z.int() })) }) },
}
const one = {
  summary:
    'The route of a procedure version: how many dossiers in which an organisation has a part stand where, and usual times',
  params: z.strictObject({ version: z.string().max(100) }),
  querystring,
  response: { 200: z.object({ name: z.string(), stages: z.array(FlowStage) }) },
}
// A report reads the records of hundreds of dossiers: few a minute for one caller.
const config = { access: 'officer', rateLimit: { max: 20, timeWindow: 60_000 } } as const

type Deps = { db: Pool; clock: Clock; books: LawBooks }

/** Where dossiers pile up: the routes of procedures as dossiers go through them. */
export const flows: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const { db, books } = deps
  app.get('/flows', { schema: list, config }, async ({ actor, query }) => {
    nowFor(deps, actor, query.organisation)
    return { procedures: await versionsIn({ db, books }, query) }
  })

  app.get('/flows/:version', { schema: one, config }, async ({ actor, query, params: { version } }) => {
    const now = nowFor(deps, actor, query.organisation)
    const procedure = books.procedure(version)
    if (procedure === undefined) throw new ProblemError(commonProblem('not-found'))
    return { name: procedure.name, stages: await flowIn({ db, books }, procedure, { ...query, now }) }
  })
}
