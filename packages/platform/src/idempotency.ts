import { type CommonCode, commonProblem } from '@dossier/contracts/problem'
import type { FastifyRequest } from 'fastify'
import type { Pool } from 'pg'
import * as z from 'zod'
import { requestHash } from './canonical-json.ts'
import { inTransaction, type Tx } from './postgres.ts'
import { ProblemError } from './problem-answer.ts'

/** What a request was answered; `body` is JSON. */
export type Answer<B = unknown> = { status: number; body: B }

const printable = /^[\x21-\x7e]{1,200}$/
/** For the `headers` of a route's schema; `idempotencyKeyOf` asks for the key, with a problem of its own. */
export const IdempotencyHeaders = z.object({
  'idempotency-key': z.string().optional().describe('Required: one key for one order, however often it is sent'),
})

/** The problem of a key that cannot be used, or not now. */
export const refuseKey = (code: Extract<CommonCode, `idempotency-key-${string}` | 'in-progress'>): ProblemError =>
  new ProblemError(commonProblem(code))

/** The Idempotency-Key of a request. Throws 400 `idempotency-key-missing` without a usable one. */
export const idempotencyKeyOf = (request: Pick<FastifyRequest, 'headers'>): string => {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || !printable.test(key)) throw refuseKey('idempotency-key-missing')
  return key
}

// Held to the end of the transaction; unlike an inserted row it takes no transaction id before `work` has locked its dossier.
const tryLock = `select pg_try_advisory_xact_lock(hashtextextended('idempotency:' || $1 || '/' || $2 || '/' || $3, 0)) as ours`
const find = `
  select request_hash, status, body from idempotency
  where (key, caller, route) = ($1, $2, $3) and created_at > now() - interval '30 days'`
const keep = `
  insert into idempotency as i (key, caller, route, request_hash, status, body) values ($1, $2, $3, $4, $5, $6)
  on conflict (key, caller, route) do update set
    (request_hash, status, body, created_at) = row (excluded.request_hash, excluded.status, excluded.body, now())`
const purge = `
  delete from idempotency where (key, caller, route) in (
    select key, caller, route from idempotency where created_at < now() - interval '30 days' limit 1000
  )`

/** Where a request's answer is kept, and what it asks. */
const placed = (request: FastifyRequest) => {
  const { method, routeOptions, params, query, body } = request
  // Whoever comes without an account shares the keys of all who do; the answer is found by the same request alone.
  const caller = request.caller?.subject ?? 'anybody'
  const place = [idempotencyKeyOf(request), caller, `${method} ${routeOptions.url}`]
  return { place, hash: requestHash({ params, query, body }) }
}

/**
 * What a request was answered before under its key, within 30 days. Throws 400 `idempotency-key-missing`, 422
 * `idempotency-key-reused` for another request under the key. For work too long to hold a transaction meanwhile.
 */
export const answeredBefore = async (db: Pool | Tx, request: FastifyRequest): Promise<Answer | undefined> => {
  const { place, hash } = placed(request)
  const [first] = (await db.query(find, place)).rows
  if (first !== undefined && first.request_hash !== hash) throw refuseKey('idempotency-key-reused')
  return first === undefined ? undefined : { status: first.status, body: first.body }
}

/**
 * Takes the effect of a request once: `work` and the keeping of its answer are one transaction, and the same request sent
 * again within 30 days gets that answer. What `work` throws undoes all of it and is not kept. Throws 400
 * `idempotency-key-missing`; 422 `idempotency-key-reused` for another request under the key; 409 `in-progress` while the
 * first is being handled. Keys are the caller's own, for one route.
 */
export const idempotent = <B>(
  db: Pool,
  request: FastifyRequest,
  work: (tx: Tx) => Promise<Answer<B>>,
): Promise<Answer<B>> => {
  const { place, hash } = placed(request)
  return inTransaction(db, async (tx) => {
    if (!(await tx.query(tryLock, place)).rows[0].ours) throw refuseKey('in-progress')
    const [first] = (await tx.query(find, place)).rows
    if (first !== undefined && first.request_hash !== hash) throw refuseKey('idempotency-key-reused')
    if (first !== undefined) return { status: first.status, body: first.body }
    const answer = await work(tx)
    await tx.query(keep, [...place, hash, answer.status, JSON.stringify(answer.body ?? null)])
    return answer
  })
}

/** Forgets a share of the answers older than 30 days; gives how many. The relay does it every few seconds. */
export const forgetAnswers = async (db: Tx): Promise<number> => (await db.query(purge)).rowCount ?? 0
