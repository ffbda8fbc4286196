import { afterAll, beforeAll, expect, test } from 'vitest'
import { collected, collection, local, openPostOffice, type PostOffice } from './post-office.ts'

let post: PostOffice
beforeAll(async () => {
  post = await openPostOffice(local('2025-06-30 15:00'))
})
afterAll(() => post.close())

test('a parcel to a desk that has ended is counted by its successor, and signed for by the successor of the post office (S09)', async () => {
  const { dossierId, parcel } = await collected(post)
  post.at('2025-07-02 09:30')
  const [found] = [{ parcel, sealWhole: true, complete: true, counted: collection.papers, fees: {} }]
  const given = { desk: 'H21.91.01', parcels: [found] }
  const { number } = (await post.post('officer:xa-ia-grai.intake', '/handover-records', given)).json()
  const sign = (by: string) => post.post(by, `/handover-records/${number}/signature`, {})
  expect((await sign('officer:xa-ia-hrung.post')).statusCode).toBe(403)
  expect((await sign('officer:xa-ia-grai.post')).json()).toMatchObject({ signedAt: local('2025-07-02 09:30') })
  const submission = await post.get('service:intake', `/collections/${dossierId}/submission`)
  expect(submission.json()).toMatchObject({ desk: 'H21.91.01', signedAt: local('2025-07-02 09:30') })
})
