import type { FastifyRequest } from 'fastify'
import { requestHash } from './canonical-json.ts'
import { type Answer, idempotencyKeyOf, refuseKey } from './idempotency.ts'

const most = 1_000

/**
 * As `idempotent`, for one route of a process that has no database and whose effect may come twice by its nature: answers
 * are kept in memory, the latest thousand, and another instance or one started anew does the work again.
 */
export const idempotentInMemory = <B>() => {
  const kept = new Map<string, { hash: string; answer?: Answer<B> }>()
  return async (request: FastifyRequest, work: () => Promise<Answer<B>>): Promise<Answer<B>> => {
    const { params, query, body, actor } = request
    const place = `${idempotencyKeyOf(request)} ${actor.subject}`
    const hash = requestHash({ params, query, body })
    const first = kept.get(place)
    if (first !== undefined && first.hash !== hash) throw refuseKey('idempotency-key-reused')
    if (first?.answer !== undefined) return first.answer
    if (first !== undefined) throw refuseKey('in-progress')
    kept.set(place, { hash })
    try {
      const answer = await work()
      kept.set(place, { hash, answer })
      return answer
    } catch (error) {
      kept.delete(place) // nothing was promised: it may be sent again
      throw error
    } finally {
      const [oldest] = kept.keys()
      if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    }
  }
}
