import { afterAll, beforeAll, expect, test } from 'vitest'
import { courier, local, openPostOffice, type PostOffice } from './post-office.ts'
import { postedResult, stepOf } from './result-by-post.ts'

let post: PostOffice
beforeAll(async () => {
  post = await openPostOffice(local('2021-03-17 15:00'))
})
afterAll(() => post.close())

test('what was lost is on the list of its office until it is written down, paid, and asked of when it is found', async () => {
  const { parcel, dossierId } = await postedResult(post, '2021-03-17')
  const office = (await post.get(courier, `/parcels/${parcel}`)).json().office
  const list = async () => (await post.get(courier, `/compensations?organisation=${office}`)).json()
  expect(await list()).toEqual({ awaited: [], owed: [], found: [] })
  post.at('2021-03-22 09:00')
  await stepOf(post, parcel, 'lost', { decision: '05' })
  // Who lost it still sees it, and others do not.
  expect((await post.get(courier, `/parcels/${parcel}`)).json()).toMatchObject({ state: 'lost', office: null })
  expect((await post.get('officer:ia-kha.post', `/parcels/${parcel}`)).statusCode).toBe(403)
  const about = { parcel, dossierId, postage: 26_000 }
  expect(await list()).toMatchObject({ awaited: [{ ...about, state: 'lost', isSilent: false }], owed: [], found: [] })
  const liability = { harm: 'lost', fault: 'operator', record: '05/BB', recordedOn: '2021-03-22' }
  expect((await post.post(courier, `/parcels/${parcel}/liability`, liability)).statusCode).toBe(201)
  const owed = { ...about, ...liability, amount: 104_000, paid: 0, isWaived: false, isSilent: false }
  expect(await list()).toMatchObject({ awaited: [], owed: [owed], found: [] })
  await post.post(courier, `/parcels/${parcel}/compensation-payments`, { amount: 4_000, proof: 'PC-1' })
  await stepOf(post, parcel, 'found')
  expect(await list()).toMatchObject({ owed: [{ ...owed, paid: 4_000 }], found: [{ ...about, paid: 4_000 }] })
  await post.post(courier, `/parcels/${parcel}/found-choice`, { choice: 'taken' })
  expect(await list()).toMatchObject({ owed: [{ isWaived: true }], found: [] })
  expect((await post.get('officer:ia-kha.post', `/compensations?organisation=${office}`)).statusCode).toBe(403)
})
