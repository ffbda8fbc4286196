import type { ApplicationSummary } from '@dossier/contracts/application'
import type { Actor } from '@dossier/contracts/actor'
import type { CalendarVersion } from '@dossier/contracts/calendar'
import type { DossierEvent } from '@dossier/contracts/dossier-event'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { ProcedureVersion } from '@dossier/contracts/procedure'
import type { RefusalCode } from '@dossier/contracts/refusal'
import type { Due, Instant } from '@dossier/contracts/time'
import { dayOf, endOf } from './calendar.ts'
import { calendarIn, hasProvinces, provinceOf } from './calendar-layers.ts'
import type { Recorded } from './evolve.ts'
import type { Interruption, Ways } from './legal-clock.ts'
import { officeOn, type OrganisationTree } from './organisations.ts'
import type { RuleSet } from './rule-set.ts'
import { exceptionsOf } from './working-hours.ts'

/**
 * The law for one dossier: in force today until its acceptance, pinned from then on. No procedure means that none is in
 * force.
 */
export type Law = {
  procedure: ProcedureVersion | undefined
  calendar: CalendarVersion
  ruleSet: RuleSet
  organisations: OrganisationTree
}

/** Everything a decision may look at besides dossier and command: it has no clock and no chance of its own. */
export type Context = {
  now: Instant
  actor: Actor
  law: Law
  version: number
  /** What intake says of the application now; absent where the command does not rest on papers or payments. */
  application?: LodgedNow | undefined
  /** The lines so far, for what rests on more than where it stands; absent where the command does not. */
  record?: readonly Recorded[] | undefined
  /** For a recount: the calendar the present dates were counted by. */
  calendarBefore?: CalendarVersion | undefined
  /** Whether an officer has a mandate at an organisation today. */
  worksAt: (officer: string, organisation: OrganisationCode) => boolean
}

/** What has been handed in of an application by now, as intake keeps it: no form data, ids alone. */
export type LodgedNow = Pick<ApplicationSummary, 'complete' | 'brought' | 'feesOwed' | 'originals'>

/** What happened, or why not: a refusal is a value. `missingYear` names the year nobody announced. */
export type Decision = { events: readonly DossierEvent[] } | Refused
export type Refused = { refused: RefusalCode; about?: string }

/** The answer that the command takes effect: these lines of the record, in this order. */
export const happened = (...events: DossierEvent[]): Decision => ({ events })
/** The answer that it does not, and what it is about: a date, an id, never a person. */
export const refuse = (refused: RefusalCode, about?: string): Refused =>
  about === undefined ? { refused } : { refused, about }
/** No date is given in a year nobody announced (BLLĐ 2019 art. 112). */
export const yearMissing = ({ missingYear }: { missingYear: number }): Refused =>
  refuse('calendar-year-missing', String(missingYear))

/** When an office is open that says nothing else: a setting. */
export const usualSessions: Ways['sessions'] = [
  ['07:30', '11:30'],
  ['13:00', '17:00'],
]

/** What says how time runs somewhere. */
type Where = Pick<Law, 'calendar' | 'organisations'>

/** The calendar that counts for an organisation: the nation's, with the days of its province where any has its own. */
export const calendarAt = (organisation: OrganisationCode, { calendar, organisations }: Where): CalendarVersion =>
  hasProvinces(calendar) ? calendarIn(calendar, provinceOf(organisations, organisation)) : calendar

/** How to count for an organisation: its calendar, its office's hours, and the stretches in which the clock stood. */
export const waysFor = (
  organisation: OrganisationCode,
  now: Instant,
  law: Where,
  interruptions: readonly Interruption[] = [],
): Ways => {
  // A successor is asked about days before its own first one too: it keeps its hours then, nobody else's.
  const office = officeOn(law.organisations, organisation, dayOf(now)) ?? law.organisations.rows.get(organisation)
  const exceptions = exceptionsOf(office)
  const ways = { calendar: calendarAt(organisation, law), sessions: office?.sessions ?? usualSessions, interruptions }
  return exceptions === undefined ? ways : { ...ways, exceptions }
}

/** The moment a due date has passed: its own for hours, the end of the legal day otherwise (Civil Code art. 148.6). */
export const passedAt = ({ on, at }: Due): Instant => at ?? endOf(on)
/** Whether that moment has come; at 24:00 of the due day it has. */
export const hasPassed = (due: Due, now: Instant): boolean => now >= passedAt(due)

/** Three-way (TT 01/2018 art. 13.1): days compare as local dates, hours as moments (BLDS 2015 art. 147, 148.6). */
export const timelinessOf = (done: Instant, due: Due): 'early' | 'on-time' | 'late' => {
  const [have, want] = due.at === undefined ? [dayOf(done), due.on] : [done, due.at]
  if (have === want) return 'on-time'
  return have < want ? 'early' : 'late'
}
