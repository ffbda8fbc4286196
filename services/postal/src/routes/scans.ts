import { Problem } from '@dossier/contracts/problem'
import { scanSteps } from '@dossier/domain/parcel-story'
import { idempotencyKeyOf, idempotent, IdempotencyHeaders } from '@dossier/platform/idempotency'
import { requestHash } from '@dossier/platform/canonical-json'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { actingFor, type Relate } from '../acting.ts'
import type { Inside } from '../app.ts'
import { makeTakeScans, ScanAnswer, ScanDetail, ScanRow, takeScanIn } from '../parcels/scans.ts'
import { parcelOf } from '../parcels/parcel.ts'
import { makeSettleScan, RefusedScan, refusedScans } from '../parcels/refused-scans.ts'
import { ShownParcel } from '../parcels/shown.ts'
import { words } from '../words.ts'

const config = { access: 'officer' } as const
// A row that is no scan is refused by itself, where the others are taken.
const Unread = z.unknown()
const batch = {
  summary: 'Scans of a courier who may have been offline, in any order and as often as need be; answered row by row',
  body: z.strictObject({
    scans: z
      .array(z.union([ScanRow, Unread]))
      .min(1)
      .max(500),
  }),
  response: { 200: z.object({ scans: z.array(ScanAnswer) }) },
}
const refused = {
  summary: 'Scans of the caller’s offices that could not count, newest first, 200 at a time, for people to look at',
  querystring: z.strictObject({ before: words(200).optional(), settled: z.stringbool().default(false) }),
  response: { 200: z.object({ scans: z.array(RefusedScan) }) },
}
const settling = {
  summary: 'Say why a scan that could not count stays so',
  headers: IdempotencyHeaders,
  params: z.strictObject({ id: words(200) }),
  body: z.strictObject({ reason: words(1000) }),
  response: { 200: z.object({ reason: z.string() }) },
}
const step = {
  summary: 'One step of a parcel now: taken, attempted, delivered, lost, found …',
  headers: IdempotencyHeaders,
  params: z.strictObject({ code: z.string().min(1).max(40) }),
  body: z.strictObject({ step: z.enum(scanSteps), detail: ScanDetail.default({}) }),
  response: { 200: ShownParcel, 409: Problem, 403: Problem },
}
/** What couriers see and do on the way. */
export const scans: FastifyPluginAsyncZod<Inside> = async (app, deps) => {
  const { db, told, published, clock } = deps
  const takeScans = makeTakeScans(deps)
  const settle = makeSettleScan(deps)
  const atPost: Relate = (organisation) =>
    published.organisations().rows.get(organisation)?.function === 'post' ? ['post'] : []

  // Each row has a key of its own: a batch sent again in other company still counts once.
  app.post('/scans', { config, bodyLimit: 4_194_304, schema: batch }, async ({ actor, body, log }) => {
    const report = (err: unknown) => log.error({ err }, 'a scan could not be taken in')
    const answers = await takeScans(actor, body.scans, report)
    told()
    return { scans: answers }
  })

  app.get('/scans/refused', { config, schema: refused }, async ({ actor, query: { before, settled } }) => {
    const { organisation: office } = actingFor(deps, actor, 'Scan', atPost)
    return { scans: await refusedScans(db, { office, withSettled: settled, before }) }
  })

  app.post('/scans/:id/settlement', { config, schema: settling }, async (request) => {
    const { body } = await idempotent(db, request, async (tx) => ({
      status: 200,
      body: await settle(tx, request.actor, { ...request.params, ...request.body }),
    }))
    return body
  })

  // Refused, it is kept all the same, and what it opened stays open: so the refusal is an answer, not a throw.
  app.post('/parcels/:code/steps', { config, schema: step }, async (request, reply) => {
    const { actor, params, body: order } = request
    const { body, status } = await idempotent<ShownParcel | Problem>(db, request, async (tx) => {
      const acting = actingFor(deps, actor, 'Scan', atPost)
      const { code } = await parcelOf(tx, params.code)
      const id = `step:${requestHash({ by: actor.subject, code, key: idempotencyKeyOf(request) }).slice(0, 40)}`
      const row = { id, parcel: code, happenedAt: clock.now(), ...order }
      const answer = await takeScanIn(tx, acting, row, deps)
      if (answer.outcome !== 'refused') return { status: 200, body: ShownParcel.parse(await parcelOf(tx, code)) }
      const { code: refusal = 'refused', vi: title = refusal, en: detail = refusal } = answer
      const refusedWith = refusal === 'not-permitted' ? 403 : 409
      return { status: refusedWith, body: { status: refusedWith, code: refusal, title, detail, about: code } }
    })
    told()
    if (status === 200) return reply.code(200).send(ShownParcel.parse(body))
    return reply
      .code(status === 403 ? 403 : 409)
      .type('application/problem+json')
      .send(Problem.parse(body))
  })
}
