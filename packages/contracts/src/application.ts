import * as z from 'zod'
import { Subject } from './actor.ts'
import { Axes } from './dossier.ts'
import { DossierId } from './dossier-id.ts'
import { event } from './event.ts'
import { OrganisationCode } from './organisation.ts'
import { FieldError } from './problem.ts'
import { Channel } from './procedure.ts'
import { Day, Instant } from './time.ts'

/** How many originals and certified copies of each component: what custody is kept of. */
export const LodgedPapers = z.array(
  z.object({ component: z.string(), originals: z.int().min(0), certifiedCopies: z.int().min(0) }),
)
export type LodgedPapers = z.infer<typeof LodgedPapers>

/** What happened to an application. No form data, no names: who needs those asks intake. */
export const ApplicationEvent = z.discriminatedUnion('type', [
  event(
    'ApplicationSubmitted',
    'An application was handed in at a desk, by post or online: the ledger opens its dossier.',
    {
      procedureVersion: z.string(),
      channel: Channel,
      receivingDesk: OrganisationCode,
      submittedAt: Instant,
      /** The account that may act for the applicant online; null for a walk-in without one. */
      applicant: z.string().nullable(),
      complete: z.boolean(),
      /** Where the applicant lives or the land lies. */
      locality: OrganisationCode.optional(),
      /** How the citizen wants the result; at the desk where nothing is said. */
      returnBy: Channel.optional(),
      /** Papers taken in that somebody must give back or account for, by component. */
      papers: LodgedPapers.optional(),
      /** By post: the handover record whose signing was the lawful submission (QĐ 45/2016 art. 7.4). */
      handoverRecord: z.string().optional(),
    },
  ),
  event('ApplicationAmended', 'Missing papers or a corrected form were brought.', {
    complete: z.boolean(),
    papers: LodgedPapers.optional(),
    /** By post: the handover record desk and courier signed; its papers are the post's already. */
    handoverRecord: z.string().optional(),
  }),
])
export type ApplicationEvent = z.infer<typeof ApplicationEvent>

/** One line about an application; its id is that of the dossier it becomes. */
export const ApplicationMessage = z
  .object({
    applicationId: DossierId,
    seq: z.int().positive(),
    at: Instant,
    requestId: z.string().optional(),
    event: ApplicationEvent,
  })
  .meta({ id: 'ApplicationMessage' })
export type ApplicationMessage = z.infer<typeof ApplicationMessage>

/** What intake tells of applications, in order for each. */
export const applicationTopic = {
  name: 'intake.application.v1',
  schema: ApplicationMessage,
  key: ({ applicationId }: { applicationId: string }): string => applicationId,
}

/**
 * What intake tells casework about an application: to open its dossier where a desk accepts a walk-in while Kafka is down,
 * and to judge a command that rests on papers and payments.
 */
export const ApplicationSummary = z
  .object({
    applicationId: DossierId,
    procedure: z.string(),
    channel: Channel,
    receivingDesk: OrganisationCode,
    submittedAt: Instant,
    applicant: z.string().nullable(),
    complete: z.boolean(),
    locality: OrganisationCode.optional(),
    returnBy: Channel.optional(),
    /** When each component was last brought; a corrected form counts for those that are forms. */
    brought: z.record(z.string(), Instant),
    /** Fees that are due when the result is returned and not paid. */
    feesOwed: z.array(z.string()),
    /** Components of which originals were taken in. */
    originals: z.array(z.string()),
  })
  .meta({ id: 'ApplicationSummary' })
export type ApplicationSummary = z.infer<typeof ApplicationSummary>

const id = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,60}$/)
const count = z.int().min(0).max(1000).default(0)

/** What is ticked off of one component: papers by kind, and files sent before. */
export const LodgedComponent = z
  .strictObject({
    originals: count,
    certifiedCopies: count,
    copies: count,
    uploads: z.array(z.uuidv7()).max(20).default([]),
  })
  .meta({ id: 'LodgedComponent' })
export type LodgedComponent = z.infer<typeof LodgedComponent>

/** How a fee was paid (NĐ 61/2018 art. 22): at the desk, through the post, online; `proof` is the number of the receipt. */
export const Payment = z
  .strictObject({
    by: z.enum(['desk', 'post', 'online']),
    amount: z.int().positive().max(1_000_000_000),
    proof: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$/),
  })
  .meta({ id: 'Payment' })
export type Payment = z.infer<typeof Payment>

/** What may be brought later too: components and payments by their ids. */
const brought = {
  components: z.record(id, LodgedComponent).default({}),
  payments: z.record(id, Payment).default({}),
}

/** An application as it is handed in; `form` fits the JSON Schema of the procedure version in force on the day. */
export const Submission = z
  .strictObject({
    procedure: z.string().min(1).max(100),
    channel: Channel,
    receivingDesk: OrganisationCode,
    /** Where the applicant lives or the land lies, as any organisation of the place. */
    place: OrganisationCode.optional(),
    /** At the desk: the account that may act for the applicant online, if there is one. */
    applicant: Subject.regex(/^citizen:/).optional(),
    form: z.record(z.string(), z.unknown()),
    ...brought,
    /** How the citizen wants the result. */
    returnBy: Channel.default('desk'),
    /** By post: the dossier the postal worker collected, whose handover record desk and courier have signed. */
    collected: DossierId.optional(),
    /** What fees are counted by: so many copies of a paper of so many pages. */
    counts: z
      .array(z.strictObject({ pages: z.int().positive().max(10_000), copies: z.int().positive().max(10_000) }))
      .max(100)
      .default([]),
  })
  .meta({ id: 'Submission' })
export type Submission = z.infer<typeof Submission>

/** The missing papers, and the corrected form if there is one. Papers add to those brought before. */
export const Amendment = z
  .strictObject({
    form: z.record(z.string(), z.unknown()).optional(),
    ...brought,
    /** By post: the number of the handover record desk and courier have signed. */
    handoverRecord: z.string().min(1).max(60).optional(),
  })
  .meta({ id: 'Amendment' })
export type Amendment = z.infer<typeof Amendment>

/** Whether an application would be complete, and everything that is missing or wrong. */
export const CompletenessCheck = z
  .object({ complete: z.boolean(), procedureVersion: z.string(), defects: z.array(FieldError) })
  .meta({ id: 'CompletenessCheck' })
export type CompletenessCheck = z.infer<typeof CompletenessCheck>

/** What a submission is answered. `reference` is for online applications; the dossier's code comes with acceptance. */
export const Submitted = z
  .object({
    applicationId: DossierId,
    reference: z.string().nullable(),
    procedureVersion: z.string(),
    submittedAt: Instant,
    incomplete: z.boolean(),
    defects: z.array(FieldError),
    /** The day on which the desk can first look at it; null where no calendar is announced. */
    checkedFrom: Day.nullable(),
    /** For the desk: applications of the same person for the same procedure, not long ago. An officer judges them. */
    possibleDuplicates: z.array(DossierId),
  })
  .meta({ id: 'Submitted' })
export type Submitted = z.infer<typeof Submitted>

/** Where the dossier of an application stands, as intake has heard; null before the ledger has opened it. */
export const Progress = Axes.extend({ seq: z.int(), at: Instant }).nullable()
export type Progress = z.infer<typeof Progress>
