import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { posted, step } from './on-the-way.ts'
import { courier, delivery, expectBalance, local, openPostOffice, papersNow, type PostOffice } from './post-office.ts'

let post: PostOffice
beforeAll(async () => {
  post = await openPostOffice()
})
afterAll(() => post.close())

let ids = 0
const send = async (parcel: string, name: string, at: string, more: object = {}, by = courier) => {
  const scan = { id: `judged-${(ids += 1)}`, parcel, step: name, happenedAt: local(`2021-05-13 ${at}`), ...more }
  const { scans } = (await post.post(by, '/scans', { scans: [scan] })).json()
  return { id: scan.id, answer: scans[0].code ?? scans[0].outcome }
}
const told = async (...given: Parameters<typeof send>) => (await send(...given)).answer
const onTheWay = async () => {
  post.at('2021-05-12 14:00')
  const parcel = await posted(post)
  post.at('2021-05-13 18:00')
  return parcel
}
const stateOf = async (code: string) =>
  (await post.db.query('select state, closed_at is not null as over from parcel where code = $1', [code])).rows[0]
const holders = async (dossierId: string) => new Set((await papersNow(post, dossierId)).map(({ now }) => now?.kind))
const otherOffice = 'officer:ia-kha.post'

describe('a scan is judged where it happened in the story', () => {
  test('a delivery told after a later arrival ends the parcel', async () => {
    const { code, dossierId } = await onTheWay()
    expect(await told(code, 'arrived', '12:00')).toBe('counted')
    expect(await told(code, 'delivered', '10:00', { detail: delivery })).toBe('counted')
    expect(await stateOf(code)).toEqual({ state: 'delivered', over: true })
    expect(await holders(dossierId)).toEqual(new Set(['citizen']))
    expect(await told(code, 'lost', '13:00')).toBe('parcel-closed')
    await expectBalance(post)
  })

  test('what was found before it was lost is not found', async () => {
    const { code, dossierId } = await onTheWay()
    expect(await told(code, 'lost', '12:00')).toBe('counted')
    expect(await told(code, 'found', '11:00')).toBe('not-lost')
    expect(await stateOf(code)).toEqual({ state: 'lost', over: true })
    expect(await holders(dossierId)).toEqual(new Set(['lost']))
    expect(await told(code, 'found', '13:00')).toBe('counted')
    expect(await told(code, 'lost', '10:00')).toBe('parcel-closed')
    expect(await told(code, 'arrived', '12:30')).toBe('parcel-closed')
    expect(await stateOf(code)).toEqual({ state: 'under-way', over: false })
    await expectBalance(post)
  })

  test.each(['10:00', '12:30'])(
    'a delivery at %s of what was declared lost at 12:00 counts once it is found, and the parcel is over',
    async (at) => {
      const { code, dossierId } = await onTheWay()
      await send(code, 'lost', '12:00')
      expect(await told(code, 'delivered', at, { detail: delivery })).toBe('parcel-closed')
      expect((await step(post, code, 'found')).statusCode).toBe(200)
      expect(await stateOf(code)).toEqual({ state: 'delivered', over: true })
      expect(await holders(dossierId)).toEqual(new Set(['citizen']))
      await expectBalance(post)
    },
  )
})

describe('what became of a parcel is told by the office that has it', () => {
  test('another office’s delivery, attempt, loss and find are kept for people', async () => {
    const { code } = await onTheWay()
    expect(await told(code, 'delivered', '10:00', { detail: delivery }, otherOffice)).toBe('not-permitted')
    expect(await told(code, 'attempted', '10:00', {}, otherOffice)).toBe('not-permitted')
    expect(await told(code, 'lost', '10:00', {}, otherOffice)).toBe('not-permitted')
    expect(await told(code, 'lost', '11:00')).toBe('counted')
    expect(await told(code, 'found', '12:00', {}, otherOffice)).toBe('not-permitted')
    const kept = await post.db.query(`select from scan where parcel = $1 and refusal = 'not-permitted'`, [code])
    expect(kept.rowCount).toBe(4)
    expect((await step(post, code, 'found', {}, otherOffice)).statusCode).toBe(403)
  })

  test('a delivery told before the arrival at the office that made it counts with it', async () => {
    const { code } = await onTheWay()
    expect(await told(code, 'delivered', '12:00', { detail: delivery }, otherOffice)).toBe('not-permitted')
    expect(await told(code, 'arrived', '10:00', {}, otherOffice)).toBe('counted')
    expect(await stateOf(code)).toEqual({ state: 'delivered', over: true })
    await expectBalance(post)
  })

  test('only the office that scanned corrects its scan', async () => {
    const { code, dossierId } = await onTheWay()
    const { id } = await send(code, 'delivered', '12:00', { detail: delivery })
    expect(await told(code, 'arrived', '12:00', { corrects: id }, otherOffice)).toBe('not-permitted')
    expect(await holders(dossierId)).toEqual(new Set(['citizen']))
    expect(await told(code, 'arrived', '12:00', { corrects: id })).toBe('counted')
    expect(await holders(dossierId)).toEqual(new Set(['parcel']))
  })
})
