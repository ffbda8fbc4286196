import * as z from 'zod'
import { DeclineReason, LatenessReason } from './apology-events.ts'
import { ApologyCause, WrongPart } from './delivery-events.ts'
import { Defect, Outcome, RefusalGround, ReturnGround, StopGround } from './dossier-event.ts'
import { OrganisationCode } from './organisation.ts'
import { Channel } from './procedure.ts'
import { ParcelCode } from './parcel.ts'
import { printableLetters, unprintableIn, unprintableWords } from './printable-text.ts'
import { Day, Due, Instant, Limit } from './time.ts'

const code = z.string().min(1).max(100)
/** Words for people, fit for their letters. They stay in the ledger's own table; events say only that they exist. */
const note = z
  .string()
  .trim()
  .min(1)
  .max(4000)
  .refine((text) => unprintableIn(text).length === 0, {
    params: { code: 'unprintable-text', ...unprintableWords },
  })
  .meta({ pattern: `^[${printableLetters}]*$` })
/** A text of one form, with what to say where it has another: these go into the record, which is told to everybody. */
const ofForm = (form: RegExp, vi: string, en: string) =>
  z
    .string()
    .trim()
    .refine((text) => form.test(text), { params: { code: 'invalid-format', vi, en } })
    .meta({ pattern: form.source })
/** A citation: a document or article by its number, and no story. */
const legalBasis = ofForm(
  /^(?=.*\d)[\p{L}\p{N} .,;:/()–-]{3,300}$/u,
  'Ghi số văn bản hoặc điều khoản, ví dụ "NĐ 61/2018/NĐ-CP Điều 19.4"; không ghi lời giải thích.',
  'Cite a document or an article by its number, as "NĐ 61/2018/NĐ-CP Điều 19.4"; explanations belong in the note.',
)
/** The number of a result or receipt; a name without any digit is none. */
const number = ofForm(
  /^(?=.*\d)[\p{L}\p{N}][\p{L}\p{N} ._:/-]{0,59}$/u,
  'Ghi số hiệu, có ít nhất một chữ số, ví dụ "31/QĐ-UBND"; tối đa 60 ký tự.',
  'A number with at least one digit, as "31/QĐ-UBND", of at most 60 characters.',
)
/** What the officer calls a consultation or a payment within this dossier. */
const name = ofForm(
  /^[a-z0-9][a-z0-9.:-]{0,59}$/,
  'Dùng mã ngắn: chữ thường không dấu, chữ số, dấu chấm, gạch nối; ví dụ "le-phi-truoc-ba".',
  'A short code of small letters, digits, dots and hyphens, as "le-phi-truoc-ba".',
)
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
      returnBy: Channel.optional(),
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
    act('ReceiveSupplement', {
      /** By post, from the post alone: the handover record both signed, when, and the components they counted. */
      byPost: z.strictObject({ record: code, signedAt: Instant, components: z.array(code).max(200) }).optional(),
    }),
    act('RequestObligation', { obligation: name, amount: z.int().positive(), payBy: Day.optional(), note }),
    act('RecordPayment', { obligation: name, proof: number }),
    act('ApplyVariant', { variant: code, legalBasis, note: note.optional() }),
    act('Recount', {}),
    act('Propose', { outcome: Outcome, note: note.optional() }),
    act('Sign', { outcome: Outcome, number, note: note.optional() }),
    /** What is left out is that of the draft on the leader's desk. */
    act('Reappoint', { appointment: Day.optional(), reason: LatenessReason.optional(), note: note.optional() }),
    /** The draft on the leader's desk is put aside, with the leader's words. */
    act('DeclineApology', { reason: DeclineReason, note }),
    act('RecordApologySent', { of: z.int().positive(), sentAt: Instant }),
    act('Withdraw', { note: note.optional() }),
    act('Stop', { ground: StopGround, legalBasis: legalBasis.optional(), note: note.optional() }),
    act('ReturnResult', {
      by: Channel,
      to: z.enum(['applicant', 'representative']),
      identityChecked: z.literal(true),
      originals,
      parcel: ParcelCode.optional(),
      deliveredAt: Instant.optional(),
    }),
    act('ReturnPartResult', {
      part: code,
      to: z.enum(['applicant', 'representative']),
      identityChecked: z.literal(true),
    }),
    act('ChooseReturn', { by: Channel }),
    act('RecordDispatch', {
      parcel: ParcelCode,
      order: z.int().positive(),
      promised: z.strictObject(Due.shape),
      originals,
    }),
    act('RecordUndelivered', { parcel: ParcelCode }),
    act('RecordLoss', { parcel: ParcelCode, what: z.enum(['lost', 'damaged']) }),
    act('WithdrawReturn', { parcel: ParcelCode }),
    act('ReissueResult', { number, note }),
    /** Without words of the leader's own the letter says what the record says. */
    act('Apologise', { cause: ApologyCause, note: note.optional() }),
    act('RecordPapersLoss', {
      what: z.enum(['lost', 'damaged']),
      components: z.array(code).max(60),
      result: z.boolean(),
      decision: code,
      parcel: ParcelCode.optional(),
    }),
    act('CorrectError', {
      of: z.int().positive(),
      what: WrongPart,
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
