import type { CalendarVersion } from '@dossier/contracts/calendar'
import type { Count, DossierEventType } from '@dossier/contracts/dossier-event'
import type { ProcedureVersion } from '@dossier/contracts/procedure'
import type { Day, Due, Instant } from '@dossier/contracts/time'
import { apologyBy } from './alarm-plan.ts'
import { dayOf } from './calendar.ts'
import { calendarAsKnown, calendarOn } from './calendar-versions.ts'
import { countDossier } from './count.ts'
import type { Dossier } from './dossier.ts'
import { withProvisional } from './draft-year.ts'
import { evolve, type Recorded } from './evolve.ts'
import { type Context, type Law, timelinessOf } from './law.ts'
import type { OrganisationTree } from './organisations.ts'
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
  what: 'due' | 'stages' | 'verdict' | 'apology' | 'uncountable'
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

/** Counts every date of a record again, and its verdict and apology, by the rules as known then and as known now. */
export const auditClock = (record: readonly Numbered[], statutes: Statutes, today: Day): ClockFinding[] => {
  const findings: ClockFinding[] = []
  let before: Dossier | undefined
  let nowDue: Due | undefined
  for (const line of record) {
    const after = evolve(before, line)
    if (after?.pinned == null || before === undefined) {
      before = after
      continue
    }
    const found = (one: Omit<ClockFinding, 'seq'>) => void findings.push({ seq: line.seq, ...one })
    const { event, at } = line
    if ('count' in event && event.count !== undefined) {
      const then = recounted(before, after, at, statutes, dayOf(at))
      const now = recounted(before, after, at, statutes, today)
      for (const one of differences(event.count, then, 'then', after.pinned.calendar)) found(one)
      nowDue = 'due' in now ? now.due : undefined
      const said = [event.count.due, ...('due' in then ? [then.due] : [])].map(sayDue)
      if (nowDue !== undefined && !said.includes(sayDue(nowDue)))
        found({
          rules: 'now',
          what: 'due',
          says: sayDue(event.count.due),
          follows: sayDue(nowDue),
          why: `Calendar ${newestOn(statutes, today)?.version ?? 'none'} knows of notices that came after this count.`,
        })
    }
    if (event.type === 'ResultSigned' && before.count !== null) {
      for (const [rules, due] of [['then', before.count.due] as const, ['now', nowDue] as const]) {
        const follows = due === undefined ? event.timeliness : timelinessOf(at, due)
        if (follows === event.timeliness) continue
        const why = due === undefined ? '' : `Signed at ${at}, due ${sayDue(due)}.`
        found({ rules, what: 'verdict', says: event.timeliness, follows, why })
      }
    }
    if (event.type === 'DossierReappointed') {
      const by = apologyBy(before, lawOn(before, statutes, dayOf(at)))
      const follows = at <= by ? 'in-time' : 'late'
      if (follows !== event.apology)
        found({ rules: 'then', what: 'apology', says: event.apology, follows, why: `Its last moment was ${by}.` })
    }
    before = after
  }
  return findings
}

const newestOn = ({ calendars }: Statutes, day: Day): CalendarVersion | undefined => calendarOn(calendars.values(), day)

/** The law of a dossier as one could know it on a day. */
const lawOn = ({ pinned }: Dossier, statutes: Statutes, day: Day, provisional?: number): Law => {
  const newest = newestOn(statutes, day)
  if (newest === undefined || pinned === null) throw new Error('There is no calendar to audit by')
  const known = calendarAsKnown(newest, day)
  return {
    procedure: statutes.procedures.get(pinned.version),
    calendar: provisional === undefined ? known : withProvisional(known, provisional),
    ruleSet: ruleSets[pinned.ruleSet],
    organisations: statutes.organisations,
  }
}

/** The count of the run that stands after a line, by what was known on a day. */
const recounted = (
  before: Dossier,
  after: Dossier,
  at: Instant,
  statutes: Statutes,
  day: Day,
): Count | { uncountable: string } => {
  const { clock, count, pinned, receivingDesk, locality } = after
  if (clock.is !== 'running' || count === null || pinned === null) return { uncountable: `the clock is ${clock.is}` }
  const law = lawOn(after, statutes, day, count.provisional ? Number(count.due.on.slice(0, 4)) : undefined)
  if (law.procedure === undefined) return { uncountable: `procedure version ${pinned.version} is not published` }
  const run = { ...clock, locality, variant: pinned.variant, planned: before.count?.stages }
  const context: Context = { now: at, actor: nobody, law, version: 0, worksAt: () => false }
  const counting = countDossier(receivingDesk, law.procedure, run, context)
  return 'refused' in counting ? { uncountable: `${counting.refused} ${counting.about ?? ''}` } : counting.count
}
const nobody = { person: 'audit', role: 'system', organisation: 'system' }

const differences = (
  says: Count,
  follows: Count | { uncountable: string },
  rules: 'then',
  calendar: string,
): Omit<ClockFinding, 'seq'>[] => {
  if ('uncountable' in follows)
    return [{ rules, what: 'uncountable', says: sayDue(says.due), follows: 'nothing', why: follows.uncountable }]
  const why = `Counted by calendar ${calendar}.`
  const parts = [
    { what: 'due' as const, of: (count: Count) => `${sayDue(count.due)}${count.provisional ? ', provisional' : ''}` },
    {
      what: 'stages' as const,
      of: ({ stages }: Count) => stages.map(({ id, due }) => `${id} ${sayDue(due)}`).join(', '),
    },
  ]
  return parts.flatMap(({ what, of }) =>
    of(says) === of(follows) ? [] : [{ rules, what, says: of(says), follows: of(follows), why }],
  )
}

const sayDue = ({ on, at }: Due): string => at ?? on
