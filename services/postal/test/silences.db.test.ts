import { afterEach, beforeEach, expect, test } from 'vitest'
import { news } from './dossier-news.ts'
import { atDesk, lodged } from './lodged.ts'
import { clerk, courier, desk, local, openPostOffice, type PostOffice } from './post-office.ts'
import { postedResult, stepOf } from './result-by-post.ts'

let post: PostOffice
beforeEach(async () => {
  post = await openPostOffice(local('2021-03-17 15:00'))
})
afterEach(() => post.close())

type Opened = { id: string; what: string; parcel: string | null }
const opened = async (dossierId: string) =>
  (await post.events(dossierId)).flatMap((event) => (event.type === 'IncidentOpened' ? [event.what] : []))
const waiting = async (organisation = desk, who = clerk): Promise<Opened[]> =>
  (await post.get(who, `/incidents?organisation=${organisation}`)).json().incidents
const sweepAt = async (text: string) => {
  post.at(text)
  await post.sweep()
  await post.sweep()
}
const closeAll = async (who = clerk) => {
  for (const { id } of await waiting()) await post.post(who, `/incidents/${id}/closing`, { outcome: 'asked-again' })
}

test('a parcel that is still out when its silence was settled is silent again at the end of the next working day', async () => {
  const { dossierId } = await postedResult(post, '2021-03-17')
  await sweepAt('2021-03-19 00:00')
  expect(await opened(dossierId)).toEqual(['parcel-silent'])
  await sweepAt('2021-03-22 00:00')
  expect(await opened(dossierId)).toEqual(['parcel-silent']) // nobody has settled it
  post.at('2021-03-22 09:00')
  await closeAll()
  await sweepAt('2021-03-23 23:59')
  expect(await opened(dossierId)).toHaveLength(1)
  await sweepAt('2021-03-24 00:00')
  expect(await opened(dossierId)).toEqual(['parcel-silent', 'parcel-silent'])
  const overdue = (await post.events(dossierId)).filter(({ type }) => type === 'ParcelOverdue')
  expect(overdue).toHaveLength(1) // it is late once
})

test('after an attempt, and after the second invitation, silence rings', async () => {
  const { dossierId, parcel } = await postedResult(post, '2021-03-17')
  post.at('2021-03-18 09:00')
  await stepOf(post, parcel, 'attempted', { reason: 'absent', invited: true })
  await sweepAt('2021-03-23 23:59')
  expect(await opened(dossierId)).toEqual([])
  await sweepAt('2021-03-24 00:00')
  expect(await opened(dossierId)).toEqual(['parcel-silent'])
  post.at('2021-03-24 09:00')
  expect((await stepOf(post, parcel, 'attempted', { reason: 'absent', invited: true })).statusCode).toBe(200)
  await sweepAt('2021-03-30 00:00')
  expect(await opened(dossierId)).toEqual(['parcel-silent', 'parcel-silent'])
})

test('papers the ledger expects to travel and nobody gives ring at the giver; given, at the taker', async () => {
  const { dossierId, papers } = await lodged(post)
  const to = 'H21.08.05.04'
  const offered = {
    type: 'HandoverOffered',
    from: desk,
    to,
    stage: 'unit',
    originals: ['01'],
    answerBy: { on: '2021-04-15' },
  } as const
  await post.heardDossier(news(dossierId, { seq: 1, event: offered, at: post.time.at }))
  await sweepAt('2021-04-15 23:59')
  expect(await opened(dossierId)).toEqual([])
  await sweepAt('2021-04-16 00:00')
  expect((await post.events(dossierId)).at(-1)).toMatchObject({ what: 'giver-silent', at: desk, also: [to] })
  post.at('2021-04-16 09:00')
  const [expected] = (await post.get(clerk, `/transfers?organisation=${desk}`)).json().transfers
  expect(expected).toMatchObject({ state: 'expected', from: atDesk })
  const giving = await post.post(clerk, `/transfers/${expected.id}/giving`, { papers: papers.slice(0, 1) })
  expect(giving.statusCode).toBe(200)
  await sweepAt('2021-04-20 00:00')
  expect(await opened(dossierId)).toEqual(['giver-silent', 'taker-silent'])
})

test('what is to be given back after a withdrawal rings too, much later', async () => {
  const { dossierId } = await lodged(post)
  await post.heardDossier(news(dossierId, { seq: 1, event: { type: 'ApplicationWithdrawn' }, at: post.time.at }))
  await sweepAt('2021-04-20 00:00')
  expect(await opened(dossierId)).toEqual([])
  await sweepAt('2021-05-05 00:00')
  expect(await opened(dossierId)).toEqual(['giver-silent'])
})

test('a trip nobody counts rings for each parcel on its list, and again once settled while it is still out', async () => {
  const { dossierId, parcel } = await postedResult(post, '2021-03-17')
  const listed = await post.post(courier, '/manifests', { to: 'H21.08.64', loose: [parcel] })
  expect(listed.statusCode).toBe(201)
  await sweepAt('2021-03-18 23:59')
  expect(await opened(dossierId)).toEqual([])
  await sweepAt('2021-03-19 00:00')
  expect(await opened(dossierId)).toContain('taker-silent')
  const before = (await opened(dossierId)).filter((what) => what === 'taker-silent').length
  post.at('2021-03-19 09:00')
  await closeAll()
  await sweepAt('2021-03-23 00:00')
  expect((await opened(dossierId)).filter((what) => what === 'taker-silent')).toHaveLength(before + 1)
})

test('a declared loss whose liability nobody writes rings at the post; written, it does not', async () => {
  const [silent, written] = [await postedResult(post, '2021-03-17'), await postedResult(post, '2021-03-17')]
  post.at('2021-03-22 09:00')
  for (const { parcel } of [silent, written])
    await stepOf(post, parcel, 'lost', { fault: 'operator', decision: '05/BB-BĐ' })
  const liability = { harm: 'lost', fault: 'operator', record: '05/BB-BĐ', recordedOn: '2021-03-22' }
  expect((await post.post(courier, `/parcels/${written.parcel}/liability`, liability)).statusCode).toBe(201)
  await sweepAt('2021-03-29 23:59')
  expect(await opened(silent.dossierId)).toEqual([])
  await sweepAt('2021-03-30 00:00')
  expect(await opened(silent.dossierId)).toEqual(['liability-unwritten'])
  expect(await opened(written.dossierId)).toEqual([])
})
