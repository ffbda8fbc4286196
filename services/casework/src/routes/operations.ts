import { DossierId, DossierMessage, dossierTopic } from '@dossier/contracts/dossier'
import { OrganisationCode } from '@dossier/contracts/organisation'
import { commonProblem } from '@dossier/contracts/problem'
import { Day } from '@dossier/contracts/time'
import { problem } from '@dossier/platform/http'
import { idempotent, IdempotencyHeaders } from '@dossier/platform/idempotency'
import { redriving, requireOps } from '@dossier/platform/operations'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { Deps } from '../app.ts'
import { openDossiers } from '../read-dossier.ts'
import { rehearseSuccession } from '../succession.ts'

const config = { access: 'service' } as const
const Rehearsal = z
  .object({
    dossiers: z.int(),
    passes: z.array(z.object({ from: OrganisationCode, to: OrganisationCode, dossiers: z.int() })),
    /** Nobody in particular succeeds: an operator chooses by the command SucceedAgency. */
    unclear: z.array(z.object({ dossierId: DossierId, agencies: z.array(OrganisationCode) })),
  })
  .meta({ id: 'Succession' })
const [own, conductor] = ['service:casework', 'service:conductor']

// Every line again, in each dossier's order: who has heard it counts it once (inbox), who was wiped hears it all.
const tellAgain = `
  insert into outbox (topic, key, body)
  select $1, dossier_id, body from dossier_event where dossier_id > $2 and dossier_id in (
    select id from dossier where id > $2 order by id limit $3)
  order by dossier_id, seq`
const lastOf =
  'select max(id::text)::uuid as id from (select id from dossier where id > $1 order by id limit $2) as page'
const lastLine = `
  select e.body from dossier d join dossier_event e on e.dossier_id = d.id and e.seq = d.version where d.id = $1`

/** For those who run the product: what the conductor is rebuilt from, and telling everything again. */
export const operations: FastifyPluginAsyncZod<Pick<Deps, 'db' | 'books'>> = async (app, { db, books }) => {
  const openSchema = {
    summary: 'The last line of every open dossier, in pages, for rebuilding the conductor',
    querystring: z.object({
      after: DossierId.optional(),
      limit: z.coerce.number().int().min(1).max(1000).default(500),
    }),
    response: { 200: z.object({ messages: z.array(DossierMessage) }) },
  }
  app.get('/operations/open-dossiers', { schema: openSchema, config }, async ({ actor, query }) => {
    requireOps(actor, own, conductor)
    return { messages: await openDossiers(db, query.after, query.limit) }
  })

  const lastSchema = {
    summary: 'The last line of one dossier, open or closed, for telling the conductor again',
    params: z.object({ dossierId: DossierId }),
    response: { 200: DossierMessage },
  }
  const last = { schema: lastSchema, config }
  app.get('/operations/dossiers/:dossierId/last-line', last, async ({ actor, params }, reply) => {
    requireOps(actor, own, conductor)
    const { rows } = await db.query<{ body: unknown }>(lastLine, [params.dossierId])
    const [row] = rows
    return row === undefined ? problem(reply, commonProblem('not-found')) : DossierMessage.parse(row.body)
  })

  const rehearsalSchema = {
    summary: 'Who would take over open dossiers from whom if it were this day; nothing is changed',
    querystring: z.object({ day: Day }),
    response: { 200: Rehearsal },
  }
  app.get('/operations/succession', { schema: rehearsalSchema, config }, ({ actor, query }) => {
    requireOps(actor, own)
    return rehearseSuccession({ db, books }, query.day)
  })

  const tellSchema = {
    summary: 'Tell every line of the record again, after Kafka was wiped',
    headers: IdempotencyHeaders,
    response: { 200: z.object({ lines: z.int() }) },
  }
  app.post('/operations/re-announce', { schema: tellSchema, config }, async (request) => {
    requireOps(request.actor, own)
    const { body } = await idempotent(db, request, async (tx) => {
      let lines = 0
      let after = '00000000-0000-0000-0000-000000000000'
      for (;;) {
        const { rows } = await tx.query<{ id: string | null }>(lastOf, [after, 500])
        const to = rows[0]?.id ?? null
        if (to === null) return { status: 200, body: { lines } }
        // Each page commits by itself: in one long transaction it would hold up the telling of everything else.
        lines += (await db.query(tellAgain, [dossierTopic.name, after, 500])).rowCount ?? 0
        after = to
      }
    })
    return body
  })

  await app.register(redriving, { db, group: 'casework' })
}
