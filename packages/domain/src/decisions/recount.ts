import type { Count } from '@dossier/contracts/dossier-event'
import type { Due } from '@dossier/contracts/time'
import { apologyBy } from '../apology-moments.ts'
import { type Counting, countDossier, stageDue } from '../count.ts'
import { appointmentOf, type Dossier, type SettlementClock } from '../dossier.ts'
import { type Context, type Decision, happened, hasPassed, type Refused, refuse, waysFor, yearMissing } from '../law.ts'
import { dueAfter, startOf } from '../legal-clock.ts'
import type { CommandOf } from './command.ts'

type Anew = Counting & { stageDue?: Due }

/** The present run of the clock counted by the present calendar, and the own date of the stage it stands at. */
const countAnew = (
  dossier: Dossier,
  clock: Extract<SettlementClock, { is: 'running' }>,
  variant: string | undefined,
  context: Context,
): Anew | Refused => {
  const { procedure } = context.law
  if (procedure === undefined) return refuse('procedure-not-in-force', dossier.procedure)
  const { receivingDesk, locality, place } = dossier
  const run = { ...clock, locality, variant, planned: dossier.count?.stages }
  const counting = countDossier(receivingDesk, procedure, run, context)
  if ('refused' in counting) return counting
  const stage = place?.due == null ? undefined : counting.count.stages[place.index]
  if (place === null || stage === undefined) return counting
  const due = stageDue({ ...dossier, count: counting.count }, stage.id, place.since, context, clock.interruptions)
  return 'refused' in due ? due : { ...counting, stageDue: due }
}

/**
 * The procedure's own law gives this case another limit, as when the police must verify (reference scenario S05): counted from the
 * same day zero, by a document, before the old date has passed. No apology, and the one re-appointment is not used.
 */
export const applyVariant = (
  dossier: Dossier,
  { variant, legalBasis }: CommandOf<'ApplyVariant'>,
  context: Context,
): Decision => {
  const { clock, count, pinned } = dossier
  if (dossier.state === 'completed') return refuse('already-completed')
  if (clock.is !== 'running' || count === null || pinned?.variant === variant) return refuse('not-possible-now')
  if (hasPassed(count.due, context.now)) return refuse('due-passed', count.due.on)
  const anew = countAnew(dossier, clock, variant, context)
  if ('refused' in anew) return anew
  const calendar = countedBy(dossier, context)
  return happened({ type: 'LimitVariantApplied', variant, legalBasis, ...anew, ...calendar })
}

/**
 * A calendar was published since the last count (BLLĐ 2019 art. 112): dates that move, or become firm, are told with their cause. A
 * clock that stands is counted when it runs again. What the citizen was promised is never made earlier, if so set.
 */
export const recount = (dossier: Dossier, context: Context): Decision => {
  const { clock, count, pinned, place } = dossier
  if (clock.is !== 'running' || count === null || pinned === null) return refuse('not-possible-now')
  const anew = countAnew(dossier, clock, pinned.variant, context)
  if ('refused' in anew) return anew
  const awaited = consultationsAnew(dossier, context)
  if ('refused' in awaited) return awaited
  const { law, calendarBefore } = context
  const promise = appointmentOf(dossier)
  const keeps = law.ruleSet.neverEarlierThanPromised && promise !== null && promise.on > anew.count.due.on
  const promised = keeps && dossier.reappointment === null ? promise : null
  const counted = { ...dossier, count: anew.count, promised }
  const apologyMoves =
    calendarBefore !== undefined && apologyBy(counted, law) !== apologyBy(dossier, { ...law, calendar: calendarBefore })
  const dates = ({ due, committed }: Pick<Count, 'due' | 'committed'>) => JSON.stringify([due, committed])
  const stages = (one: Pick<Count, 'stages'>, own: Due | null | undefined) =>
    JSON.stringify([one.stages.map(({ due }) => due), own ?? null])
  const moved = (['due', 'firm', 'stages', 'apology', 'consultations'] as const).filter((what) => {
    if (what === 'due') return dates(anew.count) !== dates(count)
    if (what === 'firm') return count.provisional && !anew.count.provisional
    if (what === 'stages') return stages(anew.count, anew.stageDue) !== stages(count, place?.due)
    return what === 'apology' ? apologyMoves : awaited.length > 0
  })
  if (moved.length === 0) return refuse('nothing-moves')
  return happened({
    type: 'DossierRecounted',
    from: pinned.calendar,
    calendar: law.calendar.version,
    count: anew.count,
    ...(anew.stageDue === undefined ? {} : { stageDue: anew.stageDue }),
    ...(promised === null ? {} : { promised }),
    ...(awaited.length === 0 ? {} : { consultations: awaited }),
    moved,
  })
}

/** The own dates of opinions still awaited that move. */
const consultationsAnew = ({ consultations }: Dossier, { law }: Context): { id: string; due: Due }[] | Refused => {
  const moved: { id: string; due: Due }[] = []
  for (const { id, to, limit, requestedAt, due, answer, deemed } of consultations) {
    if (answer !== null || deemed || limit === null) continue
    const counted = dueAfter(startOf(requestedAt), limit, waysFor(to, requestedAt, law))
    if ('missingYear' in counted) return yearMissing(counted)
    if (JSON.stringify(counted.due) !== JSON.stringify(due)) moved.push({ id, due: counted.due })
  }
  return moved
}

/** Which calendar a later count rests on, named only where it is another one than before. */
export const countedBy = ({ pinned }: Dossier, { law }: Context): { calendar?: string } =>
  pinned === null || pinned.calendar === law.calendar.version ? {} : { calendar: law.calendar.version }
