import { setTimeout } from 'node:timers/promises'
import { commonProblem } from '@dossier/contracts/problem'
import { Instant } from '@dossier/contracts/time'
import { problem } from '@dossier/platform/http'
import { answeredBefore, idempotent, IdempotencyHeaders } from '@dossier/platform/idempotency'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { Deps } from '../app.ts'
import { invariants } from '../invariants/all.ts'
import { requireAct } from '../who-may.ts'

const config = { access: ['officer', 'service'] } as const
const Form = z.enum(['any-time', 'quiescent'])
const RunId = z.string().regex(/^\d{1,18}$/)
const Finding = z
  .object({
    name: z.string(),
    examined: z.int(),
    broken: z.int(),
    offenders: z.array(z.object({ id: z.string(), why: z.string() })),
    ms: z.int(),
  })
  .meta({ id: 'AuditFinding' })
const Run = z
  .object({ run: RunId, at: Instant, ranAt: Instant, form: Form, holds: z.boolean() })
  .meta({ id: 'AuditRun' })
const Report = z
  .object({
    form: Form,
    at: Instant,
    isOneMoment: z.boolean(),
    dossiers: z.int(),
    lines: z.int(),
    findings: z.array(Finding),
    ms: z.int(),
  })
  .meta({ id: 'AuditReport' })
const Ran = z.object({ run: RunId, report: Report })
const Drift = z
  .object({ name: z.string(), holds: z.boolean(), broken: z.int(), at: Instant, run: RunId })
  .meta({ id: 'Drift' })
const Known = z
  .object({ name: z.string(), vi: z.string(), en: z.string(), source: z.string() })
  .meta({ id: 'Invariant' })

const runs = `
  select id::text as run, at, date_trunc('milliseconds', ran_at) as "ranAt", form, holds from run where ($1::bigint is null or id < $1) order by id desc limit $2`
const one = 'select report from run where id = $1'
const drifts = 'select name, holds, broken, at, run::text as run from drift order by id desc limit $1'

const Paging = z.object({ before: RunId.optional(), limit: z.coerce.number().int().min(1).max(200).default(50) })

const answerMs = 10_000

/** What comes of it, or undefined where that takes longer. */
const within = async <T>(ms: number, coming: Promise<T>): Promise<T | undefined> => {
  const over = new AbortController()
  const late = setTimeout(ms, undefined, { signal: over.signal }).catch(() => undefined)
  try {
    return await Promise.race([coming, late])
  } finally {
    over.abort()
  }
}

/** What must hold of everything, whether it does, and since when it does not. */
export const audits: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const { db } = deps

  const listed = {
    summary: 'The invariants by name, with what each means',
    response: { 200: z.object({ invariants: z.array(Known) }) },
  }
  app.get('/invariants', { config: { access: 'public' }, schema: listed }, () => ({ invariants: [...invariants] }))

  const runsSchema = {
    summary: 'The latest audits, newest first',
    querystring: Paging,
    response: { 200: z.object({ runs: z.array(Run) }) },
  }
  app.get('/audits', { config, schema: runsSchema }, async ({ actor, query: { before, limit } }) => {
    requireAct(deps, actor, 'read-audits')
    return { runs: z.array(Run).parse((await db.query(runs, [before ?? null, limit])).rows) }
  })

  const oneSchema = { summary: 'What one audit found', params: z.object({ run: RunId }), response: { 200: Report } }
  app.get('/audits/:run', { config, schema: oneSchema }, async ({ actor, params }, reply) => {
    requireAct(deps, actor, 'read-audits')
    const [row] = (await db.query(one, [params.run])).rows
    return row === undefined ? problem(reply, commonProblem('not-found')) : Report.parse(row.report)
  })

  const driftSchema = {
    summary: 'What was fine and is not, or is again, newest first',
    querystring: Paging.pick({ limit: true }),
    response: { 200: z.object({ drifts: z.array(Drift) }) },
  }
  app.get('/drifts', { config, schema: driftSchema }, async ({ actor, query: { limit } }) => {
    requireAct(deps, actor, 'read-audits')
    return { drifts: z.array(Drift).parse((await db.query(drifts, [limit])).rows) }
  })

  const askSchema = {
    summary: 'Audit now; what was found is kept, and answered where that takes less than ten seconds',
    headers: IdempotencyHeaders,
    body: z.strictObject({ form: Form.default('any-time') }),
    response: { 200: Ran, 202: z.object({ runs: Form }) },
  }
  type Running = ReturnType<Deps['run']>
  const running = new Map<z.infer<typeof Form>, Running>()
  /** Who asks while one runs is told what that one finds. */
  const runOrJoin = (form: z.infer<typeof Form>): Running => {
    const known = running.get(form)
    if (known !== undefined) return known
    const begun = deps.run(form).finally(() => running.delete(form))
    running.set(form, begun)
    begun.catch((error: unknown) => app.log.error({ err: error, form }, 'an audit that was asked for failed'))
    return begun
  }
  app.post('/audits', { config, schema: askSchema }, async (request, reply) => {
    requireAct(deps, request.actor, 'run-audit')
    const { form } = request.body
    const before = await answeredBefore(db, request)
    if (before !== undefined) return Ran.parse(before.body)
    // Kept once it is known: nobody holds a connection for as long as an audit takes.
    const answering = runOrJoin(form).then((body) => idempotent(db, request, async () => ({ status: 200, body })))
    answering.catch(() => {}) // thrown below, or too late for whoever asked
    const found = await within(answerMs, answering)
    return found === undefined ? reply.code(202).send({ runs: form }) : found.body
  })
}
