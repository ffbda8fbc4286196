import { afterAll, beforeAll, expect, test } from 'vitest'
import { clerk, collected, collection, courier, desk, office, openPostOffice, type PostOffice } from './post-office.ts'

let post: PostOffice
beforeAll(async () => {
  post = await openPostOffice()
})
afterAll(() => post.close())

test('incidents and complaints of an office come as spreadsheets too, to its own people alone', async () => {
  const { parcel } = await collected(post)
  const less = { ...collection.papers, '03': { originals: 0 } }
  const found = { parcel, sealWhole: true, complete: false, counted: less }
  await post.post(clerk, '/handover-records', { desk, parcels: [found] })
  for (const [url, who] of [
    [`/incidents.xlsx?organisation=${desk}`, clerk],
    [`/complaints.xlsx?organisation=${office}`, courier],
  ] as const) {
    const sheet = await post.get(who, url)
    expect([sheet.statusCode, sheet.headers['content-type']]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ])
    expect(sheet.rawPayload.subarray(0, 2).toString()).toBe('PK')
    expect((await post.get('officer:ia-sao.intake', url)).statusCode).toBe(403)
  }
})
