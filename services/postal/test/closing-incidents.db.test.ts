import { afterAll, beforeAll, expect, test } from 'vitest'
import { packed, posted, step } from './on-the-way.ts'
import {
  clerk,
  collected,
  collection,
  countedBy,
  courier,
  delivery,
  desk,
  expectBalance,
  local,
  openPostOffice,
  papersNow,
  type PostOffice,
} from './post-office.ts'

let post: PostOffice
beforeAll(async () => {
  post = await openPostOffice()
})
afterAll(() => post.close())

const incidentsOf = async (dossierId: string): Promise<{ id: string; papers: string[] }[]> =>
  (await post.get(clerk, `/incidents?organisation=${desk}`))
    .json()
    .incidents.filter((one: { dossierId: string }) => one.dossierId === dossierId)
/** A parcel that is over and in which, they say, one paper was missing. */
const missing = async () => {
  post.at('2021-04-13 10:00')
  const { dossierId, parcel } = await collected(post)
  const counted = { ...collection.papers, '03': { originals: 0, certifiedCopies: 0, copies: 0 } }
  const number = await countedBy(post, parcel, { counted })
  const sign = () => post.post(courier, `/handover-records/${number}/signature`, {})
  const [incident] = await incidentsOf(dossierId)
  const id = incident?.id ?? ''
  const close = (custodian?: object, by = clerk) =>
    post.post(by, `/incidents/${id}/closing`, {
      outcome: 'looked',
      papersAt: custodian === undefined ? [] : incident?.papers.map((paper) => ({ paper, custodian })),
    })
  return { dossierId, parcel, sign, close }
}
const said = (answer: { statusCode: number; json: () => { code?: string } }) =>
  [answer.statusCode, answer.json().code].filter((one) => one !== undefined).join(' ')

test('a paper in a parcel that is over needs a place, and the balance excuses it until then', async () => {
  const { sign, close, dossierId } = await missing()
  await sign()
  await expectBalance(post)
  expect(said(await close())).toBe('409 place-needed')
  expect(said(await close({ kind: 'desk', organisation: desk }))).toBe('200')
  expect(new Set((await papersNow(post, dossierId)).map(({ now }) => now?.kind))).toEqual(new Set(['desk']))
  await expectBalance(post)
})

test('settled before both signed, it is before people again', async () => {
  const { sign, close, dossierId } = await missing()
  expect(said(await close())).toBe('200')
  await sign()
  expect(await incidentsOf(dossierId)).toHaveLength(1)
  await expectBalance(post)
})

test('the place is a known office, or a parcel of the same dossier that is not over', async () => {
  const { sign, close, parcel } = await missing()
  await sign()
  const other = await packed(post)
  expect(said(await close({ kind: 'parcel', parcel }))).toBe('409 parcel-closed')
  expect(said(await close({ kind: 'parcel', parcel: other.code }))).toBe('409 foreign-item')
  expect(said(await close({ kind: 'parcel', parcel: 'RA473124829VN' }))).toBe('404 parcel-unknown')
  expect(said(await close({ kind: 'desk', organisation: 'H99.99' }))).toBe('404 not-found')
})

test('that it is lost the post office declares that had it', async () => {
  const { sign, close } = await missing()
  await sign()
  const lost = { kind: 'lost', decision: 'QD-1' }
  expect(said(await close(lost))).toBe('403 not-permitted')
  expect(said(await close(lost, courier))).toBe('200')
  await expectBalance(post)
})

test('a delivery that was none: its papers can be placed', async () => {
  post.at('2021-05-12 14:00')
  const { code, dossierId, papers } = await posted(post)
  post.at('2021-05-12 15:00')
  await step(post, code, 'out-for-delivery')
  const scan = { parcel: code, happenedAt: local('2021-05-12 14:30') }
  const scans = [
    { ...scan, id: 'wrong-1', step: 'delivered', detail: delivery },
    { ...scan, id: 'right-1', step: 'attempted', corrects: 'wrong-1' },
  ]
  await post.post(courier, '/scans', { scans })
  const [incident] = await incidentsOf(dossierId)
  expect(incident?.papers.toSorted()).toEqual(papers.toSorted())
})
