import { expect, test } from 'vitest'
import { readLawFiles } from '../src/law-files.ts'

const { calendars } = await readLawFiles(new URL('../data/', import.meta.url))
const years = calendars.flatMap(({ row }) => row.years)
const weekday = (day: string) => new Date(day).getUTCDay()

// The announced days, typed in a second time: day/month, year by year.
const announced = {
  2018: ['1/1 14/2 15/2 16/2 19/2 20/2 25/4 30/4 1/5 3/9 31/12', ''],
  2019: ['1/1 4/2 5/2 6/2 7/2 8/2 15/4 29/4 30/4 1/5 2/9', '5/1 4/5'],
  2020: ['1/1 23/1 24/1 27/1 28/1 29/1 2/4 30/4 1/5 2/9', ''],
  2021: ['1/1 10/2 11/2 12/2 15/2 16/2 21/4 30/4 3/5 2/9 3/9', ''],
  2022: ['3/1 31/1 1/2 2/2 3/2 4/2 11/4 2/5 3/5 1/9 2/9', ''],
  2023: ['2/1 20/1 23/1 24/1 25/1 26/1 1/5 2/5 3/5 1/9 4/9', ''],
  2024: ['1/1 8/2 9/2 12/2 13/2 14/2 18/4 29/4 30/4 1/5 2/9 3/9', '4/5'],
  2025: ['1/1 27/1 28/1 29/1 30/1 31/1 7/4 30/4 1/5 2/5 1/9 2/9', '26/4'],
  2026: ['1/1 2/1 16/2 17/2 18/2 19/2 20/2 27/4 30/4 1/5 31/8 1/9 2/9 24/11', '10/1 22/8'],
} as const

const asDays = (year: string, list: string) =>
  list
    .split(' ')
    .filter((one) => one !== '')
    .map((one) => one.split('/').map((part) => part.padStart(2, '0')))
    .map(([day, month]) => `${year}-${month}-${day}`)

test.each(Object.entries(announced))('%s is off and worked as announced', (year, [off, worked]) => {
  const stored = years.find((one) => String(one.year) === year)
  expect(stored?.off.map(({ day }) => day)).toEqual(asDays(year, off))
  expect(stored?.worked.map(({ day }) => day)).toEqual(asDays(year, worked))
})

test('every day off is a weekday, every worked day a Saturday, each in its own year and once', () => {
  for (const { year, off, worked } of years) {
    const days = [...off, ...worked].map(({ day }) => day)
    expect(off.filter(({ day }) => [0, 6].includes(weekday(day)))).toEqual([])
    expect(worked.filter(({ day }) => weekday(day) !== 6)).toEqual([])
    expect(days.filter((day) => !day.startsWith(String(year)))).toEqual([])
    expect(new Set(days).size).toBe(days.length)
  }
})

test('every swapped day has its worked Saturday within nine days', () => {
  const worked = years.flatMap((year) => year.worked.map(({ day }) => Date.parse(day)))
  const swaps = years.flatMap(({ off }) => off.filter(({ why }) => why === 'swap'))
  const unpaid = swaps.filter(({ day }) => !worked.some((at) => Math.abs(at - Date.parse(day)) <= 9 * 86_400_000))
  expect(swaps).toHaveLength(worked.length)
  expect(unpaid).toEqual([])
})

test('2027 is not announced and not there', () => {
  expect(years.map(({ year }) => year)).toEqual([2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])
})
