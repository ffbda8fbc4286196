import type {
  FeedbackDues,
  FeedbackEvent,
  FeedbackLimit,
  FeedbackMatter,
  FeedbackRegister,
  FeedbackVerdict,
} from '@dossier/contracts/feedback'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { Due, Instant } from '@dossier/contracts/time'
import { hasPassed, passedAt } from './law.ts'

/** Where one feedback, complaint or denunciation stands; what was said and by whom is not here. */
export type Feedback = {
  register: FeedbackRegister
  agency: OrganisationCode
  matter: FeedbackMatter
  receivedAt: Instant
  state: 'received' | 'in-hand' | 'more-asked' | 'answered' | 'published' | 'rejected'
  dues: FeedbackDues
  publishBy: Due | null
  /** The calendar its limits were counted by; null without any. */
  calendar: string | null
  verdict: FeedbackVerdict | null
  /** When it was answered or rejected. */
  handledAt: Instant | null
  /** Limits that have passed in silence: each is told once. */
  missed: FeedbackLimit[]
}

/** Nothing more is owed for it. Of complaints and denunciations nothing is published. */
export const isFeedbackOver = ({ state, register }: Pick<Feedback, 'state' | 'register'>): boolean =>
  state === 'published' || state === 'rejected' || (state === 'answered' && register !== 'feedback')

/** Where it stands after one more line; it judges nothing. `matter` of what is not told of it is kept by whoever keeps it. */
export const evolveFeedback = (
  before: Feedback | undefined,
  event: FeedbackEvent,
  at: Instant,
): Feedback | undefined => {
  if (event.type === 'FeedbackReceived') {
    const { register, agency, matter = 'other', dues, calendar = null } = event
    const open = { publishBy: null, verdict: null, handledAt: null, missed: [] }
    return { register, agency, matter, receivedAt: at, state: 'received', dues, calendar, ...open }
  }
  return before === undefined ? undefined : { ...before, ...change(before, event, at) }
}

const change = (before: Feedback, event: FeedbackEvent, at: Instant): Partial<Feedback> => {
  switch (event.type) {
    case 'FeedbackReceived':
      return {}
    case 'FeedbackAppointed':
      return { state: before.state === 'received' ? 'in-hand' : before.state }
    case 'FeedbackRejected':
      return { state: 'rejected', handledAt: at }
    case 'FeedbackMoreAsked':
      return { state: 'more-asked' }
    case 'FeedbackMoreReceived':
      return { state: 'in-hand', dues: event.dues }
    case 'FeedbackAnswered':
      return { state: 'answered', verdict: event.verdict, handledAt: at, publishBy: event.publishBy ?? null }
    case 'FeedbackPublished':
      return { state: 'published' }
    case 'FeedbackRecounted': {
      const { calendar, dues } = event
      return { calendar, dues, publishBy: event.publishBy ?? before.publishBy }
    }
    case 'FeedbackLimitMissed':
      return { missed: [...before.missed, event.limit] }
  }
}

/** What an agency wants to do about it, and to whom the answer of it belongs. */
export type FeedbackStep = 'Appoint' | 'Reject' | 'AskMore' | 'Answer' | 'Publish'

/**
 * Whether a step is possible where it stands. A step after its limit is possible still, and late: the source is an
 * indicator, not a prohibition (QĐ 766/2022).
 */
export const allowsStep = ({ state, register }: Pick<Feedback, 'state' | 'register'>, step: FeedbackStep): boolean => {
  const isOpen = state === 'received' || state === 'in-hand' || state === 'more-asked'
  switch (step) {
    case 'Appoint':
    case 'Reject':
      return isOpen
    case 'AskMore':
      return state === 'in-hand'
    case 'Answer':
      return state === 'in-hand' || state === 'more-asked'
    case 'Publish':
      return state === 'answered' && register === 'feedback'
  }
}

/** Whether a step came by its limit. */
export const inTimeFor = (due: Due | undefined | null, at: Instant): 'in-time' | 'late' | 'no-limit' => {
  if (due === undefined || due === null) return 'no-limit'
  return hasPassed(due, at) ? 'late' : 'in-time'
}

/** Nobody handles what is said of themselves; an own rule, in the spirit of TT 01/2018 art. 13. */
export const mayHandle = (handler: string, complainedOf: readonly string[]): boolean => !complainedOf.includes(handler)

type Watched = { limit: FeedbackLimit; due: Due }

/**
 * The limits that silence would break, as it stands, earliest first: that anybody takes it in hand, that it is answered,
 * that the answer is published. To ask more is a choice: not asking breaks nothing.
 */
export const watchedLimits = (feedback: Feedback): Watched[] => {
  const { state, dues, missed } = feedback
  const watched: (Watched | undefined)[] = []
  const watch = (limit: FeedbackLimit, due: Due | undefined | null) => {
    if (due !== undefined && due !== null && !missed.includes(limit)) watched.push({ limit, due })
  }
  if (state === 'received') watch('reject', dues.rejectBy)
  if (state === 'received' || state === 'in-hand' || state === 'more-asked') watch('answer', dues.answerBy)
  if (state === 'answered' && !isFeedbackOver(feedback)) watch('publish', feedback.publishBy)
  return watched.filter((one) => one !== undefined).toSorted((a, b) => (passedAt(a.due) < passedAt(b.due) ? -1 : 1))
}

/** When the next limit passes in silence; null where none is watched. */
export const nextSilence = (feedback: Feedback): Instant | null => {
  const [first] = watchedLimits(feedback)
  return first === undefined ? null : passedAt(first.due)
}

/** The limits that have passed in silence by now and were not told yet. */
export const missedBy = (feedback: Feedback, now: Instant): Watched[] =>
  watchedLimits(feedback).filter(({ due }) => hasPassed(due, now))
