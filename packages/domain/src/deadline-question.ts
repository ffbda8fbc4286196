import type { CalendarVersion } from '@dossier/contracts/calendar'
import { ClockProblemCode, DeadlineQuestion } from '@dossier/contracts/deadline-question'
import type { StretchLookedAt } from '@dossier/contracts/explanation'
import type { Day, Due, Instant, Limit, Session } from '@dossier/contracts/time'
import { isAnnounced, momentOn, numberOf, shift, timeOf, yearOf } from './calendar.ts'
import { type ClockProblem, clockProblems, type NamedLimit, problemIn } from './clock-problem.ts'
import { withProvisional } from './draft-year.ts'
import { usualSessions } from './law.ts'
import {
  chain,
  type Counted,
  dueAfter,
  type MissingYear,
  type Start,
  startAfter,
  startOf,
  startUnderCutOff,
  type Ways,
  workingDayUpTo,
} from './legal-clock.ts'
import { countStage } from './stage-count.ts'

/** An answer as it is printed: dates, or the code of what was wrong and its sentences. */
export type Answer = { [member: string]: unknown }
/** One count an answer rests on, with all it takes to explain it. */
export type CountMade = { name?: string; start: Start; counted: Counted; ways: Ways }
/** Days looked at beside the counts, from the first to the last: back to an apology's last day, on from a cut-off. */
export type Searches = Record<string, { from: Day; to: Day; ways: Ways }>
/** Where a limit runs again, and the stretches before, in order, in which the clock stood. */
export type Restart = { at: Instant; stood: StretchLookedAt[] }
export type Answered = { answer: Answer; counts: CountMade[]; searches?: Searches; restart?: Restart }

type Asked<Ask extends DeadlineQuestion['ask']> = Extract<DeadlineQuestion, { ask: Ask }>
type Reply = Answered | MissingYear

/**
 * The answer to one deadline question, whatever was asked: a malformed one gets `{ error, detail }` with a stable code, the
 * field and a sentence in Vietnamese and English; a year nobody announced `{ error: 'calendar-year-missing', year }`.
 */
export const answerTo = (asked: unknown, calendar: CalendarVersion): Answered => {
  const { data: question, error } = DeadlineQuestion.safeParse(asked)
  if (question === undefined) {
    const [issue] = error.issues
    return wrong(codeOf(issue?.message), issue?.path.join('.') ?? '')
  }
  const start = startOf(momentOf(question.from))
  const ways = waysOf(question, calendar)
  const problem = namesProblem(question) ?? problemIn(start, limitsOf(question), ways)
  if (problem !== undefined) return wrong(problem.problem, problem.field)
  return inYears(question, start, ways)
}

const inYears = (question: DeadlineQuestion, start: Start, ways: Ways): Answered => {
  const reply = replyTo(question, start, ways)
  if (!('missingYear' in reply)) return reply
  const { missingYear: year } = reply
  if (question.calendar === 'provisional' && isDraftable(year, ways.calendar))
    return inYears(question, start, { ...ways, calendar: draftsFrom(year, ways.calendar) })
  return { answer: { error: 'calendar-year-missing', year }, counts: [] }
}

/** Years to come are drafted: no notice is awaited for the past, and no calendar reaches past 2100. */
const isDraftable = (year: number, { years }: CalendarVersion): boolean =>
  year > Math.max(...years.filter(({ provisional }) => !provisional).map((one) => one.year)) && year <= lastDrafted

const lastDrafted = 2100

/** A few years first, for each step counts anew; twice as many where those were not enough. */
const draftsFrom = (year: number, calendar: CalendarVersion): CalendarVersion => {
  const drafts = calendar.years.filter(({ provisional }) => provisional).length
  let drafted = calendar
  for (let each = year; each < year + 3 + drafts && each <= lastDrafted; each += 1)
    drafted = withProvisional(drafted, each)
  return drafted
}

const replyTo = (question: DeadlineQuestion, start: Start, ways: Ways): Reply => {
  // Hours on the wall need no calendar, but of years before the first one nobody can say what law ran then.
  const [year, first] = [yearOf(numberOf(start.on)), Math.min(...ways.calendar.years.map((one) => one.year))]
  if (year < first) return { missingYear: year }
  switch (question.ask) {
    case 'due': {
      // An intake session on Saturday opens the desk, it makes no working day: the calendar alone says which days count.
      const from = startUnderCutOff(start.at, question.cutOff?.at, ways)
      if ('missingYear' in from) return from
      const reply = single(from, question.limit, ways)
      if (from.on === start.on || 'missingYear' in reply) return reply
      return { ...reply, searches: { cutOffWalk: { from: shift(start.on, 1), to: from.on, ways } } }
    }
    case 'apology-by':
      return apology(start, question.limit, ways)
    case 'clock':
      return question.policy === 'restart' ? restarted(question, start, ways) : single(start, question.limit, ways)
    case 'route':
      return route(question, start, ways)
    case 'parallel':
      return parallel(question, start, ways)
  }
}

