import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { news, signedResult } from './dossier-news.ts'
import { atDesk, give, lodged, social, take } from './lodged.ts'
import { packedFrom, posted, step } from './on-the-way.ts'
import {
  clerk,
  courier,
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

describe('what the ledger tells', () => {
  const labour = 'H21.08.54'
  const offered = (more: object = {}) => ({
    type: 'HandoverOffered',
    from: desk,
    to: labour,
    stage: 'district',
    answerBy: { on: '2021-04-22' },
    originals: ['01'],
    ...more,
  })

  test('originals that go with a handover are expected, and a parcel brings them by a joint count', async () => {
    const { dossierId, papers } = await lodged(post)
    await post.heardDossier(news(dossierId, { seq: 1, event: offered() }))
    const expected = async () => (await post.get(clerk, `/transfers?organisation=${desk}`)).json().transfers
    const mine = (await expected()).find((one: { dossierId: string }) => one.dossierId === dossierId)
    expect(mine).toMatchObject({ state: 'expected', why: 'handover', papers: papers.slice(0, 1) })
    expect((await take(post, mine.id, papers, 'officer:huyen-ia-grai.labour')).json().code).toBe('not-given-yet')
    const { code } = await posted(post, await packedFrom(post, dossierId, { to: labour, papers: papers.slice(0, 1) }))
    await step(post, code, 'out-for-delivery')
    expect(
      (await step(post, code, 'delivered', { to: 'applicant', identityChecked: true, signed: true })).json().code,
    ).toBe('handover-record-needed')
    const record = await post.post('officer:huyen-ia-grai.labour', '/handover-records', {
      desk: labour,
      parcels: [{ parcel: code, sealWhole: true, complete: true, counted: { '01': { originals: 1 } } }],
    })
    expect(record.statusCode).toBe(201)
    await post.post(courier, `/handover-records/${record.json().number}/signature`, {})
    expect((await post.events(dossierId)).at(-1)).toMatchObject({
      type: 'ParcelDelivered',
      purpose: 'papers',
      to: 'agency',
    })
    expect((await papersNow(post, dossierId))[0]?.now).toEqual({ kind: 'desk', organisation: labour })
    expect((await expected()).filter((one: { dossierId: string }) => one.dossierId === dossierId)).toEqual([])
    await expectBalance(post)
  })

  test('a part of the result given before the rest is a paper of its own, and the whole is what is left', async () => {
    const { dossierId } = await lodged(post)
    const group = (one: ReturnType<typeof news>) => ({
      ...one,
      axes: { ...one.axes, procedure: 'fx.lien-thong-khai-sinh' },
    })
    const at = local('2025-01-02 10:00')
    const part = { type: 'PartResultReturned', part: 'birth-certificate', to: 'applicant' }
    await post.heardDossier(group(news(dossierId, { seq: 1, event: part, at })))
    await post.heardDossier(group(news(dossierId, { seq: 1, event: part, at })))
    await post.heardDossier(group(news(dossierId, { seq: 2, event: signedResult, at })))
    const results = (await papersNow(post, dossierId)).filter(({ kind }) => kind === 'result')
    expect(results.map(({ component, now }) => `${component} ${now?.kind}`).toSorted()).toEqual([
      '1 desk',
      '1 desk',
      'birth-certificate citizen',
    ])
    await expectBalance(post)
  })

  test('or the giver confirms them by hand; a handover given back expects nothing more', async () => {
    const { dossierId, papers } = await lodged(post)
    await post.heardDossier(news(dossierId, { seq: 1, event: offered() }))
    const { transfers } = (await post.get(clerk, `/transfers?organisation=${desk}`)).json()
    const { id } = transfers.find((one: { dossierId: string }) => one.dossierId === dossierId)
    expect((await post.post(clerk, `/transfers/${id}/giving`, { papers })).json().code).toBe('foreign-item')
    expect((await post.post(clerk, `/transfers/${id}/giving`, { papers: papers.slice(0, 1) })).statusCode).toBe(200)
    expect((await take(post, id, papers.slice(0, 1), 'officer:huyen-ia-grai.labour')).json()).toEqual({
      state: 'taken',
    })
    const second = await lodged(post)
    await post.heardDossier(news(second.dossierId, { seq: 1, event: offered() }))
    const returned = { type: 'HandoverReturned', from: labour, to: desk, ground: 'not-ours' }
    await post.heardDossier(news(second.dossierId, { seq: 2, event: returned }))
    const { rows } = await post.db.query('select state from transfer where dossier_id = $1', [second.dossierId])
    expect(rows).toEqual([{ state: 'withdrawn' }])
  })

  test('a result begins where it was signed; returned at the desk it is the citizen’s, and elsewhere people must look', async () => {
    const { dossierId, papers } = await lodged(post)
    const returned = { type: 'ResultReturned', by: 'desk', to: 'applicant', originals: ['01'] }
    await post.heardDossier(news(dossierId, { seq: 1, event: signedResult, by: 'H21.08.05' }))
    expect((await papersNow(post, dossierId)).at(-1)).toMatchObject({ kind: 'result', component: '1' })
    await post.heardDossier(news(dossierId, { seq: 2, event: returned }))
    expect((await papersNow(post, dossierId)).map(({ kind, now }) => [kind, now?.kind])).toEqual([
      ['original', 'citizen'],
      ['certified-copy', 'desk'],
      ['result', 'citizen'],
    ])
    const far = await lodged(post)
    await post.heardDossier(news(far.dossierId, { seq: 1, event: signedResult, by: 'H21.52' }))
    await post.heardDossier(news(far.dossierId, { seq: 2, event: returned }))
    const result = (await papersNow(post, far.dossierId)).at(-1)
    expect(result?.now).toEqual({ kind: 'desk', organisation: 'H21.52' })
    expect((await post.events(far.dossierId)).at(-1)).toMatchObject({
      type: 'IncidentOpened',
      what: 'paper-not-there',
      at: desk,
    })
    const { incidents } = (await post.get(clerk, `/incidents?organisation=${desk}`)).json()
    const { id } = incidents.find((one: { dossierId: string }) => one.dossierId === far.dossierId)
    const closing = { outcome: 'came-by-hand', papersAt: [{ paper: result?.paper, custodian: { kind: 'citizen' } }] }
    expect((await post.post(clerk, `/incidents/${id}/closing`, closing)).statusCode).toBe(200)
    expect((await papersNow(post, far.dossierId)).at(-1)?.way).toBe('desk citizen')
    expect(papers).toHaveLength(2)
    await expectBalance(post)
  })

  test('withdrawn, papers are given back against identity and signature (S12)', async () => {
    const { dossierId, papers } = await lodged(post)
    await post.heardDossier(news(dossierId, { seq: 1, event: { type: 'DossierStopped', ground: 'withdrawal' } }))
    const order = { dossierId, from: atDesk, papers, to: 'representative', identityChecked: true, signed: true }
    expect((await post.post(clerk, '/returns', order)).json().code).toBe('delivery-unsigned')
    expect((await post.post(clerk, '/returns', { ...order, authorisationShown: true })).json()).toEqual({ papers: 2 })
    const { rows } = await post.db.query('select why, state from transfer where dossier_id = $1', [dossierId])
    expect(rows).toEqual([{ why: 'give-back', state: 'taken' }])
    expect((await papersNow(post, dossierId)).map(({ way }) => way)).toEqual(['desk citizen', 'desk citizen'])
    await expectBalance(post)
  })

  test('an agency that ends leaves what it had to its successor, at the same moment', async () => {
    const { dossierId } = await lodged(post)
    const event = { type: 'AgencySucceeded', replaced: [{ from: desk, to: 'H21.91.01' }] }
    await post.heardDossier(news(dossierId, { seq: 1, event, at: local('2025-07-01 00:00') }))
    expect((await papersNow(post, dossierId)).map(({ now }) => now?.['organisation'])).toEqual([
      'H21.91.01',
      'H21.91.01',
    ])
    await expectBalance(post)
  })

  test('what was on its way from hand to hand is taken though giver and taker have ended', async () => {
    const successor = { kind: 'desk', organisation: 'H21.91.01' }
    const { dossierId, papers } = await lodged(post)
    const { id: mine } = (await give(post, dossierId, papers.slice(0, 1))).json()
    const { id: internal } = (await give(post, dossierId, papers.slice(1))).json()
    const event = {
      type: 'AgencySucceeded',
      replaced: [desk, social.organisation].map((from) => ({ from, to: 'H21.91.01' })),
    }
    await post.heardDossier(news(dossierId, { seq: 1, event, at: local('2025-07-01 00:00') }))
    post.at('2025-07-02 09:00')
    const by = 'officer:xa-ia-grai.intake'
    const open = (await post.get(by, '/transfers?organisation=H21.91.01')).json().transfers
    expect(open).toMatchObject([
      { id: mine, from: successor, to: successor },
      { id: internal, from: successor, to: successor },
    ])
    expect((await take(post, mine, papers.slice(0, 1), by)).json()).toEqual({ state: 'taken' })
    expect((await post.post(by, `/transfers/${internal}/withdrawal`, {})).json()).toEqual({ state: 'withdrawn' })
    await expectBalance(post)
  })

  test('lines that come twice and out of order take effect once and in turn', async () => {
    const { dossierId } = await lodged(post)
    const lines = [
      news(dossierId, { seq: 1, event: offered() }),
      news(dossierId, { seq: 2, event: signedResult }),
      news(dossierId, { seq: 3, event: { type: 'ResultReissued', number: '2', version: 2 } }),
    ]
    for (const line of [...lines.toReversed(), ...lines, ...lines.toReversed()]) await post.heardDossier(line)
    await Promise.all([...lines, ...lines].map((line) => post.heardDossier(line)))
    const results = (await papersNow(post, dossierId)).filter(({ kind }) => kind === 'result')
    expect(results.map(({ component, isVoid }) => [component, isVoid])).toEqual([
      ['1', true],
      ['2', false],
    ])
    await expectBalance(post)
  })
})
