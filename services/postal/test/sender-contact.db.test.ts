import { afterAll, beforeAll, expect, test } from 'vitest'
import { clerk, collected, openPostOffice, type PostOffice } from './post-office.ts'

let post: PostOffice
beforeAll(async () => {
  post = await openPostOffice()
})
afterAll(() => post.close())

test('who tells people learns how to reach the sender of what intake does not know yet; each look is written down, refused ones too', async () => {
  const { dossierId } = await collected(post)
  const url = `/collections/${dossierId}/contact`
  const nothing = { email: null, account: null, language: 'vi', consent: { email: null, sms: null, zalo: null } }
  expect((await post.get('service:notifications', url)).json()).toEqual({
    applicant: { name: 'Nguyễn Thị Bưởi', phone: '0912 345 678', ...nothing },
    representative: null,
  })
  expect((await post.get('service:insight', url)).statusCode).toBe(403)
  expect((await post.get(clerk, url)).statusCode).toBe(403)
  const nobody = '/collections/01990000-0000-7000-8000-00000000ffff/contact'
  expect((await post.get('service:notifications', nobody)).statusCode).toBe(404)
  const { rows } = await post.db.query(
    'select viewer, what, granted from view_of_person where about = $1 order by id',
    [dossierId],
  )
  expect(rows).toEqual([
    { viewer: 'service:notifications', what: 'sender', granted: true },
    { viewer: 'service:insight', what: 'sender', granted: false },
  ])
})
