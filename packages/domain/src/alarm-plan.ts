import type { Alarm, AlarmKind } from '@dossier/contracts/dossier'
import type { Day, Instant, TimeOfDay } from '@dossier/contracts/time'
import { apologyAlarms } from './apology-moments.ts'
import { closing, dayOf, isAnnounced, momentOn, numberOf, opening, shift, timeOf, whyOff } from './calendar.ts'
import { appointmentOf, type Consultation, type Dossier, isToDispatch, isUnderWay } from './dossier.ts'
import { calendarAt, type Law, passedAt, waysFor } from './law.ts'
import { dueAfter, startOf, workingDaysBefore } from './legal-clock.ts'
import { hoursOn } from './working-hours.ts'
import { wrongAlarms } from './wrongs.ts'

/**
 * What must still happen if nobody acts, earliest first. Ids are stable and an alarm that has sounded is never planned
 * again. What was told of it changes only with a line of the record.
 */
export const alarmPlan = (dossier: Dossier, law: Law): Alarm[] =>
  [...planned(dossier, law), ...wrongAlarms(dossier, law)]
    .filter(({ id }) => !dossier.sounded.includes(id))
    .toSorted((a, b) => compare(a.at, b.at) || compare(a.id, b.id))

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

const planned = (dossier: Dossier, law: Law): Alarm[] => {
  switch (dossier.state) {
    case 'submitted':
      return [alarm('answer-due', dossier.answerDue.at ?? dossier.answerDue.on, passedAt(dossier.answerDue))]
    case 'accepted':
    case 'in-progress':
      return [...ofTransfer(dossier, law), ...ofStage(dossier, law), ...ofDossier(dossier, law), ...ofOthers(dossier)]
    case 'supplement-requested':
      return [...ofSupplement(dossier), ...ofOthers(dossier)]
    case 'obligation-requested':
      return ofOthers(dossier)
    case 'completed':
      return ofResult(dossier, law)
    case 'completion-requested':
    case 'not-accepted':
    case 'withdrawn':
    case 'returned':
    case 'stopped':
      return []
  }
}

const alarm = (kind: AlarmKind, what: string, at: Instant): Alarm => ({ id: `${kind}:${what}`, kind, at })

/** What others owe, whether or not the dossier's own clock runs: a receiver, an agency asked, the citizen who pays. */
const ofOthers = (dossier: Dossier): Alarm[] => [
  ...ofHandover(dossier),
  ...ofConsultations(dossier),
  ...ofObligations(dossier),
]

const ofHandover = ({ handover }: Dossier): Alarm[] =>
  handover === null
    ? []
    : [alarm('handover-unanswered', `${handover.stage}:${handover.offeredAt}`, passedAt(handover.answerBy))]

/**
 * Until when the desk passes a dossier on that waits there for its stage's unit: the end of the same working day, or the
 * start of the next one where it came at or after 15:00 (NĐ 61/2018 art. 18.2).
 */
const ofTransfer = ({ place, handover, holder, receivingDesk }: Dossier, law: Law): Alarm[] => {
  if (place === null || place.entered || handover !== null || holder !== receivingDesk) return []
  const { since } = place
  const ways = waysFor(receivingDesk, since, law)
  const today = numberOf(dayOf(since))
  const works = isAnnounced(today, ways.calendar) && whyOff(today, ways.calendar) === undefined
  const closes = momentOn(dayOf(since), closing(hoursOn(today, ways)))
  if (works && timeOf(since) < law.ruleSet.transferCutOff && since < closes)
    return [alarm('transfer-due', since, closes)]
  const next = dueAfter(startOf(since), { amount: 1, unit: 'working-day' }, ways)
  if ('missingYear' in next) return [] // no date is better than a wrong one
  const { on } = next.due
  return [alarm('transfer-due', since, momentOn(on, opening(hoursOn(numberOf(on), ways))))]
}

const ofStage = (dossier: Dossier, law: Law): Alarm[] => {
  const { place, count, handover } = dossier
  const stage = place === null ? undefined : count?.stages[place.index]
  if (place === null || place.due === null || stage === undefined) return []
  const { due, since } = place
  const ends = dossier.postings[stage.id]
  const posting = ends === undefined ? [] : [alarm('posting-ends', `${stage.id}:${ends.on}`, passedAt(ends))]
  const overdue = alarm('stage-overdue', `${stage.id}:${due.at ?? due.on}`, passedAt(due))
  const morning = momentOn(due.on, opensAt(dossier, due.on, law))
  // On the morning of its last day; whoever has already passed the dossier on needs no warning.
  if (due.at !== undefined || handover !== null || morning <= since) return [...posting, overdue]
  return [...posting, alarm('stage-warning', `${stage.id}:${due.on}`, morning), overdue]
}

