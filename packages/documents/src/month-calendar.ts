import type { DayLookedAt, Explanation } from '@dossier/contracts/explanation'
import type { Day } from '@dossier/contracts/time'
import { dayAfter, daysBetween, onTheWall, weekdayNumber } from './dates.ts'

/** What a day was on the way: how its cell looks, so that it can be told apart on a black-and-white printer. */
type Look = 'zero' | 'counted' | 'worked' | 'rest' | 'off' | 'stood' | 'closed' | 'last' | 'due'
type Cell = { date: number; look: Look; counted: boolean; ordinal?: number; ends?: number }

/** A month's weeks, Monday first; a day nobody looked at is null. */
export type MonthGrid = { month: string; weeks: (Cell | null)[][] }
/** A month too far on for a grid of its own: how many of its days counted and how many did not. */
export type MonthSummed = { month: string; counted: number; uncounted: number }

/** Beyond a year of months grids would be too small to read, so that months are summed up instead. */
const mostGrids = 12

export type MonthCalendar = { looks: Look[]; grids: MonthGrid[]; sums: MonthSummed[] }

/** The days looked at from day zero to the due date, month by month; `stageDues` are the days on which stages end. */
export const monthCalendar = (
  explanations: readonly Explanation[],
  due: Day,
  stageDues: readonly Day[],
): MonthCalendar => {
  const cells = cellsOf(explanations, due, stageDues)
  const months = [...new Set([...cells.keys()].map((day) => day.slice(0, 7)))]
  const looks = [...new Set([...cells.values()].map(({ look }) => look))]
  if (months.length > mostGrids) return { looks, grids: [], sums: months.map((month) => summed(month, cells)) }
  return { looks, grids: months.map((month) => gridOf(month, cells)), sums: [] }
}

const cellsOf = (explanations: readonly Explanation[], due: Day, stageDues: readonly Day[]): Map<Day, Cell> => {
  const looked = new Map<Day, DayLookedAt>()
  for (const day of explanations.flatMap(({ days }) => days)) if (!looked.has(day.day)) looked.set(day.day, day)
  const [first] = [...explanations.map(({ from }) => from), ...stretchDays(explanations), due].toSorted()
  return new Map(
    daysBetween(first ?? due, due).map((day) => {
      const one = looked.get(day)
      const counted = one?.counted ?? true
      const cell: Cell = { date: Number(day.slice(8)), look: day === due ? 'due' : lookOf(one), counted }
      if (one?.ordinal !== undefined) cell.ordinal = one.ordinal
      const stage = stageDues.indexOf(day)
      if (stage >= 0 && day !== due) cell.ends = stage + 1
      return [day, cell]
    }),
  )
}

const stretchDays = (explanations: readonly Explanation[]): Day[] =>
  explanations.flatMap(({ stretches = [] }) => stretches.map(({ from }) => onTheWall(from).day))

/** Days that months or hours pass over are not looked at one by one: they count. */
const lookOf = (day: DayLookedAt | undefined): Look => {
  if (day === undefined) return 'counted'
  if (day.roll === true && day.counted) return 'last'
  switch (day.why) {
    case 'day-zero':
      return 'zero'
    case 'working-day':
    case 'calendar-day':
    case 'made-up-day':
      return 'counted'
    case 'worked-saturday':
      return 'worked'
    case 'weekend':
      return 'rest'
    case 'holiday':
    case 'compensation':
    case 'swap':
      return 'off'
    case 'interruption':
      return 'stood'
    case 'office-closed':
      return 'closed'
  }
}

const gridOf = (month: string, cells: ReadonlyMap<Day, Cell>): MonthGrid => {
  const first = `${month}-01`
  const monday = dayAfter(first, -((weekdayNumber(first) + 6) % 7))
  const weeks: (Cell | null)[][] = []
  for (let start = monday; start.slice(0, 7) <= month; start = dayAfter(start, 7)) {
    const week = daysBetween(start, dayAfter(start, 6))
    const row = week.map((day) => (day.startsWith(month) ? (cells.get(day) ?? null) : null))
    if (row.some((cell) => cell !== null)) weeks.push(row)
  }
  return { month: monthText(month), weeks }
}

const summed = (month: string, cells: ReadonlyMap<Day, Cell>): MonthSummed => {
  const days = [...cells].filter(([day, { look }]) => day.startsWith(month) && look !== 'zero')
  const counted = days.filter(([, cell]) => cell.counted).length
  return { month: monthText(month), counted, uncounted: days.length - counted }
}

const monthText = (month: string): string => `${month.slice(5)}/${month.slice(0, 4)}`
