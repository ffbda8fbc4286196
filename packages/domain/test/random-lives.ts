import type { CalendarVersion } from '@dossier/contracts/calendar'
import type { DossierCommand } from '@dossier/contracts/dossier-command'
import fc from 'fast-check'
import { dayOf, shift } from '../src/calendar.ts'
import { centre, commune, district, local, province, wall } from './fixtures.ts'
import { type Life, life, type Wish } from './life.ts'
import { p1, p4, p5, p6, p7, p8, p8AtTheCommune } from './procedures.ts'

const units = [
  ...Object.values(commune),
  ...Object.values(district),
  ...Object.values(province),
  ...Object.values(centre),
]
const fx = { legalBasis: 'fx', confidence: 'fx' as const }
const twoDays = { limit: { amount: 2, unit: 'day' as const }, ...fx }
const postedAndSilent = {
  route: p7.route.map((stage) => ({ ...stage, posting: twoDays })),
  silence: { effect: 'deemed-approval' as const, after: { amount: 5, unit: 'day' as const }, ...fx },
}
const settings = [
  { procedure: p1, desk: commune.desk },
  { procedure: p4, desk: centre.desk },
  { procedure: p5, desk: commune.desk },
  { procedure: p6, desk: commune.desk },
  { procedure: p7, desk: district.desk },
  { procedure: p8, desk: commune.desk },
  { procedure: p8, desk: district.desk },
  { procedure: p8AtTheCommune, desk: centre.desk },
  { procedure: { ...p5, supplement: { clock: 'resume' as const, legalBasis: 'fx' } }, desk: commune.desk },
  { procedure: { ...p7, ...postedAndSilent }, desk: district.desk },
]

const one = fc.constantFrom
const note = 'Ghi chú'
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

