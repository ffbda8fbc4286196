import type { CalendarVersion } from '@dossier/contracts/calendar'
import type { Count, DossierEventType } from '@dossier/contracts/dossier-event'
import type { ProcedureVersion } from '@dossier/contracts/procedure'
import type { Day, Due, Instant } from '@dossier/contracts/time'
import { apologyBy } from './apology-moments.ts'
import { dayOf, shift } from './calendar.ts'
import { calendarAsKnown, calendarOn } from './calendar-versions.ts'
import { countDossier } from './count.ts'
import type { Dossier } from './dossier.ts'
import { withProvisional } from './draft-year.ts'
import { evolve, type Recorded } from './evolve.ts'
import { type Context, type Law, timelinessOf } from './law.ts'
import type { OrganisationTree } from './organisations.ts'
import { noticesOf } from './notice.ts'
import { ruleSets } from './rule-set.ts'

/** The law as it was published: every procedure version and calendar by its name. */
export type Statutes = {
  procedures: ReadonlyMap<string, ProcedureVersion>
  calendars: ReadonlyMap<string, CalendarVersion>
  organisations: OrganisationTree
}
export type Numbered = Recorded & { seq: number }

/**
 * Something the record says of the clock that does not follow from it. `then`: by the rules and notices known at that moment,
 * an error of the product; `now`: by what is known today, for a person to judge.
 */
export type ClockFinding = {
  seq: number
  rules: 'then' | 'now'
  what: 'due' | 'committed' | 'stages' | 'verdict' | 'apology' | 'uncountable'
  says: string
  follows: string
  why: string
}

/** The lines an audit of the clock needs; all others may be left out of the record it is given. */
export const linesOfTheClock = [
  'DossierOpened',
  'DossierAccepted',
  'SupplementRequested',
  'SupplementReceived',
  'ObligationRequested',
  'ObligationPaid',
  'LimitVariantApplied',
  'DossierRecounted',
  'AgencySucceeded',
  'DossierReappointed',
  'ResultSigned',
  'DossierStopped',
] as const satisfies readonly DossierEventType[]

/**
 * Counts every date of a record again, and its verdict and apology. By the rules known then: the calendar its line names,
 * without notices nobody could know that day, and with those known the day before, whoever entered them when.
 */
export const auditClock = (record: readonly Numbered[], statutes: Statutes, today: Day): ClockFinding[] => {
  const findings: ClockFinding[] = []
  let before: Dossier | undefined
  let dues: Dues = { known: undefined, now: undefined }
  for (const line of record) {
    const after = evolve(before, line)
    if (after?.pinned != null && before !== undefined) {
      const { seq, event, at } = line
      const found = (...more: Omit<ClockFinding, 'seq'>[]) =>
        void findings.push(...more.map((one) => ({ seq, ...one })))
      if ('count' in event && event.count !== undefined) {
        const counted = countsOf(before, after, at, statutes, today)
        found(...countFindings(event.count, counted, after.pinned.calendar))
        dues = { known: dueIn(counted.named) ?? event.count.due, now: dueIn(counted.now) }
      }
      if (event.type === 'ResultSigned') found(...verdictFindings(event.timeliness, at, dues))
      if (event.type === 'DossierReappointed') found(...apologyFindings(event.apology, before, at, statutes))
    }
    before = after
  }
  return findings
}

/** Whether a calendar holds a notice that another one lacks. */
const hasMore = (calendar: CalendarVersion | undefined, than: CalendarVersion | undefined): boolean => {
  if (calendar === undefined || than === undefined || calendar === than) return false
  const ids = new Set(noticesOf(than).map(({ id }) => id))
  return noticesOf(calendar).some(({ id }) => !ids.has(id))
}

type Counted = Count | { uncountable: string }
const dueIn = (count: Counted | undefined): Due | undefined =>
  count !== undefined && 'due' in count ? count.due : undefined

/** One run counted by the calendar its line names, by what was known the day before, and by what is known today. */
const countsOf = (before: Dossier, after: Dossier, at: Instant, statutes: Statutes, today: Day) => {
  const day = dayOf(at)
  const newest = newestOn(statutes, today)
  const named = statutes.calendars.get(after.pinned?.calendar ?? '')
  const yesterday = newest && calendarAsKnown(newest, shift(day, -1))
  const by = (calendar: CalendarVersion | undefined) => recounted({ before, after, at }, statutes, calendar)
  return {
    named: by(named && calendarAsKnown(named, day)),
    known: hasMore(yesterday, named) ? by(yesterday) : undefined,
    now: by(newest),
  }
}

