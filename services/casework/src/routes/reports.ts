import { OrganisationCode } from '@dossier/contracts/organisation'
import { Day } from '@dossier/contracts/time'
import { spreadsheetStream, type Spreadsheet } from '@dossier/documents/spreadsheet'
import { shift } from '@dossier/domain/calendar'
import { periodOf } from '@dossier/domain/period'
import type { Clock } from '@dossier/platform/clock'
import { fileAnswer, spreadsheetType } from '@dossier/platform/http'
import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Pool } from 'pg'
import * as z from 'zod'
import { nowFor } from '../acting.ts'
import type { LawBooks } from '../law-books.ts'
import { latenessSheet, statisticsSheet } from '../report-sheets.ts'
import { latenessIn, StageLateness, unitsOf } from '../reports.ts'
import { readStatistics, StatisticsBy, StatisticsLine } from '../statistics.ts'

const ofOrganisation = z.strictObject({ organisation: OrganisationCode })
const limit = z.coerce.number().int().min(1).max(500).default(300)
const ofPeriod = ofOrganisation
  .extend({ from: Day, to: Day.describe('The last day of the period'), by: StatisticsBy.default('procedure') })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'The period ends before it begins' })

const statistics = {
  summary: 'What the desks of an organisation carried over, took in and settled over whole days, and how it stands',
  querystring: ofPeriod,
  response: { 200: z.object({ rows: z.array(StatisticsLine) }) },
}
const lateness = {
  summary: 'Whose the time was and who is late, by agency and stage; of those open, and of those settled since a day',
  querystring: ofOrganisation.extend({ since: Day, limit }),
  response: { 200: z.object({ rows: z.array(StageLateness), counted: z.int(), total: z.int() }) },
}
const asSheet = <Q extends z.ZodType>({ summary, querystring }: { summary: string; querystring: Q }) => ({
  summary: `${summary}; as a spreadsheet`,
  querystring,
  response: { 200: fileAnswer('The sheet', spreadsheetType) },
})

// A report reads the records of hundreds of dossiers: few a minute for one caller.
const config = { access: 'officer', rateLimit: { max: 20, timeWindow: 60_000 } } as const

type Deps = { db: Pool; clock: Clock; books: LawBooks }

/** What an organisation accounts for, as figures and as spreadsheets. */
export const reports: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const { db, books } = deps
  const send = <Row>(reply: FastifyReply, file: string, sheet: Spreadsheet<Row>) =>
    reply
      .type(spreadsheetType)
      .header('content-disposition', `attachment; filename="${file}.xlsx"`)
      .send(spreadsheetStream(sheet))
  const nameOf = (code: string) => new Map<string, { name: string }>(books.organisations().rows).get(code)?.name ?? code
  const counted = ({ organisation, from, to, by }: z.infer<typeof ofPeriod>) =>
    readStatistics({ db, books }, { units: unitsOf(organisation, books), period: periodOf(from, shift(to, 1)), by })

  app.get('/statistics', { schema: statistics, config }, async ({ actor, query }) => {
    nowFor(deps, actor, query.organisation)
    return { rows: await counted(query) }
  })

  app.get('/statistics.xlsx', { schema: asSheet(statistics), config }, async ({ actor, query }, reply) => {
    const { organisation, from, to } = query
    const at = nowFor(deps, actor, organisation)
    const subtitle = `${nameOf(organisation)}: từ ${written(from)} đến ${written(to)}`
    return send(reply, `thong-ke-${organisation}-${from}`, statisticsSheet(await counted(query), { subtitle, at }))
  })

  app.get('/lateness', { schema: lateness, config }, async ({ actor, query }) => {
    const { organisation, since, limit: most } = query
    const now = nowFor(deps, actor, organisation)
    return latenessIn({ db, books }, { organisation, since, now, limit: most })
  })

  app.get('/lateness.xlsx', { schema: asSheet(lateness), config }, async ({ actor, query }, reply) => {
    const { organisation, since, limit: most } = query
    const now = nowFor(deps, actor, organisation)
    const { rows, counted: of, total } = await latenessIn({ db, books }, { organisation, since, now, limit: most })
    const subtitle = `${nameOf(organisation)}: hồ sơ đang mở và hồ sơ xong từ ${written(since)}; tính trên ${of}/${total} hồ sơ`
    return send(reply, `cham-han-${organisation}-${since}`, latenessSheet(rows, { subtitle, at: now, nameOf }))
  })
}

const written = (day: Day) => day.split('-').toReversed().join('/')
