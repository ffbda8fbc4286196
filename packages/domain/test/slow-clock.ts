import { readFileSync } from 'node:fs'

// The legal clock a second time, as a person would do it on paper: day by day and minute by minute, dates as three numbers.
// It shares no code with the first; what both were told is only the calendar's file and deadline-questions.md.

type Date3 = readonly [year: number, month: number, day: number]
/** A minute on the office wall. */
type Minute = { on: Date3; minute: number }
/** Where a limit ended: a day, or a minute of it. */
type End = { on: Date3; minute?: number }
type Limit = { amount: number; unit: string }
type Named = Limit & { name: string }
type Stretch = { from: string; to: string }
export type SlowQuestion = {
  ask: string
  from: string
  limit?: Limit
  cutOff?: { at: string }
  sessions?: [string, string][]
  calendar?: string
  policy?: string
  interruptions?: Stretch[]
  requestDayCounts?: boolean
  stages?: Named[]
  branches?: Named[]
  then?: Limit
}
type Office = { sessions: [string, string][]; stood: Stretch[]; noticeDayCounts: boolean }

class YearMissing extends Error {
  readonly year: number
  constructor(year: number) {
    super(`${year} is not announced`)
    this.year = year
  }
}

const file = new URL('../../../services/catalogue/data/calendars/VN-2026-1.json', import.meta.url)
const told: { years: { year: number; off: { day: string }[]; worked: { day: string }[] }[] } = JSON.parse(
  readFileSync(file, 'utf8'),
)
const years = new Set(told.years.map(({ year }) => year))
const off = new Set(told.years.flatMap((year) => year.off.map(({ day }) => day)))
const worked = new Set(told.years.flatMap((year) => year.worked.map(({ day }) => day)))

// Years nobody announced, where a question is content with them: Tết and 10/3 âm lịch written down, not reckoned.
const moons: Record<number, [tet: string, gioTo: string]> = {
  2027: ['02-06', '04-16'],
  2028: ['01-26', '04-04'],
  2029: ['02-13', '04-23'],
  2030: ['02-02', '04-12'],
  2031: ['01-23', '04-01'],
  2032: ['02-11', '04-19'],
  2033: ['01-31', '04-09'],
}
let isProvisional = false

