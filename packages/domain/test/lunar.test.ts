import { LunarDate } from '@nghiavuive/lunar_date_vi'
import { expect, test } from 'vitest'
import { lunarDay } from '../src/lunar.ts'

/** The same day in the tables Hồ Ngọc Đức computed beforehand, as a library holds them. */
const tabled = (year: number, month: number, day: number): string => {
  const lunar = new LunarDate({ year, month, day })
  lunar.init()
  const solar = lunar.toSolarDate().get()
  return new Date(Date.UTC(solar.year, solar.month - 1, solar.day)).toISOString().slice(0, 10)
}
const years = Array.from({ length: 201 }, (_, i) => 1900 + i)

/**
 * Where the tables say otherwise. Vietnam went by UTC+8 until 1967, and a new moon or the sun's passage fell into the hour
 * between; in 1925 the tables are wrong, the new moon of 24 January being at 21:45.
 */
const otherwise = { tet: [1903, 1925, 1935, 1965], giotTo: [1916, 1917, 1939] }

test.each([
  ['Tết Nguyên đán', 1, 1, otherwise.tet],
  ['Giỗ Tổ Hùng Vương', 3, 10, otherwise.giotTo],
] as const)('%s falls on the day of the tables, 1900 to 2100, but for years before 1968', (_, month, day, known) => {
  expect(years.filter((year) => lunarDay(year, month, day) !== tabled(year, month, day))).toEqual(known)
})

// Both conversions share one author: these days are from notices and from history.
test.each([
  [1985, '1985-01-21'], // a month before China's: the winter solstice fell on another day
  [2007, '2007-02-17'], // China 18/2
  [2023, '2023-01-22'],
  [2026, '2026-02-17'],
  [2027, '2027-02-06'],
  [2030, '2030-02-02'], // China 3/2
  [2053, '2053-02-18'], // China 19/2
])('Tết of %i is %s, by Hà Nội’s clock', (year, day) => {
  expect(lunarDay(year, 1, 1)).toBe(day)
})

test.each([
  [2021, '2021-04-21'],
  [2023, '2023-04-29'], // after a second month that came twice
  [2024, '2024-04-18'],
  [2026, '2026-04-26'],
  [2027, '2027-04-16'],
])('Giỗ Tổ of %i, the tenth of the third month, is %s', (year, day) => {
  expect(lunarDay(year, 3, 10)).toBe(day)
})

test('Trung thu, 15/8, counts past a leap month and past the new year of the sun', () => {
  expect([2024, 2025, 2026].map((year) => lunarDay(year, 8, 15))).toEqual(['2024-09-17', '2025-10-06', '2026-09-25'])
  expect(lunarDay(2025, 12, 23)).toBe('2026-02-10')
})
