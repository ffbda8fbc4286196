import * as z from 'zod'
import { DossierId } from './dossier-id.ts'
import { event } from './event.ts'
import { OrganisationCode } from './organisation.ts'
import { Due, Instant } from './time.ts'

/** Id of one feedback, complaint or denunciation; whoever gave it knows its reference instead. UUIDv7. */
export const FeedbackId = z.uuidv7().brand('FeedbackId')
export type FeedbackId = z.infer<typeof FeedbackId>

/**
 * Which register (sổ) it is kept in: feedback and petitions (phản ánh, kiến nghị), complaints (khiếu nại) and denunciations
 * (tố cáo) each follow a law of their own.
 */
export const FeedbackRegister = z.enum(['feedback', 'complaint', 'denunciation'])
export type FeedbackRegister = z.infer<typeof FeedbackRegister>

/** What it is about; `attitude` is what index 7 of TT 01/2018 art. 13 asks for. */
export const FeedbackMatter = z.enum(['attitude', 'lateness', 'fees', 'papers', 'regulation', 'other'])
export type FeedbackMatter = z.infer<typeof FeedbackMatter>

/** What the handler found: of a reproach whether it was true, of a petition whether it is followed. */
export const FeedbackVerdict = z.enum(['substantiated', 'unfounded', 'accepted', 'not-accepted'])
export type FeedbackVerdict = z.infer<typeof FeedbackVerdict>

/** Why it is not handled here. */
export const FeedbackGround = z.enum(['outside-scope', 'no-content', 'wrong-authority', 'answered-before'])
export type FeedbackGround = z.infer<typeof FeedbackGround>

/** The steps that have a limit (QĐ 766/QĐ-TTg 2022, indicator 5.2). */
export const FeedbackLimit = z.enum(['reject', 'ask-more', 'answer', 'publish'])
export type FeedbackLimit = z.infer<typeof FeedbackLimit>

/** By when each step is due; absent where no limit is known or set. */
export const FeedbackDues = z
  .object({ rejectBy: Due.optional(), askMoreBy: Due.optional(), answerBy: Due.optional() })
  .meta({ id: 'FeedbackDues' })
export type FeedbackDues = z.infer<typeof FeedbackDues>

const InTime = z.enum(['in-time', 'late', 'no-limit'])
const calendar = z.string().regex(/^VN-\d{4}-\d+$/)

/** What happened to a feedback: who gave it, who handles it, and every word of it stay in intake. */
export const FeedbackEvent = z.discriminatedUnion('type', [
  event(
    'FeedbackReceived',
    'Somebody gave feedback, a complaint or a denunciation: it has its reference and its limits. Of the latter two only the agency is told.',
    {
      register: FeedbackRegister,
      agency: OrganisationCode,
      matter: FeedbackMatter.optional(),
      procedure: z.string().optional(),
      dossier: DossierId.optional(),
      dues: FeedbackDues,
      calendar: calendar.optional(),
    },
  ),
  event('FeedbackAppointed', 'An officer it does not speak of was appointed to handle it.', {}),
  event('FeedbackRejected', 'It is not handled here; whoever gave it is told why.', {
    ground: FeedbackGround,
    timeliness: InTime,
  }),
  event('FeedbackMoreAsked', 'The handler asked whoever gave it for more.', { timeliness: InTime }),
  event('FeedbackMoreReceived', 'Whoever gave it has added to it.', { dues: FeedbackDues }),
  event('FeedbackAnswered', 'The handler has answered it; from now on the answer is to be published.', {
    verdict: FeedbackVerdict,
    timeliness: InTime,
    publishBy: Due.optional(),
  }),
  event('FeedbackPublished', 'What was found stands in public, without names. The end.', { timeliness: InTime }),
  event('FeedbackRecounted', 'A calendar was published since its limits were counted, and one of them moves.', {
    calendar,
    dues: FeedbackDues,
    publishBy: Due.optional(),
  }),
  event('FeedbackLimitMissed', 'A limit passed and nobody had acted; told once for each limit.', {
    limit: FeedbackLimit,
    due: Due,
    agency: OrganisationCode,
  }),
])
export type FeedbackEvent = z.infer<typeof FeedbackEvent>

/** One line about a feedback: ids, codes and dates only. */
export const FeedbackMessage = z
  .object({
    feedbackId: FeedbackId,
    seq: z.int().positive(),
    at: Instant,
    requestId: z.string().optional(),
    event: FeedbackEvent,
  })
  .meta({ id: 'FeedbackMessage' })
export type FeedbackMessage = z.infer<typeof FeedbackMessage>

/** What intake tells of feedback, in order for each. */
export const feedbackTopic = {
  name: 'intake.feedback.v1',
  schema: FeedbackMessage,
  key: ({ feedbackId }: { feedbackId: string }): string => feedbackId,
}

const words = z.string().trim().min(1).max(5_000)
const officer = z.string().regex(/^[a-z0-9][a-z0-9.-]{2,60}$/)

/** Feedback as it is given, by anybody. How to reach the giver is kept apart and shown to the handler alone. */
export const GivenFeedback = z
  .strictObject({
    register: FeedbackRegister.default('feedback'),
    /** The agency or unit it is about. */
    agency: OrganisationCode,
    matter: FeedbackMatter,
    words,
    procedure: z.string().min(1).max(100).optional(),
    /** The code on the receipt, as the giver has it; nobody is told whether there is such a dossier. */
    dossierCode: z.string().trim().min(1).max(60).optional(),
    /** Accounts of the officers it speaks of, as the desk posts them (NĐ 61/2018 art. 9.7). */
    officers: z.array(officer).max(10).default([]),
    contact: z
      .strictObject({
        name: z.string().trim().min(1).max(120).optional(),
        phone: z.string().trim().min(1).max(30).optional(),
        email: z.email().max(200).optional(),
        address: z.string().trim().min(1).max(300).optional(),
      })
      .default({}),
  })
  .meta({ id: 'GivenFeedback' })
export type GivenFeedback = z.infer<typeof GivenFeedback>

/** What an agency does about a feedback; `words` go to whoever gave it, `text` to everybody. */
export const FeedbackAct = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('Appoint'),
      handler: officer,
      /** Officers it speaks of that the giver could not name by account. */
      complainedOf: z.array(officer).max(10).default([]),
    }),
    z.strictObject({ type: z.literal('Reject'), ground: FeedbackGround, words }),
    z.strictObject({ type: z.literal('AskMore'), words }),
    z.strictObject({ type: z.literal('Answer'), verdict: FeedbackVerdict, words }),
    z.strictObject({ type: z.literal('Publish'), text: words }),
  ])
  .meta({ id: 'FeedbackAct' })
export type FeedbackAct = z.infer<typeof FeedbackAct>
