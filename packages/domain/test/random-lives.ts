import type { CalendarVersion } from '@dossier/contracts/calendar'
import fc from 'fast-check'
import { dayOf, shift } from '../src/calendar.ts'
import { centre, commune, district, local, wall } from './fixtures.ts'
import { type Life, life, type Wish } from './life.ts'
import { p1, p4, p5, p6, p7, p8, p8AtTheCommune } from './procedures.ts'
import { deliveredByPost, note, one, wishes } from './random-wishes.ts'

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

// What may be done once only is tried more often, and soon again; so is the answer to silence.
const often = [
  'RequestSupplement',
  'ApplyVariant',
  'Reappoint',
  'RequestConsultation',
  'SoundAlarm',
  'RecordApologySent',
  'DeclineApology',
] as const
const wish = fc.oneof(...Object.values(wishes), ...often.map((type) => wishes[type]))
const minutes = fc.oneof(
  fc.integer({ min: 0, max: 90 }),
  fc.integer({ min: 0, max: 600 }),
  fc.integer({ min: 0, max: 6_000 }),
  fc.integer({ min: 0, max: 60_000 }),
)
const byPost = [
  'RecordDispatch',
  'RecordDispatch',
  'RecordDispatch',
  'RecordUndelivered',
  'RecordLoss',
  'RecordPapersLoss',
  'DeliveredByPost',
  'DeliveredByPost',
  'Apologise',
] as const
/** Half of the steps sound what is due and are what the dossier waits for; the others may be anything. */
const step = fc.record({
  wish,
  /** What is tried instead once the result is there: few lives would come so far by chance. */
  news: fc.oneof(...byPost.map((type) => (type === 'DeliveredByPost' ? deliveredByPost : wishes[type]))),
  minutes,
  helpful: fc.boolean(),
})

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
  for (const { wish: anything, news, minutes: later, helpful } of steps) {
    now += later * 60_000
    const meant = told.dossier().state === 'completed' ? news : anything
    const due = told.plan(moment(now)).filter(({ at }) => at <= local(moment(now)))
    if (helpful) for (const { id } of due) told.tries(moment(now), { type: 'SoundAlarm', alarmId: id })
    told.tries(moment(now), madeToFit(helpful ? awaited(told) : (putRight(told) ?? meant), told, moment(now)))
    after(told, moment(now))
  }
  return told
}

/** What post and authority do next where a result went wrong on its way. */
const putRight = (told: Life): Wish | undefined => {
  const { state, dispatch, delivery } = told.dossier()
  if (delivery === 'lost') return { type: 'ReissueResult', number: '2', note }
  return state === 'returned' && dispatch !== null ? { type: 'WithdrawReturn', parcel: dispatch.parcel } : undefined
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
  if (wish.type === 'RecordApologySent')
    return { ...wish, of: Math.max(1, told.record.findIndex(({ event }) => event.type === 'DossierReappointed') + 1) }
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
