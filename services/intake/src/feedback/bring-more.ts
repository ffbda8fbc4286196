import type { Feedback } from '@dossier/domain/feedback'
import type { Tx } from '@dossier/platform/postgres'
import { common, intakeProblem } from '../problems.ts'
import type { FeedbackDeps } from './give.ts'
import { appendLine, lockFeedback, readByReference } from './record.ts'

/** Whoever has the reference adds what was asked for; the clock runs on as it did. */
export const makeBringMore =
  ({ clock }: Pick<FeedbackDeps, 'clock'>) =>
  async (tx: Tx, { reference, words }: { reference: string; words: string }): Promise<Pick<Feedback, 'state'>> => {
    const { id } = (await readByReference(tx, reference)) ?? {}
    const kept = id === undefined ? undefined : await lockFeedback(tx, id)
    if (kept === undefined) throw common('not-found')
    if (kept.standing.state !== 'more-asked') throw intakeProblem('feedback-moved-on')
    const event = { type: 'FeedbackMoreReceived', dues: kept.standing.dues } as const
    const { state } = await appendLine(tx, kept, {
      event,
      at: clock.now(),
      by: { person: 'giver', mandate: null },
      words,
    })
    return { state }
  }
