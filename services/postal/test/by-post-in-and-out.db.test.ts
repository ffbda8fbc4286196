import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { news, signedResult } from './dossier-news.ts'
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
  newKey,
  office,
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

describe('S01: in by post, out by post', () => {
  test('the custody of the original has no gap: citizen, parcel, desk, parcel, citizen', async () => {
    post.at('2021-04-12 15:30')
    const { dossierId, parcel } = await collected(post)
    expect(await post.events(dossierId)).toMatchObject([
      { type: 'ApplicationCollected', parcel, office, desk, postedOn: '2021-04-12', promised: { on: '2021-04-13' } },
    ])
    const ask = () => post.get('service:intake', `/collections/${dossierId}/submission`)
    expect((await ask()).json()).toMatchObject({ status: 409, code: 'record-unsigned' })

    post.at('2021-04-13 09:40')
    const number = await countedBy(post, parcel)
    expect((await ask()).statusCode).toBe(409)
    const sign = () => post.post(courier, `/handover-records/${number}/signature`, {})
    expect((await sign()).json()).toEqual({ number, signedAt: local('2021-04-13 09:40') })
    expect((await sign()).json().code).toBe('record-signed')
    expect((await ask()).json()).toEqual({
      dossierId,
      procedure: collection.procedure,
      desk,
      record: number,
      signedAt: local('2021-04-13 09:40'),
      papers: collection.papers,
      fees: {},
      returnBy: 'post',
    })
    expect((await post.events(dossierId)).map(({ type }) => type)).toEqual([
      'ApplicationCollected',
      'HandoverRecordSigned',
      'ParcelDelivered',
    ])

    post.at('2021-05-10 15:30')
    await post.heardDossier(news(dossierId, { seq: 1, event: signedResult, delivery: 'to-dispatch', dispatch: 1 }))
    const order = { dossierId, order: 1, from: desk }
    expect((await post.post('service:conductor', '/dispatches', order)).json()).toMatchObject({ state: 'ordered' })
    const waiting = await post.get(clerk, `/dispatches?desk=${desk}`)
    expect(waiting.json().dispatches).toMatchObject([{ dossierId, order: 1 }])

    post.at('2021-05-12 14:00')
    const there = (await papersNow(post, dossierId)).filter(({ component }) => component !== '01')
    const papers = there.filter(({ kind }) => kind !== 'certified-copy').map(({ paper }) => paper)
    const packed = await post.post(clerk, '/parcels', {
      dossierId,
      from: desk,
      to: null,
      order: 1,
      papers,
      postage: 26_000,
    })
    expect(packed.statusCode).toBe(201)
    const { code } = packed.json()
    const taken = await post.post(courier, `/parcels/${code}/steps`, {
      step: 'taken',
      detail: { papers: papers.length },
    })
    expect(taken.json()).toMatchObject({ state: 'posted', postedOn: '2021-05-12', promised: { on: '2021-05-13' } })

    post.at('2021-05-13 10:15')
    const hand = (detail: object) => post.post(courier, `/parcels/${code}/steps`, { step: 'delivered', detail })
    const unauthorised = await hand({ ...delivery, to: 'representative' })
    expect([unauthorised.statusCode, unauthorised.json().code]).toEqual([409, 'delivery-unsigned'])
    expect((await hand({ ...delivery, to: 'representative', authorisationShown: true })).json().state).toBe('delivered')
    expect((await hand(delivery)).json().code).toBe('parcel-closed')

    const now = await papersNow(post, dossierId)
    expect(now.map(({ kind, component, way }) => [kind, component, way])).toEqual([
      ['original', '01', 'citizen parcel desk'],
      ['certified-copy', '02', 'citizen parcel desk'],
      ['original', '03', 'citizen parcel desk parcel citizen'],
      ['result', '1', 'desk parcel citizen'],
    ])
    expect((await post.events(dossierId)).slice(3)).toMatchObject([
      { type: 'ParcelPosted', purpose: 'result', order: 1, from: desk, to: null, promised: { on: '2021-05-13' } },
      {
        type: 'ParcelDelivered',
        purpose: 'result',
        to: 'representative',
        papers: [{ component: '03' }, { kind: 'result' }],
      },
    ])
    await expectBalance(post)
  })
})

