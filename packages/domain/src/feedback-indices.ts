import type { Timeliness } from '@dossier/contracts/dossier-event'
import type { Instant } from '@dossier/contracts/time'
import type { Feedback } from './feedback.ts'
import { type Points, timePoints } from './indices.ts'
import { passedAt } from './law.ts'
import { isWithin, type Period } from './period.ts'

/**
 * Index 7 of one dossier, the officers' attitude (TT 01/2018 art. 13.7): feedback found substantiated takes all; unfounded or
 * unanswered feedback counts for nothing. For a late dossier without feedback the circular names no points.
 */
export const attitudePoints = (
  timeliness: Timeliness,
  feedback: readonly Pick<Feedback, 'register' | 'matter' | 'verdict'>[],
): Points => {
  const isTrue = feedback.some(
    ({ register, matter, verdict }) => register === 'feedback' && matter === 'attitude' && verdict === 'substantiated',
  )
  if (isTrue) return 0
  return timeliness === 'late' ? null : timePoints(timeliness)
}

type Handled = Pick<Feedback, 'register' | 'receivedAt' | 'dues' | 'handledAt'>
/** Index 8 with the figures it rests on. */
export type FeedbackIndex = { received: number; handled: number; inTime: number; points: Points }

/**
 * Index 8, feedback handled in time (TT 01/2018 art. 13.8): 2 for all of it, 1 from 90 %, else 0; no points where there was
 * none. Each feedback counts once, in the period in which it was handled or its limit passed, whichever came first.
 */
export const feedbackIndex = (feedback: readonly Handled[], period: Period): FeedbackIndex => {
  const petitions = feedback.filter(({ register }) => register === 'feedback')
  const settled = petitions.filter((one) => {
    const at = settledAt(one)
    return at !== null && isWithin(at, period)
  })
  const inTime = settled.filter((one) => one.handledAt !== null && settledAt(one) === one.handledAt).length
  const received = petitions.filter(({ receivedAt }) => isWithin(receivedAt, period)).length
  return { received, handled: settled.length, inTime, points: pointsFor(inTime, settled.length) }
}

const settledAt = ({ dues, handledAt }: Handled): Instant | null => {
  const passed = dues.answerBy === undefined ? null : passedAt(dues.answerBy)
  if (handledAt === null || passed === null) return handledAt ?? passed
  return handledAt < passed ? handledAt : passed
}

const pointsFor = (inTime: number, all: number): Points => {
  if (all === 0) return null
  if (inTime === all) return 2
  return inTime * 10 >= all * 9 ? 1 : 0
}
