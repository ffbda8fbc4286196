import { CalendarVersion, YearProposal } from '@dossier/contracts/calendar'
import { commonProblem } from '@dossier/contracts/problem'
import { inOrderOfPublication } from '@dossier/domain/calendar-versions'
import { proposeYear } from '@dossier/domain/draft-year'
import { problem } from '@dossier/platform/http'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { Deps } from '../app.ts'
import { requireWriter } from '../permissions.ts'
import { readGround } from '../publish.ts'
import { calendars as kind, readPublished, readRow } from '../references.ts'

const Listed = CalendarVersion.pick({ version: true, publishedOn: true, cause: true })
  .extend({ years: z.array(z.int()) })
  .meta({ id: 'ListedCalendar' })
const params = z.object({ version: z.string().max(40) })
const open = { access: 'public' } as const
const officers = { access: 'officer' } as const

/**
 * Announced calendars, to read. A version comes from the data files or from a published notice, never by itself: open
 * dossiers are counted anew by an event, never silently.
 */
export const calendars: FastifyPluginAsyncZod<Deps> = async (app, { db, clock }) => {
  const listSchema = {
    summary: 'The calendar versions and the years they hold, in the order they were published: the last one counts',
    response: { 200: z.object({ calendars: z.array(Listed) }) },
  }
  app.get('/calendars', { schema: listSchema, config: open }, async () => {
    const all = inOrderOfPublication(await readPublished(db, kind))
    const listed = all.map(({ version, publishedOn, cause, years }) => ({
      version,
      publishedOn,
      cause,
      years: years.map(({ year }) => year),
    }))
    return { calendars: listed }
  })

  const detailSchema = { summary: 'One version in full', params, response: { 200: CalendarVersion } }
  app.get('/calendars/:version', { schema: detailSchema, config: open }, async ({ params: { version } }, reply) => {
    const row = await readRow(db, kind, version)
    if (row === undefined) return problem(reply, commonProblem('not-found'))
    return reply.header('etag', `"${row.revision}"`).send(row.body)
  })

  const proposalSchema = {
    summary: 'A year as law and lunar calendar give it, for a person to check: it announces nothing',
    params: z.object({ year: z.coerce.number().int().min(1990).max(2100) }),
    response: { 200: YearProposal },
  }
  app.get('/calendars/proposal/:year', { schema: proposalSchema, config: officers }, async (request) => {
    await requireWriter({ db, clock }, request.actor, 'notice')
    return proposeYear(request.params.year, (await readGround(db)).calendar)
  })
}
