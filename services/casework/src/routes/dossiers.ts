import { Axes, Alarm, DossierId, DossierMessage } from '@dossier/contracts/dossier'
import { Count } from '@dossier/contracts/dossier-event'
import { commonProblem } from '@dossier/contracts/problem'
import { Due } from '@dossier/contracts/time'
import { refusals } from '@dossier/domain/refusals'
import { fileAnswer, pdfType, problem } from '@dossier/platform/http'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { Action } from '../actions.ts'
import { DossierTime, dossierTimeOf } from '../dossier-time.ts'
import type { Deps } from '../app.ts'
import { ListedLetter } from '../letters.ts'
import { DueDate, dueDateOf, dueDatePage } from '../due-date.ts'
import { makeDueDatePages, storedPage } from '../keep-due-date.ts'
import { lookUp, readDossierFor, see } from '../read-dossier.ts'
import { Light } from '../worklist.ts'

const Instant = z.string()
const DossierView = z
  .object({
    id: DossierId,
    version: z.int(),
    axes: Axes,
    light: Light,
    alarms: z.array(Alarm),
    count: Count.nullable(),
    appointment: Due.nullable(),
    /** For officers: when it ends if every agency takes its whole limit; at risk where that is after the due date. */
    foreseen: Due.nullable(),
    /** For officers: the last day on which the citizen may be asked for papers. */
    supplementBy: Due.nullable(),
    pinned: z
      .object({ version: z.string(), ruleSet: z.string(), calendar: z.string(), variant: z.string().optional() })
      .nullable(),
    officer: z.string().nullable(),
    handover: z
      .object({ from: z.string(), to: z.string(), stage: z.string(), offeredAt: Instant, answerBy: Due })
      .nullable(),
    consultations: z.array(
      z.object({
        id: z.string(),
        to: z.string(),
        requestedAt: Instant,
        due: Due,
        branch: z.boolean(),
        silence: z.string(),
        answer: z.string().nullable(),
        deemed: z.boolean(),
      }),
    ),
    obligations: z.array(
      z.object({
        id: z.string(),
        amount: z.int(),
        payBy: z.string().nullable(),
        pauses: z.boolean(),
        paid: z.boolean(),
      }),
    ),
    result: z.object({ outcome: z.string(), number: z.string(), at: Instant, timeliness: z.string() }).nullable(),
    /** What the reader may ask of it now; a refusal says why it would not take effect. */
    actions: z.array(Action),
    letters: z.array(ListedLetter),
    /** Whether the caller may read its papers and the letters themselves; whoever supervises may not. */
    readsPapers: z.boolean(),
    timeline: z.array(
      DossierMessage.pick({ seq: true, at: true, actor: true, event: true }).extend({ note: z.string().nullable() }),
    ),
  })
  .meta({ id: 'DossierView' })

const Code = z.string().regex(/^H\d{2}(\.\d{2})*-\d{6}-\d{4}$/)
const Progress = z
  .object({
    code: Code,
    state: z.enum(['in-process', 'completed', 'ended']),
    stage: z.object({ place: z.int(), of: z.int() }).nullable(),
  })
  .meta({ id: 'Progress' })

