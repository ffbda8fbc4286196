import { ApplicationSummary, LodgedComponent, Progress } from '@dossier/contracts/application'
import { Contact } from '@dossier/contracts/contact'
import { DossierId } from '@dossier/contracts/dossier-id'
import { OrganisationCode } from '@dossier/contracts/organisation'
import { FieldError } from '@dossier/contracts/problem'
import { Channel } from '@dossier/contracts/procedure'
import { Instant } from '@dossier/contracts/time'
import type { Clock } from '@dossier/platform/clock'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Pool } from 'pg'
import * as z from 'zod'
import { mine, MyApplication } from '../mine.ts'
import { common } from '../problems.ts'
import type { Published } from '../published.ts'
import { possibleDuplicates, readApplication } from '../submission/application.ts'
import { owedAtReturn, summaryOf } from '../submission/summary.ts'
import { uploadsOf } from '../files/uploads.ts'
import { makeContactOf, makeLook, serviceMay } from '../views.ts'

const params = z.strictObject({ id: DossierId })
const Shown = z
  .object({
    applicationId: DossierId,
    reference: z.string().nullable(),
    procedure: z.string(),
    procedureVersion: z.string(),
    procedureName: z.string().nullable(),
    channel: Channel,
    receivingDesk: OrganisationCode,
    submittedAt: Instant,
    applicant: z.string().nullable(),
    form: z.record(z.string(), z.unknown()),
    components: z.record(z.string(), LodgedComponent),
    uploads: z.array(
      z.object({ uploadId: z.uuidv7(), component: z.string(), name: z.string(), type: z.string(), size: z.int() }),
    ),
    counts: z.array(z.object({ pages: z.int(), copies: z.int() })),
    paid: z.record(z.string(), z.int()),
    /** What is to be paid when the result is returned; null where its papers are not counted. */
    owed: z.array(z.object({ id: z.string(), name: z.string(), amount: z.int().nullable() })),
    complete: z.boolean(),
    defects: z.array(FieldError),
    progress: Progress,
    /** For officers alone. */
    possibleDuplicates: z.array(DossierId),
  })
  .meta({ id: 'Application' })
const shown = {
  summary: 'An application, to whom it may be shown; every look is recorded',
  params,
  response: { 200: Shown },
}
const summary = { summary: 'What the ledger needs to open the dossier', params, response: { 200: ApplicationSummary } }
const contact = {
  summary:
    'How to reach the applicant and whoever represents them, for the service that tells them; every look is recorded',
  params,
  response: { 200: Contact },
}
const own = {
  summary: 'The caller’s own applications, newest first, and where their dossiers stand',
  querystring: z.strictObject({ before: DossierId.optional() }),
  response: { 200: z.object({ applications: z.array(MyApplication) }) },
}

type Deps = { db: Pool; clock: Clock; published: Published }

export const applications: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const { db, published } = deps
  const look = makeLook(deps)
  const reach = makeContactOf(db)

  app.get('/applications/mine', { config: { access: 'citizen' }, schema: own }, async ({ actor, query }) => ({
    applications: await mine(db, published, { applicant: actor.subject, before: query.before }),
  }))

  app.get(
    '/applications/:id',
    { config: { access: 'authenticated' }, schema: shown },
    async ({ actor, params: { id } }) => {
      const { application, progress } = await look(actor, id, 'application')
      const version = published.version(application.procedureVersion)
      return {
        ...application,
        applicationId: application.id,
        procedureName: version?.name ?? null,
        owed: version === undefined ? [] : owedAtReturn(version, application),
        counts: [...application.counts],
        defects: [...application.defects],
        uploads: (await uploadsOf(db, id)).map((upload) => ({
          ...upload,
          uploadId: upload.id,
          component: upload.component ?? '',
        })),
        progress,
        possibleDuplicates: actor.kind === 'officer' ? await possibleDuplicates(db, application) : [],
      }
    },
  )

  app.get(
    '/applications/:id/summary',
    { config: { access: 'service' }, schema: summary },
    async ({ actor, params: { id } }) => {
      if (!serviceMay(actor, { scope: 'intake.summary', accounts: ['service:casework'] })) throw common('not-permitted')
      const application = await readApplication(db, id)
      if (application === undefined) throw common('not-found')
      return summaryOf(db, published, application)
    },
  )

  app.get(
    '/applications/:id/contact',
    { config: { access: 'service' }, schema: contact },
    ({ actor, params: { id } }) => reach(actor, id),
  )
}
