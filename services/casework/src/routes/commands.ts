import { DossierId, DossierMessage } from '@dossier/contracts/dossier'
import { DossierCommand } from '@dossier/contracts/dossier-command'
import { commonProblem } from '@dossier/contracts/problem'
import { permissions } from '@dossier/domain/permissions'
import { refusals, ruleFor } from '@dossier/domain/refusals'
import { currentRequest } from '@dossier/platform/context'
import { problem } from '@dossier/platform/http'
import { requestHash } from '@dossier/platform/canonical-json'
import { idempotencyKeyOf } from '@dossier/platform/idempotency'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Pool } from 'pg'
import * as z from 'zod'
import type { Answer, Ledger } from '../ledger.ts'

const Line = DossierMessage.omit({ dossierId: true }).meta({ id: 'Line' })
const Done = z.object({ version: z.int(), lines: z.array(Line) }).meta({ id: 'CommandDone' })

const schema = {
  summary: 'Do something to a dossier; the law answers with lines of the record, or with a refusal',
  params: z.object({ dossierId: DossierId }),
  headers: z.object({
    'idempotency-key': z.string().optional().describe('Required: one key for one order, however often it is sent'),
    'if-match': z
      .string()
      .regex(/^"?\d{1,9}"?$/)
      .optional()
      .describe('The version the caller saw; 409 if it moved on'),
  }),
  body: DossierCommand,
  response: { 200: Done },
}

const forbidden = new Set(['not-permitted', 'only-through-desk', 'same-person'])

const keepRefusal = `
  insert into refused_act (account, command, refused, dossier_id, request_id) values ($1, $2, $3, $4, $5)`

/** Every act on a dossier comes in here, whoever acts: officers, citizens, services and timers. */
export const commands: FastifyPluginAsyncZod<{ db: Pool; ledger: Ledger }> = async (app, { db, ledger }) => {
  // What the ledger answers has its shape from contracts already: checking it again costs more than deciding did.
  const serializerCompiler = () => JSON.stringify
  const options = { schema, serializerCompiler, config: { access: 'authenticated' } } as const
  app.post('/dossiers/:dossierId/commands', options, async (request, reply) => {
    const { params, headers, body, actor: caller } = request
    const key = idempotencyKeyOf(request)
    const match = headers['if-match']
    const expected = match === undefined ? undefined : Number(match.replaceAll('"', ''))
    // Services give one order from several places, as conductor and sweeper sound an alarm: it is the same order.
    const hash = requestHash(caller.kind === 'service' ? body : { body, by: caller.subject })
    const answer = await ledger({ ...params, key, requestHash: hash, caller, command: body, expected })
    if ('version' in answer) return reply.header('etag', `"${answer.version}"`).send(answer)
    if ('refused' in answer && forbidden.has(answer.refused)) {
      const requestId = currentRequest()?.requestId ?? 'none'
      await db.query(keepRefusal, [caller.subject, body.type, answer.refused, params.dossierId, requestId])
    }
    return problem(reply, problemOf(answer))
  })

  const permissionSchema = {
    summary: 'Who may ask for which command: role x relation to the dossier',
    response: { 200: z.record(z.string(), z.array(z.object({ roles: z.array(z.string()), relation: z.string() }))) },
  }
  app.get('/permissions', { schema: permissionSchema, config: { access: 'public' } }, () =>
    Object.fromEntries(
      Object.entries(permissions).map(([type, grants]) => [
        type,
        grants.map(({ roles, relation }) => ({ roles: [...roles], relation })),
      ]),
    ),
  )
}

type NotDone = Exclude<Answer, { version: number }>

/** A refusal says which rule it rests on, and a conflict says who did what meanwhile. */
const problemOf = (answer: NotDone) => {
  if ('keyReused' in answer) return commonProblem('idempotency-key-reused')
  if ('movedOn' in answer)
    return {
      status: 409,
      code: 'moved-on',
      title: 'Hồ sơ đã có thay đổi sau khi bạn mở; hãy xem lại rồi thực hiện.',
      detail: 'The dossier has moved on since the version given in If-Match.',
      since: answer.movedOn.map(whoDidWhat),
    }
  const { refused, about, under, since } = answer
  const { vi: title, en: detail } = refusals[refused]
  const rule = ruleFor(refused, under)
  const status = forbidden.has(refused) ? 403 : refused === 'no-such-dossier' ? 404 : 409
  return { status, code: refused, title, detail, rule, about, since: status === 409 ? since.map(whoDidWhat) : [] }
}

const whoDidWhat = ({ seq, at, actor, event }: DossierMessage) => ({ seq, at, actor, type: event.type })
