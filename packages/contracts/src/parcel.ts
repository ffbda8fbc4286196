import * as z from 'zod'
import { DossierId } from './dossier-id.ts'
import { event } from './event.ts'
import { OrganisationCode } from './organisation.ts'
import { PostalService } from './postal-report.ts'
import { Day, Due, Instant } from './time.ts'

const code = z.string().min(1).max(100)
const organisation = OrganisationCode
const calendar = z.string().regex(/^VN-\d{4}-\d+$/)

/** What a parcel, bag or registered letter is known by: an UPU S10 item identifier. Its check digit is the domain's matter. */
export const ParcelCode = z.string().regex(/^[A-Z]{2}\d{9}[A-Z]{2}$/)
export type ParcelCode = z.infer<typeof ParcelCode>

/** What a paper is to the dossier. Plain copies are no items: nobody has to give them back. */
export const PaperKind = z.enum(['original', 'certified-copy', 'result'])
export type PaperKind = z.infer<typeof PaperKind>

/** One paper item of a dossier. `component` names the component it was lodged for, of a result its version, from 1. */
export const Paper = z.object({ paper: z.uuid(), kind: PaperKind, component: code }).meta({ id: 'Paper' })
export type Paper = z.infer<typeof Paper>

/** Who has a paper in keeping: exactly one at every instant. Lost only by a decision, which is named. */
export const Custodian = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('desk'), organisation }),
    z.object({ kind: z.literal('officer'), officer: code, organisation }),
    z.object({ kind: z.literal('parcel'), parcel: ParcelCode }),
    z.object({ kind: z.literal('citizen') }),
    z.object({ kind: z.literal('archive'), organisation }),
    z.object({ kind: z.literal('lost'), decision: code }),
  ])
  .meta({ id: 'Custodian' })
export type Custodian = z.infer<typeof Custodian>

/** What a parcel is sent for: a citizen's dossier to a desk, papers between agencies, a result to the citizen. */
export const ParcelPurpose = z.enum(['application', 'papers', 'result'])
export type ParcelPurpose = z.infer<typeof ParcelPurpose>

/** Whose fault a loss, damage or delay is (QĐ 45/2016 art. 14); `receiver-ended`: the agency it was sent to is no more. */
export const Fault = z.enum(['operator', 'sender', 'receiver', 'receiver-ended', 'force-majeure', 'unknown'])
export type Fault = z.infer<typeof Fault>

/** What was bought with a slip, and for how much, in đồng; older lines do not say it. */
const sold = { postage: z.int().min(0).optional(), service: PostalService.optional() }

