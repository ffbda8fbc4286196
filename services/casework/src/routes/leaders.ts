import { OrganisationCode } from '@dossier/contracts/organisation'
import { Day } from '@dossier/contracts/time'
import type { Clock } from '@dossier/platform/clock'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Pool } from 'pg'
import * as z from 'zod'
import { nowFor } from '../acting.ts'
import type { LawBooks } from '../law-books.ts'
import { unitsOf } from '../reports.ts'
import { readToSign, ToSignRow } from '../to-sign.ts'
import { DueRow, readDue, readWorkload, Workload } from '../workload.ts'

const ofOrganisation = z.strictObject({ organisation: OrganisationCode })
const limit = z.coerce.number().int().min(1).max(500).default(100)

const toSign = {
  summary: 'Proposed results that wait for the signature of an organisation’s leader, earliest end of time first',
  querystring: ofOrganisation.extend({ limit }),
  response: { 200: z.object({ rows: z.array(ToSignRow), waiting: z.int() }) },
}
const workload = {
  summary: 'How many open dossiers each officer of an organisation and its units has, the most overdue first',
  querystring: ofOrganisation,
  response: { 200: z.object({ rows: z.array(Workload) }) },
}
const due = {
  summary:
    'Dossiers of an organisation and its units whose clock runs and that come due between two days, both included',
  querystring: ofOrganisation.extend({ from: Day, to: Day, limit }),
  response: { 200: z.object({ rows: z.array(DueRow), total: z.int() }) },
}
const config = { access: 'officer' } as const

type Deps = { db: Pool; clock: Clock; books: LawBooks }

/** What a leader asks: what waits for the signature, who has how much, and what comes due. */
export const leaders: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const { db, books } = deps
  app.get('/to-sign', { schema: toSign, config }, async ({ actor, query: { organisation, limit: most } }) => {
    const now = nowFor(deps, actor, organisation)
    return readToSign({ db, books }, actor, { organisation, limit: most, now })
  })

  app.get('/workload', { schema: workload, config }, async ({ actor, query: { organisation } }) => {
    const now = nowFor(deps, actor, organisation)
    return { rows: await readWorkload(db, { units: unitsOf(organisation, books), now }) }
  })

  app.get('/coming-due', { schema: due, config }, async ({ actor, query: { organisation, limit: most, from, to } }) => {
    const now = nowFor(deps, actor, organisation)
    return readDue(db, { units: unitsOf(organisation, books), now, from, to, limit: most })
  })
}