/** Any command an officer, citizen or clock could send, wise or not; the receiver and alarm of some are looked up. */
const wishes: Record<Exclude<DossierCommand['type'], 'Open'>, fc.Arbitrary<Wish>> = {
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
  CorrectError: fc.integer({ min: 1, max: 60 }).map((of) => ({
    type: 'CorrectError' as const,
    of,
    what: 'clerical' as const,
    legalBasis: 'NĐ 61/2018 Điều 21',
    note,
  })),
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

// What may be done once only is tried more often, and soon again; so is the answer to silence.
const often = ['RequestSupplement', 'ApplyVariant', 'Reappoint', 'RequestConsultation', 'SoundAlarm'] as const
const wish = fc.oneof(...Object.values(wishes), ...often.map((type) => wishes[type]))
const minutes = fc.oneof(
  fc.integer({ min: 0, max: 90 }),
  fc.integer({ min: 0, max: 600 }),
  fc.integer({ min: 0, max: 6_000 }),
  fc.integer({ min: 0, max: 60_000 }),
)
/** Half of the steps sound what is due and are what the dossier waits for; the others may be anything. */
const step = fc.record({ wish, minutes, helpful: fc.boolean() })

/** A dossier of any kind, begun at any time of 2021 to 2026, and what is asked of it after how many minutes each. */
export const randomLife = one(...settings).chain((setting) => {
  const { desk } = setting
  const [first, last] = desk === centre.desk ? ['2025-07-01', '2026-11-01'] : ['2021-01-04', '2025-06-30']
  return fc.record({
    setting: fc.constant(setting),
    begin: fc.integer({ min: Date.parse(first), max: Date.parse(last) }),
    steps: fc.array(step, { minLength: 1, maxLength: 60 }),
  })
})
export type RandomLife = typeof randomLife extends fc.Arbitrary<infer T> ? T : never

/** Lives it, telling `after` of every step; a refused command is a step too. */
export const live = ({ setting, begin, steps }: RandomLife, after: (told: Life, at: string) => void): Life => {
  const told = life(setting)
  const moment = (ms: number) => wall(new Date(ms).toISOString())
  told.tries(moment(begin), opening(setting, begin))
  if (told.record.length === 0) return told // no such office on that day
  let now = begin
  for (const { wish: meant, minutes: later, helpful } of steps) {
    now += later * 60_000
    const due = told.plan(moment(now)).filter(({ at }) => at <= local(moment(now)))
    if (helpful) for (const { id } of due) told.tries(moment(now), { type: 'SoundAlarm', alarmId: id })
    told.tries(moment(now), madeToFit(helpful ? awaited(told) : meant, told, moment(now)))
    after(told, moment(now))
  }
  return told
}

const opening = ({ procedure, desk }: (typeof settings)[number], begin: number): Wish => ({
  type: 'Open',
  procedure: procedure.code,
  channel: 'desk',
  receivingDesk: desk,
  submittedAt: new Date(begin).toISOString(),
  applicant: null,
})

/** The next unit of the route, a day counted from the due one, the next alarm: what a person would look up before asking. */
const madeToFit = (wish: Wish, told: Life, at: string): Wish => {
  const { place, count, consultations } = told.dossier()
  if (wish.type === 'AnswerConsultation')
    return { ...wish, consultation: consultations.at(-1)?.id ?? wish.consultation }
  if (wish.type === 'RequestConsultation' && !wish.consultation.startsWith('free')) {
    const planned = told.law(at).procedure?.consultations.find(({ id }) => !consultations.some((one) => one.id === id))
    return { ...wish, consultation: planned?.id ?? wish.consultation }
  }
  if (wish.type === 'Recount') told.calendar = withDayOff(told.calendar, count?.due.on)
  if (wish.type === 'ReportConsultation')
    return { ...wish, consultation: consultations.at(-1)?.id ?? wish.consultation }
  if (wish.type === 'SoundAlarm') return { ...wish, alarmId: told.plan(at)[0]?.id ?? 'none' }
  if (wish.type === 'Reappoint')
    return { ...wish, appointment: shift(count?.due.on ?? dayOf(local(at)), Number(wish.appointment)) }
  if (wish.type !== 'OfferHandover' || place === null) return wish
  const unit = count?.stages[place.entered ? place.index + 1 : place.index]?.unit
  return unit === undefined || wish.to < 'H21.08.04' ? wish : { ...wish, to: unit }
}

/** The next version: the very day a dossier is due becomes a day off. */
const withDayOff = (calendar: CalendarVersion, day: string | undefined): CalendarVersion => {
  if (day === undefined) return calendar
  const off = { day, why: 'swap' as const, name: 'Hoán đổi', notice: 'fx' }
  const [, year, number] = calendar.version.split('-')
  return {
    ...calendar,
    version: `VN-${year}-${Number(number) + 1}`,
    years: calendar.years.map((one) => (day.startsWith(`${one.year}`) ? { ...one, off: [...one.off, off] } : one)),
  }
}

/** What the dossier waits for, as it stands. */
const awaited = (told: Life): Wish => {
  const { state, clock, handover, obligations, place, count, proposed, consultations } = told.dossier()
  const unanswered = consultations.find(({ answer, branch }) => branch && answer === null)
  if (state === 'submitted') return { type: 'Accept' }
  if (state === 'completed') return { type: 'ReturnResult', by: 'desk', to: 'applicant', identityChecked: true }
  if (clock.is === 'paused' && clock.by === 'obligation')
    return { type: 'RecordPayment', obligation: obligations.find(({ paid }) => !paid)?.id ?? 'tax', proof: 'GW-1' }
  if (clock.is !== 'running') return { type: 'ReceiveSupplement' }
  if (handover !== null) return { type: 'AcceptHandover' }
  if (unanswered !== undefined) return { type: 'AnswerConsultation', consultation: unanswered.id, answer: 'done' }
  const next = count?.stages[place?.entered === true ? place.index + 1 : (place?.index ?? 0)]
  if (next !== undefined) return { type: 'OfferHandover', to: next.unit }
  return proposed === null ? { type: 'Propose', outcome: 'granted' } : { type: 'Sign', outcome: proposed, number: '1' }
}
