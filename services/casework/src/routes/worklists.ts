import { DossierId } from '@dossier/contracts/dossier'
import { OrganisationCode } from '@dossier/contracts/organisation'
import { commonProblem } from '@dossier/contracts/problem'
import { dayOf } from '@dossier/domain/calendar'
import type { Clock } from '@dossier/platform/clock'
import { problem } from '@dossier/platform/http'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Pool } from 'pg'
import * as z from 'zod'
import { worksFor } from '../acting.ts'
import { commandTypes } from '../actions.ts'
import { ApologyRow, readApologies, WrongApologyRow } from '../apologies.ts'
import type { LawBooks } from '../law-books.ts'
import { Prospect, readProspects } from '../prospects.ts'
import { Because, keyFrom, Light, readWorklist, WorklistRow } from '../worklist.ts'

const schema = {
  summary: 'What waits for an organisation or one of its officers, earliest end of time first',
  querystring: z.object({
    organisation: OrganisationCode,
    officer: z.string().max(61).optional(),
    stage: z.string().max(60).optional(),
    procedure: z.string().max(60).optional(),
    because: Because.optional(),
    light: Light.optional(),
    after: z
      .string()
      .max(300)
      .refine((text) => keyFrom(text) !== undefined, { error: 'Not the key of a page' })
      .optional(),
    limit: z.coerce.number().int().min(1).max(1_000).default(50),
  }),
  response: {
    200: z.object({
      rows: z.array(WorklistRow),
      counts: z.record(Light, z.int()),
      next: z.string().nullable(),
    }),
  },
}

const apologySchema = {
  summary: 'Drafted apologies that wait for the signature of an organisation’s leader, earliest last moment first',
  querystring: z.object({
    organisation: OrganisationCode,
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  response: { 200: z.object({ rows: z.array(ApologyRow), wrongs: z.array(WrongApologyRow), waiting: z.int() }) },
}

const previewSchema = {
  summary: 'What one kind of command would meet at each of many dossiers now; nothing is done by asking',
  body: z.strictObject({
    command: z.enum(commandTypes),
    dossiers: z.array(DossierId).min(1).max(1_000),
  }),
  response: { 200: z.object({ rows: z.array(Prospect) }) },
}

const notWorkingFor = (organisation: OrganisationCode) =>
  commonProblem('not-permitted', { detail: `No mandate at or above ${organisation} today.` })

export const worklists: FastifyPluginAsyncZod<{ db: Pool; clock: Clock; books: LawBooks }> = async (app, deps) => {
  const { db, clock, books } = deps
  app.get('/worklist', { schema, config: { access: ['officer', 'service'] } }, async ({ query, actor }, reply) => {
    const { organisation, after, ...filters } = query
    const now = clock.now()
    if (actor.kind === 'officer' && !worksFor(actor, organisation, dayOf(now), books))
      return problem(reply, notWorkingFor(organisation))
    const key = after === undefined ? undefined : keyFrom(after)
    return readWorklist(db, { organisation, now, after: key, ...filters })
  })

  app.post(
    '/worklist/preview',
    { schema: previewSchema, config: { access: ['officer'] } },
    async ({ body, actor }) => ({
      rows: await readProspects({ db, books, now: clock.now() }, actor, body),
    }),
  )

  const apologies = { schema: apologySchema, config: { access: ['officer', 'service'] } } as const
  app.get('/apologies', apologies, async ({ query, actor }, reply) => {
    const { organisation, limit } = query
    const now = clock.now()
    if (actor.kind === 'officer' && !worksFor(actor, organisation, dayOf(now), books))
      return problem(reply, notWorkingFor(organisation))
    return readApologies(db, { organisation, limit, now })
  })
}
