import type { FeedbackEvent } from '@dossier/contracts/feedback'
import { describe, expect, test } from 'vitest'
import {
  allowsStep,
  evolveFeedback,
  type Feedback,
  inTimeFor,
  mayHandle,
  missedBy,
  nextSilence,
} from '../src/feedback.ts'
import { attitudePoints, feedbackIndex } from '../src/feedback-indices.ts'
import { feedbackDues, feedbackLimits, publishBy } from '../src/feedback-limits.ts'
import { foldNotices } from '../src/notice.ts'
import { calendar, centre, local, said, sessions, wall } from './fixtures.ts'
import { swap } from './notices.ts'

const ways = { calendar, sessions, interruptions: [] }
const limits = feedbackLimits()
const received = '2026-08-21 10:00' // a Friday; Saturday 22/8 is worked
const dues = () => feedbackDues(local(received), limits.feedback, ways)
const of = (event: FeedbackEvent): FeedbackEvent => event
const arrival = (more: object = {}) =>
  of({ type: 'FeedbackReceived', register: 'feedback', agency: centre.desk, matter: 'attitude', dues: dues(), ...more })
const told = (...lines: [string, FeedbackEvent][]): Feedback => {
  let feedback: Feedback | undefined
  for (const [at, event] of lines) feedback = evolveFeedback(feedback, event, local(at))
  if (feedback === undefined) throw new Error('Nothing was received')
  return feedback
}
const appointed = of({ type: 'FeedbackAppointed' })
const answered = (verdict: 'substantiated' | 'unfounded' = 'substantiated') =>
  of({ type: 'FeedbackAnswered', verdict, timeliness: 'in-time', publishBy: { on: '2026-09-16' } })
const missed = (limit: 'reject' | 'answer' | 'publish', on: string) =>
  of({ type: 'FeedbackLimitMissed', limit, due: { on }, agency: centre.desk })
const silences = (feedback: Feedback, now: string) => missedBy(feedback, local(now)).map(({ limit }) => limit)

describe('limits', () => {
  test('S13: received on 21/08/2026 it is rejected by 24/08, asked about by 27/08, answered by 15/09', () => {
    const { rejectBy, askMoreBy, answerBy } = dues()
    expect([said(rejectBy), said(askMoreBy), said(answerBy)]).toEqual(['2026-08-24', '2026-08-27', '2026-09-15'])
  })

  test('S13: answered on 14/09 it is published by 16/09', () => {
    const due = publishBy(local('2026-09-14 09:00'), limits.feedback, ways)
    expect(due).toEqual({ on: '2026-09-16' })
  })

  test('S10: a calendar published later moves its limits', () => {
    const changed = { ...calendar, version: 'VN-2026-2', years: foldNotices([swap], calendar.years) }
    const at = local('2026-11-16 09:00')
    expect(feedbackDues(at, limits.feedback, ways)).toMatchObject({ answerBy: { on: '2026-12-08' } })
    // Monday 23/11 off, Saturday 28/11 worked: the fifth day moves, the fifteenth does not.
    expect(feedbackDues(at, limits.feedback, { ...ways, calendar: changed })).toMatchObject({
      askMoreBy: { on: '2026-11-25' },
      answerBy: { on: '2026-12-08' },
    })
  })

  test('a date in a year nobody announced is absent, the others are given', () => {
    expect(feedbackDues(local('2026-12-28 09:00'), limits.feedback, ways)).toEqual({ rejectBy: { on: '2026-12-30' } })
  })

  test('complaints and denunciations have the limits that were set, and without a setting none', () => {
    expect(feedbackDues(local(received), limits.denunciation, ways)).toEqual({})
    const thirty = { reject: null, askMore: null, answer: { amount: 30, unit: 'day' as const }, publish: null }
    expect(feedbackDues(local(received), feedbackLimits({ complaint: thirty }).complaint, ways)).toEqual({
      answerBy: { on: '2026-09-21' }, // the thirtieth day is a Sunday
    })
  })

  test.each([
    ['2026-09-15 23:59', 'in-time'],
    ['2026-09-16 00:00', 'late'],
  ])('a step at %s is %s against 15/09: the day counts to its end', (at, timeliness) => {
    expect(inTimeFor({ on: '2026-09-15' }, local(at))).toBe(timeliness)
  })
})