/** Reading dossiers: in full for those on its way, by code alone for anybody. */
export const dossiers: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const keptPage = makeDueDatePages(deps)
  const schema = {
    summary: 'A dossier with its timeline, due date and why, alarms and holder',
    params: z.object({ dossierId: DossierId }),
    response: { 200: DossierView },
  }
  app.get('/dossiers/:dossierId', { schema, config: { access: 'authenticated' } }, async (request, reply) => {
    const dossier = await readDossierFor(deps, request.actor, request.params.dossierId)
    if (dossier === undefined) return problem(reply, commonProblem('not-found'))
    return reply.header('etag', `"${dossier.version}"`).send(dossier)
  })

  const dueSchema = {
    summary:
      'The due date and why: a certificate that can be recounted from its own content, the walk day by day, the appointment and the clock',
    params: z.object({ dossierId: DossierId }),
    response: { 200: DueDate },
  }
  const due = { schema: dueSchema, config: { access: 'authenticated' } } as const
  app.get('/dossiers/:dossierId/due-date', due, async ({ actor, params }, reply) => {
    const seen = await see(deps, actor, params.dossierId)
    const found = seen === undefined ? undefined : dueDateOf(seen, deps.books, deps.clock.now())
    return found ?? problem(reply, commonProblem('not-found', { detail: 'No such dossier, or no due date yet.' }))
  })

  const timeSchema = {
    summary:
      'Whose the time of a dossier was, who is late, and its two verdicts: by law and by the indicator of QĐ 766',
    params: z.object({ dossierId: DossierId }),
    response: { 200: DossierTime },
  }
  const ofTime = { schema: timeSchema, config: { access: 'authenticated' } } as const
  app.get('/dossiers/:dossierId/time', ofTime, async ({ actor, params }, reply) => {
    const seen = await see(deps, actor, params.dossierId)
    const time = seen === undefined ? undefined : dossierTimeOf(seen, deps.books, deps.clock.now())
    if (time === undefined)
      return problem(reply, commonProblem('not-found', { detail: 'No such dossier, or it was not accepted yet.' }))
    return 'missingYear' in time ? problem(reply, yearMissing(time.missingYear)) : time
  })

  const pageSchema = {
    summary: 'The due date and how it was counted, as one page for the citizen (PDF/A)',
    params: z.object({ dossierId: DossierId }),
    response: { 200: fileAnswer('The page', pdfType) },
  }
  // Setting a page takes a good part of a second of a core: few a minute for one caller.
  const page = {
    schema: pageSchema,
    config: { access: 'authenticated', rateLimit: { max: 20, timeWindow: 60_000 } },
  } as const
  app.get('/dossiers/:dossierId/due-date.pdf', page, async ({ actor, params }, reply) => {
    const seen = await see(deps, actor, params.dossierId)
    const found = seen === undefined ? undefined : dueDateOf(seen, deps.books, deps.clock.now())
    if (seen === undefined || found === undefined)
      return problem(reply, commonProblem('not-found', { detail: 'No such dossier, or no due date yet.' }))
    const letter = dueDatePage(found, seen, deps.books)
    const { dossierId } = params
    const code = found.certificate.dossier
    const pdf = await keptPage({ dossierId, version: seen.lines.at(-1)?.seq ?? 0, code, letter })
    void reply.header('content-disposition', `inline; filename="${code}.pdf"`)
    return reply.type(pdfType).send(pdf)
  })

  const storedSchema = {
    summary: 'A certificate of the due date as it was first given to a reader (PDF/A)',
    params: z.object({ dossierId: DossierId, id: z.uuid() }),
    response: { 200: fileAnswer('The page', pdfType) },
  }
  const stored = { schema: storedSchema, config: { access: 'authenticated' } } as const
  app.get('/dossiers/:dossierId/pages/:id.pdf', stored, async ({ actor, params }, reply) => {
    const seen = await see(deps, actor, params.dossierId)
    const pdf = seen?.readsPapers === true ? await storedPage(deps, params) : undefined
    if (pdf === undefined) return problem(reply, commonProblem('not-found'))
    void reply.header('content-disposition', `inline; filename="${params.id}.pdf"`)
    return reply.type(pdfType).send(pdf)
  })

  const lookUpSchema = {
    summary: 'How far a dossier is, by its code, without login: status only',
    params: z.object({ code: z.string().max(60) }),
    response: { 200: Progress },
  }
  // Codes can be guessed: few tries a minute, and one answer for what is wrong and for what is unknown.
  const config = { access: 'public', rateLimit: { max: 30, timeWindow: 60_000 } } as const
  app.get('/look-up/:code', { schema: lookUpSchema, config }, async ({ params }, reply) => {
    const progress = Code.safeParse(params.code).success ? await lookUp(deps.db, params.code) : undefined
    return progress ?? problem(reply, commonProblem('not-found'))
  })
}

const yearMissing = (year: number) => {
  const { rule, vi: title, en: detail } = refusals['calendar-year-missing']
  return { status: 409, code: 'calendar-year-missing', title, detail, rule, about: String(year) }
}