const single = (start: Start, limit: Limit, ways: Ways): Reply => {
  const counted = dueAfter(start, limit, ways)
  if ('missingYear' in counted) return counted
  return { answer: { due: written(counted.due) }, counts: [{ start, counted, ways }] }
}

const apology = (start: Start, limit: Limit, ways: Ways): Reply => {
  const reply = single(start, limit, ways)
  if ('missingYear' in reply) return reply
  const [made] = reply.counts
  const before = shift(made?.counted.due.on ?? start.on, -1)
  const by = workingDayUpTo(before, ways.calendar)
  if (!isAnnounced(numberOf(by), ways.calendar)) return { missingYear: yearOf(numberOf(by)) }
  const searches = { apologyWalk: { from: before, to: by, ways } }
  return { ...reply, answer: { ...reply.answer, apologyBy: by }, searches }
}

/** NĐ 61/2018 art. 19.4: the whole limit again once everything is there. */
const restarted = ({ limit }: Asked<'clock'>, start: Start, ways: Ways): Reply => {
  const stood = (ways.interruptions ?? []).toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const at = stood
    .map(({ to }) => to)
    .toSorted()
    .at(-1)
  if (at === undefined) return single(start, limit, ways)
  const reply = single(startOf(at), limit, ways)
  if ('missingYear' in reply) return reply
  return { ...reply, restart: { at, stood: stood.map((one) => ({ ...one, counted: false })) } }
}

const route = (question: Asked<'route'>, start: Start, ways: Ways): Reply => {
  const chained = chain(start, question.stages.map(limitOf), ways)
  if ('missingYear' in chained) return chained
  const counts: CountMade[] = []
  let from = start
  for (const [i, counted] of chained.entries()) {
    counts.push({ name: question.stages[i]?.name ?? '', start: from, counted, ways })
    from = startAfter(counted.due, ways)
  }
  return { answer: { stages: ends(counts), due: counts.map(({ counted }) => written(counted.due)).at(-1) }, counts }
}

/** NĐ 61/2018 art. 19.6b: all branches at once; the lead's limit begins when the last of them must have answered. */
const parallel = ({ branches, then }: Asked<'parallel'>, start: Start, ways: Ways): Reply => {
  const counted = countStage(start, { limit: then, branches: branches.map(limitOf) }, ways)
  if ('missingYear' in counted) return counted
  const { latest, from, own } = counted
  const counts = counted.branches.map((one, i) => ({ name: branches[i]?.name ?? '', start, counted: one, ways }))
  const answer = { branches: ends(counts), join: written(latest?.due ?? { on: start.on }), due: written(own.due) }
  return { answer, counts: [...counts, { name: 'then', start: from, counted: own, ways }] }
}

const ends = (counts: readonly CountMade[]) =>
  Object.fromEntries(counts.map(({ name, counted }) => [name, written(counted.due)]))

const limitOf = ({ amount, unit }: Limit): Limit => ({ amount, unit })

const limitsOf = (question: DeadlineQuestion): NamedLimit[] => {
  switch (question.ask) {
    case 'due':
    case 'apology-by':
    case 'clock':
      return [['limit', question.limit]]
    case 'route':
      return numbered('stages', question.stages)
    case 'parallel':
      return [...numbered('branches', question.branches), ['then', question.then]]
  }
}

const numbered = (field: string, limits: readonly Limit[]): NamedLimit[] =>
  limits.map((limit, i) => [`${field}.${i}`, limit])

const waysOf = (question: DeadlineQuestion, calendar: CalendarVersion): Ways => {
  const sessions: readonly Session[] = question.sessions ?? usualSessions
  if (question.ask !== 'clock') return { calendar, sessions }
  const interruptions = question.interruptions.map((one) => ({
    ...one,
    from: momentOf(one.from),
    to: momentOf(one.to),
  }))
  return { calendar, sessions, interruptions, noticeDayCounts: question.requestDayCounts ?? true }
}

const namesProblem = (question: DeadlineQuestion): ClockProblem | undefined => {
  if (question.ask !== 'route' && question.ask !== 'parallel') return undefined
  const [field, named] = question.ask === 'route' ? ['stages', question.stages] : ['branches', question.branches]
  if (named.length === 0) return { problem: 'nothing-to-count', field }
  const again = named.findIndex(({ name }, i) => named.findIndex((one) => one.name === name) < i)
  return again < 0 ? undefined : { problem: 'name-twice', field: `${field}.${again}.name` }
}

const momentOf = (local: string): Instant => momentOn(local.slice(0, 10), local.slice(11))
/** A due date as questions have it: the day, or the local minute of limits in hours. */
const written = ({ on, at }: Due): string => (at === undefined ? on : `${on}T${timeOf(at)}`)

const wrong = (code: ClockProblemCode, field: string): Answered => {
  const { rule, vi, en } = clockProblems[code]
  return { answer: { error: code, detail: { field, vi, en, rule } }, counts: [] }
}

const codeOf = (message: string | undefined): ClockProblemCode => {
  const { data } = ClockProblemCode.safeParse(message)
  return data ?? 'wrong-type'
}
