import type { Caller } from '@dossier/contracts/actor'
import { DossierId, DossierMessage, dossierTopic } from '@dossier/contracts/dossier'
import { commonProblem } from '@dossier/contracts/problem'
import { ProblemError } from '@dossier/platform/http'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Pool } from 'pg'
import * as z from 'zod'
import { openDossiers } from '../read-dossier.ts'

const config = { access: 'service' } as const

/** Operators by their scope; besides them this service itself, and the conductor for what it is rebuilt from. */
const requireOps = ({ subject, scopes = [] }: Caller, ...others: string[]) => {
  if (!scopes.includes('ops') && !['service:casework', ...others].includes(subject))
    throw new ProblemError(commonProblem('not-permitted', { detail: 'Operations need the scope ops.' }))
}

// Every line again, in each dossier's order: who has heard it counts it once (inbox), who was wiped hears it all.
const tellAgain = `
  insert into outbox (topic, key, body)
  select $1, dossier_id, body from dossier_event where dossier_id > $2 and dossier_id in (
    select id from dossier where id > $2 order by id limit $3)
  order by dossier_id, seq`
const lastOf =
  'select max(id::text)::uuid as id from (select id from dossier where id > $1 order by id limit $2) as page'

/** For those who run the product: what the conductor is rebuilt from, and telling everything again. */
export const operations: FastifyPluginAsyncZod<{ db: Pool; redrive: (key: string) => Promise<number> }> = async (
  app,
  { db, redrive },
) => {
  const openSchema = {
    summary: 'The last line of every open dossier, in pages, for rebuilding the conductor',
    querystring: z.object({
      after: DossierId.optional(),
      limit: z.coerce.number().int().min(1).max(1000).default(500),
    }),
    response: { 200: z.object({ messages: z.array(DossierMessage) }) },
  }
  app.get('/operations/open-dossiers', { schema: openSchema, config }, async ({ actor, query }) => {
    requireOps(actor, 'service:conductor')
    return { messages: await openDossiers(db, query.after, query.limit) }
  })

  const tellSchema = {
    summary: 'Tell every line of the record again, after Kafka was wiped',
    response: { 200: z.object({ lines: z.int() }) },
  }
  app.post('/operations/re-announce', { schema: tellSchema, config }, async ({ actor }) => {
    requireOps(actor)
    let lines = 0
    let after = '00000000-0000-0000-0000-000000000000'
    for (;;) {
      const { rows } = await db.query<{ id: string | null }>(lastOf, [after, 500])
      const last = rows[0]?.id ?? null
      if (last === null) return { lines }
      lines += (await db.query(tellAgain, [dossierTopic.name, after, 500])).rowCount ?? 0
      after = last
    }
  })

  const redriveSchema = {
    summary: 'Handle again what was put aside as dead letters: of one key, or all',
    body: z.strictObject({ key: z.string().min(1).max(100) }),
    response: { 200: z.object({ handled: z.int() }) },
  }
  app.post('/operations/redrive', { schema: redriveSchema, config }, async ({ actor, body }) => {
    requireOps(actor)
    return { handled: await redrive(body.key) }
  })
}
