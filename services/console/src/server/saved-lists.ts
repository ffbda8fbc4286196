import { commonProblem } from '@dossier/contracts/problem'
import { ProblemError } from '@dossier/platform/http'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Pool } from 'pg'
import * as z from 'zod'
import { type Cookies, sessionOf } from './cookies.ts'
import type { Sessions } from './sessions.ts'

type Deps = { db: Pool; sessions: Sessions; cookies: Cookies; publicUrl: string }

const Lists = z.object({ lists: z.array(z.object({ name: z.string(), search: z.string() })) })
const params = z.object({ name: z.string().trim().min(1).max(60) })
const response = { 200: Lists }
const config = { access: 'public' } as const // the session says whose they are
const most = 50

const read = 'select name, search from saved_list where subject = $1 order by name collate "vi-x-icu"'
const keep = `
  insert into saved_list (subject, name, search)
  select $1, $2, $3 where (select count(*) from saved_list where subject = $1 and name <> $2) < ${most}
  on conflict (subject, name) do update set search = excluded.search`
const remove = 'delete from saved_list where subject = $1 and name = $2'

/** The filters of lists that officers gave a name to, found again on every machine they sign in on. */
export const savedLists: FastifyPluginAsyncZod<Deps> = async (app, { db, sessions, cookies, publicUrl }) => {
  const { origin } = new URL(publicUrl)
  const owner = async (request: FastifyRequest): Promise<string> => {
    if (request.method !== 'GET' && request.headers.origin !== origin)
      throw new ProblemError(commonProblem('not-permitted', { code: 'foreign-page' }))
    const signed = await sessions.signed(sessionOf(request, cookies))
    if (signed === undefined) throw new ProblemError(commonProblem('unauthenticated', { code: 'session-ended' }))
    return signed.subject
  }
  const listsOf = async (subject: string) => ({ lists: (await db.query(read, [subject])).rows })

  app.get('/saved-lists', { schema: { response }, config }, async (request) => listsOf(await owner(request)))

  const put = { params, body: z.strictObject({ search: z.string().max(500) }), response }
  app.put('/saved-lists/:name', { schema: put, config }, async (request) => {
    const subject = await owner(request)
    const { rowCount } = await db.query(keep, [subject, request.params.name, request.body.search])
    if (rowCount === 0) throw new ProblemError(tooMany)
    return listsOf(subject)
  })

  app.delete('/saved-lists/:name', { schema: { params, response }, config }, async (request) => {
    const subject = await owner(request)
    await db.query(remove, [subject, request.params.name])
    return listsOf(subject)
  })
}

const tooMany = {
  status: 409,
  code: 'too-many-saved-lists',
  title: `Đã lưu ${most} bộ lọc; hãy xóa bớt trước khi lưu thêm.`,
  detail: `${most} filters are saved already; remove some first.`,
}
