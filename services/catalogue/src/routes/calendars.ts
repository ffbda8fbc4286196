import { CalendarVersion, YearProposal } from '@dossier/contracts/calendar'
import { commonProblem } from '@dossier/contracts/problem'
import { proposeYear } from '@dossier/domain/draft-year'
import { problem } from '@dossier/platform/http'
import { requestHash } from '@dossier/platform/canonical-json'
import { idempotent } from '@dossier/platform/idempotency'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { Deps } from '../app.ts'
import { calendarProblems } from '../calendar-problems.ts'
import { requireWriter } from '../permissions.ts'
import { refusal, rowRefusal } from '../problems.ts'
import { readGround } from '../publish.ts'
import { calendars as kind, readPublished, readRow, save } from '../references.ts'
import { beginWrite } from '../writing.ts'
import { revisionIn, writeHeaders, Written } from './answers.ts'

const Listed = CalendarVersion.pick({ version: true, publishedOn: true, cause: true })
  .extend({ years: z.array(z.int()) })
  .meta({ id: 'ListedCalendar' })
const params = z.object({ version: z.string().max(40) })
const open = { access: 'public' } as const
const officers = { access: 'officer' } as const

/** Announced calendars. A notice makes the next version: open dossiers are counted anew by an event, never silently. */
export const calendars: FastifyPluginAsyncZod<Deps> = async (app, { db, clock, told }) => {
  const listSchema = {
    summary: 'The calendar versions and the years they hold',
    response: { 200: z.object({ calendars: z.array(Listed) }) },
  }
  app.get('/calendars', { schema: listSchema, config: open }, async () => {
    const all = await readPublished(db, kind)
    return { calendars: all.map(({ years, ...one }) => ({ ...one, years: years.map(({ year }) => year) })) }
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

  const postSchema = {
    summary: 'Publish a calendar version with the notice it rests on',
    headers: writeHeaders,
    body: CalendarVersion,
    response: { 200: Written },
  }
  app.post('/calendars', { schema: postSchema, config: officers }, async (request, reply) => {
    const { headers, body, actor: caller } = request
    const answer = await idempotent(db, request, async (tx) => {
      const wish = { kind, key: body.version, caller, ifMatch: revisionIn(headers['if-match']) }
      const { stored, by, at } = await beginWrite(tx, clock, wish)
      // Published twice is told once; another content under the same name would be an edit.
      if (stored !== undefined && stored.hash !== requestHash(body)) throw refusal('published-version-changes-never')
      const wrong = calendarProblems(body, await readPublished(tx, kind))
      if (wrong.length > 0) throw rowRefusal('row-refused', wrong, '#/body')
      const revision = await save(tx, kind, { body, state: 'published', by, at })
      return { status: 200, body: { key: body.version, revision, state: 'published' as const } }
    })
    told()
    return reply.header('etag', `"${answer.body.revision}"`).send(answer.body)
  })
}
