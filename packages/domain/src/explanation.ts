import type { DayLookedAt, Explanation, MonthPassed, StretchLookedAt } from '@dossier/contracts/explanation'
import type { Day, Due, Walk } from '@dossier/contracts/time'
import { dayFrom, numberOf } from './calendar.ts'
import { lookAt } from './day-table.ts'
import { daysStood, momentsStood, pastDays, standsAt, type Stood } from './interruptions.ts'
import { monthsAfter, type Start, type Ways } from './legal-clock.ts'
import { hoursOn, sessionsOn, without } from './working-hours.ts'

type Explained = { due: Due; walk: Walk; provisional?: boolean }

/**
 * The whole walk of a count: each day looked at, counted or not, and why; for months the day each of them passed to, for
 * hours each stretch that ran or stood. It follows from the stored walk and from what was counted by, and decides nothing.
 */
export const explain = (start: Start, { due, walk, provisional = false }: Explained, ways: Ways): Explanation => {
  const { from, limit, rolled } = walk
  const told = { from, limit, due, rolled, ...(provisional && { provisional }) }
  switch (limit.unit) {
    case 'working-day':
      return { ...told, days: [dayZero(walk), ...workingDays(walk, ways)] }
    case 'day':
      return { ...told, days: [dayZero(walk), ...calendarDays(walk, ways)] }
    case 'month':
      return { ...told, days: [dayZero(walk), ...afterMonths(walk, ways)], months: monthsOf(walk) }
    case 'same-day':
      return { ...told, days: rollOf(numberOf(from), walk, ways) }
    case 'hour':
      return { ...told, days: [], stretches: onTheWall(start, due, ways) }
    case 'working-hour':
      return { ...told, ...inOffice(start, due, ways) }
  }
}

/**
 * The days looked at in search of a working day, in the order they were: back from the day before a due date to the
 * apology's last day (NĐ 61/2018 art. 19.9), or on from an arrival after the cut-off to its day zero.
 */
export const daysLookedAt = (from: Day, to: Day, ways: Ways): DayLookedAt[] => {
  const [first, last] = [numberOf(from), numberOf(to)]
  const step = first <= last ? 1 : -1
  return Array.from({ length: Math.abs(last - first) + 1 }, (_, i) => plainDay(first + i * step, ways))
}

const dayZero = ({ from }: Walk): DayLookedAt => ({ day: from, counted: false, why: 'day-zero' })

const workingDays = ({ from, to }: Walk, ways: Ways): DayLookedAt[] => {
  const stopped = stopsIn(ways)
  const days: DayLookedAt[] = []
  const last = numberOf(to)
  let ordinal = 0
  for (let number = numberOf(from) + 1; number <= last; number += 1) {
    const stood = stoodOn(number, stopped)
    const day = stood ?? plainDay(number, ways)
    if (day.counted) day.ordinal = ordinal += 1
    days.push(day)
  }
  return days
}

const calendarDays = ({ from, limit, ...walk }: Walk, ways: Ways): DayLookedAt[] => {
  const stopped = stopsIn(ways)
  const days: DayLookedAt[] = []
  const end = pastDays(numberOf(from), limit.amount, daysStood(ways))
  let ordinal = 0
  for (let number = numberOf(from) + 1; number < end; number += 1) {
    const stood = stoodOn(number, stopped)
    if (stood === undefined) ordinal += 1
    days.push(stood ?? { day: dayFrom(number), counted: true, ordinal, why: 'calendar-day' })
  }
  const [last, ...rolled] = rollOf(end, walk, ways)
  return [...days, { ...last, ordinal: limit.amount }, ...rolled]
}

const monthsOf = ({ from, limit }: Walk): MonthPassed[] =>
  Array.from({ length: limit.amount }, (_, i) => {
    const to = dayFrom(monthsAfter(from, i + 1))
    return { ordinal: i + 1, to, lastOfMonth: to.slice(8) !== from.slice(8) }
  })

/** Days on which the clock stood come on top of the months, one for one. */
const afterMonths = ({ from, limit, ...walk }: Walk, ways: Ways): DayLookedAt[] => {
  const stopped = stopsIn(ways)
  const days: DayLookedAt[] = []
  const begun = numberOf(from)
  const plain = monthsAfter(from, limit.amount)
  const end = pastDays(begun, plain - begun, daysStood(ways))
  for (let number = begun + 1; number < end; number += 1) {
    const stood = stoodOn(number, stopped)
    if (stood !== undefined) days.push(stood)
    else if (number > plain) days.push({ day: dayFrom(number), counted: true, why: 'made-up-day' })
  }
  return [...days, ...rollOf(end, walk, ways)]
}

