import { inTransaction } from '@dossier/platform/postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lockDossier } from '../src/dossier-lock.ts'
import { news, signedResult } from './dossier-news.ts'
import { packed, packedFrom, posted, step } from './on-the-way.ts'
import {
  clerk,
  collected,
  countedBy,
  courier,
  delivery,
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

describe('a parcel nobody takes (TT 17/2017 art. 5.2h, S12)', () => {
  test('is invited to twice, two working days apart, and goes back by a joint count', async () => {
    post.at('2021-08-26 16:00')
    const { code, dossierId } = await posted(post)
    const counted = { '01': { originals: 1 }, '02': { certifiedCopies: 1 }, '03': { originals: 1 } }
    const back = () =>
      post.post(clerk, '/handover-records', {
        desk,
        parcels: [{ parcel: code, sealWhole: true, complete: true, counted }],
      })
    const invite = () => step(post, code, 'attempted', { reason: 'absent', invited: true })
    post.at('2021-08-27 09:00')
    expect((await back()).json().code).toBe('too-few-invitations')
    expect((await invite()).json()).toMatchObject({ state: 'attempted', invitations: 1, nextFrom: '2021-08-31' })
    expect((await post.events(dossierId)).at(-1)).toMatchObject({
      type: 'ParcelAttempted',
      attempt: 1,
      nextFrom: '2021-08-31',
    })
    post.at('2021-08-30 09:00')
    expect((await invite()).json()).toMatchObject({ status: 409, code: 'invitation-too-early' })
    post.at('2021-08-31 09:00')
    expect((await invite()).json()).toMatchObject({ invitations: 2 })
    post.at('2021-09-07 10:00')
    const record = await back()
    const signed = await post.post(courier, `/handover-records/${record.json().number}/signature`, {})
    expect(signed.statusCode).toBe(200)
    expect((await post.events(dossierId)).at(-1)).toMatchObject({
      type: 'ParcelReturned',
      purpose: 'papers',
      to: desk,
      attempts: 2,
      papers: [{ component: '01' }, { component: '02' }, { component: '03' }],
    })
    expect((await papersNow(post, dossierId)).map(({ way }) => way)[0]).toBe('citizen parcel desk parcel desk')
    expect((await step(post, code, 'delivered', delivery)).json().code).toBe('parcel-closed')
    await expectBalance(post)
  })
})

const waiting = async () =>
  (
    await post.db.query(
      `select from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`,
    )
  ).rowCount

describe('a parcel that is lost (S08)', () => {
  test('its papers are lost by a decision that is named, the result is void, and found again it stays void', async () => {
    post.at('2021-03-17 16:00')
    const { dossierId } = await submitted(post)
    const signed = { seq: 1, event: signedResult, at: local('2021-03-17 15:00'), delivery: 'to-dispatch', dispatch: 1 }
    await post.heardDossier(news(dossierId, signed))
    await post.post('service:conductor', '/dispatches', { dossierId, order: 1, from: desk })
    const { code } = await posted(post, await packedFrom(post, dossierId))
    post.at('2021-03-18 23:59')
    expect(await post.sweep()).toBe(0)
    const next = async () => (await post.db.query('select min(at) as at from silence')).rows[0].at
    expect(await next()).toBe(local('2021-03-19 00:00'))
    post.at('2021-03-19 00:00')
    const sweeps = await inTransaction(post.db, async (tx) => {
      await lockDossier(tx, dossierId)
      const both = [post.sweep(), post.sweep()]
      await expect.poll(waiting).toBe(2) // both have seen the silence, and neither may go on
      return both
    })
    await Promise.all(sweeps)
    expect(await post.sweep()).toBe(0)
    expect((await post.events(dossierId)).filter(({ type }) => type === 'ParcelOverdue')).toHaveLength(1)
    expect(await next()).toBeNull()
    expect((await post.events(dossierId)).slice(-2)).toMatchObject([
      { type: 'ParcelOverdue', parcel: code, promised: { on: '2021-03-18' }, cause: 'unknown' },
      { type: 'IncidentOpened', what: 'parcel-silent', parcel: code, at: desk },
    ])
    post.at('2021-03-22 09:00')
    const lost = await step(post, code, 'lost', { fault: 'operator', decision: 'BB-12/2021' })
    expect(lost.json()).toMatchObject({ state: 'lost', office: null })
    expect((await post.events(dossierId)).at(-1)).toMatchObject({ type: 'ParcelLost', what: 'lost', fault: 'operator' })
    const papers = await papersNow(post, dossierId)
    expect(papers.map(({ now, isVoid, kind }) => [kind, now?.kind, isVoid])).toEqual([
      ['original', 'lost', false],
      ['certified-copy', 'lost', false],
      ['original', 'lost', false],
      ['result', 'lost', true],
    ])
    await post.heardDossier(
      news(dossierId, {
        seq: 2,
        event: { type: 'ResultReissued', number: '113/QĐ', version: 2 },
        at: local('2021-03-24 09:00'),
      }),
    )
    post.at('2021-04-02 09:00')
    expect((await step(post, code, 'found')).json()).toMatchObject({ state: 'under-way' })
    const after = (await papersNow(post, dossierId)).filter(({ kind }) => kind === 'result')
    expect(after.map(({ component, now, isVoid }) => [component, now?.kind, isVoid])).toEqual([
      ['1', 'parcel', true],
      ['2', 'desk', false],
    ])
    const { byCustodian } = await expectBalance(post)
    expect(byCustodian.lost).toBe(0)
  })

  test('what the post has not taken by the next working day is the desk’s to look at', async () => {
    post.at('2021-03-17 16:00')
    const { dossierId, code } = await packed(post)
    post.at('2021-03-19 00:00')
    await post.sweep()
    expect((await post.events(dossierId)).at(-1)).toMatchObject({
      type: 'IncidentOpened',
      what: 'taker-silent',
      parcel: code,
    })
    post.at('2021-03-19 08:00')
    await step(post, code, 'taken')
    post.at('2021-03-23 00:00')
    await post.sweep()
    expect((await post.events(dossierId)).at(-1)).toMatchObject({ what: 'parcel-silent' })
    expect(post.trouble).toEqual([])
  })

  test('a count the courier does not sign is silence too', async () => {
    post.at('2021-04-12 15:30')
    const { dossierId, parcel } = await collected(post)
    post.at('2021-04-13 09:40')
    await countedBy(post, parcel)
    post.at('2021-04-20 00:00')
    await post.sweep()
    expect((await post.events(dossierId)).slice(1).map((event) => ('what' in event ? event.what : event.type))).toEqual(
      expect.arrayContaining(['taker-silent', 'parcel-silent', 'ParcelOverdue']),
    )
    expect(post.trouble).toEqual([])
    await expectBalance(post)
  })
})

describe('dispatches the conductor orders', () => {
  const order = (dossierId: string, nth = 1) => ({ dossierId, order: nth, from: desk })
  const send = (body: object, by = 'service:conductor') => post.post(by, '/dispatches', body)

  test('each once, in the way of its parcel, and asked after until it is over', async () => {
    post.at('2021-05-12 14:00')
    const { dossierId } = await submitted(post)
    const wanted = { event: signedResult, delivery: 'to-dispatch', dispatch: 1 }
    expect((await send(order('01990000-0000-7000-8000-00000000aaaa'))).statusCode, 'asked again later').toBe(503)
    await post.heardDossier(news(dossierId, { seq: 1, ...wanted }))
    expect([(await send(order(dossierId))).json(), (await send(order(dossierId))).json()]).toEqual([
      { state: 'ordered', parcel: null },
      { state: 'ordered', parcel: null },
    ])
    expect((await send(order(dossierId), clerk)).statusCode).toBe(403)
    const { code } = await packedFrom(post, dossierId, { order: 1 })
    const inquire = () => post.post('service:conductor', `/dispatches/${dossierId}/1/inquiries`, {})
    expect((await inquire()).json()).toMatchObject({ state: 'packed', parcel: code })
    await inquire()
    expect((await post.events(dossierId)).filter(({ type }) => type === 'IncidentOpened')).toHaveLength(1)
    await step(post, code, 'taken')
    expect((await post.events(dossierId)).at(-1)).toMatchObject({ type: 'ParcelPosted', order: 1 })
    await step(post, code, 'delivered', delivery)
    expect((await inquire()).json().code).toBe('dispatch-over')
    await expectBalance(post)
  })

  test('given up when the ledger wants it no more', async () => {
    post.at('2021-05-12 14:00')
    const { dossierId } = await submitted(post)
    const event = { type: 'DossierAssigned', officer: 'x' }
    await post.heardDossier(news(dossierId, { seq: 1, event, delivery: 'to-dispatch', dispatch: 1 }))
    await send(order(dossierId))
    await post.heardDossier(news(dossierId, { seq: 2, event, delivery: 'ready' }))
    expect((await send(order(dossierId))).json()).toMatchObject({ status: 409, code: 'dispatch-not-wanted' })
    expect((await post.get(clerk, `/dispatches?desk=${desk}`)).json().dispatches).toEqual([])
    const papers = (await papersNow(post, dossierId)).map(({ paper }) => paper)
    const packing = await post.post(clerk, '/parcels', {
      dossierId,
      from: desk,
      to: null,
      order: 1,
      papers,
      postage: 0,
    })
    expect(packing.json().code).toBe('dispatch-not-wanted')
  })
})
