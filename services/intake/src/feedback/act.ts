import { type Caller, personOf } from '@dossier/contracts/actor'
import type { FeedbackAct, FeedbackEvent } from '@dossier/contracts/feedback'
import type { Instant } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import { allowsStep, type Feedback, inTimeFor, mayHandle } from '@dossier/domain/feedback'
import { publishBy } from '@dossier/domain/feedback-limits'
import { waysFor } from '@dossier/domain/law'
import type { Tx } from '@dossier/platform/postgres'
import { common, intakeProblem } from '../problems.ts'
import { type Capacity, capacityFor, isInOffice } from './capacity.ts'
import type { FeedbackDeps } from './give.ts'
import { namesPeople } from './names-in.ts'
import { appendLine, type Kept, lockFeedback } from './record.ts'

type Order = { id: string; act: FeedbackAct }
const appoint = 'update feedback set (handler, complained_of) = ($2, $3) where id = $1'
const publish = 'update feedback set published_text = $2 where id = $1'

/** What an agency does about a feedback: appoints a handler, who rejects, asks for more, answers and publishes. */
export const makeAct =
  (deps: FeedbackDeps) =>
  async (tx: Tx, caller: Caller, { id, act }: Order): Promise<Pick<Feedback, 'state'>> => {
    const kept = await lockFeedback(tx, id)
    const now = deps.clock.now()
    const on = { day: dayOf(now), published: deps.published }
    const capacity = kept === undefined ? undefined : capacityFor(caller, kept, on)
    // Asked for before it was locked, and meanwhile given to somebody else.
    if (kept === undefined || capacity === undefined) throw common('not-found')
    if (!isFor(capacity, act, kept)) throw common('not-permitted')
    if (!allowsStep(kept.standing, act.type)) throw intakeProblem('feedback-moved-on')
    const by = { person: personOf(caller.subject), mandate: capacity.mandate }
    const event = eventOf(act, kept, { ...deps, now })
    if (act.type === 'Appoint') await given(tx, act, kept, on)
    if (act.type === 'Publish') {
      if (namesPeople(act.text, kept)) throw intakeProblem('published-names-people')
      await tx.query(publish, [id, act.text])
    }
    const words = 'words' in act ? act.words : undefined
    const { state } = await appendLine(tx, kept, { event, at: now, by, words })
    return { state }
  }

/** Handling is the handler's; what plainly does not belong here may be rejected at once, but nobody reads a denunciation for it. */
const isFor = ({ is }: Capacity, { type }: FeedbackAct, { register }: Kept): boolean => {
  if (type === 'Appoint') return is === 'appoints'
  return is === 'handler' || (type === 'Reject' && register !== 'denunciation')
}

const given = async (
  tx: Tx,
  { handler, complainedOf }: Extract<FeedbackAct, { type: 'Appoint' }>,
  kept: Kept,
  on: Parameters<typeof isInOffice>[2],
): Promise<void> => {
  const all = [...new Set([...kept.complainedOf, ...complainedOf])]
  if (!mayHandle(handler, all)) throw intakeProblem('handler-complained-of')
  if (!isInOffice(handler, kept, on)) throw intakeProblem('unknown-handler')
  await tx.query(appoint, [kept.id, handler, all])
}

const eventOf = (
  act: FeedbackAct,
  kept: Kept,
  { limits, published, now }: FeedbackDeps & { now: Instant },
): FeedbackEvent => {
  const { dues, publishBy: due } = kept.standing
  switch (act.type) {
    case 'Appoint':
      return { type: 'FeedbackAppointed' }
    case 'Reject':
      return { type: 'FeedbackRejected', ground: act.ground, timeliness: inTimeFor(dues.rejectBy, now) }
    case 'AskMore':
      return { type: 'FeedbackMoreAsked', timeliness: inTimeFor(dues.askMoreBy, now) }
    case 'Answer': {
      const calendar = published.calendarOn(dayOf(now))
      const ways = calendar && waysFor(kept.agency, now, { calendar, organisations: published.organisations() })
      const by = ways && publishBy(now, limits[kept.register], ways)
      const timeliness = inTimeFor(dues.answerBy, now)
      return { type: 'FeedbackAnswered', verdict: act.verdict, timeliness, ...(by !== undefined && { publishBy: by }) }
    }
    case 'Publish':
      return { type: 'FeedbackPublished', timeliness: inTimeFor(due, now) }
  }
}
