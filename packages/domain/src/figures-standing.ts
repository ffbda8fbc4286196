import type { Timeliness } from '@dossier/contracts/dossier-event'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { Channel } from '@dossier/contracts/procedure'
import type { Instant } from '@dossier/contracts/time'
import { type Dossier, keptDue } from './dossier.ts'
import { evolve, type Recorded } from './evolve.ts'
import { passedAt, timelinessOf } from './law.ts'
import { isWithin, type Period } from './period.ts'

/** A line of a dossier's record as far as figures go: who wrote it is not asked. */
export type Told = Pick<Recorded, 'event' | 'at'>

/** How an accepted dossier stands when a period ends, in exactly one way. */
export type Standing =
  | Timeliness // resolved
  | 'in-time' // pending: its day may still be kept
  | 'overdue' // pending: its day has passed
  | 'supplement' // paused for papers
  | 'obligation' // paused for a payment
  | 'withdrawn'
  | 'stopped'
  | 'not-accepted'

/** What one dossier adds to the figures of a period. */
export type Share = {
  /** That which counted it when the period ended: an ended desk's dossiers are its successor's from the first day on. */
  desk: OrganisationCode
  procedure: string
  channel: Channel
  /** Where it is part of the balance: whether it was there before the period, and how it stands when that ends. */
  counted: { entered: 'carried' | 'new'; standing: Standing } | null
  /** The law's refusal after appraisal is a result like any other. */
  refusedAfterAppraisal: boolean
  notAccepted: boolean
  /** Notices before acceptance of what is missing, each a way home. */
  sentHome: number
  withdrawnBefore: boolean
  returnedBy: Channel | null
  uncollected: boolean
  /**
   * Of a dossier whose day passed while its clock ran, however it stands later; null where none is owed, as where the promised
   * day of an older calendar was kept.
   */
  apology: 'in-time' | 'late' | 'none' | null
  /** Asked within the period, and asked at any time of a dossier resolved within it. */
  supplements: { asked: number; ofResolved: number }
  obligations: { asked: number; askedAmount: number; paid: number; paidAmount: number }
}

/**
 * What one dossier's record adds to the figures of a period (TT 01/2018 art. 11); undefined where it was not opened yet. A
 * dossier accepted counts once in each period until it ends, refused intake only where `notAcceptedIsNew` says so.
 */
export const shareOf = (
  record: readonly Told[],
  period: Period,
  { notAcceptedIsNew = false }: { notAcceptedIsNew?: boolean } = {},
): Share | undefined => {
  const known = record.filter(({ at }) => at < period.to)
  const { dossier, broken } = foldOf(known, period.to)
  if (dossier === undefined) return undefined
  const within = known.filter(({ at }) => isWithin(at, period))
  const count = (type: Told['event']['type']) => within.filter(({ event }) => event.type === type).length
  const { receivingDesk: desk, procedure, channel, state } = dossier
  const notAccepted = count('DossierNotAccepted') > 0
  const balance = countedIn(known, dossier, period)
  const counted =
    balance ?? (notAccepted && notAcceptedIsNew ? ({ entered: 'new', standing: 'not-accepted' } as const) : null)
  const returned = within.find(({ event }) => event.type === 'ResultReturned')?.event
  const isResolved = counted !== null && isResult(counted.standing)
  return {
    desk,
    procedure,
    channel,
    counted,
    refusedAfterAppraisal: isResolved && dossier.result?.outcome === 'refused',
    notAccepted,
    sentHome: count('CompletionRequested'),
    withdrawnBefore: count('ApplicationWithdrawn') > 0,
    returnedBy: returned?.type === 'ResultReturned' ? returned.by : null,
    uncollected: state === 'completed',
    apology: counted !== null && broken ? apologyOf(dossier) : null,
    supplements: { asked: count('SupplementRequested'), ofResolved: isResolved ? dossier.supplements : 0 },
    obligations: obligationsIn(within, dossier),
  }
}

/** In time is what had left by the law's last moment, not what was signed by then. */
const apologyOf = ({ reappointment }: Dossier): Share['apology'] => {
  if (reappointment === null) return 'none'
  return reappointment.sending === 'late' ? 'late' : reappointment.apology
}

/** `broken`: whether its kept day has passed by `to` while the clock ran and there was no result. */
const foldOf = (lines: readonly Told[], to: Instant): { dossier: Dossier | undefined; broken: boolean } => {
  let dossier: Dossier | undefined
  let broken = false
  for (const { event, at } of lines) {
    const before = dossier
    dossier = evolve(before, { event, at, person: '' })
    broken ||= before !== undefined && dossier !== undefined && isBrokenAt(at, before, dossier)
  }
  return { dossier, broken: broken || (dossier !== undefined && isOverdue(dossier, to)) }
}

/** Only where a run of the clock or its day ends with this line: as long as both go on, a later line tells. */
const isBrokenAt = (at: Instant, before: Dossier, after: Dossier): boolean => {
  const due = keptDue(before)
  if (before.clock.is !== 'running' || due === null) return false
  const goesOn = after.clock === before.clock && after.count === before.count && after.promised === before.promised
  const until = after.clock.is === 'paused' ? after.clock.from : at // a payment may pause from an earlier moment on
  return !goesOn && timelinessOf(until, due) === 'late'
}

const isOverdue = (dossier: Dossier, to: Instant): boolean => {
  const due = keptDue(dossier)
  return dossier.clock.is === 'running' && due !== null && passedAt(due) < to
}

const isResult = (standing: Standing): boolean => standing === 'early' || standing === 'on-time' || standing === 'late'

const countedIn = (known: readonly Told[], dossier: Dossier, { from, to }: Period): Share['counted'] => {
  if (dossier.acceptedAt === null) return null
  const end = known.find(({ event }) => event.type === 'ResultSigned' || event.type === 'DossierStopped')
  if (end !== undefined && end.at < from) return null
  const entered = dossier.acceptedAt < from ? 'carried' : 'new'
  return { entered, standing: end === undefined ? waiting(dossier, to) : endedAs(end.event) }
}

const endedAs = (event: Told['event']): Standing => {
  if (event.type === 'ResultSigned') return event.timeliness
  return event.type === 'DossierStopped' && event.ground === 'withdrawal' ? 'withdrawn' : 'stopped'
}

/** Its day lasts until 24:00, and that moment is no longer part of the period: due on its last day, a dossier is not late in it. */
const waiting = ({ clock, count }: Dossier, to: Instant): Standing => {
  if (clock.is === 'paused') return clock.by
  return count !== null && passedAt(count.due) < to ? 'overdue' : 'in-time'
}

const obligationsIn = (within: readonly Told[], { obligations }: Dossier): Share['obligations'] => {
  const sum = { asked: 0, askedAmount: 0, paid: 0, paidAmount: 0 }
  for (const { event } of within) {
    if (event.type === 'ObligationRequested') {
      sum.asked += 1
      sum.askedAmount += event.amount
    }
    if (event.type === 'ObligationPaid') {
      sum.paid += 1
      sum.paidAmount += obligations.find(({ id }) => id === event.obligation)?.amount ?? 0
    }
  }
  return sum
}
