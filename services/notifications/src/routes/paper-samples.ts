import { PaperKind } from '@dossier/contracts/official-paper'
import { RuleSetId } from '@dossier/contracts/procedure'
import { asSample } from '@dossier/documents/as-sample'
import { officialLetter } from '@dossier/documents/official-papers'
import type { Printer } from '@dossier/documents/printer'
import type { Clock } from '@dossier/platform/clock'
import { fileAnswer, pdfType } from '@dossier/platform/http'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { samplePapers } from '../letters/sample-papers.ts'

const schema = {
  summary:
    'A form as it would be issued today under a rule set, with made-up content and marked as a sample on each page',
  params: z.strictObject({ kind: PaperKind }),
  querystring: z.strictObject({ ruleSet: RuleSetId.default('ND118_2025') }),
  response: { 200: fileAnswer('The sample', pdfType) },
}
const config = { access: 'officer', rateLimit: { max: 30, timeWindow: 60_000 } } as const

export type PaperSamples = { clock: Clock; printer: Pick<Printer, 'print'> }

/** Forms are looked at before they go out to anybody: no number is taken, nothing is kept. */
export const paperSampleRoutes: FastifyPluginAsyncZod<PaperSamples> = async (app, { clock, printer }) => {
  app.get('/papers/:kind/preview.pdf', { config, schema }, async ({ params: { kind }, query }, reply) => {
    const content = samplePapers(query.ruleSet, clock.now())
    const pdf = await printer.print(asSample(officialLetter(kind, content[kind])))
    void reply.header('content-disposition', `inline; filename="mau-${kind}.pdf"`)
    return reply.type(pdfType).send(Buffer.from(pdf))
  })
}
