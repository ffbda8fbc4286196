import * as z from 'zod'
import type { LetterKind } from './letter.ts'
import type { Day } from './time.ts'

/** How somebody is reached: by e-mail, by text message, through the Zalo account of the authority, or in this product's own pages. */
export const MessageChannel = z.enum(['email', 'sms', 'zalo', 'in-app'])
export type MessageChannel = z.infer<typeof MessageChannel>

/** A notice the law asks for leaves at once, at any hour and without consent; everything else waits for the morning. */
export const Urgency = z.enum(['legal', 'ordinary'])
export type Urgency = z.infer<typeof Urgency>

/** Who is told. Officers are meant by role and organisation, never by name; `named` are those the event itself names. */
export const Addressee = z.enum([
  'applicant',
  'representative',
  'giver',
  'assigned-officer',
  'named',
  'receiving-desk',
  'desk-head',
  'holder',
  'signatory',
  'sender',
  'receiver',
  'consulted',
  'place',
  'agency-head',
  'post',
])
export type Addressee = z.infer<typeof Addressee>

/** What a message says; its words are files of notifications, in Vietnamese and English. */
export const MessageTemplate = z.enum([
  'application-received',
  'accepted',
  'not-accepted',
  'completion-requested',
  'completion-received',
  'application-withdrawn',
  'handed-over',
  'supplement-requested',
  'supplement-received',
  'obligation-requested',
  'obligation-paid',
  'due-date-moved',
  'approval-deemed',
  'result-ready',
  're-appointed',
  'withdrawal-requested',
  'stopped',
  'returned',
  'part-returned',
  'return-chosen',
  'dispatched',
  'invitation',
  'undelivered',
  'result-lost',
  'result-reissued',
  'apology',
  'error-corrected',
  'agency-succeeded',
  'uncollected',
  'supplement-lapses',
  'obligation-lapses',
  'parcel-found',
  'compensation',
  'complaint-received',
  'complaint-answered',
  'feedback-rejected',
  'feedback-more-asked',
  'feedback-answered',
  'work-offered',
  'work-returned',
  'work-assigned',
  'opinion-asked',
  'opinion-given',
  'opinion-late',
  'supplement-proposed',
  'signature-asked',
  'result-to-return',
  'post-to-collect',
  'withdrawal-to-decide',
  'alarm',
  'parcel-overdue',
  'incident',
  'feedback-given',
  'feedback-late',
  'assigned',
  'papers-lost',
  'return-withdrawn',
])
export type MessageTemplate = z.infer<typeof MessageTemplate>

/** What must be so besides the event itself. */
export const TellingCondition = z.enum([
  'not-at-the-desk',
  'came-by-post',
  'goes-by-post',
  'due-moved',
  'parcel-with-result',
  'parcel-with-application',
  'parcel-with-papers',
  'papers-lost',
])
export type TellingCondition = z.infer<typeof TellingCondition>

/** One way of telling: to whom, by what, with which words, from which day, and what it rests on. */
export type Telling = {
  to: readonly [Addressee, ...Addressee[]]
  channels: readonly [MessageChannel, ...MessageChannel[]]
  template: MessageTemplate
  urgency: Urgency
  /** Only of what happened on this day or later. */
  from?: Day
  when?: TellingCondition
  /** The official paper that goes with it once it is issued, where the line of the record asks for one. */
  letter?: LetterKind
  /** With the appointment as an entry for the calendar of the citizen. */
  appointment?: true
  basis: string
}

/** Who is told of one kind of event; or nobody, and why. */
export type TellingRule = readonly [Telling, ...Telling[]] | { nobody: string }
