import { mintS10 } from '@dossier/domain/s10'
import { afterAll, beforeAll, describe } from 'vitest'
import { makeCounter } from '../src/carriers/counter.ts'
import { makeEms } from '../src/carriers/ems.ts'
import { makeSimulated } from '../src/carriers/simulated.ts'
import { type Bench, keepsContract } from './carrier-contract.ts'
import { openMyVnpost } from './my-vnpost.ts'
import { local, openPostOffice, type PostOffice } from './post-office.ts'
import { packedResult, stepOf } from './result-by-post.ts'
import { openSimulation, type Simulation } from './simulation.ts'

let post: PostOffice
let vnpost: Awaited<ReturnType<typeof openMyVnpost>>
let simulation: Simulation
const benches: Record<string, Bench> = {}
beforeAll(async () => {
  post = await openPostOffice(local('2021-03-17 15:00'))
  vnpost = await openMyVnpost()
  simulation = await openSimulation({ now: () => local('2021-03-17 16:00') }, 'http://127.0.0.1:9')
  let serial = 10
  const next = async () => mintS10('CA', (serial += 1))
  benches['counter'] = {
    carrier: makeCounter(post.db),
    parcel: async () => (await packedResult(post, '2021-03-17')).parcel,
    take: (parcel) => stepOf(post, parcel, 'taken', { papers: 2 }),
    deliver: async (parcel) => {
      post.at('2021-03-18 09:00')
      await stepOf(post, parcel, 'delivered', { to: 'applicant', identityChecked: true, signed: true })
      post.at('2021-03-17 15:00')
    },
  }
  benches['ems'] = {
    carrier: makeEms({ url: vnpost.url, username: 'fx', password: 'fx', customerCode: 'fx' }),
    parcel: next,
    take: async (parcel) => vnpost.tell(parcel, 6, ['17/03/2021', '17:00']),
    deliver: async (parcel) =>
      vnpost.tell(parcel, 14, ['18/03/2021', '09:00'], { receiver: 'applicant', identityChecked: true, signed: true }),
    down: async (isDown) => vnpost.setDown(isDown),
  }
  benches['simulated'] = {
    carrier: makeSimulated(simulation.url),
    parcel: next,
    take: (parcel) => simulation.set(parcel, '3', local('2021-03-17 17:00')),
    deliver: (parcel) => simulation.set(parcel, '7', local('2021-03-18 09:00')),
    down: (down) => simulation.behave({ down }),
  }
})
afterAll(async () => {
  await simulation.close()
  await vnpost.close()
  await post.close()
})

describe.each(['counter', 'ems', 'simulated'])('%s', (name) => {
  keepsContract(() => {
    const bench = benches[name]
    if (bench === undefined) throw new Error(`There is no bench for ${name}`)
    return bench
  })
})
