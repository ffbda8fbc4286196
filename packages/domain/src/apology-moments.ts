import type { Alarm } from '@dossier/contracts/dossier'
import type { Instant } from '@dossier/contracts/time'
import { closing, dayOf, momentOn, numberOf, opening, shift } from './calendar.ts'
import { type Dossier, keptDue, standingDraft } from './dossier.ts'
import { calendarAt, type Law, passedAt, waysFor } from './law.ts'
import { workingDaysBefore, workingDayUpTo } from './legal-clock.ts'
import { hoursOn, workingHoursBefore } from './working-hours.ts'

/**
 * The apology's last moment: end of office hours on the last working day on or before due minus one calendar day
 * (NĐ 61/2018 art. 19.9; it does not say working day, so this is the safe reading), or on the due day where the rule set says
 * so. Counted from the promised date where a corrected calendar has made the due date earlier than that.
 */
export const apologyBy = (dossier: Dossier, law: Law): Instant => {
  const { receivingDesk, submittedAt } = dossier
  const due = keptDue(dossier)
  if (due === null) return submittedAt
  const ways = waysFor(receivingDesk, submittedAt, law)
  const day = law.ruleSet.apology === 'due-day' ? due.on : workingDayUpTo(shift(due.on, -1), ways.calendar)
  return momentOn(day, closing(hoursOn(numberOf(day), ways)))
}

/** The alarm with which an apology is drafted. */
export const draftKind = 'apology-draft'

/**
 * When an apology is drafted, when the leaders above hear that it is unsigned, and its last moment, which sounds too where it is
 * signed by then and has not left; nothing once it has, or where the leader put the draft aside.
 * A draft comes at its usual moment. Where that lies before `running`, from when the clock runs, it comes with the first warning that does
 * not, or when the dossier is overdue: then the apology is late, but still owed.
 */
export const apologyAlarms = (dossier: Dossier, law: Law, running: Instant): Alarm[] => {
  const due = keptDue(dossier)
  if (due === null || dossier.apologyDeclined?.on === due.on) return []
  const by = apologyBy(dossier, law)
  const last: Alarm = { id: `apology-by:${due.on}`, kind: 'apology-by', at: by }
  // Signed, it has still to leave by then.
  if (dossier.reappointment !== null) return dossier.reappointment.sending === 'awaited' && by > running ? [last] : []
  const warnings = warningsBefore(by, dossier, law)
  const draftAt = [usualDraftAt(by, dossier, law), ...warnings.map(({ at }) => at), passedAt(due)].find(
    (at) => at > running,
  )
  if (draftAt === undefined) return []
  const unsigned = standingDraft(dossier) === null ? [] : warnings.filter(({ at }) => at > draftAt)
  return [
    { id: `${draftKind}:${due.on}`, kind: draftKind, at: draftAt },
    ...unsigned.map(({ hours, at }): Alarm => ({ id: unsignedId(due.on, hours), kind: 'apology-unsigned', at })),
    ...(by > running ? [last] : []),
  ]
}

const unsignedId = (due: string, hours: number): string => `apology-unsigned:${due}:${hours}`

const usualDraftAt = (by: Instant, { receivingDesk, submittedAt }: Dossier, law: Law): Instant => {
  const day = workingDaysBefore(dayOf(by), law.ruleSet.apologyDraftDays, calendarAt(receivingDesk, law))
  return momentOn(day, opening(hoursOn(numberOf(day), waysFor(receivingDesk, submittedAt, law))))
}

const warningsBefore = (by: Instant, { receivingDesk, submittedAt }: Dossier, law: Law) => {
  const ways = waysFor(receivingDesk, submittedAt, law)
  return law.ruleSet.apologyUnsignedHours.flatMap((hours) => {
    const at = workingHoursBefore(by, hours, ways)
    return at === undefined ? [] : [{ hours, at }]
  })
}

/** How many leaders above the usual ones have heard by now that the draft is unsigned. */
export const escalationOf = (dossier: Dossier): number => {
  const on = keptDue(dossier)?.on
  const counted = (id: string) => id.startsWith(`apology-unsigned:${on}:`) || id === `apology-by:${on}`
  return dossier.sounded.filter(counted).length
}
