import { isDeepStrictEqual } from 'node:util'
import type { FeedbackEvent } from '@dossier/contracts/feedback'
import type { Instant } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import { missedBy } from '@dossier/domain/feedback'
import { feedbackDues, publishBy } from '@dossier/domain/feedback-limits'
import { waysFor } from '@dossier/domain/law'
import { answeringFor } from '@dossier/domain/organisations'
import { inTransaction, type Tx } from '@dossier/platform/postgres'
import type { Pool } from 'pg'
import type { FeedbackDeps } from './give.ts'
import { appendLine, type Kept, lockFeedback } from './record.ts'

const behind = `
  select id from feedback where is_open and calendar is distinct from $1 and id <> all($2::uuid[]) order by id limit 100`
const silent = `
  select id from feedback where is_open and next_silence <= $1 and id <> all($2::uuid[]) order by next_silence, id limit 100`
const counted = `
  update feedback set (calendar, body) = ($2, jsonb_set(body, '{calendar}', to_jsonb($2::text))) where id = $1`
const by = { person: 'intake', mandate: null }

type Sweeping = FeedbackDeps & { db: Pool; report: (trouble: unknown) => void; told?: () => void }

/**
 * Looks after feedback nobody is looking after: counts its limits anew by a calendar published since, and tells once of each
 * limit that passed in silence. Gives how many lines it added. One that gives trouble is reported and keeps back no other.
 */
export const makeFeedbackSweep = (deps: Sweeping) => {
  const { db, clock, published, report, told = () => {} } = deps

  /** Each that `query` finds, once and in a transaction of its own. */
  const each = async (query: string, at: string, work: (tx: Tx, kept: Kept) => Promise<number>): Promise<number> => {
    const seen: string[] = []
    let lines = 0
    for (;;) {
      const { rows } = await db.query<{ id: string }>(query, [at, seen])
      if (rows.length === 0) return lines
      for (const { id } of rows) {
        seen.push(id)
        lines += await inTransaction(db, async (tx) => {
          const kept = await lockFeedback(tx, id)
          return kept === undefined ? 0 : work(tx, kept)
        }).catch((cause: unknown) => {
          report(new Error(`Feedback ${id} could not be looked after`, { cause }))
          return 0
        })
      }
    }
  }

  return async (): Promise<number> => {
    const now = clock.now()
    const calendar = published.calendarOn(dayOf(now))
    const recounted =
      calendar === undefined
        ? 0
        : await each(behind, calendar.version, (tx, kept) => recount(tx, kept, { ...deps, now }))
    const missed = await each(silent, now, (tx, kept) => tellMissed(tx, kept, { ...deps, now }))
    if (recounted + missed > 0) told()
    return recounted + missed
  }
}

const recount = async (
  tx: Tx,
  kept: Kept,
  { published, limits, now }: FeedbackDeps & { now: Instant },
): Promise<number> => {
  const calendar = published.calendarOn(dayOf(now))
  const { standing, agency, register, receivedAt, id } = kept
  if (calendar === undefined || standing.calendar === calendar.version) return 0
  const ways = waysFor(agency, now, { calendar, organisations: published.organisations() })
  const dues = feedbackDues(receivedAt, limits[register], ways)
  const answered = standing.state === 'answered' && standing.handledAt !== null ? standing.handledAt : undefined
  const publish = answered === undefined ? undefined : publishBy(answered, limits[register], ways)
  if (isDeepStrictEqual(dues, standing.dues) && isDeepStrictEqual(publish ?? null, standing.publishBy)) {
    await tx.query(counted, [id, calendar.version])
    return 0
  }
  const more = publish === undefined ? {} : { publishBy: publish }
  const event: FeedbackEvent = { type: 'FeedbackRecounted', calendar: calendar.version, dues, ...more }
  await appendLine(tx, kept, { event, at: now, by })
  return 1
}

const tellMissed = async (tx: Tx, kept: Kept, { published, now }: FeedbackDeps & { now: Instant }): Promise<number> => {
  // Its clock goes on at the successor, who must hear of it now.
  const [agency = kept.agency] = answeringFor(published.organisations(), kept, dayOf(now))
  let { standing, seq } = kept
  const missed = missedBy(standing, now)
  for (const { limit, due } of missed) {
    const event: FeedbackEvent = { type: 'FeedbackLimitMissed', limit, due, agency }
    standing = await appendLine(tx, { id: kept.id, standing, seq }, { event, at: now, by })
    seq += 1
  }
  return missed.length
}