describe('silence', () => {
  test('nobody took it in hand: that limit is missed at the end of its second working day, once', () => {
    const first = told([received, arrival()])
    expect(wall(nextSilence(first) ?? '')).toBe('2026-08-25 00:00')
    expect(silences(first, '2026-08-24 23:59')).toEqual([])
    expect(silences(first, '2026-08-25 00:00')).toEqual(['reject'])
    const known = told([received, arrival()], ['2026-08-25 00:01', missed('reject', '2026-08-24')])
    expect(silences(known, '2026-08-30 00:00')).toEqual([])
    expect(silences(known, '2026-09-16 00:00')).toEqual(['answer'])
  })

  test('taken in hand it is still to be answered, and answered still to be published', () => {
    const inHand = told([received, arrival()], ['2026-08-21 14:00', appointed])
    expect(silences(inHand, '2026-09-15 23:00')).toEqual([])
    expect(silences(inHand, '2026-09-16 00:00')).toEqual(['answer'])
    const done = told([received, arrival()], ['2026-08-21 14:00', appointed], ['2026-09-14 09:00', answered()])
    expect(silences(done, '2026-09-16 23:00')).toEqual([])
    expect(silences(done, '2026-09-17 00:00')).toEqual(['publish'])
  })

  test('an unanswered question stops no clock and ends nothing', () => {
    const asked = of({ type: 'FeedbackMoreAsked', timeliness: 'in-time' })
    const waiting = told([received, arrival()], ['2026-08-21 14:00', appointed], ['2026-08-26 09:00', asked])
    expect(silences(waiting, '2026-09-16 00:00')).toEqual(['answer'])
    expect(allowsStep(waiting, 'Answer')).toBe(true)
  })

  test('what was published, rejected or has no limit is watched no more', () => {
    const over = [
      told(
        [received, arrival()],
        ['2026-08-24 09:00', of({ type: 'FeedbackRejected', ground: 'no-content', timeliness: 'in-time' })],
      ),
      told(
        [received, arrival()],
        ['2026-09-14 09:00', answered()],
        ['2026-09-15 09:00', of({ type: 'FeedbackPublished', timeliness: 'in-time' })],
      ),
      told([received, arrival({ register: 'denunciation', dues: {} })]),
      told([received, arrival({ register: 'complaint', dues: {} })], ['2026-09-14 09:00', answered()]),
    ]
    expect(over.map(nextSilence)).toEqual([null, null, null, null])
  })
})

describe('steps', () => {
  test('the officer it speaks of does not handle it', () => {
    expect([mayHandle('a', ['a']), mayHandle('b', ['a'])]).toEqual([false, true])
  })

  test('it is answered once, then published, and neither before it is in hand', () => {
    const states = {
      received: told([received, arrival()]),
      inHand: told([received, arrival()], ['2026-08-21 14:00', appointed]),
      answered: told([received, arrival()], ['2026-09-14 09:00', answered()]),
    }
    const steps = (feedback: Feedback) =>
      (['Appoint', 'Reject', 'AskMore', 'Answer', 'Publish'] as const).filter((step) => allowsStep(feedback, step))
    expect(steps(states.received)).toEqual(['Appoint', 'Reject'])
    expect(steps(states.inHand)).toEqual(['Appoint', 'Reject', 'AskMore', 'Answer'])
    expect(steps(states.answered)).toEqual(['Publish'])
  })

  test('of a denunciation nothing is published', () => {
    const secret = told([received, arrival({ register: 'denunciation' })], ['2026-09-14 09:00', answered()])
    expect(allowsStep(secret, 'Publish')).toBe(false)
  })
})

describe('indices of TT 01/2018 art. 13', () => {
  const petition = (verdict: Feedback['verdict']) => ({ register: 'feedback', matter: 'attitude', verdict }) as const
  test.each([
    ['early', [], 2],
    ['on-time', [], 1],
    ['late', [], null],
    ['early', [petition('substantiated')], 0],
    ['on-time', [petition('unfounded')], 1],
    ['early', [petition(null)], 2],
    ['early', [{ ...petition('substantiated'), matter: 'fees' as const }], 2],
    ['early', [{ ...petition('substantiated'), register: 'complaint' as const }], 2],
  ] as const)('index 7 of an %s dossier with %j is %s', (timeliness, feedback, points) => {
    expect(attitudePoints(timeliness, feedback)).toBe(points)
  })

  const september = { from: local('2026-09-01 00:00'), to: local('2026-10-01 00:00') }
  const handled = (at: string | null, answerBy = '2026-09-15') => ({
    register: 'feedback' as const,
    receivedAt: local(received),
    dues: { answerBy: { on: answerBy } },
    handledAt: at === null ? null : local(at),
  })
  const inTime = handled('2026-09-14 09:00')

  test('S13: received 1, in time 1/1', () => {
    expect(feedbackIndex([inTime], { from: local('2026-08-01 00:00'), to: september.to })).toEqual({
      received: 1,
      handled: 1,
      inTime: 1,
      points: 2,
    })
  })

  test('2 points for all in time, 1 from nine in ten, else none; without any feedback no points', () => {
    const late = handled('2026-09-16 09:00')
    const nine = Array.from({ length: 9 }, () => inTime)
    expect(feedbackIndex([...nine, late], september)).toMatchObject({ handled: 10, inTime: 9, points: 1 })
    expect(feedbackIndex([...nine, late, late], september)).toMatchObject({ handled: 11, inTime: 9, points: 0 })
    expect(feedbackIndex([], september)).toMatchObject({ handled: 0, points: null })
  })

  test('what nobody has answered counts as late once its day has passed, and no second time when it is answered', () => {
    expect(feedbackIndex([handled(null)], september)).toMatchObject({ handled: 1, inTime: 0, points: 0 })
    const answeredLate = handled('2026-10-05 09:00')
    expect(feedbackIndex([answeredLate], september)).toMatchObject({ handled: 1, inTime: 0 })
    expect(feedbackIndex([answeredLate], { from: september.to, to: local('2026-11-01 00:00') })).toMatchObject({
      handled: 0,
    })
  })

  test('answered at the midnight that ends a period it belongs to the next', () => {
    const onTheBorder = handled('2026-10-01 00:00', '2026-10-20')
    const october = { from: september.to, to: local('2026-11-01 00:00') }
    const counts = [september, october].map((period) => feedbackIndex([onTheBorder], period).handled)
    expect(counts).toEqual([0, 1])
  })

  test('complaints and denunciations have no part in it', () => {
    expect(feedbackIndex([{ ...inTime, register: 'complaint' }], september)).toMatchObject({ received: 0, handled: 0 })
  })
})
