import { afterAll, beforeAll, expect, test } from 'vitest'
import { posted } from './on-the-way.ts'
import {
  clerk,
  collection,
  courier,
  desk,
  local,
  newKey,
  openPostOffice,
  type PostOffice,
  collected,
} from './post-office.ts'

let post: PostOffice
beforeAll(async () => {
  post = await openPostOffice()
})
afterAll(() => post.close())

type Answer = { id: string; outcome: string; code?: string }
const send = async (scans: unknown[]): Promise<Answer[]> => {
  const answer = await post.post(courier, '/scans', { scans })
  expect(answer.statusCode).toBe(200)
  return answer.json().scans
}
const said = (answers: Answer[]) => answers.map(({ id, outcome, code = '' }) => `${id} ${outcome} ${code}`.trim())

test('a row nobody can read is kept for people by itself, and the others of the batch count', async () => {
  post.at('2021-05-12 14:00')
  const { code } = await posted(post)
  post.at('2021-05-12 16:00')
  const good = { parcel: code, step: 'departed', happenedAt: local('2021-05-12 15:00') }
  const rows = [
    { ...good, id: 'good-1' },
    { ...good, id: 'nul-1', parcel: 'RA\u0000000000015VN' },
    { ...good, id: 'year-0', happenedAt: '0000-01-01T00:00:00Z' },
    { ...good, id: 'year-9', happenedAt: '9999-12-31T23:59:59-07:00' },
    { ...good, id: 'long-1', parcel: 'R'.repeat(41) },
    { ...good, id: 'half-1', corrects: '\uD800' },
    { ...good, id: 'step-1', step: 'eaten' },
    { ...good, id: 'two' },
    { ...good, id: 'good-2', step: 'arrived' },
  ]
  const answers = await send([...rows, null])
  expect(said(answers.slice(0, -1))).toEqual([
    'good-1 counted',
    ...['nul-1', 'year-0', 'year-9', 'long-1', 'half-1', 'step-1', 'two'].map((id) => `${id} refused scan-unreadable`),
    'good-2 counted',
  ])
  expect(answers.at(-1)).toMatchObject({ outcome: 'refused', code: 'scan-unreadable' })
  const { scans } = (await post.get(courier, '/scans/refused')).json()
  expect(scans.filter(({ refusal }: { refusal: string }) => refusal === 'scan-unreadable')).toHaveLength(8)
  expect((await send(rows)).every(({ outcome }) => outcome === 'known')).toBe(true)
})

test('a row that fails though it can be read keeps back no other, and counts when it is sent again', async () => {
  post.at('2021-05-12 14:00')
  const [one, other] = [await posted(post), await posted(post)]
  post.at('2021-05-12 16:00')
  const happenedAt = local('2021-05-12 15:00')
  const rows = [
    { id: 'fails-1', parcel: one.code, step: 'departed', happenedAt },
    { id: 'other-1', parcel: other.code, step: 'departed', happenedAt },
  ]
  await post.db.query(`alter table parcel add constraint broken check (code <> '${one.code}') not valid`)
  expect(said(await send(rows))).toEqual(['fails-1 refused scan-failed', 'other-1 counted'])
  await post.db.query('alter table parcel drop constraint broken')
  expect(said(await send(rows))).toEqual(['fails-1 counted', 'other-1 known'])
})

test('control characters in names and labels are refused', async () => {
  const name = 'Bưởi\u0000'
  for (const more of [{ sender: { ...collection.sender, name } }, { seal: 'A\u0007' }])
    expect((await post.post(courier, '/collections', { ...collection, ...more })).statusCode).toBe(400)
})

test.each([
  ['POST', '/handover-records/BB%00-1/signature'],
  ['GET', '/handover-records/BB%00-1.pdf'],
  ['POST', '/manifests/BK%00-1/taking'],
  ['GET', '/complaints/KN%00-1'],
])('and in what %s %s names', async (method, url) => {
  const answer = method === 'GET' ? await post.get(courier, url) : await post.post(courier, url, { parcels: [] })
  expect(answer.statusCode).toBe(400)
})

test('a parcel named twice in a record, once in small letters, is named twice', async () => {
  post.at('2021-05-12 14:00')
  const { parcel } = await collected(post)
  const row = { sealWhole: true, complete: true, counted: collection.papers }
  const parcels = [parcel, parcel.toLowerCase()].map((code) => ({ ...row, parcel: code }))
  expect((await post.post(clerk, '/handover-records', { desk, parcels })).statusCode).toBe(400)
})

test('of two collections with one label at once, one is refused', async () => {
  const given = { ...collection, parcel: 'RA473124829VN' }
  const both = await Promise.all([1, 2].map(() => post.post(courier, '/collections', given, newKey())))
  expect(new Set(both.map(({ statusCode }) => statusCode))).toEqual(new Set([201, 409]))
  expect(both.find(({ statusCode }) => statusCode === 409)?.json().code).toBe('parcel-exists')
})
