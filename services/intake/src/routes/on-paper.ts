import { ApplicationOnPaper } from '@dossier/contracts/application-on-paper'
import { DossierId } from '@dossier/contracts/dossier-id'
import { currentRequest } from '@dossier/platform/context'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Pool } from 'pg'
import * as z from 'zod'
import { common } from '../problems.ts'
import type { Published } from '../published.ts'
import { onPaper } from '../submission/on-paper.ts'
import { serviceMay } from '../views.ts'

const schema = {
  summary: 'What letters and registers say of applications: name, address, papers, fees; of those that are known',
  querystring: z.strictObject({
    id: z
      .union([DossierId, z.array(DossierId).min(1).max(100)])
      .meta({ description: 'Up to a hundred applications: id=…&id=…' }),
  }),
  response: { 200: z.object({ applications: z.array(ApplicationOnPaper) }) },
}

const keep = `
  insert into view_of_person (viewer, application_id, what, granted, request_id)
  select $1, id, 'on-paper', $3, $4 from unnest($2::uuid[]) as asked (id)`

/** For notifications alone; written down for each application before anything is shown (NĐ 61/2018 art. 5.1d). */
export const applicationsOnPaper: FastifyPluginAsyncZod<{ db: Pool; published: Published }> = async (
  app,
  { db, published },
) => {
  app.get('/applications/on-paper', { config: { access: 'service' }, schema }, async ({ actor, query }) => {
    const ids = [query.id].flat()
    const granted = serviceMay(actor, { scope: 'intake.on-paper', accounts: ['service:notifications'] })
    await db.query(keep, [actor.subject, ids, granted, currentRequest()?.requestId ?? 'none'])
    if (!granted) throw common('not-permitted')
    const found = await Promise.all(ids.map((id) => onPaper(db, published, id)))
    return { applications: found.filter((one) => one !== undefined) }
  })
}