const countFindings = (
  says: Count,
  { named, known, now }: ReturnType<typeof countsOf>,
  calendar: string,
): Omit<ClockFinding, 'seq'>[] => {
  if ('uncountable' in named)
    return [{ rules: 'then', what: 'uncountable', says: sayDue(says.due), follows: 'nothing', why: named.uncountable }]
  const wrong = parts.flatMap(({ what, of }): Omit<ClockFinding, 'seq'>[] =>
    of(says) === of(named)
      ? []
      : [{ rules: 'then', what, says: of(says), follows: of(named), why: `Counted by calendar ${calendar}.` }],
  )
  const due = sayDue(says.due)
  const other = (rules: 'then' | 'now', follows: Due | undefined, why: string): Omit<ClockFinding, 'seq'>[] =>
    follows === undefined || [due, sayDue(named.due)].includes(sayDue(follows))
      ? []
      : [{ rules, what: 'due', says: due, follows: sayDue(follows), why }]
  const late = other('then', dueIn(known), 'A notice known by then was entered only later.')
  return [...wrong, ...(late.length > 0 ? late : other('now', dueIn(now), 'A notice came after this count.'))]
}

const parts = [
  { what: 'due', of: ({ due, provisional }: Count) => `${sayDue(due)}${provisional ? ', provisional' : ''}` },
  { what: 'committed', of: ({ committed }: Count) => (committed === undefined ? 'none' : sayDue(committed)) },
  { what: 'stages', of: ({ stages }: Count) => stages.map(({ id, due }) => `${id} ${sayDue(due)}`).join(', ') },
] as const

/** The due date in force, counted again by what was known then and by what is known now. */
type Dues = { known: Due | undefined; now: Due | undefined }

const verdictFindings = (says: string, at: Instant, { known, now }: Dues): Omit<ClockFinding, 'seq'>[] =>
  [
    { rules: 'then' as const, due: known },
    { rules: 'now' as const, due: now },
  ].flatMap(({ rules, due }) => {
    const follows = due === undefined ? says : timelinessOf(at, due)
    if (due === undefined || follows === says) return []
    return [{ rules, what: 'verdict' as const, says, follows, why: `Signed at ${at}, due ${sayDue(due)}.` }]
  })

/** On the very day a notice was published either calendar may have been the one at hand. */
const apologyFindings = (
  says: string,
  before: Dossier,
  at: Instant,
  statutes: Statutes,
): Omit<ClockFinding, 'seq'>[] => {
  const day = dayOf(at)
  const moments = [day, shift(day, -1)].map((one) => {
    const calendar = newestOn(statutes, one)
    return calendar === undefined ? at : apologyBy(before, lawBy(before, statutes, calendar))
  })
  const follows = moments.map((by) => (at <= by ? 'in-time' : 'late'))
  if (follows.some((one) => one === says)) return []
  const why = `Its last moment was ${moments[0]}.`
  return [{ rules: 'then', what: 'apology', says, follows: follows[0] ?? says, why }]
}

const newestOn = ({ calendars }: Statutes, day: Day): CalendarVersion | undefined => calendarOn(calendars.values(), day)

/** The law a dossier has pinned, with one calendar. */
const lawBy = ({ pinned, count }: Dossier, statutes: Statutes, calendar: CalendarVersion): Law => {
  if (pinned === null) throw new Error('A dossier that was never accepted has no law pinned')
  const { procedures, organisations } = statutes
  return {
    procedure: procedures.get(pinned.version),
    calendar: count?.provisional === true ? withProvisional(calendar, Number(count.due.on.slice(0, 4))) : calendar,
    ruleSet: ruleSets[pinned.ruleSet],
    organisations,
  }
}

type Run = { before: Dossier; after: Dossier; at: Instant }

/** The count of the run that stands after a line, by one calendar. */
const recounted = ({ before, after, at }: Run, statutes: Statutes, calendar: CalendarVersion | undefined): Counted => {
  const { clock, pinned, receivingDesk, locality } = after
  if (clock.is !== 'running' || pinned === null) return { uncountable: `the clock is ${clock.is}` }
  if (calendar === undefined) return { uncountable: `calendar ${pinned.calendar} is not published` }
  const law = lawBy(after, statutes, calendar)
  if (law.procedure === undefined) return { uncountable: `procedure version ${pinned.version} is not published` }
  const run = { ...clock, locality, variant: pinned.variant, planned: before.count?.stages }
  const context: Context = { now: at, actor: nobody, law, version: 0, worksAt: () => false }
  const counting = countDossier(receivingDesk, law.procedure, run, context)
  return 'refused' in counting ? { uncountable: `${counting.refused} ${counting.about ?? ''}` } : counting.count
}
const nobody = { person: 'audit', role: 'system', organisation: 'system' }

const sayDue = ({ on, at }: Due): string => at ?? on