describe('at the post office', () => {
  const give = (more: object, by = courier) => post.post(by, '/collections', { ...collection, ...more })

  test('a paper that is not in the published list is refused by its component', async () => {
    const answer = await give({ papers: { ...collection.papers, '99': { originals: 1 } } })
    expect(answer.json()).toMatchObject({
      status: 422,
      code: 'not-in-published-list',
      errors: [{ pointer: '#/body/papers/99' }],
    })
  })

  test('what is missing is added, or the sender was told of it', async () => {
    const papers = { '01': collection.papers['01'] }
    expect((await give({ papers })).json()).toMatchObject({
      code: 'missing-from-list',
      errors: [{ pointer: '#/body/papers/02' }],
    })
    expect((await give({ papers, toldMissing: ['02'] })).statusCode).toBe(201)
  })

  test('a code with a wrong check digit is refused with the right digit, and one in use is not given twice', async () => {
    expect((await give({ parcel: 'RA473124828VN' })).json()).toMatchObject({
      status: 422,
      code: 's10-check-digit',
      title: expect.stringContaining('9'),
    })
    expect((await give({ parcel: 'RA 473 124 829 VN' })).json()).toMatchObject({ parcel: 'RA473124829VN' })
    expect((await give({ parcel: 'RA473124829VN' })).json().code).toBe('parcel-exists')
  })

  test('nobody but a postal worker of a post office takes papers in, and no fee of another amount', async () => {
    expect((await give({}, clerk)).statusCode).toBe(403)
    expect((await give({}, 'citizen:x')).statusCode).toBe(403)
    expect((await give({ fees: { x: { amount: 1, proof: 'BL-1' } } })).json().code).toBe('fee-differs')
    expect((await give({ procedure: 'no.such' })).json().code).toBe('procedure-not-by-post')
    expect((await give({ slipSigned: false })).statusCode).toBe(400)
  })

  test('sent twice under one key it is one', async () => {
    const key = newKey()
    const [first, second] = [
      await post.post(courier, '/collections', collection, key),
      await post.post(courier, '/collections', collection, key),
    ]
    expect(second.json()).toEqual(first.json())
  })
})

