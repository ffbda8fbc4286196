import type { Delivery, DossierState } from '@dossier/contracts/dossier'
import type { LateAgency, LatenessReason } from '@dossier/contracts/apology-events'
import type { ApologyCause } from '@dossier/contracts/delivery-events'
import type { Count, Defect, Outcome, Timeliness } from '@dossier/contracts/dossier-event'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { Channel, RuleSetId } from '@dossier/contracts/procedure'
import type { Day, Due, Instant, Limit, Walk } from '@dossier/contracts/time'
import type { Interruption } from './legal-clock.ts'

/** What was pinned at acceptance; a change of catalogue never moves it. */
export type Pinned = { version: string; ruleSet: RuleSetId; calendar: string; variant?: string }

export type Handover = {
  from: OrganisationCode
  to: OrganisationCode
  stage: string
  offeredAt: Instant
  answerBy: Due
}

/** An opinion asked or a branch of parallel work; open until answered, deemed only where a law says so. */
export type Consultation = {
  id: string
  to: OrganisationCode
  requestedAt: Instant
  /** Null in records older than the limit in them. */
  limit: Limit | null
  due: Due
  branch: boolean
  legalBasis: string | null
  silence: 'none' | 'deemed-consent'
  /** The head of the desk was told that it is late: then its lateness is its own (NĐ 61/2018 art. 19.5). */
  reported: boolean
  answer: 'agrees' | 'objects' | 'done' | null
  deemed: boolean
}

/** The count in force: dates and what they were counted from. The days passed over on the way stay in the record's line. */
export type StandingCount = Omit<Count, 'walk'> & { walk: Pick<Walk, 'from' | 'limit'>[] }

export type Obligation = { id: string; amount: number; payBy: Day | null; pauses: boolean; paid: boolean }

/** The settlement clock. Its interruptions are those of the present run: a restart begins a new one. */
export type SettlementClock =
  | { is: 'not-started' }
  | { is: 'running'; since: Instant; interruptions: Interruption[] }
  | { is: 'paused'; since: Instant; interruptions: Interruption[]; by: 'supplement' | 'obligation'; from: Instant }
  | { is: 'stopped'; at: Instant }

/**
 * A stage the dossier has come to: entered once a unit has received it there. `since` is that receipt: another unit that
 * takes the same stage over goes on with the time that is left.
 */
export type Place = { index: number; entered: boolean; since: Instant; due: Due | null }

/** An apology nobody has signed yet. */
export type ApologyDraft = {
  due: Due
  by: Instant
  reason: LatenessReason
  lateBy: LateAgency[]
  foreseen: Due | null
  appointment: Due | null
  draftedAt: Instant
}

/** A loss, a damage or an error of the authority's own: since when it is known, and whether its apology was drafted and given. */
export type Wrong = {
  cause: ApologyCause
  since: Instant
  apologised: boolean
  draft: { by: Instant; draftedAt: Instant } | null
}

