import { type Caller, personOf } from '@dossier/contracts/actor'
import {
  FeedbackDues,
  FeedbackId,
  FeedbackMatter,
  FeedbackRegister,
  FeedbackVerdict,
} from '@dossier/contracts/feedback'
import { OrganisationCode } from '@dossier/contracts/organisation'
import { type Day, Due, Instant } from '@dossier/contracts/time'
import type { Feedback } from '@dossier/domain/feedback'
import { type FeedbackIndex, feedbackIndex } from '@dossier/domain/feedback-indices'
import { periodOf } from '@dossier/domain/period'
import type { Tx } from '@dossier/platform/postgres'
import * as z from 'zod'
import { agenciesOf, answersFor, capacityFor } from './capacity.ts'
import { type Kept, linesOf, place } from './record.ts'

export const FeedbackState = z.enum(['received', 'in-hand', 'more-asked', 'answered', 'published', 'rejected'])
const Answer = z.object({ verdict: FeedbackVerdict.nullable(), words: z.string(), at: Instant })

/** What whoever holds the reference reads: where it stands, what is asked and what was answered. */
export const OwnFeedback = z
  .object({
    reference: z.string(),
    register: FeedbackRegister,
    agency: OrganisationCode,
    receivedAt: Instant,
    state: FeedbackState,
    dues: FeedbackDues,
    /** What the handler wants to know, while it waits for that. */
    question: z.string().nullable(),
    answer: Answer.nullable(),
  })
  .meta({ id: 'OwnFeedback' })
export type OwnFeedback = z.infer<typeof OwnFeedback>

/**
 * A feedback for its giver. The slip with the reference may have been found or taken: of a denunciation it tells no words, which
 * could betray who denounced whom.
 */
export const ownFeedback = async (db: Tx, kept: Kept): Promise<OwnFeedback> => {
  const { reference, register, agency, receivedAt, standing } = kept
  const { state, dues } = standing
  const lines = register === 'denunciation' ? [] : await linesOf(db, kept.id)
  const asked = lines.findLast(({ event }) => event.type === 'FeedbackMoreAsked')
  const ended = lines.findLast(({ event }) => event.type === 'FeedbackAnswered' || event.type === 'FeedbackRejected')
  const { verdict } = standing
  return {
    reference,
    register,
    agency,
    receivedAt,
    state,
    dues,
    question: state === 'more-asked' ? (asked?.words ?? null) : null,
    answer: ended === undefined ? null : { verdict, words: ended.words ?? '', at: ended.at },
  }
}

const own = 'select reference from feedback where giver = $1 order by received_at desc, id desc limit 100'
export const referencesOf = async (db: Tx, giver: string): Promise<string[]> =>
  (await db.query<{ reference: string }>(own, [giver])).rows.map(({ reference }) => reference)

/** What stands in public: found and said without names, of feedback alone. */
export const PublishedFeedback = z
  .object({
    id: FeedbackId,
    agency: OrganisationCode,
    procedure: z.string().nullable(),
    matter: FeedbackMatter,
    verdict: FeedbackVerdict.nullable(),
    text: z.string(),
  })
  .meta({ id: 'PublishedFeedback' })
const published = `
  select id, agency, procedure, body ->> 'matter' as matter, body ->> 'verdict' as verdict, published_text as text
  from feedback where published_text is not null and ($1::uuid is null or id < $1) order by id desc limit 50`

/** Fifty at a time, newest first; `before` is the last id of the page before. */
export const publishedFeedback = async (
  db: Tx,
  before: string | undefined,
): Promise<z.infer<typeof PublishedFeedback>[]> =>
  z.array(PublishedFeedback).parse((await db.query(published, [before])).rows)

type On = Parameters<typeof capacityFor>[2]

/** One line of an officer's list. What it is about is read one by one: every look is written down. */
export const OpenFeedback = z
  .object({
    feedbackId: FeedbackId,
    register: FeedbackRegister,
    agency: OrganisationCode,
    receivedAt: Instant,
    state: FeedbackState,
    dues: FeedbackDues,
    publishBy: Due.nullable(),
    missed: z.array(z.string()),
    isMine: z.boolean(),
  })
  .meta({ id: 'OpenFeedback' })
const open = `
  select id as "feedbackId", register, agency, received_at as "receivedAt", body ->> 'state' as state, body -> 'dues' as dues,
    body -> 'publishBy' as "publishBy", body -> 'missed' as missed, coalesce(handler = $1, false) as "isMine",
    handler, complained_of as "complainedOf", ${place} as place
  from feedback
  where is_open and not $1 = any(complained_of) and (handler = $1
    or (register = 'feedback' and agency = any($2)) or (register = 'complaint' and agency = any($3))
    or (register = 'denunciation' and agency = any($4)))
  order by next_silence nulls last, id limit 1000`

/** What is open for an officer, earliest due first. */
export const openFeedback = async (db: Tx, caller: Caller, on: On): Promise<z.infer<typeof OpenFeedback>[]> => {
  const { feedback, complaint, denunciation } = agenciesOf(caller, on)
  const values = [personOf(caller.subject), feedback, complaint, denunciation]
  const { rows } = await db.query<Parameters<typeof capacityFor>[1]>(open, values)
  const shown = rows.filter((one) => capacityFor(caller, one, on) !== undefined)
  return z.array(OpenFeedback).parse(shown.slice(0, 200))
}

const all = `
  select register, received_at as "receivedAt", body -> 'dues' as dues, body ->> 'handledAt' as "handledAt",
    agency, ${place} as place
  from feedback where agency = any($1) and received_at < $2`

type Counted = Pick<Feedback, 'register' | 'receivedAt' | 'dues' | 'handledAt'> & Pick<Kept, 'agency' | 'place'>

/** Index 8 of agencies over whole local days, `to` no longer belonging to it, with numerator and denominator. */
export const feedbackFigures = async (
  db: Tx,
  { caller, on }: { caller: Caller; on: On },
  { from, to }: { from: Day; to: Day },
): Promise<FeedbackIndex> => {
  const period = periodOf(from, to)
  const { rows } = await db.query<Counted>(all, [agenciesOf(caller, on).feedback, period.to])
  const answers = answersFor(caller, on)
  return feedbackIndex(
    rows.filter(({ agency, place: of }) => answers({ agency, place: of, register: 'feedback' })),
    period,
  )
}
