import * as z from 'zod'
import { apologyEvents } from './apology-events.ts'
import { deliveryEvents, WrongPart } from './delivery-events.ts'
import { event } from './event.ts'
import { OrganisationCode, Role } from './organisation.ts'
import { ParcelCode } from './parcel.ts'
import { Channel, RuleSetId } from './procedure.ts'
import { Day, Due, Instant, Limit, Walk } from './time.ts'

const code = z.string()
const organisation = OrganisationCode

/** A defect of the papers: which component, what is wrong with it. The words for the citizen are kept beside the record. */
export const Defect = z
  .object({
    component: code,
    defect: z.enum(['missing', 'illegible', 'incomplete', 'wrong', 'expired', 'not-certified']),
  })
  .meta({ id: 'Defect' })
export type Defect = z.infer<typeof Defect>

/** Why an application is not accepted (NĐ 61/2018 art. 17.1b). */
export const RefusalGround = z.enum(['wrong-authority', 'not-eligible', 'original-missing', 'not-genuine', 'other-law'])

/** Why a handover is returned to its sender. */
export const ReturnGround = z.enum(['not-ours', 'papers-missing', 'wrong-stage', 'incomplete-work'])

/** Why a dossier ends without a result: the national status 8, Dừng xử lý. */
export const StopGround = z.enum(['withdrawal', 'supplement-lapsed', 'obligation-lapsed', 'legal-ground'])

/** What the authority decides; a refusal after appraisal is a result too (NĐ 61/2018 art. 19.8). */
export const Outcome = z.enum(['granted', 'refused'])
export type Outcome = z.infer<typeof Outcome>

/** Three-way, as TT 01/2018 art. 13.1 scores it. */
export const Timeliness = z.enum(['early', 'on-time', 'late'])
export type Timeliness = z.infer<typeof Timeliness>

/** By which calendar, where it is another than the one pinned before. */
const calendarVersion = z.string().regex(/^VN-\d{4}-\d+$/)
const countedBy = calendarVersion.optional()
/** By post the moment counts at which desk and courier signed the handover record (QĐ 45/2016 art. 7.4). */
const byPost = z.object({ record: code, signedAt: Instant })

const plannedStage = z.object({
  id: code,
  unit: organisation,
  limit: Limit,
  /** Of the work given to several agencies at once; `limit` begins when the last of them is over. */
  branches: z.array(Limit).min(1).optional(),
  due: Due,
})

/** What counting gave: the due date, the plan of the stages, and the walk that explains it. */
export const Count = z
  .object({
    due: Due,
    committed: Due.optional(),
    provisional: z.boolean(),
    stages: z.array(plannedStage),
    walk: z.array(Walk),
  })
  .meta({ id: 'Count' })
export type Count = z.infer<typeof Count>

