import { OrganisationCode } from '@dossier/contracts/organisation'
import { commonProblem } from '@dossier/contracts/problem'
import { dayOf } from '@dossier/domain/calendar'
import { isAbove } from '@dossier/domain/organisations'
import type { Clock } from '@dossier/platform/clock'
import { problem } from '@dossier/platform/http'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Pool } from 'pg'
import * as z from 'zod'
import { mandatesOf } from '../acting.ts'
import type { LawBooks } from '../law-books.ts'
import { keyFrom, Light, readWorklist, WorklistRow } from '../worklist.ts'

const schema = {
  summary: 'What waits for an organisation or one of its officers, earliest end of time first',
  querystring: z.object({
    organisation: OrganisationCode,
    officer: z.string().max(61).optional(),
    stage: z.string().max(60).optional(),
    procedure: z.string().max(60).optional(),
    light: Light.optional(),
    after: z
      .string()
      .max(300)
      .refine((text) => keyFrom(text) !== undefined, { error: 'Not the key of a page' })
      .optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  response: {
    200: z.object({
      rows: z.array(WorklistRow),
      counts: z.record(Light, z.int()),
      next: z.string().nullable(),
    }),
  },
}

export const worklists: FastifyPluginAsyncZod<{ db: Pool; clock: Clock; books: LawBooks }> = async (app, deps) => {
  const { db, clock, books } = deps
  app.get('/worklist', { schema, config: { access: ['officer', 'service'] } }, async ({ query, actor }, reply) => {
    const { organisation, after, ...filters } = query
    const now = clock.now()
    const tree = books.organisations()
    const works = mandatesOf(actor, dayOf(now), books).some(
      (mandate) => mandate.organisation === organisation || isAbove(tree, mandate.organisation, organisation),
    )
    if (actor.kind === 'officer' && !works)
      return problem(reply, commonProblem('not-permitted', { detail: `No mandate at or above ${organisation} today.` }))
    const key = after === undefined ? undefined : keyFrom(after)
    return readWorklist(db, { organisation, now, after: key, ...filters })
  })
}
