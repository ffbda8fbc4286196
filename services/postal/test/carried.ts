import { expect } from 'vitest'
import type { Contract } from '../src/carriers/deps.ts'
import { makeRound } from '../src/carriers/rounds.ts'
import { makeSimulated } from '../src/carriers/simulated.ts'
import { readStatusList } from '../src/carriers/status-list.ts'
import { readPostalClasses } from '../src/postal-classes.ts'
import { clerk, courier, local, openPostOffice } from './post-office.ts'
import { packedResult } from './result-by-post.ts'
import { openSimulation, secret } from './simulation.ts'

/** A post office with a port, and a real carrier that calls it; both by one clock, at 15:00 of 17/03/2021. */
export const openCarried = async () => {
  const contracts = new Map<string, Contract>()
  const troubles: unknown[] = []
  const post = await openPostOffice(local('2021-03-17 15:00'), undefined, { contracts })
  const url = await post.app.listen({ port: 0, host: '127.0.0.1' })
  const carrier = await openSimulation(post.clock, url)
  contracts.set('simulated', { carrier: makeSimulated(carrier.url), statuses: readStatusList('simulated'), secret })
  const { db, clock, published } = post
  const round = makeRound({
    db,
    clock,
    published,
    classes: readPostalClasses(),
    toleranceMs: 300_000,
    contracts,
    quietMs: 86_400_000,
    report: (trouble) => troubles.push(trouble),
  })
  return {
    post,
    carrier,
    round,
    contracts,
    troubles,
    /** A result packed and given to the carrier. */
    given: async () => {
      const packed = await packedResult(post, '2021-03-17')
      const answer = await post.post(clerk, `/parcels/${packed.parcel}/carrier-order`, { carrier: 'simulated' })
      expect(answer.statusCode).toBe(201)
      return packed
    },
    /** As time passes, hour by hour: the carrier moves and calls, we ask where it is time to. */
    until: async (text: string) => {
      while (post.time.at < local(text)) {
        post.time.at = new Date(Date.parse(post.time.at) + 3_600_000).toISOString()
        await carrier.move()
        await round()
      }
    },
    forPeople: async () => (await post.get(courier, '/carriers/reports')).json().reports,
    scansOf: async (parcel: string) =>
      (
        await db.query<{ step: string; refusal: string | null }>(
          'select step, refusal from scan where parcel = $1 order by happened_at, id',
          [parcel],
        )
      ).rows,
    close: async () => {
      await carrier.close()
      await post.close()
    },
  }
}
export type Carried = Awaited<ReturnType<typeof openCarried>>
