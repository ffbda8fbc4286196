import { DossierId } from '@dossier/contracts/dossier-id'
import { OrganisationCode } from '@dossier/contracts/organisation'
import { dayOf } from '@dossier/domain/calendar'
import { isAbove } from '@dossier/domain/organisations'
import { mayPost, postalPermissions } from '@dossier/domain/postal-permissions'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { actingFor, mandatesOf, requireSystem, standsFor } from '../acting.ts'
import type { Inside } from '../app.ts'
import { balanceOf, CustodyBalance } from '../custody/balance.ts'
import { officesOf, PaperChain, PaperInKeeping, papersAt, readChains } from '../custody/chains.ts'
import { shownToApplicant } from '../custody/shown-to-applicant.ts'
import { common } from '../problems.ts'

const config = { access: ['officer', 'service'] } as const
const applicantOf = 'select applicant from dossier where id = $1'
const chain = {
  summary:
    'Who has had each paper of a dossier since when, and who confirmed it; 404 where the caller has nothing to do with it',
  params: z.strictObject({ dossierId: DossierId }),
  response: { 200: z.object({ papers: z.array(PaperChain) }) },
}
const keeping = {
  summary: 'What an office of the caller has in keeping, longest first',
  querystring: z.strictObject({ organisation: OrganisationCode }),
  response: { 200: z.object({ papers: z.array(PaperInKeeping) }) },
}
const balance = {
  summary: 'All papers ever registered, by who has them now, and whether every chain closes',
  response: { 200: CustodyBalance },
}
const Grants = z.record(z.string(), z.array(z.object({ roles: z.array(z.string()), relation: z.string() })))
const table = { summary: 'What which role may do with papers and parcels', response: { 200: Grants } }

/** Who has what. */
export const custody: FastifyPluginAsyncZod<Inside> = async (app, deps) => {
  const { db, published, clock } = deps

  const read = { ...config, access: [...config.access, 'citizen'] } as const
  app.get('/dossiers/:dossierId/custody', { config: read, schema: chain }, async ({ actor, params: { dossierId } }) => {
    if (actor.kind === 'citizen') {
      const [dossier] = (await db.query<{ applicant: string | null }>(applicantOf, [dossierId])).rows
      const relations = dossier?.applicant === actor.subject ? (['applicant'] as const) : []
      if (!mayPost('ReadCustody', 'applicant', relations)) throw common('not-found')
      return { papers: (await readChains(db, dossierId)).map(shownToApplicant) }
    }
    const offices = await officesOf(db, dossierId)
    const day = dayOf(clock.now())
    const tree = published.organisations()
    const isInspected = (organisation: OrganisationCode) =>
      offices.some((office) => isAbove(tree, organisation, office))
    if (actor.kind !== 'service') {
      if (offices.length === 0) throw common('not-found')
      const isOnTheWay = (organisation: OrganisationCode) =>
        offices.some((office) => standsFor(published, organisation, office, day)) || isInspected(organisation)
      actingFor(deps, actor, 'ReadCustody', (organisation) => (isOnTheWay(organisation) ? ['on-the-way'] : []))
    }
    return { papers: await readChains(db, dossierId) }
  })

  app.get(
    '/custody',
    { config: { access: 'officer' }, schema: keeping },
    async ({ actor, query: { organisation } }) => {
      const day = dayOf(clock.now())
      const own = mandatesOf(actor, day, published).filter(({ role }) => role !== 'postal-worker')
      if (!own.some((mandate) => standsFor(published, mandate.organisation, organisation, day)))
        throw common('not-permitted')
      return { papers: await papersAt(db, organisation) }
    },
  )

  app.get('/custody/balance', { config, schema: balance }, async ({ actor }) => {
    if (actor.kind === 'service') requireSystem(actor, 'ReadBalance')
    else actingFor(deps, actor, 'ReadBalance', () => [])
    return balanceOf(db)
  })

  app.get('/permissions', { config: { access: 'public' }, schema: table }, () => Grants.parse(postalPermissions))
}
