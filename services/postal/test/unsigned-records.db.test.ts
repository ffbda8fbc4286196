import { afterAll, beforeAll, expect, test } from 'vitest'
import { clerk, collected, countedBy, courier, desk, office, openPostOffice, type PostOffice } from './post-office.ts'

let post: PostOffice
beforeAll(async () => {
  post = await openPostOffice()
})
afterAll(() => post.close())

test('a record the courier has not signed is on the list of the desk and of his office until he signs', async () => {
  post.at('2021-04-13 09:40')
  const { parcel } = await collected(post)
  const number = await countedBy(post, parcel)
  const at = async (who: string, organisation: string) =>
    (await post.get(who, `/handover-records?organisation=${organisation}`)).json().records
  const waiting = { number, desk, parcels: [parcel], isSilent: false, countedAt: post.time.at }
  expect(await at(clerk, desk)).toMatchObject([waiting])
  expect(await at(courier, office)).toMatchObject([waiting])
  expect((await post.get(clerk, `/handover-records?organisation=${office}`)).statusCode).toBe(403)
  post.at('2021-04-15 09:40')
  await post.sweep()
  expect(await at(clerk, desk)).toMatchObject([{ ...waiting, isSilent: true }])
  expect((await post.post(courier, `/handover-records/${number}/signature`, {})).statusCode).toBe(200)
  expect([await at(clerk, desk), await at(courier, office)]).toEqual([[], []])
})
