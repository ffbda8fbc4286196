import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { packed, posted, step } from './on-the-way.ts'
import {
  courier,
  clerk,
  delivery,
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

type Row = { id: string; parcel: string; step: string; happenedAt: string; detail?: object; corrects?: string }
const Answers = z.object({
  scans: z.array(z.object({ id: z.string(), outcome: z.string(), code: z.string().optional() })),
})
const send = async (rows: Row[], by = courier) =>
  Answers.parse((await post.post(by, '/scans', { scans: rows })).json()).scans
const later = (minutes: number) => new Date(Date.parse(local('2021-05-12 14:00')) + minutes * 60_000).toISOString()

/** Always the same order for one seed. */
const shuffled = <T>(list: readonly T[], seed = 7): T[] => {
  let state = seed
  const next = () => (state = (state * 48_271) % 2_147_483_647)
  return list
    .map((item) => ({ item, at: next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item)
}

describe('a courier offline for two days', () => {
  test('300 scans, sent twice and shuffled, tell the story that happened, once', async () => {
    post.at('2021-05-12 14:00')
    const parcels: { dossierId: string; code: string }[] = []
    for (let n = 0; n < 60; n += 1) parcels.push(await posted(post))
    post.at('2021-05-14 17:00')
    const rows = parcels.flatMap(({ code: parcel }, i): Row[] =>
      [
        { step: 'departed', after: 10 },
        { step: 'arrived', after: 300 },
        { step: 'out-for-delivery', after: 900 },
        { step: 'attempted', after: 1_000, detail: { reason: 'absent' } },
        { step: 'delivered', after: 2_000 + i, detail: delivery },
      ].map(({ after, ...scan }) => ({ ...scan, id: `scan-${i}-${after}`, parcel, happenedAt: later(after) })),
    )
    expect(rows).toHaveLength(300)
    const first = await send(shuffled(rows))
    const second = await send(shuffled([...rows, ...rows].slice(0, 500), 11))
    expect(new Set(first.map(({ outcome }) => outcome))).toEqual(new Set(['counted']))
    expect(new Set(second.map(({ outcome }) => outcome))).toEqual(new Set(['known']))
    const { rows: kept } = await post.db.query(
      `select count(*)::int as scans, count(distinct id)::int as ids, bool_and(recorded_at > happened_at) as late from scan where id like 'scan-%'`,
    )
    expect(kept).toEqual([{ scans: 300, ids: 300, late: true }])
    for (const [i, { dossierId, code }] of parcels.entries()) {
      const messages = await post.told(dossierId)
      const story = messages.filter(({ event }) => 'parcel' in event && event.parcel === code)
      expect(story.map(({ event: { type }, happenedAt }) => [type, happenedAt])).toEqual([
        ['ParcelPosted', later(0)],
        ['ParcelAttempted', later(1_000)],
        ['ParcelDelivered', later(2_000 + i)],
      ])
      const papers = await papersNow(post, dossierId)
      expect(papers.map(({ chain }) => chain.at(-1))).toMatchObject(
        papers.map(() => ({ custodian: { kind: 'citizen' }, since: later(2_000 + i) })),
      )
    }
    await expectBalance(post)
  }, 120_000)

  test('one that comes later than the end takes its place in the story, and changes no custody', async () => {
    post.at('2021-05-12 14:00')
    const { code, dossierId } = await posted(post)
    post.at('2021-05-14 17:00')
    await send([{ id: 'end-1', parcel: code, step: 'delivered', happenedAt: later(600), detail: delivery }])
    const before = await papersNow(post, dossierId)
    expect(await send([{ id: 'late-1', parcel: code, step: 'arrived', happenedAt: later(60) }])).toEqual([
      { id: 'late-1', outcome: 'counted' },
    ])
    expect(await papersNow(post, dossierId)).toEqual(before)
    await expectBalance(post)
  })

  test('an error is corrected by a new scan that names it: the papers are in the parcel again, and people look', async () => {
    post.at('2021-05-12 14:00')
    const { code, dossierId } = await posted(post)
    post.at('2021-05-14 17:00')
    await send([{ id: 'wrong-1', parcel: code, step: 'delivered', happenedAt: later(600), detail: delivery }])
    await send([
      {
        id: 'right-1',
        parcel: code,
        step: 'attempted',
        happenedAt: later(600),
        corrects: 'wrong-1',
        detail: { reason: 'absent' },
      },
    ])
    expect((await papersNow(post, dossierId)).map(({ way }) => way)).toEqual([
      'citizen parcel desk parcel',
      'citizen parcel desk parcel',
      'citizen parcel desk parcel',
    ])
    expect((await post.events(dossierId)).filter(({ type }) => type === 'IncidentOpened')).toMatchObject([
      { what: 'paper-not-there', parcel: code },
    ])
    expect(
      (await post.db.query(`select count(*)::int as n from scan where id in ('wrong-1', 'right-1')`)).rows,
    ).toEqual([{ n: 2 }])
    await expectBalance(post)
  })
})

test('scans that come before the one they follow are kept, and count when it has come', async () => {
  post.at('2021-05-12 14:00')
  const { code, dossierId, papers } = await packed(post)
  post.at('2021-05-14 17:00')
  const row = (id: string, name: string, after: number, more: object = {}) => ({
    id,
    parcel: code,
    step: name,
    happenedAt: later(after),
    ...more,
  })
  const early = [
    row('before-2', 'departed', 60),
    row('before-4', 'attempted', 600, { corrects: 'before-3', detail: { reason: 'absent' } }),
    row('before-3', 'delivered', 500, { detail: delivery }),
  ]
  expect((await send(early)).map(({ code: why }) => why)).toEqual(['not-posted', 'unknown-scan', 'not-posted'])
  await send([row('before-1', 'taken', 5, { detail: { papers: papers.length } })])
  const { rows } = await post.db.query(`select id, refusal from scan where id like 'before-%' order by id`)
  expect(rows.map(({ refusal }) => refusal)).toEqual([null, null, null, null])
  expect((await post.get(courier, `/parcels/${code}`)).json()).toMatchObject({ state: 'attempted', attempts: 1 })
  expect(new Set((await papersNow(post, dossierId)).map(({ now }) => now?.kind))).toEqual(new Set(['parcel']))
  expect((await send(early)).map(({ outcome }) => outcome)).toEqual(['known', 'known', 'known'])
  await expect(post.db.query(`update scan set step = 'lost' where id = 'before-1'`)).rejects.toThrow('not changed')
  await expectBalance(post)
})

describe('a scan that cannot be is refused with a code, the others count, and nothing is lost', () => {
  test('in one batch', async () => {
    post.at('2021-05-12 14:00')
    const [open, closed] = [await posted(post), await posted(post)]
    post.at('2021-05-12 15:00')
    await step(post, closed.code, 'delivered', delivery)
    post.at('2021-05-12 16:00')
    const at = local('2021-05-12 15:30')
    const rows: Row[] = [
      { id: 'ok-1', parcel: open.code, step: 'departed', happenedAt: at },
      { id: 'closed-1', parcel: closed.code, step: 'departed', happenedAt: at },
      { id: 'unknown-1', parcel: 'RA473124829VN', step: 'departed', happenedAt: at },
      { id: 'digit-1', parcel: 'RA473124828VN', step: 'departed', happenedAt: at },
      { id: 'shape-1', parcel: 'hello', step: 'departed', happenedAt: at },
      { id: 'future-1', parcel: open.code, step: 'arrived', happenedAt: local('2021-05-12 16:06') },
      { id: 'ahead-1', parcel: open.code, step: 'arrived', happenedAt: local('2021-05-12 16:04') },
      { id: 'early-1', parcel: open.code, step: 'departed', happenedAt: local('2021-05-11 16:00') },
      { id: 'lost-1', parcel: open.code, step: 'found', happenedAt: at },
      { id: 'names-1', parcel: open.code, step: 'departed', happenedAt: at, corrects: 'no-such-scan' },
    ]
    const answers = await send(rows)
    expect(answers.map(({ id, outcome, code = '' }) => `${id} ${outcome} ${code}`.trim())).toEqual([
      'ok-1 counted',
      'closed-1 refused parcel-closed',
      'unknown-1 refused parcel-unknown',
      'digit-1 refused s10-check-digit',
      'shape-1 refused s10-length',
      'future-1 refused scan-from-the-future',
      'ahead-1 counted',
      'early-1 refused before-packing',
      'lost-1 refused not-lost',
      'names-1 refused unknown-scan',
    ])
    const refused = answers.filter(({ outcome }) => outcome === 'refused').map(({ id }) => id)
    const { scans } = (await post.get(courier, '/scans/refused')).json()
    expect(scans.map(({ id }: { id: string }) => id).toSorted()).toEqual(expect.arrayContaining(refused.toSorted()))
    const again = await send(rows)
    expect(again.map(({ code = null }) => code)).toEqual(answers.map(({ code = null }) => code))
    expect(again.every(({ outcome }) => outcome === 'known')).toBe(true)
    await expectBalance(post)
  })

  test('an id sent for something else is refused, and that is kept too', async () => {
    post.at('2021-05-12 14:00')
    const { code } = await posted(post)
    post.at('2021-05-12 16:00')
    const scan = { id: 'twice-1', parcel: code, step: 'departed', happenedAt: local('2021-05-12 15:00') }
    await send([scan])
    expect(await send([{ ...scan, step: 'arrived' }])).toMatchObject([{ outcome: 'refused', code: 'scan-id-taken' }])
    expect((await post.db.query(`select step from scan where id like 'twice-1%' order by id`)).rows).toHaveLength(2)
  })

  test('that a parcel is lost nobody declares but the office that has it; and a desk scans nothing', async () => {
    post.at('2021-05-12 14:00')
    const { code } = await posted(post)
    post.at('2021-05-12 16:00')
    const scan = { id: 'theft-1', parcel: code, step: 'lost', happenedAt: local('2021-05-12 15:00') }
    expect(await send([scan], 'officer:ia-kha.post')).toMatchObject([{ outcome: 'refused', code: 'not-permitted' }])
    expect((await post.post(clerk, '/scans', { scans: [scan] })).statusCode).toBe(403)
    expect((await post.post(courier, '/scans', { scans: [] })).statusCode).toBe(400)
    expect((await post.post(courier, '/scans', { scans: Array.from({ length: 501 }, () => scan) })).statusCode).toBe(
      400,
    )
  })
})

test('the same scans sent by two couriers at once count once', async () => {
  post.at('2021-05-12 14:00')
  const { code, dossierId } = await posted(post)
  post.at('2021-05-12 16:00')
  const scan = {
    id: 'race-1',
    parcel: code,
    step: 'delivered',
    happenedAt: local('2021-05-12 15:00'),
    detail: delivery,
  }
  const outcomes = (await Promise.all(Array.from({ length: 8 }, () => send([scan]))))
    .flat()
    .map(({ outcome }) => outcome)
  expect(outcomes.toSorted()).toEqual(['counted', ...Array.from({ length: 7 }, () => 'known')])
  expect((await post.events(dossierId)).filter(({ type }) => type === 'ParcelDelivered')).toHaveLength(2) // in and out
  await expectBalance(post)
})

test.each(['slip:PG-210512-0002', 'record:BB-210512-0001:RA000000015VN', 'manifest:x', 'step:x'])(
  'a scan cannot take the id %s, which the service gives to a step of its own',
  async (id) => {
    const scan = { id, parcel: 'RA000000015VN', step: 'arrived', happenedAt: local('2021-05-12 15:00') }
    expect(await send([scan])).toEqual([expect.objectContaining({ id, outcome: 'refused', code: 'scan-unreadable' })])
    expect((await post.db.query('select from scan where id = $1', [id])).rowCount).toBe(0)
  },
)
