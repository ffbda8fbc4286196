import { fileAnswer, pdfType } from '@dossier/platform/http'
import { DossierId } from '@dossier/contracts/dossier-id'
import { officialLetter } from '@dossier/documents/official-papers'
import type { Printer } from '@dossier/documents/printer'
import type { Clock } from '@dossier/platform/clock'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { AskOnPaper, AskRecord } from '../letters/ask.ts'
import type { LetterBooks } from '../letters/books.ts'
import { fillControlSheet } from '../letters/fill/control-sheet.ts'
import { issuerOf } from '../letters/issuer.ts'
import type { MaySee } from '../letters/may-see.ts'
import { toldAt } from '../letters/told.ts'
import { common } from '../problems.ts'

const schema = {
  summary: 'The control sheet (phiếu kiểm soát) of a dossier: every handover from both sides, as the record has it now',
  params: z.strictObject({ dossierId: DossierId }),
  response: { 200: fileAnswer('The sheet', pdfType) },
}
const config = { access: 'officer', rateLimit: { max: 20, timeWindow: 60_000 } } as const

export type ControlSheets = {
  clock: Clock
  books: LetterBooks
  printer: Pick<Printer, 'print'>
  askRecord: AskRecord
  askOnPaper: AskOnPaper
  maySee: MaySee
}

/** As it stands this minute, whenever an officer on the dossier's way asks; that of each handover between authorities is a letter. */
export const controlSheetRoutes: FastifyPluginAsyncZod<ControlSheets> = async (app, deps) => {
  const { clock, books, printer, askRecord, askOnPaper, maySee } = deps
  app.get('/dossiers/:dossierId/control-sheet.pdf', { config, schema }, async ({ params, headers }, reply) => {
    await maySee(params.dossierId, headers.authorization, 'dossier')
    const record = await askRecord(params.dossierId)
    const told = toldAt(record, record.at(-1)?.seq ?? 0)
    if (told === undefined || told.dossier.code === null) throw common('not-found')
    const { code, receivingDesk } = told.dossier
    const [application] = await askOnPaper([params.dossierId])
    const issuer = issuerOf(books.tree(), { organisation: receivingDesk }, receivingDesk)
    if (application === undefined || issuer === undefined) throw common('not-found')
    const filling = { told, application, books, issuer, number: null }
    const pdf = await printer.print(officialLetter('control-slip', fillControlSheet(filling, clock.now())))
    void reply.header('content-disposition', `inline; filename="phieu-kiem-soat-${code}.pdf"`)
    return reply.type(pdfType).send(Buffer.from(pdf))
  })
}
