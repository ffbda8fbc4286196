import { commonProblem } from '@dossier/contracts/problem'
import { Day } from '@dossier/contracts/time'
import { problem } from '@dossier/platform/http'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { Deps } from '../app.ts'
import { Sheet } from '../sheets/sheet.ts'
import { requireAct } from '../who-may.ts'

const config = { access: ['officer', 'service'] } as const
const Listed = Sheet.pick({ day: true, digest: true, key: true }).extend({ unbalanced: z.array(z.string()) })
const listed = `
  select day, digest, key, body -> 'unbalanced' as unbalanced from sheet where ($1::date is null or day < $1) order by day desc limit $2`
const one = 'select day, body, before, digest, signature, key from sheet where day = $1'

/** The balance sheet of each day: dossiers, papers, messages and money, signed and chained. */
export const sheets: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const { db, seal } = deps

  const listSchema = {
    summary: 'Days with a balance sheet, newest first',
    querystring: z.object({ before: Day.optional(), limit: z.coerce.number().int().min(1).max(400).default(31) }),
    response: { 200: z.object({ sheets: z.array(Listed) }) },
  }
  app.get('/sheets', { config, schema: listSchema }, async ({ actor, query: { before, limit } }) => {
    requireAct(deps, actor, 'read-sheets')
    return { sheets: z.array(Listed).parse((await db.query(listed, [before ?? null, limit])).rows) }
  })

  const oneSchema = {
    summary: 'The signed balance sheet of a day',
    params: z.object({ day: Day }),
    response: { 200: Sheet },
  }
  app.get('/sheets/:day', { config, schema: oneSchema }, async ({ actor, params }, reply) => {
    requireAct(deps, actor, 'read-sheets')
    const [row] = (await db.query(one, [params.day])).rows
    return row === undefined ? problem(reply, commonProblem('not-found')) : Sheet.parse(row)
  })

  const keySchema = {
    summary:
      'The public key (PEM, Ed25519) that verifies the sheets: of the canonical JSON of `before`, `body` and `day`',
    response: { 200: z.object({ key: z.string(), publicKey: z.string() }) },
  }
  app.get('/sheets/key', { config: { access: 'public' }, schema: keySchema }, () => ({
    key: seal.key,
    publicKey: seal.publicKey,
  }))
}
