import type { DossierCommand } from '@dossier/contracts/dossier-command'
import fc from 'fast-check'
import { centre, commune, district, province } from './fixtures.ts'
import type { Wish } from './life.ts'

const units = [
  ...Object.values(commune),
  ...Object.values(district),
  ...Object.values(province),
  ...Object.values(centre),
]

export const one = fc.constantFrom
export const note = 'Ghi chú'
const maybe = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined })
const legalBasis = one(undefined, undefined, 'Luật Xây dựng 2014 Điều 102')
const lacking = (component: string) => ({ component, defect: 'missing' as const })
const defects = one('01', '01', '09').map((component) => [lacking(component)])
const consultation = one(
  'tax',
  'culture',
  'fire-police',
  'neighbour',
  'hospital',
  'residence',
  'card',
  'free',
  'free:2',
)
const obligation = one('tax', 'fee')
const outcome = one('granted' as const, 'refused' as const)
const to = one(...units)
const parcel = fc.constant('RR473124829VN')

/** Any command an officer, citizen or clock could send, wise or not; the receiver and alarm of some are looked up. */
export const wishes: Record<Exclude<DossierCommand['type'], 'Open'>, fc.Arbitrary<Wish>> = {
  Accept: fc.record({ type: fc.constant('Accept' as const) }),
  RefuseIntake: fc.record({
    type: fc.constant('RefuseIntake' as const),
    ground: one('not-eligible' as const, 'wrong-authority' as const),
    note: fc.constant(note),
  }),
  OfferHandover: fc.record({ type: fc.constant('OfferHandover' as const), to }),
  AcceptHandover: fc.record({ type: fc.constant('AcceptHandover' as const) }),
  ReturnHandover: fc.record({
    type: fc.constant('ReturnHandover' as const),
    ground: one('not-ours' as const),
    note: fc.constant(note),
  }),
  Assign: fc.record({ type: fc.constant('Assign' as const), officer: one('a', 'b') }),
  AddOpinion: fc.record({
    type: fc.constant('AddOpinion' as const),
    kind: one('remark' as const),
    note: fc.constant(note),
  }),
  RequestConsultation: fc
    .record({ consultation, unit: maybe(to), amount: maybe(fc.integer({ min: 1, max: 20 })) })
    .map(({ consultation: id, unit, amount }) => ({
      type: 'RequestConsultation' as const,
      consultation: id,
      ...(unit === undefined ? {} : { to: unit }),
      ...(amount === undefined ? {} : { limit: { amount, unit: 'day' as const } }),
    })),
  AnswerConsultation: fc.record({
    type: fc.constant('AnswerConsultation' as const),
    consultation,
    answer: one('agrees' as const, 'objects' as const),
  }),
  ProposeSupplement: fc.record({ type: fc.constant('ProposeSupplement' as const), defects }),
  RequestSupplement: fc.record({ defects, legalBasis }).map(({ defects: found, legalBasis: law }) => ({
    type: 'RequestSupplement' as const,
    defects: found,
    ...(law === undefined ? {} : { legalBasis: law }),
  })),
  ReceiveSupplement: fc.record({ type: fc.constant('ReceiveSupplement' as const) }),
  RequestObligation: fc
    .record({ obligation, payBy: maybe(one('2022-03-01', '2024-12-31', '2026-02-02')) })
    .map(({ obligation: id, payBy }) => ({
      type: 'RequestObligation' as const,
      obligation: id,
      amount: 1000,
      note,
      ...(payBy === undefined ? {} : { payBy }),
    })),
  RecordPayment: fc.record({ type: fc.constant('RecordPayment' as const), obligation, proof: fc.constant('GW-1') }),
  Propose: fc.record({ type: fc.constant('Propose' as const), outcome }),
  Sign: fc.record({ type: fc.constant('Sign' as const), outcome, number: fc.constant('1') }),
  Reappoint: fc
    .integer({ min: -2, max: 20 })
    .map((days) => ({ type: 'Reappoint' as const, appointment: String(days), reason: 'workload' as const, note })),
  Withdraw: fc.record({ type: fc.constant('Withdraw' as const) }),
  Stop: one('withdrawal' as const, 'supplement-lapsed' as const, 'obligation-lapsed' as const).map((ground) => ({
    type: 'Stop' as const,
    ground,
  })),
  ReturnResult: fc.record({
    type: fc.constant('ReturnResult' as const),
    by: one('desk' as const, 'post' as const),
    to: one('applicant' as const),
    identityChecked: fc.constant(true as const),
  }),
  ReturnPartResult: fc.record({
    type: fc.constant('ReturnPartResult' as const),
    part: one('birth' as const, 'birth' as const, 'card' as const),
    to: one('applicant' as const),
    identityChecked: fc.constant(true as const),
  }),
  CorrectError: fc.integer({ min: 1, max: 60 }).map((of) => ({
    type: 'CorrectError' as const,
    of,
    what: 'clerical' as const,
    legalBasis: 'NĐ 61/2018 Điều 21',
    note,
  })),
  ChooseReturn: fc.record({ type: fc.constant('ChooseReturn' as const), by: one('desk' as const, 'post' as const) }),
  RecordDispatch: fc.record({
    type: fc.constant('RecordDispatch' as const),
    parcel,
    order: fc.constant(1),
    promised: fc.constant({ on: '2026-02-02' }),
  }),
  RecordUndelivered: fc.record({ type: fc.constant('RecordUndelivered' as const), parcel }),
  RecordLoss: fc.record({ type: fc.constant('RecordLoss' as const), parcel, what: one('lost' as const) }),
  RecordPapersLoss: fc.record({
    type: fc.constant('RecordPapersLoss' as const),
    what: one('lost' as const, 'damaged' as const),
    components: fc.subarray(['02']),
    result: fc.boolean(),
    decision: fc.constant('incident:1'),
  }),
  WithdrawReturn: fc.record({ type: fc.constant('WithdrawReturn' as const), parcel }),
  DeclineApology: fc.record({
    type: fc.constant('DeclineApology' as const),
    reason: one('will-make-its-day' as const),
    note: fc.constant(note),
  }),
  RecordApologySent: fc.integer({ min: 1, max: 60 }).map((of) => ({
    type: 'RecordApologySent' as const,
    of,
    sentAt: '2024-01-05T01:00:00.000Z',
  })),
  ReissueResult: fc.record({
    type: fc.constant('ReissueResult' as const),
    number: fc.constant('2'),
    note: fc.constant(note),
  }),
  Apologise: fc.record({
    type: fc.constant('Apologise' as const),
    cause: one('loss' as const, 'error' as const),
    note: fc.constant(note),
  }),
  ReportConsultation: fc.record({ type: fc.constant('ReportConsultation' as const), consultation }),
  StartPosting: fc.constant({ type: 'StartPosting' as const }),
  ApplyVariant: one('verification', 'verification', 'complex').map((variant) => ({
    type: 'ApplyVariant' as const,
    variant,
    legalBasis: 'Luật Cư trú 2020 Điều 22',
  })),
  Recount: fc.constant({ type: 'Recount' as const }),
  SucceedAgency: fc.constant({ type: 'SucceedAgency' as const, chosen: [] }),
  SoundAlarm: fc.record({ type: fc.constant('SoundAlarm' as const), alarmId: fc.constant('next') }),
}

export const deliveredByPost = parcel.map((code) => ({
  type: 'ReturnResult' as const,
  by: 'post' as const,
  to: 'applicant' as const,
  identityChecked: true as const,
  parcel: code,
}))