export type Dossier = {
  state: DossierState
  procedure: string
  channel: Channel
  receivingDesk: OrganisationCode
  submittedAt: Instant
  /** Where the applicant lives or the land lies, if it was said. */
  locality: OrganisationCode | null
  /** Whether all papers are there, as intake found or the desk has confirmed (NĐ 61/2018 art. 17.1). */
  complete: boolean
  answerDue: Due
  code: string | null
  pinned: Pinned | null
  acceptedBy: string | null
  acceptedAt: Instant | null
  holder: OrganisationCode
  place: Place | null
  /** When the public posting of a stage ends, for those that have begun one. */
  postings: Record<string, Due>
  /** When each stage was first received: the authority's time to ask for a supplement is counted from it. */
  receipts: Record<string, Instant>
  count: StandingCount | null
  handover: Handover | null
  officer: string | null
  consultations: Consultation[]
  /** Notices of missing papers before acceptance, counted apart from the one supplement after it (reference scenario S02). */
  completions: number
  supplements: number
  supplement: { defects: Defect[]; windowCloses: Due | null; requestedAt: Instant } | null
  /** What the specialist found missing and the desk has not asked for yet. */
  supplementProposed: Defect[] | null
  obligations: Obligation[]
  clock: SettlementClock
  proposed: Outcome | null
  /** `version` counts up when the result is issued anew, because the authority had made an error (art. 21). */
  result: { outcome: Outcome; number: string; at: Instant; timeliness: Timeliness; version: number } | null
  /**
   * `sending`: whether letter and messages had left by the law's last moment, `awaited` until they have or it has come; null of an apology
   * that was too late already when it was signed.
   */
  reappointment: {
    appointment: Due
    apology: 'in-time' | 'late'
    sending: 'awaited' | 'in-time' | 'late' | null
  } | null
  /** The apology drafted last; whether it still stands `standingDraft` tells. */
  apologyDraft: ApologyDraft | null
  /** The day for which a leader put the draft aside. */
  apologyDeclined: Due | null
  /** An earlier promise that stands although a new calendar would give an earlier date. */
  promised: Due | null
  withdrawalAsked: boolean
  /** Results of single stages or branches the citizen has already, by their part. */
  partsReturned: string[]
  /** How the citizen wants the result. */
  returnBy: Channel
  /** Whether it goes to the post is seen from `returnBy`: here it is ready, whatever for. */
  delivery: Exclude<Delivery, 'to-dispatch'>
  /** Since when the result waits for the citizen at the desk. */
  waitsSince: Instant | null
  /** The last time the post took the result: under which code, promised for when; `order` counts them, from 1. */
  dispatch: { parcel: string; order: number; promised: Due } | null
  /** Orders to the post that are over: taken by it, or taken back because another way was chosen. */
  pastOrders: number
  /** What the authority owes an apology for besides lateness (NĐ 61/2018 art. 21), in the order of the record. */
  wrongs: Wrong[]
  /** Alarms that have sounded: never planned again. */
  sounded: string[]
}

/** Nothing more can happen to these but corrections (NĐ 61/2018 art. 21). */
export const isOver = ({ state }: Pick<Dossier, 'state'>): boolean => {
  switch (state) {
    case 'not-accepted':
    case 'withdrawn':
    case 'stopped':
    case 'returned':
      return true
    case 'submitted':
    case 'completion-requested':
    case 'accepted':
    case 'in-progress':
    case 'supplement-requested':
    case 'obligation-requested':
    case 'completed':
      return false
  }
}

/** Accepted, not yet settled, its clock running or paused. */
export const isUnderWay = ({ state }: Pick<Dossier, 'state'>): boolean =>
  state === 'accepted' ||
  state === 'in-progress' ||
  state === 'supplement-requested' ||
  state === 'obligation-requested'

/** Whether the result waits to be handed to the post: it was asked for by post, and nothing is left unpaid. */
export const isToDispatch = ({ delivery, returnBy, obligations }: Dossier): boolean =>
  delivery === 'ready' && returnBy === 'post' && obligations.every(({ paid }) => paid)

/**
 * The date whose passing is to be apologised for: the legal due date, or the promised one where a corrected calendar has made the
 * due date earlier. Null before acceptance.
 */
export const keptDue = ({ count, promised }: Pick<Dossier, 'count' | 'promised'>): Due | null => {
  const due = count?.due ?? null
  return due === null ? null : latestDue([due, promised])
}

/**
 * The draft that lies on a leader's desk. It falls with its due date, and is none while the clock stands, once it is signed
 * or the dossier is done.
 */
export const standingDraft = (dossier: Dossier): ApologyDraft | null => {
  const { apologyDraft, clock, reappointment } = dossier
  if (apologyDraft === null || clock.is !== 'running' || reappointment !== null) return null
  return apologyDraft.due.on === keptDue(dossier)?.on ? apologyDraft : null
}

/**
 * The day the citizen was promised: the re-appointed date or one promised before the calendar changed, unless the due date is
 * later, as when a supplement or a payment has since given a new slip. The legal due date stays. Null before acceptance, and
 * while the clock stands: until it runs again nobody can name a day (NĐ 61/2018 art. 19.4; reference scenario S02).
 */
export const appointmentOf = ({
  clock,
  count,
  reappointment,
  promised,
}: Pick<Dossier, 'clock' | 'count' | 'reappointment' | 'promised'>): Due | null => {
  if (clock.is === 'paused') return null
  const due = count?.due ?? null
  return latestDue([due, reappointment?.appointment, promised])
}

/** The latest of several days, the first of equal ones; null where none is given. */
export const latestDue = (days: readonly (Due | null | undefined)[]): Due | null =>
  days.reduce<Due | null>(
    (latest, one) => (one != null && (latest === null || one.on > latest.on) ? one : latest),
    null,
  )
