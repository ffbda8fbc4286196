import type { Fee } from '@dossier/contracts/procedure'
import { expect, test } from 'vitest'
import { feesDue, feesInForce } from '../src/fees.ts'

const fee = (more: Partial<Fee>): Fee => ({
  id: 'fee',
  name: 'Lệ phí mẫu',
  channels: ['desk'],
  from: '2020-01-01',
  to: null,
  amount: 2_000,
  per: 'dossier',
  due: 'acceptance',
  basis: 'Văn bản mẫu',
  confidence: 'fx',
  ...more,
})
/** TT 226/2016: 2.000 đ for pages 1 and 2, 1.000 đ from page 3, at most 200.000 đ a copy. */
const certification = fee({ per: 'page', amountFrom: { page: 3, amount: 1_000 }, cap: 200_000, due: 'return' })
const amounts = (fees: Fee[], ...counts: { pages: number; copies: number }[]) =>
  feesDue({ fees }, 'desk', '2021-09-01', counts).map(({ amount }) => amount)

test('a certified copy of 3 pages costs 2.000 + 2.000 + 1.000 = 5.000 đ (S06)', () => {
  expect(amounts([certification], { pages: 3, copies: 1 })).toEqual([5_000])
})

test.each([
  [1, 2_000],
  [2, 4_000],
  [198, 200_000],
  [199, 200_000],
  [1_000, 200_000],
])('a certified copy of %i pages costs %i đ, never above the cap of a copy', (pages, amount) => {
  expect(amounts([certification], { pages, copies: 1 })).toEqual([amount])
})

test('the cap is that of one copy: two copies cost twice as much', () => {
  expect(amounts([certification], { pages: 500, copies: 2 }, { pages: 3, copies: 1 })).toEqual([405_000])
})

test('a fee per copy counts copies, whatever their pages', () => {
  expect(amounts([fee({ per: 'copy', amount: 8_000 })], { pages: 9, copies: 3 })).toEqual([24_000])
})

test('a fee of a dossier needs no count, and a counted one says that it is not counted yet', () => {
  expect(amounts([fee({}), certification])).toEqual([2_000, null])
})

test('each channel has its own tariff, and each period, first and last day included', () => {
  const desk = fee({ id: 'desk', to: '2020-12-31' })
  const online = fee({ id: 'online', channels: ['online'], from: '2021-01-01' })
  const inForce = (channel: 'desk' | 'online', day: string) =>
    feesInForce({ fees: [desk, online] }, channel, day).map(({ id }) => id)
  expect(inForce('desk', '2020-12-31')).toEqual(['desk'])
  expect(inForce('desk', '2021-01-01')).toEqual([])
  expect(inForce('online', '2020-12-31')).toEqual([])
  expect(inForce('online', '2021-01-01')).toEqual(['online'])
  expect(inForce('desk', '2019-12-31')).toEqual([])
})