const ofDossier = (dossier: Dossier, law: Law): Alarm[] => {
  const { count, clock } = dossier
  if (count === null || clock.is !== 'running') return []
  const { due } = count
  const alarms = [alarm('overdue', due.at ?? due.on, passedAt(due))]
  const running = clock.interruptions.at(-1)?.to ?? clock.since // a moment that passed while it stood was nobody's to keep
  const { soonAt } = lightMoments(dossier, law)
  if (soonAt > running && soonAt < passedAt(due)) alarms.push(alarm('due-soon', due.on, soonAt))
  alarms.push(...apologyAlarms(dossier, law, running))
  const appointment = appointmentOf(dossier)
  if (appointment !== null && appointment !== due)
    alarms.push(alarm('appointment-missed', appointment.on, passedAt(appointment)))
  return [...alarms, ...ofSilence(dossier, clock, law)]
}

/** Where the procedure's own law lets the applicant go ahead when the authority stays silent for so long. */
const ofSilence = (
  { receivingDesk, count }: Dossier,
  { since, interruptions }: Extract<Dossier['clock'], { is: 'running' }>,
  law: Law,
): Alarm[] => {
  const silence = law.procedure?.silence
  if (silence === undefined) return []
  const dayZero = count?.walk[0]?.from ?? dayOf(since)
  const start = dayZero > dayOf(since) ? { on: dayZero, at: momentOn(dayZero, '00:00') } : startOf(since)
  const counted = dueAfter(start, silence.after, waysFor(receivingDesk, since, law, interruptions))
  if ('missingYear' in counted) return []
  return [alarm('silence-approves', counted.due.at ?? counted.due.on, passedAt(counted.due))]
}

const ofConsultations = ({ consultations }: Dossier): Alarm[] =>
  consultations.filter(({ answer, deemed }) => answer === null && !deemed).map(consultationAlarm)

/** When an opinion asked for, or a branch, is due; deemed consent is matched to it by its whole id. */
export const consultationAlarm = ({ id, due }: Pick<Consultation, 'id' | 'due'>): Alarm =>
  alarm('consultation-due', `${id}:${due.at ?? due.on}`, passedAt(due))

const ofSupplement = ({ supplement }: Dossier): Alarm[] =>
  supplement?.windowCloses == null
    ? []
    : [alarm('supplement-window', supplement.windowCloses.on, passedAt(supplement.windowCloses))]

const ofObligations = ({ obligations }: Dossier): Alarm[] =>
  obligations.flatMap(({ id, payBy, paid }) =>
    paid || payBy === null ? [] : [alarm('obligation-due', `${id}:${payBy}`, passedAt({ on: payBy }))],
  )

const ofResult = (dossier: Dossier, law: Law): Alarm[] => {
  const { waitsSince, dispatch, delivery } = dossier
  if (delivery === 'under-way' && dispatch !== null)
    return [alarm('delivery-overdue', dispatch.parcel, passedAt(dispatch.promised))]
  if (waitsSince === null || isToDispatch(dossier)) return [] // nobody chases a citizen for what the post is to bring
  const from = dayOf(waitsSince)
  return law.ruleSet.uncollectedAfterDays.map((days) => {
    const day = shift(from, days)
    return alarm('result-uncollected', day, momentOn(day, opensAt(dossier, day, law)))
  })
}

const opensAt = ({ holder, submittedAt }: Dossier, day: Day, law: Law): TimeOfDay =>
  opening(hoursOn(numberOf(day), waysFor(holder, submittedAt, law)))

/**
 * The two moments at which a dossier's light changes: to due soon, and to overdue. Legal due date, never the re-appointed; for
 * a submission it is the desk's answer that may be late.
 */
export const lightMoments = (dossier: Dossier, law: Law): { soonAt: Instant; overdueAt: Instant } => {
  const due = dossier.count?.due
  const answered = passedAt(dossier.answerDue)
  if (due === undefined) return { soonAt: answered, overdueAt: answered }
  const soon = workingDaysBefore(due.on, law.ruleSet.dueSoonDays, calendarAt(dossier.receivingDesk, law))
  return { soonAt: momentOn(soon, opensAt(dossier, soon, law)), overdueAt: passedAt(due) }
}

export type Light = 'in-time' | 'due-soon' | 'overdue' | 'paused' | 'none'

/** The traffic light of a worklist; a paused clock has its own, and so have dossiers that wait for nobody's time limit. */
export const lightOf = (dossier: Dossier, law: Law, now: Instant): Light => {
  if (dossier.clock.is === 'paused') return 'paused'
  if (dossier.state !== 'submitted' && !isUnderWay(dossier)) return 'none'
  const { soonAt, overdueAt } = lightMoments(dossier, law)
  if (now >= overdueAt) return 'overdue'
  return now >= soonAt ? 'due-soon' : 'in-time'
}
