import type { FeedbackDues, FeedbackRegister } from '@dossier/contracts/feedback'
import type { Due, Instant, Limit } from '@dossier/contracts/time'
import { dueAfter, startOf, type Ways } from './legal-clock.ts'

/** How long each step may take; null where no law was found and nothing was set. */
export type StepLimits = Record<'reject' | 'askMore' | 'answer' | 'publish', Limit | null>
export type FeedbackLimits = Record<FeedbackRegister, StepLimits>

const working = (amount: number): Limit => ({ amount, unit: 'working-day' })
const none: StepLimits = { reject: null, askMore: null, answer: null, publish: null }

/**
 * The limits of each register. Feedback: QĐ 766/QĐ-TTg 2022, indicator 5.2. Complaints and denunciations have laws of their
 * own, whose limits were not found: without a setting (`more`) they have none.
 */
export const feedbackLimits = (more: Partial<FeedbackLimits> = {}): FeedbackLimits => ({
  feedback: { reject: working(2), askMore: working(5), answer: working(15), publish: working(2) },
  complaint: none,
  denunciation: none,
  ...more,
})

/**
 * By when a feedback is to be rejected, asked more about and answered, all counted from its receipt: what was asked in
 * between stops no clock, for no source says so. A date in a year nobody announced is absent until it is (BLLĐ 2019 art. 112).
 */
export const feedbackDues = (receivedAt: Instant, limits: StepLimits, ways: Ways): FeedbackDues => {
  const rejectBy = dueOf(receivedAt, limits.reject, ways)
  const askMoreBy = dueOf(receivedAt, limits.askMore, ways)
  const answerBy = dueOf(receivedAt, limits.answer, ways)
  return {
    ...(rejectBy !== undefined && { rejectBy }),
    ...(askMoreBy !== undefined && { askMoreBy }),
    ...(answerBy !== undefined && { answerBy }),
  }
}

/** By when an answer of this moment is to be published; undefined without a limit, and in a year nobody announced. */
export const publishBy = (answeredAt: Instant, limits: StepLimits, ways: Ways): Due | undefined =>
  dueOf(answeredAt, limits.publish, ways)

const dueOf = (from: Instant, limit: Limit | null, ways: Ways): Due | undefined => {
  if (limit === null) return undefined
  const counted = dueAfter(startOf(from), limit, ways)
  return 'missingYear' in counted ? undefined : counted.due
}
