import { fileAnswer, spreadsheetType } from '@dossier/platform/http'
import { PostalReport, ReportPeriod } from '@dossier/contracts/postal-report'
import { Day } from '@dossier/contracts/time'
import { spreadsheetStream } from '@dossier/documents/spreadsheet'
import { periodOf } from '@dossier/domain/postal-report'
import type { Caller } from '@dossier/contracts/actor'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { actingFor } from '../acting.ts'
import type { Inside } from '../app.ts'
import { reportOf } from '../report.ts'
import { reportSheet } from '../report-sheet.ts'

const config = { access: 'officer' } as const
const querystring = z.strictObject({ period: ReportPeriod, day: Day.describe('Any day of the period') })
const asJson = {
  summary: 'The report of TT 17/2017 art. 13, recounted from what happened; every share with what it is made of',
  querystring,
  response: { 200: PostalReport },
}
const asSheet = {
  summary: 'The same as a spreadsheet',
  querystring,
  response: { 200: fileAnswer('The sheet', spreadsheetType) },
}

/** What the post reports by quarter, half year and year. */
export const postalReports: FastifyPluginAsyncZod<Inside> = async (app, deps) => {
  const { db, clock, published } = deps
  const may = (actor: Caller) =>
    actingFor(deps, actor, 'ReadPostalReport', (organisation) =>
      published.organisations().rows.get(organisation)?.function === 'post' ? ['post'] : [],
    )

  app.get('/reports/postal', { config, schema: asJson }, async ({ actor, query: { period, day } }) => {
    may(actor)
    return reportOf(db, clock, periodOf(period, day))
  })

  app.get('/reports/postal.xlsx', { config, schema: asSheet }, async ({ actor, query: { period, day } }, reply) => {
    may(actor)
    const report = await reportOf(db, clock, periodOf(period, day))
    return reply
      .type(spreadsheetType)
      .header('content-disposition', `attachment; filename="bao-cao-bcci-${report.from}.xlsx"`)
      .send(spreadsheetStream(reportSheet(report)))
  })
}