const two = (n: number) => String(n).padStart(2, '0')
const write = ([year, month, day]: Date3) => `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
const read = (text: string): Date3 => [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))]
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
const readMinute = (text: string): Minute => ({ on: read(text), minute: minutesOf(text.slice(11)) })
const isBefore = (a: Date3, b: Date3) => write(a) < write(b)

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const daysIn = (year: number, month: number) =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
const nextDay = ([year, month, day]: Date3): Date3 =>
  day < daysIn(year, month) ? [year, month, day + 1] : month < 12 ? [year, month + 1, 1] : [year + 1, 1, 1]
const dayBefore = ([year, month, day]: Date3): Date3 =>
  day > 1 ? [year, month, day - 1] : month > 1 ? [year, month - 1, daysIn(year, month - 1)] : [year - 1, 12, 31]

/** Zeller's congruence: 0 is Saturday, 1 Sunday. */
const zeller = ([year, month, day]: Date3): number => {
  const [m, y] = month < 3 ? [month + 12, year - 1] : [month, year]
  return (day + Math.floor((13 * (m + 1)) / 5) + y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)) % 7
}
/** The holidays the law fixes; one on a weekly rest day is made up for on the next day that is neither. */
const drafted = (year: number): Set<string> => {
  const known = drafts.get(year)
  if (known !== undefined) return known
  const [tet, gioTo] = moons[year] ?? []
  if (tet === undefined) throw new YearMissing(year)
  const first = read(`${year}-${tet}`)
  const fixed = ['01-01', gioTo, '04-30', '05-01', '09-02', '11-24'].map((text) => read(`${year}-${text}`))
  const holidays = [...fixed, dayBefore(first), first, nextDay(first), nextDay(nextDay(first))]
  const rests = new Set(holidays.map(write))
  for (const holiday of holidays.toSorted((a, b) => (isBefore(a, b) ? -1 : 1))) {
    let day = holiday
    if (zeller(day) < 2) while (zeller(day) < 2 || rests.has(write(day))) day = nextDay(day)
    rests.add(write(day))
  }
  drafts.set(year, rests)
  return rests
}
const drafts = new Map<number, Set<string>>()

const isWorking = (day: Date3): boolean => {
  if (isProvisional && day[0] > 2026) return !drafted(day[0]).has(write(day)) && zeller(day) > 1
  if (!years.has(day[0])) throw new YearMissing(day[0])
  const text = write(day)
  return worked.has(text) || (!off.has(text) && zeller(day) > 1)
}

const daysFor = (zero: Date3, amount: number, counts: (day: Date3) => boolean): Date3 => {
  let day = zero
  for (let left = amount; left > 0;) {
    day = nextDay(day)
    if (counts(day)) left -= 1
  }
  return day
}

/** The days of interruptions: after the day of the notice, or with it, up to the day the last paper came. */
const stands = (day: Date3, { stood, noticeDayCounts }: Office): boolean =>
  stood.some(({ from, to }) => {
    const [first, last, text] = [from.slice(0, 10), to.slice(0, 10), write(day)]
    return (noticeDayCounts ? text > first : text >= first) && text <= last
  })
const standsAt = ({ on, minute }: Minute, { stood }: Office): boolean => {
  if (stood.length === 0) return false
  const text = `${write(on)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`
  return stood.some(({ from, to }) => text >= from && text < to)
}

const rolled = (day: Date3): Date3 => {
  let end = day
  while (!isWorking(end)) end = nextDay(end)
  return end
}

const monthsLater = ([year, month, day]: Date3, months: number): Date3 => {
  let [y, m] = [year, month]
  for (let left = months; left > 0; left -= 1) [y, m] = m === 12 ? [y + 1, 1] : [y, m + 1]
  return [y, m, Math.min(day, daysIn(y, m))]
}

const runMinutes = (from: Minute, amount: number, runs: (at: Minute) => boolean): Minute => {
  let at = from
  for (let left = amount * 60; left > 0;) {
    if (runs(at)) left -= 1
    at = at.minute < 1439 ? { on: at.on, minute: at.minute + 1 } : { on: nextDay(at.on), minute: 0 }
  }
  // Minute by minute the end is the beginning of the next one; 24:00 is 00:00 of the next day.
  return at
}

const isOpen = ({ on, minute }: Minute, office: { sessions: [number, number][] }): boolean =>
  office.sessions.some(([opens, closes]) => minute >= opens && minute < closes) && isWorking(on)

const end = (from: Minute, { amount, unit }: Limit, office: Office): End => {
  const zero = from.on
  switch (unit) {
    case 'working-day':
      return { on: daysFor(zero, amount, (day) => isWorking(day) && !stands(day, office)) }
    case 'day':
      return { on: rolled(daysFor(zero, amount, (day) => !stands(day, office))) }
    case 'month': {
      let last = monthsLater(zero, amount)
      for (let day = nextDay(zero); !isBefore(last, day); day = nextDay(day))
        if (stands(day, office)) last = nextDay(last)
      return { on: rolled(last) }
    }
    case 'same-day':
      return { on: rolled(zero) }
    case 'hour':
      return runMinutes(from, amount, (at) => !standsAt(at, office))
    default: {
      const sessions = office.sessions.map(([opens, closes]): [number, number] => [minutesOf(opens), minutesOf(closes)])
      return runMinutes(from, amount, (at) => isOpen(at, { sessions }) && !standsAt(at, office))
    }
  }
}

const said = ({ on, minute }: End): string =>
  minute === undefined ? write(on) : `${write(on)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`
const after = ({ on, minute }: End, { sessions }: Office): Minute => ({
  on,
  minute: minute ?? Math.max(...sessions.map(([, closes]) => minutesOf(closes))),
})
const lastMoment = ({ on, minute = 1440 }: End) => `${write(on)} ${String(minute).padStart(4, '0')}`

const begin = ({ from, cutOff }: SlowQuestion, { sessions }: Office): Minute => {
  const arrived = readMinute(from)
  if (cutOff === undefined || arrived.minute < minutesOf(cutOff.at)) return arrived
  return { on: daysFor(arrived.on, 1, isWorking), minute: Math.min(...sessions.map(([opens]) => minutesOf(opens))) }
}

const reply = (question: SlowQuestion, office: Office): object => {
  const {
    ask,
    limit = { amount: 0, unit: 'same-day' },
    policy,
    interruptions = [],
    stages = [],
    branches = [],
  } = question
  const start = begin(question, office)
  if (ask === 'route') {
    const ends: [string, End][] = []
    let from = start
    for (const stage of stages) {
      const ended = end(from, stage, office)
      ends.push([stage.name, ended])
      from = after(ended, office)
    }
    const dates = ends.map(([name, one]) => [name, said(one)] as const)
    return { stages: Object.fromEntries(dates), due: dates.at(-1)?.[1] }
  }
  if (ask === 'parallel') {
    const ends = branches.map((branch) => [branch.name, end(start, branch, office)] as const)
    const [join = start] = ends.map(([, one]) => one).toSorted((a, b) => (lastMoment(a) < lastMoment(b) ? 1 : -1))
    const due = end(after(join, office), question.then ?? limit, office)
    return {
      branches: Object.fromEntries(ends.map(([name, one]) => [name, said(one)])),
      join: said(join),
      due: said(due),
    }
  }
  if (ask === 'clock' && policy === 'restart' && interruptions.length > 0) {
    const lastPaper =
      interruptions
        .map(({ to }) => to)
        .toSorted()
        .at(-1) ?? question.from
    return { due: said(end(readMinute(lastPaper), limit, { ...office, stood: [] })) }
  }
  const due = end(start, limit, ask === 'clock' && policy === 'pause' ? { ...office, stood: interruptions } : office)
  if (ask !== 'apology-by') return { due: said(due) }
  let by = dayBefore(due.on)
  while (!isWorking(by)) by = dayBefore(by)
  return { due: said(due), apologyBy: write(by) }
}

/** The answer to a well-formed question, in announced years and, where it says so, in those to come. */
export const slowAnswer = (question: SlowQuestion): object => {
  const sessions: Office['sessions'] = question.sessions ?? [
    ['07:30', '11:30'],
    ['13:00', '17:00'],
  ]
  isProvisional = question.calendar === 'provisional'
  try {
    return reply(question, { sessions, stood: [], noticeDayCounts: question.requestDayCounts ?? true })
  } catch (error) {
    if (error instanceof YearMissing) return { error: 'calendar-year-missing', year: error.year }
    throw error
  }
}
