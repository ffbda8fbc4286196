import { DossierId } from '@dossier/contracts/dossier-id'
import { ApplicationMessage } from '@dossier/contracts/application'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { news } from './dossier-news.ts'
import {
  clerk,
  collection,
  countedBy,
  courier,
  desk,
  expectBalance,
  local,
  openPostOffice,
  papersNow,
  type PostOffice,
  submitted,
} from './post-office.ts'

let post: PostOffice
beforeAll(async () => {
  post = await openPostOffice()
})
afterAll(() => post.close())

const asked = { type: 'SupplementRequested', defects: [{ component: '03', defect: 'missing' }] }
const missing = { '03': { originals: 1, certifiedCopies: 0, copies: 2 } }
const missed = ['03']

/** A dossier handed in by post that waits for a paper since. */
const waiting = async (state = 'supplement-requested') => {
  post.at('2021-04-13 09:40')
  const { dossierId } = await submitted(post)
  await post.heardDossier(news(dossierId, { seq: 1, event: asked, state, at: local('2021-04-15 10:00') }))
  post.at('2021-04-20 15:30')
  return dossierId
}
const send = (dossierId: string, more: object = {}) =>
  post.post(courier, '/collections', { ...collection, papers: missing, dossierId, ...more })

test('the papers a dossier waits for go by post, and it is complete when desk and courier have signed', async () => {
  const dossierId = await waiting()
  const sent = await send(dossierId)
  expect(sent.json()).toMatchObject({ dossierId, postedOn: '2021-04-20' })
  const { parcel } = sent.json()
  const submission = (record: string) =>
    post.get('service:intake', `/collections/${dossierId}/submission?record=${record}`)

  post.at('2021-04-22 09:40')
  const number = await countedBy(post, parcel, { counted: missing })
  expect((await submission(number)).statusCode).toBe(404)
  await post.post(courier, `/handover-records/${number}/signature`, {})
  expect((await submission(number)).json()).toMatchObject({
    dossierId,
    record: number,
    signedAt: local('2021-04-22 09:40'),
    papers: missing,
  })
  expect((await post.events(dossierId)).slice(3)).toMatchObject([
    { type: 'ApplicationCollected', parcel },
    { type: 'HandoverRecordSigned', parcel, record: number, complete: true, supplement: missed },
    { type: 'ParcelDelivered', parcel },
  ])
  const added = (await papersNow(post, dossierId)).filter(({ component }) => component === '03')
  expect(added.map(({ way }) => way)).toEqual(['citizen parcel desk', 'citizen parcel desk'])
  // The first application and its sender are what they were.
  const first = await post.get('service:intake', `/collections/${dossierId}/submission`)
  expect(first.json().papers).toEqual(collection.papers)
  await expectBalance(post)
})

test('papers intake names with the record they came on are counted once', async () => {
  const dossierId = await waiting()
  const { parcel } = (await send(dossierId)).json()
  const number = await countedBy(post, parcel, { counted: missing })
  await post.post(courier, `/handover-records/${number}/signature`, {})
  const before = await papersNow(post, dossierId)
  await post.heardApplication(
    ApplicationMessage.parse({
      applicationId: DossierId.parse(dossierId),
      seq: 1,
      at: local('2021-04-22 10:00'),
      event: {
        type: 'ApplicationAmended',
        complete: true,
        papers: [{ component: '03', originals: 1, certifiedCopies: 0 }],
        handoverRecord: number,
      },
    }),
  )
  expect(await papersNow(post, dossierId)).toEqual(before)
})

test('before acceptance too, and by nobody’s wish but the ledger’s', async () => {
  expect((await send(await waiting('completion-requested'))).statusCode).toBe(201)
  const refused = { status: 409, code: 'no-papers-awaited' }
  expect((await send(await waiting('in-progress'))).json()).toMatchObject(refused)
  const dossierId = await waiting()
  expect((await send(dossierId, { desk: 'H21.08.01.01' })).json()).toMatchObject(refused)
  expect((await send(dossierId, { procedure: '1.001776' })).json()).toMatchObject(refused)
  expect((await send('01990000-0000-7000-8000-0000000000ff')).json()).toMatchObject(refused)
  expect((await send(dossierId, { papers: { '99': { originals: 1 } } })).json().code).toBe('not-in-published-list')
  expect((await post.post(clerk, '/collections', { ...collection, dossierId, desk })).statusCode).toBe(403)
})
