import { afterAll, beforeAll, expect, test } from 'vitest'
import { packed, posted, step } from './on-the-way.ts'
import { clerk, collection, courier, delivery, office, openPostOffice, type PostOffice } from './post-office.ts'

let post: PostOffice
beforeAll(async () => {
  post = await openPostOffice()
})
afterAll(() => post.close())

test('a courier takes along the addresses of what his office has for citizens, and each look is written down', async () => {
  const [mine, delivered] = [await posted(post), await posted(post)]
  await packed(post) // the post has not taken it: no address of his
  await step(post, delivered.code, 'delivered', delivery)
  const ask = (who: string) => post.get(who, `/addresses?organisation=${office}`)
  expect((await ask(courier)).json()).toEqual({ addresses: [{ parcel: mine.code, recipient: collection.sender }] })
  expect((await ask(clerk)).statusCode).toBe(403)
  expect((await ask('officer:ia-kha.post')).statusCode).toBe(403)
  const { rows } = await post.db.query(
    `select viewer, mandate, about, granted from view_of_person where what = 'recipient' order by id`,
  )
  expect(rows).toEqual([
    { viewer: courier, mandate: `postal-worker@${office}`, about: mine.code, granted: true },
    { viewer: clerk, mandate: null, about: office, granted: false },
    { viewer: 'officer:ia-kha.post', mandate: null, about: office, granted: false },
  ])
})
