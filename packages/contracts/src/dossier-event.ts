import * as z from 'zod'
import { OrganisationCode, Role } from './organisation.ts'
import { Channel, RuleSetId } from './procedure.ts'
import { Day, Due, Instant, Limit, Walk } from './time.ts'

const code = z.string()
const organisation = OrganisationCode

/** A defect of the papers: which component, what is wrong with it. The words for the citizen are kept beside the record. */
export const Defect = z.object({
  component: code,
  defect: z.enum(['missing', 'illegible', 'incomplete', 'wrong', 'expired', 'not-certified']),
})
export type Defect = z.infer<typeof Defect>

/** Why an application is not accepted (NĐ 61/2018 art. 17.1b). */
export const RefusalGround = z.enum(['wrong-authority', 'not-eligible', 'original-missing', 'not-genuine', 'other-law'])

/** Why a handover is returned to its sender. */
export const ReturnGround = z.enum(['not-ours', 'papers-missing', 'wrong-stage', 'incomplete-work'])

export const StopGround = z.enum(['withdrawal', 'supplement-lapsed', 'obligation-lapsed', 'legal-ground'])

/** Why an agency is late; the apology names it (NĐ 61/2018 art. 19.9). */
export const LatenessReason = z.enum(['workload', 'consultation-late', 'verification', 'system-outage', 'other'])

export const Outcome = z.enum(['granted', 'refused'])
export type Outcome = z.infer<typeof Outcome>

/** Three-way, as TT 01/2018 art. 13.1 scores it. */
export const Timeliness = z.enum(['early', 'on-time', 'late'])
export type Timeliness = z.infer<typeof Timeliness>

const plannedStage = z.object({
  id: code,
  unit: organisation,
  limit: Limit,
  due: Due,
})

/** What counting gave: the due date, the plan of the stages, and the walk that explains it. */
export const Count = z.object({
  due: Due,
  committed: Due.optional(),
  provisional: z.boolean(),
  stages: z.array(plannedStage),
  walk: z.array(Walk),
})
export type Count = z.infer<typeof Count>

/** What can happen to a dossier: ids, codes and dates only. Members are added, never changed or removed. */
export const DossierEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('DossierOpened'),
    procedure: code,
    channel: Channel,
    receivingDesk: organisation,
    submittedAt: Instant,
    answerDue: Due,
  }),
  z.object({
    type: z.literal('DossierAccepted'),
    code,
    procedureVersion: code,
    ruleSet: RuleSetId,
    calendar: code,
    dayZero: Day,
    variant: code.optional(),
    count: Count,
    receipt: z.boolean(),
  }),
  z.object({ type: z.literal('DossierNotAccepted'), ground: RefusalGround, directedTo: organisation.optional() }),
  z.object({
    type: z.literal('CompletionRequested'),
    defects: z.array(Defect).min(1),
    legalBasis: z.string().optional(),
  }),
  z.object({ type: z.literal('CompletionReceived'), answerDue: Due }),
  z.object({ type: z.literal('ApplicationWithdrawn') }),
  z.object({
    type: z.literal('HandoverOffered'),
    from: organisation,
    to: organisation,
    stage: code,
    answerBy: Due,
    originals: z.array(code),
  }),
  z.object({
    type: z.literal('HandoverAccepted'),
    from: organisation,
    to: organisation,
    stage: code,
    stageDue: Due,
    left: z.object({ stage: code, endedAt: Instant, timeliness: Timeliness }).optional(),
  }),
  z.object({ type: z.literal('HandoverReturned'), from: organisation, to: organisation, ground: ReturnGround }),
  z.object({ type: z.literal('DossierAssigned'), officer: code }),
  z.object({ type: z.literal('OpinionAdded'), kind: z.enum(['appraisal', 'inspection', 'remark']) }),
  z.object({
    type: z.literal('ConsultationRequested'),
    consultation: code,
    to: organisation,
    due: Due,
    branch: code.optional(),
    silence: z.enum(['none', 'deemed-consent']),
    legalBasis: z.string().optional(),
  }),
  z.object({
    type: z.literal('ConsultationAnswered'),
    consultation: code,
    answer: z.enum(['agrees', 'objects', 'done']),
    timeliness: Timeliness,
    /** An answer after consent was deemed is kept beside it, not instead of it. */
    afterDeemed: z.boolean(),
  }),
  z.object({ type: z.literal('ConsentDeemed'), consultation: code, legalBasis: z.string() }),
  z.object({ type: z.literal('SupplementProposed'), defects: z.array(Defect).min(1) }),
  z.object({
    type: z.literal('SupplementRequested'),
    defects: z.array(Defect).min(1),
    windowCloses: Due.optional(),
    legalBasis: z.string().optional(),
  }),
  z.object({
    type: z.literal('SupplementReceived'),
    policy: z.enum(['restart', 'resume']),
    dayZero: Day,
    count: Count,
    stageDue: Due.optional(),
  }),
  z.object({
    type: z.literal('ObligationRequested'),
    obligation: code,
    amount: z.int().positive(),
    payBy: Day.optional(),
    pauses: z.boolean(),
    legalBasis: z.string().optional(),
  }),
  z.object({
    type: z.literal('ObligationPaid'),
    obligation: code,
    proof: code,
    count: Count.optional(),
    stageDue: Due.optional(),
  }),
  z.object({ type: z.literal('ResultProposed'), outcome: Outcome }),
  z.object({ type: z.literal('ResultSigned'), outcome: Outcome, number: code, timeliness: Timeliness }),
  z.object({
    type: z.literal('DossierReappointed'),
    appointment: Due,
    reason: LatenessReason,
    /** Whether the apology came by the law's last moment (NĐ 61/2018 art. 19.9). */
    apology: z.enum(['in-time', 'late']),
  }),
  z.object({ type: z.literal('WithdrawalRequested') }),
  z.object({ type: z.literal('DossierStopped'), ground: StopGround, legalBasis: z.string().optional() }),
  z.object({
    type: z.literal('ResultReturned'),
    by: Channel,
    to: z.enum(['applicant', 'representative']),
    originals: z.array(code),
  }),
  z.object({
    type: z.literal('ErrorCorrected'),
    /** The line of the record that was wrong; it stays as it is. */
    of: z.int().positive(),
    what: z.enum(['result', 'defects', 'stage', 'clerical']),
    legalBasis: z.string(),
  }),
  z.object({
    type: z.literal('AlarmSounded'),
    alarm: z.object({ id: z.string(), kind: z.string(), at: Instant }),
    to: z.array(z.object({ role: Role, organisation })),
  }),
])
export type DossierEvent = z.infer<typeof DossierEvent>
export type DossierEventType = DossierEvent['type']
