import { afterAll, beforeAll, expect, test } from 'vitest'
import { posted } from './on-the-way.ts'
import { clerk, courier, local, openPostOffice, type PostOffice } from './post-office.ts'

let post: PostOffice
beforeAll(async () => {
  post = await openPostOffice()
})
afterAll(() => post.close())

type Refused = { id: string; settled: { by: string; reason: string } | null }
const list = async (query = '', who = courier): Promise<Refused[]> =>
  (await post.get(who, `/scans/refused${query}`)).json().scans

test('more than 200 refused scans are read page by page, each once; settled with a reason they are out of the way', async () => {
  post.at('2021-05-12 14:00')
  const { code } = await posted(post)
  post.at('2021-05-12 16:00')
  const rows = Array.from({ length: 430 }, (_, i) => ({
    id: `ahead-${String(i).padStart(3, '0')}`,
    parcel: code,
    step: 'departed',
    happenedAt: local('2021-05-12 20:00'),
  }))
  await post.post(courier, '/scans', { scans: rows })
  const seen: string[] = []
  for (;;) {
    const page = await list(seen.length === 0 ? '' : `?before=${seen.at(-1)}`)
    if (page.length === 0) break
    expect(page.length).toBeLessThanOrEqual(200)
    seen.push(...page.map(({ id }) => id))
  }
  expect(seen).toHaveLength(430)
  expect(new Set(seen).size).toBe(430)

  const settle = (id: string, by = courier, reason = 'Đồng hồ máy quét sai') =>
    post.post(by, `/scans/${id}/settlement`, { reason })
  const [first = ''] = seen
  for (const other of [clerk, 'officer:ia-kha.post']) expect((await settle(first, other)).statusCode).toBe(403)
  expect((await settle(first)).json()).toEqual({ reason: 'Đồng hồ máy quét sai' })
  expect((await settle(first)).json().code).toBe('report-settled')
  expect((await settle('no-such-scan')).statusCode).toBe(404)
  expect((await settle(first, courier, ' ')).statusCode).toBe(400)
  expect((await list()).map(({ id }) => id)).not.toContain(first)
  expect((await list('?settled=true'))[0]).toMatchObject({ id: first, settled: { by: 'ia-grang.post' } })
})

test('one that counts has nothing to settle', async () => {
  post.at('2021-05-12 14:00')
  const { code } = await posted(post)
  await post.post(courier, '/scans', {
    scans: [{ id: 'good-1', parcel: code, step: 'departed', happenedAt: local('2021-05-12 14:00') }],
  })
  expect((await post.post(courier, '/scans/good-1/settlement', { reason: 'x' })).json().code).toBe('scan-counts')
})
