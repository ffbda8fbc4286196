import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { collected, countedBy, courier, expectBalance, office, openPostOffice, type PostOffice } from './post-office.ts'

let post: PostOffice
beforeAll(async () => {
  post = await openPostOffice()
})
afterAll(() => post.close())

describe('bags and manifests between post offices', () => {
  const there = 'H21.08.01.06'
  const taker = 'officer:ia-kha.post'

  test('what is missing stays with the giver’s office, and what is on no list is refused by name', async () => {
    post.at('2021-04-12 15:30')
    const [one, two, three, foreign] = [
      await collected(post),
      await collected(post),
      await collected(post),
      await collected(post),
    ]
    const order = { to: there, bags: [{ seal: 'NP-7', parcels: [one.parcel, two.parcel] }], loose: [three.parcel] }
    const given = await post.post(courier, '/manifests', order)
    expect(given.json()).toMatchObject({ code: 'BK-210412-0001', bags: ['TT-210412-0001'], parcels: 3 })
    expect((await post.post(courier, '/manifests', order)).json()).toMatchObject({ code: 'paper-in-other-parcel' })
    const arrive = (parcels: string[], by = taker) =>
      post.post(by, `/manifests/${given.json().code}/taking`, { parcels })
    expect((await arrive([one.parcel], courier)).statusCode).toBe(403)
    expect((await arrive([one.parcel, foreign.parcel])).json()).toMatchObject({
      code: 'foreign-item',
      about: foreign.parcel,
    })
    expect((await arrive([one.parcel, 'RA473124828VN'])).json()).toMatchObject({ code: 's10-check-digit' })
    expect((await arrive([one.parcel, three.parcel])).json()).toEqual({ arrived: 2, missing: [two.parcel] })
    expect((await arrive([one.parcel])).json().code).toBe('transfer-over')
    const offices = await post.db.query('select code, office from parcel where code = any($1) order by code', [
      [one.parcel, two.parcel, three.parcel],
    ])
    expect(offices.rows.map((row) => row.office)).toEqual([there, office, there])
    expect((await post.events(two.dossierId)).at(-1)).toMatchObject({ type: 'IncidentOpened', what: 'count-differs' })
    await expectBalance(post)
  })

  test('a parcel of another office, and a closed one, go on no manifest', async () => {
    post.at('2021-04-12 15:30')
    const { parcel } = await collected(post)
    expect((await post.post(taker, '/manifests', { to: office, loose: [parcel] })).statusCode).toBe(403)
    const number = await countedBy(post, parcel)
    await post.post(courier, `/handover-records/${number}/signature`, {})
    const other = await collected(post)
    const both = await post.post(courier, '/manifests', { to: there, loose: [other.parcel, parcel] })
    expect(both.json()).toMatchObject({ code: 'parcel-closed', about: parcel })
  })

  const trip = async (parcels: string[], to = there) =>
    (await post.post(courier, '/manifests', { to, loose: parcels })).json().code
  const take = (code: string, parcels: string[], by = taker, surplus: string[] = []) =>
    post.post(by, `/manifests/${code}/taking`, { parcels, surplus })
  const third = 'H21.08.64'
  const thirdTaker = 'officer:huyen-ia-grai.post'

  test('a parcel that came with the trip and stands on no list is there, and before people', async () => {
    const [one, extra] = [await collected(post), await collected(post)]
    const code = await trip([one.parcel])
    expect((await take(code, [one.parcel], taker, [extra.parcel])).json()).toEqual({ arrived: 1, missing: [] })
    expect((await post.get(courier, `/parcels/${one.parcel}`)).statusCode).toBe(403)
    const opened = async (dossierId: string) =>
      (await post.events(dossierId)).filter(({ type }) => type === 'IncidentOpened')
    expect(await opened(extra.dossierId)).toMatchObject([
      { what: 'parcel-unannounced', parcel: extra.parcel, at: there },
    ])
    expect(await opened(one.dossierId)).toEqual([])
    const [kept] = (await post.db.query('select office from parcel where code = $1', [extra.parcel])).rows
    expect(kept.office).toBe(there)
  })

  test('an arrival nobody announced is before people, one on the list of a trip is not', async () => {
    const [announced, stray] = [await collected(post), await collected(post)]
    await trip([announced.parcel])
    const scan = ({ parcel }: { parcel: string }) => post.post(taker, `/parcels/${parcel}/steps`, { step: 'arrived' })
    expect((await scan(announced)).statusCode).toBe(200)
    expect((await scan(stray)).statusCode).toBe(200)
    const whats = async ({ dossierId }: { dossierId: string }) =>
      (await post.events(dossierId)).flatMap((event) => (event.type === 'IncidentOpened' ? [event.what] : []))
    expect(await whats(announced)).toEqual([])
    expect(await whats(stray)).toEqual(['parcel-unannounced'])
  })

  test('a trip goes to another post office, and to none else', async () => {
    const { parcel } = await collected(post)
    const give = (to: string) => post.post(courier, '/manifests', { to, loose: [parcel] })
    for (const to of ['H21.08.05.01', office])
      expect((await give(to)).json()).toMatchObject({ status: 422, code: 'no-post-office', about: to })
  })

  test('who gave a trip does not take it, though he has a mandate there too', async () => {
    const { parcel } = await collected(post)
    const code = await trip([parcel])
    await post.db.query('update manifest set given_by = $2 where code = $1', [code, 'ia-kha.post'])
    expect((await take(code, [parcel])).json().code).toBe('same-hand')
  })

  test('sent on to another office on purpose, that one alone takes it', async () => {
    const { parcel } = await collected(post)
    const code = await trip([parcel])
    const redirect = (by: string, to = third) =>
      post.post(by, `/manifests/${code}/redirection`, { to, reason: 'Đường sạt lở' })
    expect((await redirect(taker)).statusCode).toBe(403)
    expect((await redirect(courier, office)).json().code).toBe('no-post-office')
    expect((await redirect(courier)).json()).toEqual({ to: third })
    expect((await take(code, [parcel])).statusCode).toBe(403)
    expect((await take(code, [parcel], thirdTaker)).json()).toEqual({ arrived: 1, missing: [] })
    expect((await redirect(courier, there)).json().code).toBe('transfer-over')
    const { rows } = await post.db.query('select nth, from_office, to_office, by from manifest_redirection')
    expect(rows).toEqual([{ nth: 1, from_office: there, to_office: third, by: 'ia-grang.post' }])
  })

  test('called back it is nobody’s to take, its silence is off, and its parcels may go another way', async () => {
    const { parcel } = await collected(post)
    const code = await trip([parcel])
    const open = async () =>
      (await post.get(courier, `/manifests?office=${office}&open=true`))
        .json()
        .manifests.map((one: { code: string }) => one.code)
    expect(await open()).toContain(code)
    expect((await post.get('officer:ia-grang.intake', `/manifests?office=${office}`)).statusCode).toBe(403)
    const back = (by: string) => post.post(by, `/manifests/${code}/withdrawal`, {})
    expect((await back(taker)).statusCode).toBe(403)
    expect((await back(courier)).statusCode).toBe(200)
    expect((await back(courier)).json().code).toBe('transfer-over')
    expect((await take(code, [parcel])).json().code).toBe('transfer-over')
    expect(await open()).not.toContain(code)
    expect((await post.db.query('select from silence where id = $1', [code])).rowCount).toBe(0)
    expect(await trip([parcel], third)).toMatch(/^BK-/)
  })
})