/** What happens to parcels and papers of a dossier: codes and dates only, never a name or an address. */
export const ParcelEvent = z.discriminatedUnion('type', [
  event('ApplicationCollected', 'The postal worker checked, sealed and took a citizen’s papers: the slip is signed.', {
    parcel: ParcelCode,
    slip: code,
    procedure: code,
    office: organisation,
    desk: organisation,
    postedOn: Day,
    promised: Due,
    ...sold,
  }),
  event('HandoverRecordSigned', 'Desk and courier counted together and signed: the lawful submission.', {
    parcel: ParcelCode,
    record: code,
    desk: organisation,
    complete: z.boolean(),
    /** Of papers a dossier had waited for: the components both counted. */
    supplement: z.array(z.string().regex(/^[a-z0-9][a-z0-9.-]{0,60}$/)).optional(),
  }),
  event('ParcelPosted', 'A parcel was packed and taken over by the post, under a slip.', {
    parcel: ParcelCode,
    purpose: ParcelPurpose,
    slip: code,
    from: organisation,
    /** Null: to the citizen, whose address stays with the post. */
    to: organisation.nullable(),
    /** The order of dispatch it fulfils, for a result. */
    order: z.int().positive().optional(),
    postedOn: Day,
    promised: Due,
    papers: z.array(Paper),
    ...sold,
  }),
  event('ParcelAttempted', 'Nobody could take the parcel: an invitation was left, the next one has its earliest day.', {
    parcel: ParcelCode,
    attempt: z.int().positive(),
    reason: z.enum(['absent', 'address-unknown', 'refused', 'not-entitled', 'other', 'signature-refused']),
    nextFrom: Day.optional(),
  }),
  event('ParcelDelivered', 'The parcel is in the hands of whom it was for; both have signed.', {
    parcel: ParcelCode,
    purpose: ParcelPurpose,
    to: z.enum(['applicant', 'representative', 'agency']),
    papers: z.array(Paper),
  }),
  event(
    'DeliveryWithdrawn',
    'A delivery was scanned by mistake: the parcel and what is in it are still on their way.',
    {
      parcel: ParcelCode,
      purpose: ParcelPurpose,
    },
  ),
  event('ParcelReturned', 'The parcel could not be delivered and is back at its sender, counted by both.', {
    parcel: ParcelCode,
    purpose: ParcelPurpose,
    to: organisation,
    attempts: z.int().min(0),
    papers: z.array(Paper),
  }),
  event('ParcelOverdue', 'The promised day has passed and nobody said anything of the parcel.', {
    parcel: ParcelCode,
    purpose: ParcelPurpose,
    promised: Due,
    cause: Fault,
  }),
  event('ParcelLost', 'The operator declared the parcel lost or damaged; whose fault, and which papers are void.', {
    parcel: ParcelCode,
    purpose: ParcelPurpose,
    what: z.enum(['lost', 'damaged']),
    fault: Fault,
    papers: z.array(Paper),
  }),
  event('ParcelFound', 'A parcel declared lost has turned up; the void papers stay void.', { parcel: ParcelCode }),
  event('CompensationDecided', 'What the operator owes for a loss, damage or delay, and until when it is paid.', {
    parcel: ParcelCode,
    amount: z.int().min(0),
    payBy: Day,
  }),
  event('ComplaintReceived', 'A complaint about a parcel came in; its answer has a last day.', {
    complaint: code,
    parcel: ParcelCode,
    answerBy: Due,
  }),
  event('ComplaintAnswered', 'The operator answered a complaint.', {
    complaint: code,
    parcel: ParcelCode,
    upheld: z.boolean(),
    inTime: z.boolean(),
  }),
  event('IncidentOpened', 'Counts differ, a paper is foreign, or somebody stayed silent: a person must look.', {
    incident: code,
    what: z.enum([
      'count-differs',
      'foreign-paper',
      'taker-silent',
      'parcel-silent',
      'paper-not-there',
      'complaint-unanswered',
      'compensation-unpaid',
      'delivery-unproven',
      'dispatch-unpacked',
      'parcel-unannounced',
      'giver-silent',
      'seal-broken',
      'paper-lost',
      'delivered-after-loss',
      'liability-unwritten',
      'appointment-untold',
      'return-uncounted',
    ]),
    parcel: ParcelCode.optional(),
    at: organisation,
    /** Other offices that must look, as who gave or carried it. */
    also: z.array(organisation).min(1).optional(),
    /** Where money differs: of each fee what the post collected and what it handed over, in đồng. */
    fees: z
      .array(
        z.object({
          fee: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,60}$/),
          collected: z.int().min(0),
          handed: z.int().min(0),
        }),
      )
      .optional(),
  }),
  event('IncidentClosed', 'An incident was settled by a person, with its outcome.', { incident: code, outcome: code }),
  event('PapersMoved', 'Papers passed from one custodian to another, both sides having confirmed.', {
    from: Custodian,
    to: Custodian,
    papers: z.array(Paper).min(1),
  }),
  event(
    'PostalLimitMoved',
    'A calendar published since, or force majeure, moved a day the post is bound by; nothing else of it changed.',
    {
      limit: z.enum(['promise', 'complaint-answer', 'compensation', 'appointment']),
      parcel: ParcelCode,
      complaint: code.optional(),
      was: Due,
      now: Due,
      /** The calendars it was counted by, before and now: the second is the cause. */
      calendars: z.tuple([calendar, calendar]),
      /** The record of force majeure that moved it, where no calendar did (TT 17/2017 art. 7.2). */
      forceMajeure: z.uuid().optional(),
    },
  ),
  event('CompensationPaid', 'The operator paid what it owed for a parcel, or a part of it.', {
    parcel: ParcelCode,
    amount: z.int().positive(),
    inTime: z.boolean(),
  }),
  event('AppointmentTold', 'The post told the citizen who sent by it of the appointment (TT 17/2017 art. 5.3).', {
    parcel: ParcelCode,
    appointment: Due,
    inTime: z.boolean(),
  }),
  event(
    'PostalDocumentIssued',
    'A slip or record was set as both had signed it, or a label as it was first printed, and stored under its digest.',
    {
      document: z.uuid(),
      kind: z.enum(['posting-slip', 'delivery-slip', 'handover-record', 'label']),
      number: code,
      parcel: ParcelCode,
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      pages: z.int().positive(),
    },
  ),
  event(
    'FoundParcelSettled',
    'The citizen took a parcel found after its loss and repays, or refused it (NĐ 47/2011 art. 27).',
    {
      parcel: ParcelCode,
      choice: z.enum(['taken', 'refused']),
      repay: z.int().min(0),
    },
  ),
])
export type ParcelEvent = z.infer<typeof ParcelEvent>
export type ParcelEventType = ParcelEvent['type']

/**
 * One line about the parcels and papers of a dossier. `at` is when it was recorded, `happenedAt` when it happened: scans come
 * late and out of order. `seq` counts the lines of the dossier in the order of recording, without a gap.
 */
export const ParcelMessage = z
  .object({
    dossierId: DossierId,
    seq: z.int().positive(),
    at: Instant,
    happenedAt: Instant,
    requestId: z.string().optional(),
    event: ParcelEvent,
  })
  .meta({ id: 'ParcelMessage' })
export type ParcelMessage = z.infer<typeof ParcelMessage>

/** What postal tells, in order for each dossier. */
export const parcelTopic = {
  name: 'postal.parcel.v1',
  schema: ParcelMessage,
  key: ({ dossierId }: { dossierId: string }): string => dossierId,
}

/** What the conductor orders when a result is to go by post; `order` counts the dispatches of a dossier, from 1. */
export const DispatchOrder = z
  .strictObject({ dossierId: DossierId, order: z.int().positive(), from: organisation })
  .meta({ id: 'DispatchOrder' })
export type DispatchOrder = z.infer<typeof DispatchOrder>

/** What intake asks about papers that came by post: what the handover record says, once both have signed it. */
export const PostalSubmission = z
  .object({
    dossierId: DossierId,
    procedure: code,
    desk: organisation,
    record: code,
    /** The moment of signing: the lawful submission (QĐ 45/2016 art. 7.4). */
    signedAt: Instant,
    /** As counted together, by component. */
    papers: z.record(
      z.string(),
      z.object({ originals: z.int().min(0), certifiedCopies: z.int().min(0), copies: z.int().min(0) }),
    ),
    /** Fees the post collected and handed over, in đồng, with the number of the receipt. */
    fees: z.record(z.string(), z.object({ amount: z.int().positive(), proof: z.string() })),
    returnBy: z.enum(['desk', 'post']),
  })
  .meta({ id: 'PostalSubmission' })
export type PostalSubmission = z.infer<typeof PostalSubmission>
