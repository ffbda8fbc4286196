import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { news, signedResult } from './dossier-news.ts'
import { desk, openPostOffice, type PostOffice } from './post-office.ts'

let post: PostOffice
beforeAll(async () => {
  post = await openPostOffice()
})
afterAll(() => post.close())

test('an order is kept while postal hears older lines than the conductor did, and given up once the ledger is past it', async () => {
  const dossierId = uuidv7()
  const hear = (seq: number, more: object = {}) =>
    post.heardDossier(news(dossierId, { seq, event: signedResult, ...more }))
  const order = () => post.post('service:conductor', '/dispatches', { dossierId, order: 1, from: desk })
  await hear(1)
  expect((await order()).json()).toMatchObject({ state: 'ordered' })
  await hear(2)
  await hear(3, { delivery: 'to-dispatch', dispatch: 1 })
  expect((await order()).json()).toMatchObject({ state: 'ordered' })
  await hear(4)
  expect((await order()).json()).toMatchObject({ status: 409, code: 'dispatch-not-wanted' })
  await hear(5, { delivery: 'to-dispatch', dispatch: 1 })
  expect((await order()).json()).toMatchObject({ state: 'ordered' })
})
