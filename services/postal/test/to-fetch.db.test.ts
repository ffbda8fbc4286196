import { expect, test } from 'vitest'
import { clerk, collected, courier, desk, office, openPostOffice, papersNow, submitted } from './post-office.ts'

test('a post office sees what the agencies of its commune have packed for it, until it has taken it', async () => {
  const post = await openPostOffice()
  const { dossierId } = await submitted(post)
  await collected(post)
  const papers = (await papersNow(post, dossierId)).map(({ paper }) => paper)
  const packed = await post.post(clerk, '/parcels', { dossierId, from: desk, to: null, papers, postage: 26_000 })
  const { code } = packed.json()
  const seen = async () =>
    (await post.get(courier, `/parcels?organisation=${office}`))
      .json()
      .parcels.filter((one: { code: string }) => one.code === code)
  expect(await seen()).toMatchObject([{ code, state: 'packed', office: null }])
  const elsewhere = await post.get('officer:ia-ba.post', '/parcels?organisation=H21.08.02.06')
  expect([elsewhere.statusCode, elsewhere.body.includes(code)]).toEqual([200, false])
  await post.post(courier, `/parcels/${code}/steps`, { step: 'taken', detail: {} })
  expect(await seen()).toMatchObject([{ code, state: 'posted', office }])
  await post.close()
})