describe('the joint count', () => {
  test('what was counted differently is before people at once, and stays with the post', async () => {
    const { dossierId, parcel } = await collected(post)
    const less = { ...collection.papers, '03': { originals: 0 } }
    const answer = await post.post(clerk, '/handover-records', {
      desk,
      parcels: [{ parcel, sealWhole: false, complete: false, counted: less }],
    })
    expect(answer.json()).toMatchObject({ differing: [parcel] })
    expect((await post.events(dossierId)).at(-1)).toMatchObject({
      type: 'IncidentOpened',
      what: 'count-differs',
      at: desk,
    })
    await post.post(courier, `/handover-records/${answer.json().number}/signature`, {})
    const missing = (await papersNow(post, dossierId)).find(({ component }) => component === '03')
    expect(missing?.now).toEqual({ kind: 'parcel', parcel })
    await expectBalance(post)

    const { incidents } = (await post.get(clerk, `/incidents?organisation=${desk}`)).json()
    const { id } = incidents.find(
      (one: { dossierId: string; what: string }) => one.dossierId === dossierId && one.what === 'count-differs',
    )
    const closing = {
      outcome: 'found-in-the-bag',
      papersAt: [{ paper: missing?.paper, custodian: { kind: 'desk', organisation: desk } }],
    }
    expect((await post.post(clerk, `/incidents/${id}/closing`, closing)).statusCode).toBe(200)
    expect((await post.post(clerk, `/incidents/${id}/closing`, closing)).json().code).toBe('incident-closed')
    expect((await papersNow(post, dossierId)).map(({ now }) => now?.kind)).toEqual(['desk', 'desk', 'desk'])
    await expectBalance(post)
  })

  test('what nobody had signed for is registered where it was found', async () => {
    const { dossierId, parcel } = await collected(post)
    const number = await countedBy(post, parcel, { counted: { ...collection.papers, '01': { originals: 2 } } })
    await post.post(courier, `/handover-records/${number}/signature`, {})
    expect((await papersNow(post, dossierId)).filter(({ component }) => component === '01')).toHaveLength(2)
    await expectBalance(post)
  })

  test('nobody signs for the other, for another desk, or for a parcel of another office', async () => {
    const { parcel } = await collected(post)
    const foreign = await post.post('officer:ia-kha.intake', '/handover-records', {
      desk: 'H21.08.01.01',
      parcels: [{ parcel, sealWhole: true, complete: true, counted: collection.papers }],
    })
    expect(foreign.json()).toMatchObject({ status: 409, code: 'foreign-item', about: parcel })
    const number = await countedBy(post, parcel)
    for (const other of [clerk, 'officer:ia-kha.post'])
      expect((await post.post(other, `/handover-records/${number}/signature`, {})).statusCode).toBe(403)
  })

  test('two couriers’ signatures at once are one', async () => {
    const { parcel, dossierId } = await collected(post)
    const number = await countedBy(post, parcel)
    const codes = await Promise.all(
      Array.from(
        { length: 5 },
        async () => (await post.post(courier, `/handover-records/${number}/signature`, {})).statusCode,
      ),
    )
    expect(codes.toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409, 409])
    expect((await post.events(dossierId)).filter(({ type }) => type === 'HandoverRecordSigned')).toHaveLength(1)
    await expectBalance(post)
  })
})

describe('packing', () => {
  test('a paper that is elsewhere is refused by name, and nothing is packed', async () => {
    const [one, other] = [await submitted(post), await submitted(post)]
    const [mine] = await papersNow(post, one.dossierId)
    const [foreign] = await papersNow(post, other.dossierId)
    const pack = (papers: unknown[]) =>
      post.post(clerk, '/parcels', { dossierId: one.dossierId, from: desk, to: null, papers, postage: 0 })
    expect((await pack([mine?.paper, foreign?.paper])).json()).toMatchObject({
      status: 409,
      code: 'foreign-item',
      about: foreign?.paper,
    })
    const first = await pack([mine?.paper])
    expect((await pack([mine?.paper])).json()).toMatchObject({ code: 'paper-in-other-parcel', about: mine?.paper })
    expect((await post.post(clerk, `/parcels/${first.json().code}/unpacking`, {})).json()).toEqual({
      state: 'unpacked',
    })
    expect((await pack([mine?.paper])).statusCode).toBe(201)
    await expectBalance(post)
  })

  test('counted differently by the courier it is not posted, and people must look', async () => {
    const { dossierId } = await submitted(post)
    const papers = (await papersNow(post, dossierId)).map(({ paper }) => paper)
    const { code } = (
      await post.post(clerk, '/parcels', { dossierId, from: desk, to: null, papers, postage: 0 })
    ).json()
    const taken = await post.post(courier, `/parcels/${code}/steps`, { step: 'taken', detail: { papers: 2 } })
    expect(taken.json()).toMatchObject({ status: 409, code: 'count-differs' })
    expect((await post.events(dossierId)).at(-1)).toMatchObject({
      type: 'IncidentOpened',
      what: 'count-differs',
      parcel: code,
    })
    expect((await post.get(clerk, `/parcels/${code}`)).json()).toMatchObject({ state: 'packed' })
    await expectBalance(post)
  })
})
