import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atDesk, give, lodged, social, specialist, take } from './lodged.ts'
import { clerk, colleague, courier, expectBalance, openPostOffice, papersNow, type PostOffice } from './post-office.ts'

let post: PostOffice
beforeAll(async () => {
  post = await openPostOffice()
})
afterAll(() => post.close())

describe('from desk to officer and back, and to the archive', () => {
  test('custody changes when both have confirmed', async () => {
    const { dossierId, papers } = await lodged(post)
    const { id } = (await give(post, dossierId, papers)).json()
    expect((await papersNow(post, dossierId)).map(({ way }) => way)).toEqual(['desk', 'desk'])
    expect((await post.get(specialist, '/transfers?organisation=H21.08.05.04')).json().transfers).toMatchObject([
      { id },
    ])
    expect((await take(post, id, papers)).json()).toEqual({ state: 'taken' })
    expect((await post.events(dossierId)).at(-1)).toMatchObject({ type: 'PapersMoved', from: atDesk, to: social })
    const back = (await give(post, dossierId, papers, { from: social, to: atDesk }, specialist)).json()
    await take(post, back.id, papers, colleague)
    const archive = { kind: 'archive', organisation: 'H21.08.05' }
    const filed = (await give(post, dossierId, papers.slice(0, 1), { to: archive })).json()
    expect((await take(post, filed.id, papers.slice(0, 1), 'officer:ia-grang.office')).json()).toEqual({
      state: 'taken',
    })
    const chains = await post.get(clerk, `/dossiers/${dossierId}/custody`)
    expect(chains.json().papers[0].chain).toMatchObject([
      { custodian: atDesk, givenBy: 'sender' },
      { custodian: social, givenBy: 'ia-grang.intake', takenBy: 'ia-grang.social' },
      { custodian: atDesk, givenBy: 'ia-grang.social', takenBy: 'ia-grang.intake-2' },
      { custodian: archive },
    ])
    await expectBalance(post)
  })

  test('counted differently, what is disputed stays with the giver and is before people at once', async () => {
    const { dossierId, papers } = await lodged(post)
    const { id } = (await give(post, dossierId, papers)).json()
    const other = await lodged(post)
    expect((await take(post, id, [...papers, other.papers[0]])).json()).toMatchObject({
      code: 'foreign-item',
      about: other.papers[0],
    })
    expect((await take(post, id, papers.slice(1))).json()).toEqual({ state: 'disputed' })
    expect((await post.events(dossierId)).at(-1)).toMatchObject({ type: 'IncidentOpened', what: 'count-differs' })
    expect((await papersNow(post, dossierId)).map(({ now }) => now?.kind)).toEqual(['desk', 'officer'])
    expect((await take(post, id, papers)).json().code).toBe('transfer-over')
    await expectBalance(post)
  })

  test('two takers at once: one has it', async () => {
    const { dossierId, papers } = await lodged(post)
    const to = { kind: 'desk', organisation: 'H21.08.01.01' }
    const { id } = (await give(post, dossierId, papers, { to })).json()
    const takers = ['officer:ia-kha.intake', 'officer:ia-kha.head', 'officer:ia-kha.intake', 'officer:ia-kha.head']
    const codes = (await Promise.all(takers.map((by) => take(post, id, papers, by)))).map(
      ({ statusCode }) => statusCode,
    )
    expect(codes.toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409])
    expect((await post.events(dossierId)).filter(({ type }) => type === 'PapersMoved')).toHaveLength(1)
    await expectBalance(post)
  })

  test('nobody gives what is not theirs, takes what is not for them, or confirms for both sides', async () => {
    const { dossierId, papers } = await lodged(post)
    expect((await give(post, dossierId, papers, {}, 'officer:ia-grang.justice')).statusCode).toBe(403)
    expect((await give(post, dossierId, papers, {}, courier)).statusCode).toBe(403)
    expect((await give(post, dossierId, papers, { from: social }, specialist)).json().code).toBe('not-givers-paper')
    const { id } = (await give(post, dossierId, papers)).json()
    expect((await take(post, id, papers, 'officer:ia-grang.justice')).statusCode).toBe(403)
    const own = (await give(post, dossierId, papers, { to: atDesk })).json()
    expect((await take(post, own.id, papers, clerk)).json().code).toBe('same-hand')
    expect((await post.post(clerk, `/transfers/${id}/withdrawal`, {})).json()).toEqual({ state: 'withdrawn' })
    expect((await take(post, id, papers)).json().code).toBe('transfer-over')
  })

  test('silence of the taker is an alarm at the end of the next working day', async () => {
    const { dossierId, papers } = await lodged(post)
    await give(post, dossierId, papers)
    post.at('2021-04-14 23:59')
    await post.sweep()
    expect(await post.events(dossierId)).toEqual([])
    post.at('2021-04-15 00:00')
    await post.sweep()
    await post.sweep()
    expect(await post.events(dossierId)).toMatchObject([
      { type: 'IncidentOpened', what: 'taker-silent', at: 'H21.08.05.04' },
    ])
  })
})
