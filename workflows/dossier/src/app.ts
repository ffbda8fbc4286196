import { commonProblem } from '@dossier/contracts/problem'
import { createServer, ProblemError, type ServerOptions } from '@dossier/platform/http'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'

type Deps = { rebuild: () => Promise<number> }

const operations: FastifyPluginAsyncZod<Deps> = async (app, { rebuild }) => {
  const schema = {
    summary: 'Begin the stories of all open dossiers that Temporal does not know',
    response: { 200: z.object({ dossiers: z.int() }) },
  }
  app.post('/operations/rebuild', { schema, config: { access: 'service' } }, async ({ actor }) => {
    if (actor.scopes?.includes('ops') !== true && actor.subject !== 'service:conductor')
      throw new ProblemError(commonProblem('not-permitted', { detail: 'Operations need the scope ops.' }))
    return { dossiers: await rebuild() }
  })
}

/** The conductor's own door: health, metrics, and the one thing operators ask of it. */
export const buildApp = (deps: Deps, options?: ServerOptions) =>
  createServer({ name: 'conductor', ...options }).register(operations, deps)
