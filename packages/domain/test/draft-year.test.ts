import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAnnounced, isProvisional, numberOf, shift } from '../src/calendar.ts'
import { draftYear, proposeYear, withProvisional } from '../src/draft-year.ts'
import { lunarDay } from '../src/lunar.ts'
import { calendar } from './fixtures.ts'

const offIn = (year: number) => draftYear(year).off.map(({ day, why }) => `${day.slice(5)} ${why}`)
const announced = (year: number) => calendar.years.find((one) => one.year === year)?.off ?? []

test('2027 holds the fixed statutory days of BLLĐ 2019 art. 112, and the day of culture since 2026', () => {
  expect(draftYear(2027)).toMatchObject({ year: 2027, provisional: true, confidence: 'D', worked: [] })
  expect(offIn(2027)).toEqual([
    '01-01 holiday',
    '02-05 holiday', // mùng 1 is Saturday 6/2: the last day of the old year, and mùng 3
    '02-08 holiday',
    '02-09 compensation',
    '02-10 compensation',
    '04-16 holiday',
    '04-30 holiday',
    '05-03 compensation', // 1/5 is a Saturday: labour code art. 111.3
    '09-02 holiday',
    '11-24 holiday',
  ])
})

test('every day off in a draft names itself and the law it rests on', () => {
  const [newYear] = draftYear(2028).off
  expect(newYear).toEqual({
    day: '2028-01-03',
    why: 'compensation',
    name: 'Nghỉ bù Tết Dương lịch',
    notice: 'Bộ luật Lao động 2019, Điều 111.3',
  })
  const notices = new Set(draftYear(2027).off.map(({ notice }) => notice))
  expect([...notices].toSorted()).toEqual([
    'Bộ luật Lao động 2019, Điều 111.3',
    'Bộ luật Lao động 2019, Điều 112.1',
    'Nghị quyết 28/2026/QH16',
  ])
})

test('24/11 is a holiday from 2026 on (NQ 28/2026/QH16), not before', () => {
  expect([2025, 2026].map((year) => offIn(year).includes('11-24 holiday'))).toEqual([false, true])
})

test('each year the notices since 2018 gave Tết the days the draft takes for sure', () => {
  for (const { year } of calendar.years) {
    const days = new Set(announced(year).map(({ day }) => day))
    const tet = lunarDay(year, 1, 1)
    const working = [-1, 0, 1, 2]
      .map((by) => shift(tet, by))
      .filter((day) => ![0, 6].includes(new Date(day).getUTCDay()))
    expect(working.filter((day) => !days.has(day))).toEqual([])
  }
})

// Two holidays in a row on weekend days, and Giỗ Tổ beside 30/4 in 2023: the draft's hardest years.
test('all that a draft calls off was off in the years that are announced', () => {
  for (const { year } of calendar.years) {
    const days = new Set(announced(year).map(({ day }) => day))
    expect(draftYear(year).off.filter(({ day }) => !days.has(day))).toEqual([])
  }
})

test('a draft has weekdays of its own year only, none twice and in their order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1990, max: 2100 }), (year) => {
      const days = draftYear(year).off.map(({ day }) => day)
      expect(days.filter((day) => [0, 6].includes(new Date(day).getUTCDay()))).toEqual([])
      expect(days.filter((day) => !day.startsWith(`${year}-`))).toEqual([])
      expect(days).toEqual([...new Set(days)].toSorted())
    }),
  )
})

test('a caller who allows it counts on in a year nobody announced, marked; an announced year stays as it is', () => {
  const first = numberOf('2027-01-01')
  expect(isAnnounced(first, calendar)).toBe(false)
  const allowed = withProvisional(calendar, 2027)
  expect([allowed.version, isAnnounced(first, allowed), isProvisional(first, allowed)]).toEqual([
    'VN-2026-1',
    true,
    true,
  ])
  expect(withProvisional(calendar, 2027)).toBe(allowed) // made once: its days are arranged once
  expect(withProvisional(allowed, 2027)).toBe(allowed)
  expect(withProvisional(calendar, 2026)).toBe(calendar)
})

test('a proposal gives each day with its reason and leaves to the notice what the law leaves to it', () => {
  const { days, choices, announced, toBeChecked } = proposeYear(2027, calendar)
  expect([announced, toBeChecked]).toEqual([false, true])
  expect(days.map(({ day }) => day)).toEqual(draftYear(2027).off.map(({ day }) => day))
  expect(days.map(({ reason }) => reason).slice(0, 4)).toEqual([
    '01/01 dương lịch',
    '1 ngày trước mùng 1 tháng Giêng âm lịch',
    'mùng 3 tháng Giêng âm lịch',
    'nghỉ bù cho ngày 06/02/2027 là ngày nghỉ hằng tuần',
  ])
  const options = choices.map(({ name, options: all }) => [name, all.map(({ adds }) => adds.map(({ day }) => day))])
  expect(options).toEqual([
    ['Tết Nguyên đán', [['2027-02-04'], ['2027-02-11']]], // 29 Chạp, or mùng 4 that moves a day made up for
    ['Quốc khánh', [['2027-09-01'], ['2027-09-03']]],
  ])
  expect(proposeYear(2026, calendar).announced).toBe(true)
})

test('the announced years took one option of each choice, and nothing else but swaps', () => {
  for (const { year, off } of calendar.years.filter((one) => one.year >= 2021)) {
    const { days, choices } = proposeYear(year, calendar)
    const taken = off.filter(({ why }) => why !== 'swap').map(({ day }) => day)
    const possible = choices.reduce(
      (sets, { options }) => sets.flatMap((set) => options.map(({ adds }) => [...set, ...adds.map(({ day }) => day)])),
      [days.map(({ day }) => day)],
    )
    expect(possible.map((set) => set.toSorted())).toContainEqual(taken)
  }
})

test('whichever option a notice takes, the days of the draft stay off', () => {
  for (let year = 1990; year <= 2100; year += 1)
    for (const { options } of proposeYear(year, calendar).choices)
      expect([year, ...options.map(({ adds }) => adds.length)]).toEqual([year, 1, 1])
})
