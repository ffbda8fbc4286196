import { commonProblem } from '@dossier/contracts/problem'
import { MessageChannel } from '@dossier/contracts/telling-shapes'
import { Instant } from '@dossier/contracts/time'
import { ProblemError } from '@dossier/platform/http'
import { idempotencyKeyOf, idempotent, IdempotencyHeaders } from '@dossier/platform/idempotency'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { Deps } from '../app.ts'
import { Act } from '../pulse/operate.ts'
import { requireAct } from '../who-may.ts'

const config = { access: ['officer', 'service'] } as const
const DeadLetter = z
  .object({
    group: z.string(),
    topic: z.string(),
    key: z.string(),
    reason: z.string(),
    at: Instant,
    behind: z.int(),
    trace: z.string().nullable(),
  })
  .meta({ id: 'DeadLetter' })
const Queues = z
  .object({
    service: z.string(),
    untold: z.int(),
    oldestSeconds: z.int(),
    parked: z.int(),
    dead: z.array(DeadLetter),
  })
  .meta({ id: 'Queues' })
const OpenMessage = z
  .object({
    message: z.uuid(),
    /** The dossier or feedback it is about. */
    subject: z.uuid(),
    code: z.string().nullable(),
    template: z.string(),
    channel: MessageChannel,
    state: z.string(),
    why: z.string().nullable(),
    at: Instant,
    attempts: z.int(),
    /** The channels its notice has gone by already. */
    used: z.array(MessageChannel),
  })
  .meta({ id: 'OpenMessage' })
const Pulse = z
  .object({
    queues: z.array(Queues).nullable(),
    messages: z
      .object({ undelivered: z.int(), ambiguous: z.int(), queued: z.int(), open: z.array(OpenMessage) })
      .nullable(),
    lags: z.array(z.object({ group: z.string(), topic: z.string(), behind: z.int() })).nullable(),
    /** Alarms the ledger's sweeper sounded in place of the conductor: within a day, and the last of them. */
    swept: z
      .object({
        lastDay: z.int(),
        latest: z.array(z.object({ dossier: z.uuid(), kind: z.string(), dueAt: Instant, at: Instant })),
      })
      .nullable(),
    stories: z.object({ running: z.int(), failing: z.array(z.string()) }).nullable(),
    /** Where Temporal’s own pages are, for links into a story. */
    temporalUi: z.string().nullable(),
    /** The page of a trace, `{trace}` standing for its id. */
    tracePage: z.string().nullable(),
  })
  .meta({ id: 'Pulse' })
const Done = z
  .object({
    id: z.string(),
    at: Instant,
    who: z.string(),
    what: z.string(),
    target: z.record(z.string(), z.string()),
    reason: z.string(),
    dry: z.boolean(),
    found: z.int(),
  })
  .meta({ id: 'ActDone' })

const insert = `
  insert into operation (at, who, what, target, reason, dry, found) values ($1, $2, $3, $4, $5, $6, $7)`
const list = `
  select id::text, at, who, what, target, reason, dry, found from operation order by id desc limit 100`

/** What waits, lags or fails now; and what operators have done about it, with their reasons. */
export const pulse: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const { db, clock, takePulse, knows, operate, temporalUi, tracePage } = deps
  const read = {
    summary: 'What waits, lags or fails at this moment; what could not be asked is null',
    response: { 200: Pulse },
  }
  app.get('/pulse', { config, schema: read }, async ({ actor }) => {
    requireAct(deps, actor, 'read-audits')
    return { ...(await takePulse()), temporalUi, tracePage }
  })

  const listed = {
    summary: 'What operators did, newest first',
    response: { 200: z.object({ acts: z.array(Done) }) },
  }
  app.get('/acts', { config, schema: listed }, async ({ actor }) => {
    requireAct(deps, actor, 'read-audits')
    return { acts: z.array(Done).parse((await db.query(list)).rows) }
  })

  const ask = {
    summary:
      'Have dead letters handled again, the story of a dossier told or a message sent again; dry, says of how many it would be',
    headers: IdempotencyHeaders,
    body: z.strictObject({ act: Act, reason: z.string().trim().min(5).max(500), dry: z.boolean() }),
    response: { 200: z.object({ found: z.int() }) },
  }
  const countOf = async (act: Act, key: string): Promise<number> => {
    if (act.what === 'resend') return operate(act, { key, dry: true }).then(() => 1)
    if (act.what === 'rebuild') return (await knows(act.dossier)) ? 1 : 0
    const { queues } = await takePulse()
    if (queues === null) throw new ProblemError(commonProblem('unavailable'))
    return queues
      .flatMap(({ dead }) => dead)
      .filter(({ group, key }) => group === act.group && (act.key === 'all' || act.key === key))
      .reduce((sum, { behind }) => sum + 1 + behind, 0)
  }
  app.post('/acts', { config, schema: ask }, async (request) => {
    requireAct(deps, request.actor, 'operate')
    const { act, reason, dry } = request.body
    const { body } = await idempotent(db, request, async (tx) => {
      const found = await countOf(act, idempotencyKeyOf(request))
      if (found === 0) throw new ProblemError(commonProblem('not-found'))
      // Written down first: what could not be asked of a service is not left out, but undone with its row.
      const { what, ...target } = act
      await tx.query(insert, [clock.now(), request.actor.subject, what, target, reason, dry, found])
      if (!dry) await operate(act, { key: idempotencyKeyOf(request), dry })
      return { status: 200, body: { found } }
    })
    return body
  })
}