/** What can happen to a dossier: ids, codes and dates only. Members are added, never changed or removed. */
export const DossierEvent = z.discriminatedUnion('type', [
  event('DossierOpened', 'An application has come in: the desk owes an answer, no settlement clock runs yet.', {
    procedure: code,
    channel: Channel,
    receivingDesk: organisation,
    submittedAt: Instant,
    answerDue: Due,
    /** False where the application was registered with defects: they must be made good before it is accepted. */
    complete: z.boolean().optional(),
    /** Where the applicant lives or the land lies: who succeeds an agency there, when it ends. */
    locality: organisation.optional(),
    /** How the citizen wants the result; at the desk where nothing is said. */
    returnBy: Channel.optional(),
  }),
  event(
    'DossierAccepted',
    'The desk accepted it (tiếp nhận): code, pinned law and due date are given, the clock starts.',
    {
      code,
      procedureVersion: code,
      ruleSet: RuleSetId,
      calendar: code,
      dayZero: Day,
      variant: code.optional(),
      count: Count,
      receipt: z.boolean(),
    },
  ),
  event(
    'DossierNotAccepted',
    'The desk refused intake in writing, with the ground and where to go (form 03). The end.',
    {
      ground: RefusalGround,
      directedTo: organisation.optional(),
    },
  ),
  event('CompletionRequested', 'Before acceptance the desk named everything that is missing, once (form 02).', {
    defects: z.array(Defect).min(1),
    legalBasis: z.string().optional(),
  }),
  event('CompletionReceived', 'What was missing before acceptance has come: the desk owes its answer anew.', {
    answerDue: Due,
  }),
  event('ApplicationWithdrawn', 'The citizen withdrew before acceptance. The end.', {}),
  event('HandoverOffered', 'The holder offered the dossier to a unit, and still holds it until the unit accepts.', {
    from: organisation,
    to: organisation,
    stage: code,
    answerBy: Due,
    originals: z.array(code),
  }),
  event('HandoverAccepted', 'The unit took the dossier over: it is the holder, and its own stage limit runs.', {
    from: organisation,
    to: organisation,
    stage: code,
    stageDue: Due,
    left: z.object({ stage: code, endedAt: Instant, timeliness: Timeliness }).optional(),
  }),
  event('HandoverReturned', 'The unit gave the offer back with a ground: the sender goes on holding.', {
    from: organisation,
    to: organisation,
    ground: ReturnGround,
  }),
  event('DossierAssigned', 'One officer of the holding unit was given the dossier.', { officer: code }),
  event('OpinionAdded', 'An officer put an opinion on the record; its words stay in the ledger.', {
    kind: z.enum(['appraisal', 'inspection', 'remark']),
  }),
  event('ConsultationRequested', 'Another agency was asked, or given a parallel branch; it has its own due date.', {
    consultation: code,
    to: organisation,
    /** How long it was given: its lateness is counted in that unit. */
    limit: Limit.optional(),
    due: Due,
    branch: code.optional(),
    silence: z.enum(['none', 'deemed-consent']),
    legalBasis: z.string().optional(),
  }),
  event('ConsultationAnswered', 'The agency asked has answered.', {
    consultation: code,
    answer: z.enum(['agrees', 'objects', 'done']),
    timeliness: Timeliness,
    /** An answer after consent was deemed is kept beside it, not instead of it. */
    afterDeemed: z.boolean(),
  }),
  event('ConsentDeemed', 'The agency stayed silent past its day, and the cited law takes that for consent.', {
    consultation: code,
    legalBasis: z.string(),
  }),
  event('ConsultationReported', 'The lead told the head of the desk that an agency asked is late (art. 19.5).', {
    consultation: code,
  }),
  event('PostingStarted', 'The public posting (niêm yết) of a stage has begun; the stage lasts until it has ended.', {
    stage: code,
    ends: Due,
  }),
  event('SupplementProposed', 'The specialist told the desk what is missing; the citizen has heard nothing yet.', {
    defects: z.array(Defect).min(1),
    legalBasis: z.string().optional(),
  }),
  event('SupplementRequested', 'The desk asked the citizen for papers (form 02): the clock stands, the desk holds.', {
    defects: z.array(Defect).min(1),
    windowCloses: Due.optional(),
    legalBasis: z.string().optional(),
  }),
  event('SupplementReceived', 'The papers have come: the clock runs from zero or goes on, with a new due date.', {
    policy: z.enum(['restart', 'resume']),
    dayZero: Day,
    count: Count,
    stageDue: Due.optional(),
    calendar: countedBy,
    byPost: byPost.optional(),
  }),
  event('ObligationRequested', 'The citizen was notified of a payment; the clock stands where the law says so.', {
    obligation: code,
    amount: z.int().positive(),
    payBy: Day.optional(),
    pauses: z.boolean(),
    /** From when the clock stood, where the procedure counts from the day the file was sent to tax. */
    pausedFrom: Instant.optional(),
    legalBasis: z.string().optional(),
  }),
  event('ObligationPaid', 'A payment was proved; if it was the last to wait for, the clock runs on.', {
    obligation: code,
    proof: code,
    count: Count.optional(),
    stageDue: Due.optional(),
    calendar: countedBy,
  }),
  event(
    'LimitVariantApplied',
    'The procedure’s own law gives this case another limit, by a document: a new due date.',
    {
      variant: code,
      legalBasis: z.string(),
      dayZero: Day,
      count: Count,
      stageDue: Due.optional(),
      calendar: countedBy,
    },
  ),
  event('DossierRecounted', 'A calendar was published since the last count, and dates move or become firm.', {
    from: calendarVersion,
    calendar: calendarVersion,
    count: Count,
    stageDue: Due.optional(),
    /** What the citizen was promised stands, where the new date would be earlier. */
    promised: Due.optional(),
    /** Opinions still awaited whose own date moves. */
    consultations: z
      .array(z.object({ id: code, due: Due }))
      .min(1)
      .optional(),
    /** What moved, or became firm; the citizen is told of a moved due date alone. */
    moved: z
      .array(z.enum(['due', 'firm', 'stages', 'apology', 'consultations']))
      .min(1)
      .optional(),
  }),
  event('ApprovalDeemed', 'The authority stayed silent past its day, and the cited law lets the applicant go ahead.', {
    legalBasis: z.string(),
  }),
  event('ResultProposed', 'The case officer proposed the result for signature.', { outcome: Outcome }),
  event('ResultSigned', 'The result is signed and numbered: the settlement clock ends, the desk has it to return.', {
    outcome: Outcome,
    number: code,
    timeliness: Timeliness,
  }),
  ...apologyEvents,
  event(
    'WithdrawalRequested',
    'After acceptance the citizen asked to withdraw: the clock runs on until it is decided.',
    {},
  ),
  event('DossierStopped', 'The dossier ended without a result, on a ground of law (form 05). The end.', {
    ground: StopGround,
    legalBasis: z.string().optional(),
  }),
  event('PartResultReturned', 'What one stage or branch gave was handed over before the whole; the work goes on.', {
    part: code,
    to: z.enum(['applicant', 'representative']),
  }),
  event('ResultReturned', 'The result is in the hands of the citizen or who represents them. The end.', {
    by: Channel,
    to: z.enum(['applicant', 'representative']),
    originals: z.array(code),
    /** By post: the parcel, and the moment both signed for it, which may be earlier than this line. */
    parcel: ParcelCode.optional(),
    deliveredAt: Instant.optional(),
  }),
  ...deliveryEvents,
  event('ErrorCorrected', 'The authority corrected its own error by a new line; the old one stays (art. 21).', {
    /** The line of the record that was wrong; it stays as it is. */
    of: z.int().positive(),
    what: WrongPart,
    legalBasis: z.string(),
    /** Under which number the result is issued anew, where it was the result that was wrong. */
    number: code.optional(),
  }),
  event('AgencySucceeded', 'An agency on the way has ended; its successor carries on, codes and clocks unharmed.', {
    replaced: z.array(z.object({ from: organisation, to: organisation })).min(1),
  }),
  event('AlarmSounded', 'A legal moment came and nobody had acted: who must know is named by role.', {
    alarm: z.object({ id: z.string(), kind: z.string(), at: Instant }),
    to: z.array(z.object({ role: Role, organisation })),
  }),
])
export type DossierEvent = z.infer<typeof DossierEvent>
export type DossierEventType = DossierEvent['type']
