import type { LateAgency, LatenessReason } from '@dossier/contracts/apology-events'
import type { DossierEvent } from '@dossier/contracts/dossier-event'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { Due, Instant } from '@dossier/contracts/time'
import { apologyBy, escalationOf } from './apology-moments.ts'
import { attributionOf } from './attribution.ts'
import { dayFrom, isAnnounced, numberOf, whyOff } from './calendar.ts'
import { type Dossier, keptDue, standingDraft } from './dossier.ts'
import { calendarAt, type Context, type Law, waysFor } from './law.ts'
import { type Start, startAfter, startOf } from './legal-clock.ts'
import { ancestors } from './organisations.ts'
import { countStages, endOf } from './stage-count.ts'
import { answerable, standingWrongs, wrongEscalation } from './wrongs.ts'

/**
 * An apology for a leader to sign (NĐ 61/2018 art. 19.9): whose lateness the record tells of by now, the reason that follows
 * from it, when the dossier will be done and the new date. Undefined where no date is owed yet.
 */
export const draftApology = (
  dossier: Dossier,
  { now, law, record = [] }: Pick<Context, 'now' | 'law' | 'record'>,
): Extract<DossierEvent, { type: 'ApologyDrafted' }> | undefined => {
  const due = keptDue(dossier)
  if (due === null) return undefined
  const lateBy = lateAgenciesIn(record, law, now)
  const foreseen = foresee(dossier, law, now)
  const appointment = proposeAppointment(dossier, law, now)
  return {
    type: 'ApologyDrafted',
    due,
    by: apologyBy(dossier, law),
    reason: reasonOf(lateBy),
    lateBy,
    ...(foreseen === undefined ? {} : { foreseen }),
    ...(appointment === undefined ? {} : { appointment }),
  }
}

const lateAgenciesIn = (record: NonNullable<Context['record']>, law: Law, now: Instant): LateAgency[] => {
  const time = attributionOf(record, law, now)
  return time === undefined || 'missingYear' in time ? [] : time.lateShares
}

/** An agency asked that has not answered in time keeps the lead waiting: it goes before the work of the stages. */
const reasonOf = (lateBy: readonly LateAgency[]): LatenessReason => {
  if (lateBy.some(({ as }) => as === 'asked')) return 'consultation-late'
  return lateBy.length > 0 ? 'workload' : 'other'
}

/**
 * When a dossier ends if every agency still to come takes its whole limit, and the one that has it what is left of its own: nothing
 * once that has passed. Undefined in a year nobody announced.
 */
export const foresee = (dossier: Dossier, law: Law, now: Instant): Due | undefined => {
  const { place, receivingDesk } = dossier
  const today = startOf(now)
  const own = place?.due ?? null
  if (place?.entered !== true || own === null) return stagesFrom(dossier, place?.index ?? 0, today, law)
  const begins = own.on < today.on ? today : startAfter(own, waysFor(receivingDesk, now, law))
  return stagesFrom(dossier, place.index + 1, begins, law)
}

/**
 * The new date an apology proposes: the limits of the stages that remain, of the one it stands at too, chained from now as
 * they were at acceptance. It is the one new date there is, so the present agency gets its limit anew. Later than the due date and
 * a working day; undefined where that needs a year nobody announced (BLLĐ 2019 art. 112).
 */
export const proposeAppointment = (dossier: Dossier, law: Law, now: Instant): Due | undefined => {
  const due = keptDue(dossier)
  const ends = stagesFrom(dossier, dossier.place?.index ?? 0, startOf(now), law)
  if (due === null || ends === undefined) return undefined
  const calendar = calendarAt(dossier.receivingDesk, law)
  for (let number = Math.max(numberOf(ends.on), numberOf(due.on) + 1); isAnnounced(number, calendar); number += 1)
    if (whyOff(number, calendar) === undefined) return { on: dayFrom(number) }
  return undefined
}

const stagesFrom = ({ count, receivingDesk }: Dossier, index: number, from: Start, law: Law): Due | undefined => {
  const counted = countStages(from, count?.stages.slice(index) ?? [], waysFor(receivingDesk, from.at, law))
  return 'missingYear' in counted ? undefined : endOf(counted, from)
}

/**
 * The organisations whose leader is asked to sign, nearest first: the holder's own, the one above it, and one more for each
 * time it stayed unsigned.
 */
export const leadersAsked = (
  { holder }: Pick<Dossier, 'holder'>,
  { organisations }: Pick<Law, 'organisations'>,
  escalation: number,
): [OrganisationCode, ...OrganisationCode[]] => [
  holder,
  ...ancestors(organisations, holder)
    .slice(0, 1 + escalation)
    .map(({ code }) => code),
]

/**
 * Until when the first of the drafted apologies is to be signed, by the calendar of today, and the organisations whose leader
 * is asked by now for any of them; null where none waits.
 */
export const apologyAsked = (dossier: Dossier, law: Law): { by: Instant; to: OrganisationCode[] } | null => {
  const asked = standingWrongs(dossier).map(({ nth, by }) => ({
    by,
    to: leadersAsked({ holder: answerable(dossier) }, law, wrongEscalation(dossier, nth)),
  }))
  if (standingDraft(dossier) !== null)
    asked.push({ by: apologyBy(dossier, law), to: leadersAsked(dossier, law, escalationOf(dossier)) })
  const [first, ...rest] = asked
  if (first === undefined) return null
  const by = rest.reduce((earliest, one) => (one.by < earliest ? one.by : earliest), first.by)
  return { by, to: [...new Set(asked.flatMap(({ to }) => to))] }
}
