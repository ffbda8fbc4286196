import type { Limit, Session, TimeOfDay } from '@dossier/contracts/time'
import { numberOf, shift } from '../src/calendar.ts'
import {
  chain,
  type Counted,
  dueAfter,
  type Interruption,
  type MissingYear,
  startOf,
  startUnderCutOff,
  type Ways,
  workingDayUpTo,
} from '../src/legal-clock.ts'
import { calendar, local, provisional, said, sessions } from './fixtures.ts'

type Named = Limit & { name: string }
type Asked<Ask extends string, Fields> = { id: string; ask: Ask; from: string; calendar?: 'provisional' } & Fields

/** The questions of `deadline-questions.json`, which says what each field means (deadline-questions.md). */
export type Question = { answer: unknown } & (
  | Asked<
      'due',
      { limit: Limit; cutOff?: { at: TimeOfDay }; sessions?: Session[]; intakeSaturday?: readonly [string, string] }
    >
  | Asked<'apology-by', { limit: Limit }>
  | Asked<
      'clock',
      { limit: Limit; policy: 'restart' | 'pause'; interruptions: Interruption[]; requestDayCounts?: boolean }
    >
  | Asked<'route', { stages: Named[] }>
  | Asked<'parallel', { branches: Named[]; then: Limit }>
)

/** Answers a question of the field with nothing but the functions of the law. */
export const answerTo = (question: Question): unknown => {
  const ways: Ways = { calendar: question.calendar === 'provisional' ? provisional : calendar, sessions }
  const start = startOf(local(question.from))
  switch (question.ask) {
    case 'due': {
      // An intake session on Saturday opens the desk, it makes no working day: the calendar alone says which days count.
      const hours = { ...ways, sessions: question.sessions ?? sessions }
      const from = startUnderCutOff(start.at, question.cutOff?.at, hours)
      return 'missingYear' in from ? missing(from) : dueOf(dueAfter(from, question.limit, hours))
    }
    case 'apology-by': {
      const counted = dueAfter(start, question.limit, ways)
      if ('missingYear' in counted) return missing(counted)
      return { due: said(counted.due), apologyBy: workingDayUpTo(shift(counted.due.on, -1), ways.calendar) }
    }
    case 'clock': {
      const interruptions = question.interruptions.map(({ from, to }) => ({ from: local(from), to: local(to) }))
      const last = interruptions.map(({ to }) => to).toSorted()[interruptions.length - 1]
      if (question.policy === 'restart') return dueOf(dueAfter(startOf(last ?? start.at), question.limit, ways))
      const noticeDayCounts = question.requestDayCounts ?? true
      return dueOf(dueAfter(start, question.limit, { ...ways, interruptions, noticeDayCounts }))
    }
    case 'route': {
      const counts = chain(start, question.stages, ways)
      if ('missingYear' in counts) return missing(counts)
      const days = counts.map(({ due }) => said(due))
      return { stages: Object.fromEntries(question.stages.map(({ name }, i) => [name, days[i]])), due: days.at(-1) }
    }
    case 'parallel':
      return joined(question, start.at, ways)
  }
}

const joined = ({ branches, then }: Extract<Question, { ask: 'parallel' }>, from: string, ways: Ways): unknown => {
  const ends: [string, string][] = []
  for (const { name, ...limit } of branches) {
    const counted = dueAfter(startOf(from), limit, ways)
    if ('missingYear' in counted) return missing(counted)
    ends.push([name, counted.due.on])
  }
  const join = ends.map(([, day]) => day).reduce((a, b) => (numberOf(a) > numberOf(b) ? a : b))
  const counted = dueAfter({ on: join, at: local(`${join} 17:00`) }, then, ways)
  return 'missingYear' in counted ? missing(counted) : { branches: Object.fromEntries(ends), join, ...dueOf(counted) }
}

const missing = ({ missingYear }: MissingYear) => ({ error: 'calendar-year-missing', year: missingYear })
const dueOf = (counted: Counted | MissingYear) =>
  'missingYear' in counted ? missing(counted) : { due: said(counted.due)?.replace(' ', 'T') }
