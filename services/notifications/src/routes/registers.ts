import { fileAnswer, pdfType, spreadsheetType } from '@dossier/platform/http'
import type { Caller } from '@dossier/contracts/actor'
import { type Officer, OrganisationCode } from '@dossier/contracts/organisation'
import type { RegisterLine } from '@dossier/documents/form-dossier-register'
import { officialLetter } from '@dossier/documents/official-papers'
import type { Printer } from '@dossier/documents/printer'
import { spreadsheetStream } from '@dossier/documents/spreadsheet'
import { registerSpreadsheet } from '@dossier/documents/spreadsheet-register'
import { dayOf } from '@dossier/domain/calendar'
import { letterMandate } from '@dossier/domain/letter-permissions'
import type { Clock } from '@dossier/platform/clock'
import { currentRequest } from '@dossier/platform/context'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { printedLines, type Printing, registerHead, registerLines } from '../letters/print-register.ts'
import { common } from '../problems.ts'
import { mandatesOf } from '../who-may.ts'

const year = z.coerce.number().int().min(2018).max(2100)
const ofYear = z.strictObject({ organisation: OrganisationCode, year })
const print = {
  summary: 'The register (sổ theo dõi hồ sơ) of a desk and year as a book for print; from a line on, a thousand lines',
  params: ofYear,
  querystring: z.strictObject({ from: z.coerce.number().int().min(1).max(100_000_000).default(1) }),
  response: { 200: fileAnswer('The book', pdfType) },
}
const sheet = {
  summary: 'The register of a desk and year as a spreadsheet',
  params: ofYear,
  response: { 200: fileAnswer('The sheet', spreadsheetType) },
}
const keep = `
  insert into register_look (viewer, mandate, desk, year, request_id) values ($1, $2, $3, $4, $5)`

export type Registers = Printing & {
  clock: Clock
  officers: () => ReadonlyMap<string, Officer>
  printer: Pick<Printer, 'print'>
}

/** The register is made from its lines whenever somebody asks, and kept nowhere else. */
export const registerRoutes: FastifyPluginAsyncZod<Registers> = async (app, deps) => {
  const { db, clock, books, officers, printer } = deps
  // Setting many pages takes seconds of a core.
  const config = { access: 'officer', rateLimit: { max: 20, timeWindow: 60_000 } } as const

  /** Names stand in it: who looked is written down first, refused looks too (NĐ 61/2018 art. 5.1d). */
  const look = async (caller: Caller, desk: OrganisationCode, of: number) => {
    const day = dayOf(clock.now())
    const mandates = mandatesOf(caller, { day, officers: officers() })
    const mandate = letterMandate(mandates, 'read-register', { tree: books.tree(), desk, day })
    const as = mandate === undefined ? null : `${mandate.role}@${mandate.organisation}`
    await db.query(keep, [caller.subject, as, desk, of, currentRequest()?.requestId ?? 'none'])
    const above = mandate === undefined ? undefined : registerHead(books, { desk, year: of }, clock.now())
    if (above === undefined) throw common('not-found')
    return above
  }

  app.get('/registers/:organisation/:year.pdf', { config, schema: print }, async ({ actor, params, query }, reply) => {
    const { organisation: desk, year: of } = params
    const { head } = await look(actor, desk, of)
    const stretch = { desk, year: of, from: query.from, most: printedLines }
    const lines: RegisterLine[] = []
    for await (const line of registerLines(deps, stretch)) lines.push(line)
    const pdf = await printer.print(officialLetter('dossier-register', { ...head, lines }))
    void reply.header('content-disposition', `inline; filename="so-theo-doi-${desk}-${of}.pdf"`)
    return reply.type(pdfType).send(Buffer.from(pdf))
  })

  app.get('/registers/:organisation/:year.xlsx', { config, schema: sheet }, async ({ actor, params }, reply) => {
    const { organisation: desk, year: of } = params
    const { book } = await look(actor, desk, of)
    const lines = registerLines(deps, { desk, year: of, from: 1 })
    void reply.header('content-disposition', `attachment; filename="so-theo-doi-${desk}-${of}.xlsx"`)
    return reply.type(spreadsheetType).send(spreadsheetStream(registerSpreadsheet({ ...book, lines })))
  })
}