/** The day a limit ends on and, where that is a rest day, those after it up to the next working day. */
const rollOf = (end: number, { to }: Pick<Walk, 'to'>, ways: Ways): [DayLookedAt, ...DayLookedAt[]] => {
  const last = plainDay(end, ways)
  if (last.counted) return [last]
  const days: DayLookedAt[] = []
  for (let number = end + 1; number <= numberOf(to); number += 1)
    days.push({ ...plainDay(number, ways), counted: false, roll: true })
  return [{ ...last, counted: true, roll: true }, ...days]
}

/** A day as the calendar has it: it counts unless it rests. */
const plainDay = (number: number, { calendar }: Ways): DayLookedAt => {
  const look = lookAt(number, calendar)
  const day = dayFrom(number)
  if (look.is === 'rest') return { day, counted: false, why: look.why.why, ...look.entry }
  const entry = look.is === 'working' ? look.entry : undefined
  return { day, counted: true, why: entry === undefined ? 'working-day' : 'worked-saturday', ...entry }
}

type Stop = { days: Stood[]; document: string | undefined }

const stopsIn = (ways: Ways): Stop[] =>
  (ways.interruptions ?? [])
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .map((one) => ({ days: daysStood({ ...ways, interruptions: [one] }), document: one.document }))

const stoodOn = (number: number, stops: readonly Stop[]): DayLookedAt | undefined => {
  const stop = stops.find(({ days }) => standsAt(number, days))
  if (stop === undefined) return undefined
  return { day: dayFrom(number), counted: false, why: 'interruption', ...documented(stop.document) }
}

const documented = (document: string | undefined) => (document === undefined ? {} : { document })

const onTheWall = (start: Start, due: Due, ways: Ways): StretchLookedAt[] => {
  const whole = { from: Date.parse(start.at), to: Date.parse(due.at ?? start.at) }
  return ranAndStood(whole, ways)
}

/** Within a stretch, what ran and what stood, in order. */
const ranAndStood = (whole: Stood, ways: Ways): StretchLookedAt[] => {
  const ran = without(whole, momentsStood(ways)).map((one) => stretch(one, true, undefined))
  const stood = (ways.interruptions ?? []).flatMap((one) => {
    const within = { from: Math.max(whole.from, Date.parse(one.from)), to: Math.min(whole.to, Date.parse(one.to)) }
    return within.from < within.to ? [stretch(within, false, one.document)] : []
  })
  return [...ran, ...stood].toSorted((a, b) => (a.from < b.from ? -1 : 1))
}

const stretch = ({ from, to }: Stood, counted: boolean, document: string | undefined): StretchLookedAt => ({
  from: new Date(from).toISOString(),
  to: new Date(to).toISOString(),
  counted,
  ...documented(document),
})

const inOffice = (start: Start, due: Due, ways: Ways): Pick<Explanation, 'days' | 'stretches'> => {
  const [begun, end] = [Date.parse(start.at), Date.parse(due.at ?? start.at)]
  const days: DayLookedAt[] = []
  const stretches: StretchLookedAt[] = []
  for (let number = numberOf(start.on); number <= numberOf(due.on); number += 1) {
    const day = plainDay(number, ways)
    if (!day.counted) {
      days.push(day)
      continue
    }
    const open = sessionsOn(number, hoursOn(number, ways), begun)
      .map(({ from, to }) => ({ from, to: Math.min(to, end) }))
      .filter(({ from, to }) => from < to)
    const looked = open.flatMap((one) => ranAndStood(one, ways))
    stretches.push(...looked)
    days.push(officeDay(day, looked))
  }
  return { days, stretches }
}

const officeDay = (day: DayLookedAt, looked: readonly StretchLookedAt[]): DayLookedAt => {
  if (looked.some(({ counted }) => counted)) return day
  const [stood] = looked
  if (stood === undefined) return { ...day, counted: false, why: 'office-closed' }
  return { day: day.day, counted: false, why: 'interruption', ...documented(stood.document) }
}
