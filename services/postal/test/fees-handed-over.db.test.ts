import { afterEach, beforeEach, expect, test } from 'vitest'
import { clerk, collected, countedBy, courier, desk, openPostOffice, type PostOffice } from './post-office.ts'

let post: PostOffice
beforeEach(async () => {
  post = await openPostOffice()
})
afterEach(() => post.close())

/** Two fees were collected; the desk counted these. Gives what intake is told and what people are told. */
const handed = async (fees: Record<string, number>) => {
  const { dossierId, parcel } = await collected(post)
  const paid = { fee: { amount: 50_000, proof: 'BL-1' }, charge: { amount: 8000, proof: 'BL-2' } }
  await post.db.query('update collection set fees = $2 where dossier_id = $1', [dossierId, JSON.stringify(paid)])
  const number = await countedBy(post, parcel, { fees })
  await post.post(courier, `/handover-records/${number}/signature`, {})
  const submission = (await post.get('service:intake', `/collections/${dossierId}/submission`)).json()
  return {
    fees: submission.fees,
    number,
    dossierId,
    opened: (await post.events(dossierId)).find((e) => e.type === 'IncidentOpened'),
  }
}

test('intake hears of the fees both signed for, and people of what became less', async () => {
  const { fees, opened } = await handed({ fee: 30_000, charge: 0 })
  expect(fees).toEqual({ fee: { amount: 30_000, proof: 'BL-1' } })
  expect(opened).toMatchObject({
    what: 'count-differs',
    fees: [
      { fee: 'fee', collected: 50_000, handed: 30_000 },
      { fee: 'charge', collected: 8000, handed: 0 },
    ],
  })
})

test('whoever is to look at it reads of each fee what was collected and what was handed over', async () => {
  const { dossierId } = await handed({ fee: 30_000, charge: 8000 })
  const { incidents } = (await post.get(clerk, `/incidents?organisation=${desk}`)).json()
  const mine = incidents.filter((one: { dossierId: string }) => one.dossierId === dossierId)
  expect(mine).toMatchObject([{ what: 'count-differs', fees: [{ fee: 'fee', collected: 50_000, handed: 30_000 }] }])
})

test('a fee nobody had written down is proven by the record itself', async () => {
  const { fees, number, opened } = await handed({ fee: 50_000, charge: 8000, other: 5000 })
  expect(fees).toMatchObject({
    fee: { proof: 'BL-1' },
    charge: { proof: 'BL-2' },
    other: { amount: 5000, proof: number },
  })
  expect(opened).toMatchObject({ fees: [{ fee: 'other', collected: 0, handed: 5000 }] })
})

test('handed over as collected, nobody has to look', async () => {
  expect((await handed({ fee: 50_000, charge: 8000 })).opened).toBeUndefined()
})
