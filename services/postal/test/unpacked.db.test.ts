import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { application, news, signedResult } from './dossier-news.ts'
import { packedFrom } from './on-the-way.ts'
import { clerk, desk, local, openPostOffice, papersNow, type PostOffice } from './post-office.ts'

let post: PostOffice
beforeEach(async () => {
  post = await openPostOffice()
})
afterEach(() => post.close())

const department = 'H21.52'
/** A result that is to go by post, ordered on Monday at ten; nobody has packed it. */
const ordered = async () => {
  const dossierId = uuidv7()
  post.at('2021-05-10 10:00')
  await post.heardDossier(news(dossierId, { seq: 1, event: signedResult, delivery: 'to-dispatch', dispatch: 1 }))
  await post.post('service:conductor', '/dispatches', { dossierId, order: 1, from: desk })
  return dossierId
}
const recipient = { name: 'Nguyễn Thị Bưởi', phone: '0912 345 678', address: 'Làng Ograng' }
const incidents = async (dossierId: string) =>
  (await post.events(dossierId)).flatMap((event) => {
    if (event.type === 'IncidentOpened') return [[event.what, event.at]]
    return event.type === 'IncidentClosed' ? [[event.outcome]] : []
  })
const moment = async () => (await post.db.query<{ at: string | null }>('select at from next_moment')).rows[0]?.at

describe('a result that is to go by post and nobody packs', () => {
  test('is put before people once, when the next working day is over, and is settled by packing it', async () => {
    const dossierId = await ordered()
    expect(await moment()).toBe('2021-05-11T17:00:00.000Z')
    await post.sweep()
    expect(await incidents(dossierId)).toEqual([])
    post.at('2021-05-12 00:00')
    await post.sweep()
    await post.sweep()
    expect(await incidents(dossierId)).toEqual([['dispatch-unpacked', desk]])
    expect(await moment()).toBeNull()
    await packedFrom(post, dossierId, { order: 1, recipient })
    expect(await incidents(dossierId)).toEqual([['dispatch-unpacked', desk], ['packed']])
  })

  test('packed in time it is not spoken of; unpacked again it may be silent anew', async () => {
    const dossierId = await ordered()
    const { code } = await packedFrom(post, dossierId, { order: 1, recipient })
    post.at('2021-05-11 16:00')
    await post.post(clerk, `/parcels/${code}/unpacking`, {})
    post.at('2021-05-12 09:00')
    await post.sweep()
    expect(await incidents(dossierId)).toEqual([])
    post.at('2021-05-13 00:00')
    await post.sweep()
    await packedFrom(post, dossierId, { order: 1, recipient })
    expect(await incidents(dossierId)).toEqual([['dispatch-unpacked', desk], ['packed']])
  })

  test('is not the desk’s to answer for while it is still on its way there', async () => {
    const dossierId = uuidv7()
    post.at('2021-05-10 10:00')
    const signed = { seq: 1, event: signedResult, delivery: 'to-dispatch', dispatch: 1, by: department }
    await post.heardDossier(news(dossierId, signed))
    await post.post('service:conductor', '/dispatches', { dossierId, order: 1, from: desk })
    const papers = (await papersNow(post, dossierId)).map(({ paper }) => paper)
    const packing = { dossierId, from: department, to: desk, papers, postage: 0 }
    expect((await post.post('officer:gia-lai.labour', '/parcels', packing)).statusCode).toBe(201)
    post.at('2021-05-12 00:00')
    await post.db.query('update parcel set alarmed_at = now()')
    await post.sweep()
    expect(await incidents(dossierId)).toEqual([])
    expect(await moment()).toBe('2021-05-13T17:00:00.000Z')
  })

  test('is wanted no more: what was put before people is settled; wanted again it waits anew', async () => {
    const dossierId = await ordered()
    post.at('2021-05-12 09:00')
    await post.sweep()
    const event = { type: 'DossierAssigned', officer: 'x' }
    await post.heardDossier(news(dossierId, { seq: 2, event, delivery: 'ready', dispatch: 1 }))
    expect(await incidents(dossierId)).toEqual([['dispatch-unpacked', desk], ['not-wanted']])
    await post.heardDossier(news(dossierId, { seq: 3, event, delivery: 'to-dispatch', dispatch: 1 }))
    post.at('2021-05-14 00:00')
    await post.sweep()
    expect(await incidents(dossierId)).toHaveLength(3)
    expect(post.trouble).toEqual([])
  })
})

describe('a parcel to the citizen', () => {
  const reissued = { type: 'ResultReissued', version: 2, number: '113/QĐ' }
  const pack = async (dossierId: string, papers: unknown[], more: object = {}) =>
    (
      await post.post(clerk, '/parcels', { dossierId, from: desk, to: null, papers, postage: 0, recipient, ...more })
    ).json()

  test('brings every paper of the result that counts, and none that does not', async () => {
    const dossierId = await ordered()
    await post.heardApplication(application(dossierId, [{ component: '03', originals: 1, certifiedCopies: 0 }]))
    await post.heardDossier(
      news(dossierId, { seq: 2, event: reissued, delivery: 'to-dispatch', dispatch: 1, at: local('2021-05-10 11:00') }),
    )
    const there = await papersNow(post, dossierId)
    const idOf = (component: string) => there.find((one) => one.component === component)?.paper
    const [original, old, valid] = [idOf('03'), idOf('1'), idOf('2')]
    expect(await pack(dossierId, [original], { order: 1 })).toMatchObject({ code: 'result-left-behind', about: valid })
    expect(await pack(dossierId, [old, valid])).toMatchObject({ status: 409, code: 'result-void', about: old })
    expect(await pack(dossierId, [valid, original])).toMatchObject({ purpose: 'result' })
    const { rows } = await post.db.query('select state from dispatch_order')
    expect(rows).toEqual([{ state: 'packed' }])
  })

  test('without a result is no result, and with one it was ordered', async () => {
    const dossierId = uuidv7()
    await post.heardApplication(application(dossierId, [{ component: '03', originals: 1, certifiedCopies: 0 }]))
    const [original] = await papersNow(post, dossierId)
    expect(await pack(dossierId, [original?.paper])).toMatchObject({ purpose: 'papers' })
    await post.heardDossier(news(dossierId, { seq: 1, event: signedResult }))
    const result = (await papersNow(post, dossierId)).find(({ kind }) => kind === 'result')
    expect(await pack(dossierId, [result?.paper])).toMatchObject({ status: 409, code: 'dispatch-not-wanted' })
  })
})
