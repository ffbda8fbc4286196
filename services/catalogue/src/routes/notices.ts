import { CalendarDifference, CalendarNotice } from '@dossier/contracts/calendar'
import { commonProblem, FieldError } from '@dossier/contracts/problem'
import { dayOf } from '@dossier/domain/calendar'
import { difference } from '@dossier/domain/calendar-difference'
import { calendarFor } from '@dossier/domain/notice-problems'
import { problem } from '@dossier/platform/http'
import { idempotent } from '@dossier/platform/idempotency'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { Deps } from '../app.ts'
import { mayWrite, requireWriter } from '../permissions.ts'
import { refusal, rowRefusal } from '../problems.ts'
import { madeBy, outlookOf } from '../publish-notice.ts'
import { calendars, notices as kind, readRow, readRows, save, type Stored } from '../references.ts'
import { beginWrite } from '../writing.ts'
import { revisionIn, writeHeaders, Written } from './answers.ts'

const state = z.enum(['draft', 'published'])
const Listed = CalendarNotice.pick({ id: true, layer: true, document: true, about: true, knownSince: true })
  .extend({ state, revision: z.int() })
  .meta({ id: 'ListedNotice' })
/** `calendar` is the version it made, once published. */
const Detail = z
  .object({ revision: z.int(), state, calendar: z.string().nullable(), notice: CalendarNotice })
  .meta({ id: 'NoticeDetail' })
const Preview = z
  .object({ before: z.string(), after: z.string(), difference: CalendarDifference, problems: z.array(FieldError) })
  .meta({ id: 'NoticePreview' })
const NoticeWritten = Written.extend({ calendar: z.string().nullable() }).meta({ id: 'NoticeWritten' })
const params = z.object({ id: z.string().max(61) })
const open = { access: 'public' } as const
const officers = { access: 'officer' } as const

/** Notices of days off and worked Saturdays: drafted by one person, published by whoever has the mandate. */
export const notices: FastifyPluginAsyncZod<Deps> = async (app, { db, clock, told }) => {
  const versionOf = async ({ key, state: now }: Stored<CalendarNotice>) =>
    now === 'published' ? ((await madeBy(db, key))?.after.version ?? null) : null

  const listSchema = {
    summary: 'Notices; drafts too for those who may write them',
    response: { 200: z.object({ notices: z.array(Listed) }) },
  }
  app.get('/notices', { schema: listSchema, config: open }, async ({ caller }) => {
    const writes = caller !== undefined && (await mayWrite({ db, clock }, caller, 'notice'))
    const rows = (await readRows(db, kind)).filter((row) => writes || row.state === 'published')
    return { notices: rows.map(({ body, revision, state: now }) => ({ ...listed(body), revision, state: now })) }
  })

  const detailSchema = { summary: 'One notice in full', params, response: { 200: Detail } }
  app.get('/notices/:id', { schema: detailSchema, config: open }, async ({ params: { id }, caller }, reply) => {
    const row = await readRow(db, kind, id)
    const hidden =
      row?.state === 'draft' && (caller === undefined || !(await mayWrite({ db, clock }, caller, 'notice')))
    if (row === undefined || hidden) return problem(reply, commonProblem('not-found'))
    const { revision, state: now, body: notice } = row
    return reply.header('etag', `"${revision}"`).send({ revision, state: now, calendar: await versionOf(row), notice })
  })

  const postSchema = {
    summary: 'Draft a notice, or change a draft: with If-Match, the one the caller saw',
    headers: writeHeaders,
    body: CalendarNotice,
    response: { 200: NoticeWritten },
  }
  app.post('/notices', { schema: postSchema, config: officers }, async (request, reply) => {
    const { headers, body, actor: caller } = request
    const answer = await idempotent(db, request, async (tx) => {
      const wish = { kind, key: body.id, caller, ifMatch: revisionIn(headers['if-match']) }
      const { stored, by, at } = await beginWrite(tx, clock, wish)
      if (stored?.state === 'published') throw refusal('published-notice-changes-never')
      const { problems } = await outlookOf(tx, body, dayOf(at))
      if (problems.length > 0) throw rowRefusal('row-refused', problems, '#/body')
      const revision = await save(tx, kind, { body, state: 'draft', by, at })
      return { status: 200, body: { key: body.id, revision, state: 'draft' as const, calendar: null } }
    })
    return reply.header('etag', `"${answer.body.revision}"`).send(answer.body)
  })

  const previewSchema = {
    summary: 'What a draft would change, published today, and what stands against it; of a published one what it did',
    params,
    response: { 200: Preview },
  }
  app.get('/notices/:id/preview', { schema: previewSchema, config: officers }, async (request, reply) => {
    await requireWriter({ db, clock }, request.actor, 'notice')
    const row = await readRow(db, kind, request.params.id)
    if (row === undefined) return problem(reply, commonProblem('not-found'))
    const made = row.state === 'published' ? await madeBy(db, row.key) : undefined
    const outlook = made === undefined ? await outlookOf(db, row.body, dayOf(clock.now())) : { ...made, problems: [] }
    const [before, after] = [outlook.before, outlook.after].map((one) => calendarFor(row.body, one))
    if (before === undefined || after === undefined) throw new Error(`${row.key} has two calendars to compare`)
    const { problems } = outlook
    return { before: before.version, after: after.version, difference: difference(before, after), problems }
  })

  const publishSchema = {
    summary:
      'Publish a draft: it makes the next calendar version, told once, or is refused with all that stands against it',
    params,
    headers: writeHeaders,
    response: { 200: NoticeWritten },
  }
  app.post('/notices/:id/publish', { schema: publishSchema, config: officers }, async (request, reply) => {
    const { id: key } = request.params
    const { headers, actor: caller } = request
    const answer = await idempotent(db, request, async (tx) => {
      const { stored, by, at } = await beginWrite(tx, clock, {
        kind,
        key,
        caller,
        ifMatch: revisionIn(headers['if-match']),
      })
      if (stored === undefined) throw refusal('no-draft')
      const { body, revision } = stored
      const done = { key, state: 'published' as const }
      if (stored.state === 'published') {
        const made = await madeBy(tx, key)
        return { status: 200, body: { ...done, revision, calendar: made?.after.version ?? null } }
      }
      const { after, problems } = await outlookOf(tx, body, dayOf(at))
      if (problems.length > 0) throw rowRefusal('publication-refused', problems, '#')
      await save(tx, calendars, { body: after, state: 'published', by, at })
      const published = await save(tx, kind, { body, state: 'published', by, at })
      return { status: 200, body: { ...done, revision: published, calendar: after.version } }
    })
    told()
    return reply.header('etag', `"${answer.body.revision}"`).send(answer.body)
  })
}

const listed = ({ id, layer, document, about, knownSince }: CalendarNotice) => ({
  id,
  layer,
  document,
  about,
  knownSince,
})
