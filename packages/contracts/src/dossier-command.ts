import * as z from 'zod'
import { Defect, LatenessReason, Outcome, RefusalGround, ReturnGround, StopGround } from './dossier-event.ts'
import { OrganisationCode } from './organisation.ts'
import { Channel } from './procedure.ts'
import { Day, Instant, Limit } from './time.ts'

const code = z.string().min(1).max(100)
/** Words for people. They stay in the ledger's own table; events say only that they exist. */
const note = z.string().trim().min(1).max(4000)
/** A citation goes into the record, which is told to everybody: a document or article by its number, and no story. */
const legalBasis = z
  .string()
  .trim()
  .min(3)
  .max(300)
  .regex(/^[\p{L}\p{N} .,;:/()–-]*$/u)
  .regex(/\d/, { error: 'A legal basis names a document or an article by its number' })
/** The number of a result or receipt; a name without any digit is none. */
const number = z.string().regex(/^(?=.*\d)[\p{L}\p{N}][\p{L}\p{N} ._:/-]{0,59}$/u)
/** What the officer calls a consultation or a payment within this dossier. */
const name = z.string().regex(/^[a-z0-9][a-z0-9.:-]{0,59}$/)
const defects = z.array(Defect.extend({}).strict()).min(1).max(60)
const originals = z.array(code).max(60).default([])
const act = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape })

/** What may be asked of a dossier. Strict: a member nobody knows is an error, not a wish. */
export const DossierCommand = z
  .discriminatedUnion('type', [
    act('Open', {
      procedure: code,
      channel: Channel,
      receivingDesk: OrganisationCode,
      submittedAt: Instant,
      applicant: code.nullable(),
      complete: z.boolean().optional(),
      locality: OrganisationCode.optional(),
    }),
    act('Accept', { variant: code.optional(), receipt: z.boolean().optional() }),
    act('RefuseIntake', { ground: RefusalGround, directedTo: OrganisationCode.optional(), note }),
    act('OfferHandover', { to: OrganisationCode, stage: code.optional(), originals, note: note.optional() }),
    act('AcceptHandover', {}),
    act('ReturnHandover', { ground: ReturnGround, note }),
    act('Assign', { officer: code }),
    act('AddOpinion', { kind: z.enum(['appraisal', 'inspection', 'remark']), note }),
    act('RequestConsultation', {
      consultation: name,
      to: OrganisationCode.optional(),
      limit: Limit.optional(),
      note: note.optional(),
    }),
    act('AnswerConsultation', {
      consultation: name,
      answer: z.enum(['agrees', 'objects', 'done']),
      note: note.optional(),
    }),
    act('ReportConsultation', { consultation: name, note: note.optional() }),
    act('StartPosting', {}),
    act('ProposeSupplement', { defects, note: note.optional(), legalBasis: legalBasis.optional() }),
    act('RequestSupplement', { defects, note: note.optional(), legalBasis: legalBasis.optional() }),
    act('ReceiveSupplement', {}),
    act('RequestObligation', { obligation: name, amount: z.int().positive(), payBy: Day.optional(), note }),
    act('RecordPayment', { obligation: name, proof: number }),
    act('ApplyVariant', { variant: code, legalBasis, note: note.optional() }),
    act('Recount', {}),
    act('Propose', { outcome: Outcome, note: note.optional() }),
    act('Sign', { outcome: Outcome, number, note: note.optional() }),
    act('Reappoint', { appointment: Day, reason: LatenessReason, note }),
    act('Withdraw', { note: note.optional() }),
    act('Stop', { ground: StopGround, legalBasis: legalBasis.optional(), note: note.optional() }),
    act('ReturnResult', {
      by: Channel,
      to: z.enum(['applicant', 'representative']),
      identityChecked: z.literal(true),
      originals,
    }),
    act('CorrectError', {
      of: z.int().positive(),
      what: z.enum(['result', 'defects', 'stage', 'clerical']),
      legalBasis,
      number: number.optional(),
      note,
    }),
    act('SucceedAgency', { chosen: z.array(z.strictObject({ from: OrganisationCode, to: OrganisationCode })).max(20) }),
    act('SoundAlarm', { alarmId: z.string().min(1).max(200) }),
  ])
  .meta({ id: 'DossierCommand' })
export type DossierCommand = z.infer<typeof DossierCommand>
/** The names of the commands, as the permission table and the screens use them. */
export type DossierCommandType = DossierCommand['type']
