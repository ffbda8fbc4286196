import { expect, test } from 'vitest'
import { commune, district, local, province, said } from './fixtures.ts'
import { life } from './life.ts'
import { p6, p6Later } from './procedures.ts'

/** S01 as it happened: post in, post out, nobody late. */
const referenceDossier = () =>
  life({ procedure: p6, desk: commune.desk })
    .opens('2021-04-13 09:40', 'post')
    .does('2021-04-13 09:40', { type: 'Accept' })

const atTheDistrict = () =>
  referenceDossier()
    .hands('2021-04-13 10:30', '2021-04-13 11:00', commune.culture)
    .hands('2021-04-19 16:30', '2021-04-20 08:15', district.labour)

const atTheProvince = (offered = '2021-04-28 15:00') =>
  atTheDistrict().hands(offered, '2021-04-29 14:00', province.labour)

const signed = () =>
  atTheProvince()
    .does('2021-05-10 14:00', { type: 'Propose', outcome: 'granted' })
    .does('2021-05-10 15:30', { type: 'Sign', outcome: 'granted', number: '112/QĐ-SLĐTBXH' })

const collected = { type: 'ReturnResult', by: 'post', to: 'representative', identityChecked: true } as const

test('S01: accepted on 13/04/2021, due 17/05, and each agency knows its own day', () => {
  const { count, pinned } = referenceDossier().dossier()
  expect(said(count?.due)).toBe('2021-05-17')
  expect(count?.stages.map(({ unit, due }) => [unit, said(due)])).toEqual([
    [commune.culture, '2021-04-20'],
    [district.labour, '2021-05-04'],
    [province.labour, '2021-05-17'],
  ])
  expect(pinned).toEqual({
    version: 'p6@2021-01-01',
    ruleSet: 'ND61_2018',
    calendar: 'VN-2026-1',
  })
})

test('S01: the commune holds the dossier until the district has accepted it', () => {
  const offered = referenceDossier()
    .hands('2021-04-13 10:30', '2021-04-13 11:00', commune.culture)
    .does('2021-04-19 16:30', { type: 'OfferHandover', to: district.labour })
  expect(offered.dossier().holder).toBe(commune.culture)
  expect(offered.does('2021-04-20 08:15', { type: 'AcceptHandover' }).dossier().holder).toBe(district.labour)
  expect(offered.last()).toMatchObject({
    stageDue: { on: '2021-05-04' },
    left: { stage: 'commune', endedAt: local('2021-04-19 16:30'), timeliness: 'early' },
  })
})

test('S01: an early stage gives the next one its own limit, 11/05, and does not move the total', () => {
  const { place, count } = atTheProvince().dossier()
  expect([said(place?.due), said(count?.due)]).toEqual(['2021-05-11', '2021-05-17'])
})

test('S01: signed on 10/05 the dossier is early, its clock stops and the desk has it', () => {
  const { result, clock, holder, delivery, state } = signed().dossier()
  expect(result?.timeliness).toBe('early')
  expect(clock).toEqual({ is: 'stopped', at: local('2021-05-10 15:30') })
  expect([holder, delivery, state]).toEqual([commune.desk, 'ready', 'completed'])
})

test('S01: handed over with identity checked, it has ended', () => {
  const { state, delivery } = signed().does('2021-05-13 10:15', collected).dossier()
  expect([state, delivery]).toEqual(['returned', 'returned'])
})

// Every alarm costs the conductor events; the running costs of a dossier where all goes well are reckoned with none.
test.each(['07:30', '09:00', '14:00', '15:00', '16:59'])(
  'S01: no alarm falls due between acceptance and return, the district having sent the dossier on at %s',
  (time) => {
    const told = atTheProvince(`2021-04-28 ${time}`)
      .does('2021-05-10 14:00', { type: 'Propose', outcome: 'granted' })
      .does('2021-05-10 15:30', { type: 'Sign', outcome: 'granted', number: '112/QĐ-SLĐTBXH' })
      .does('2021-05-13 10:15', collected)
    expect(told.fellDue).toEqual([])
    expect(told.plan()).toEqual([])
  },
)

test('S01, control under the law of 15/02/2022: 05/04 gives 13/04, 22/04 and 04/05/2022', () => {
  const { count, pinned } = life({ procedure: p6Later, desk: commune.desk })
    .opens('2022-04-05 08:00')
    .does('2022-04-05 08:30', { type: 'Accept' })
    .dossier()
  expect(count?.stages.map(({ due }) => said(due))).toEqual(['2022-04-13', '2022-04-22', '2022-05-04'])
  expect([said(count?.due), pinned?.ruleSet]).toEqual(['2022-05-04', 'ND61_2018+ND107_2021'])
})
