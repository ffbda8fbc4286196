import type { Session } from '@dossier/contracts/time'
import { expect, test } from 'vitest'
import { alarmPlan } from '../src/alarm-plan.ts'
import { makeTree } from '../src/organisations.ts'
import { calendar, centre, commune, organisations, provisional, wall } from './fixtures.ts'
import { life, type Wish } from './life.ts'
import { p5, p5AtTheCommune } from './procedures.ts'

const starts: Wish = { type: 'StartPosting' }
const posting = {
  limit: { amount: 2, unit: 'working-day' as const },
  legalBasis: 'NĐ 20/2021',
  confidence: 'F' as const,
}
const posted = { ...p5, route: p5.route.map((stage) => (stage.id === 'review' ? { ...stage, posting } : stage)) }
const silent = {
  ...p5,
  silence: {
    effect: 'deemed-approval' as const,
    after: { amount: 10, unit: 'working-day' as const },
    legalBasis: 'TT 35/2011 Điều 8',
    confidence: 'K' as const,
  },
}
const atTheCommune = (procedure = posted) =>
  life({ procedure, desk: commune.desk })
    .opens('2021-08-23 08:15')
    .does('2021-08-23 08:30', { type: 'Accept' })
    .hands('2021-08-23 09:00', '2021-08-23 09:30', commune.culture)
const on = (to: Wish = { type: 'OfferHandover', to: commune.committee }) => to

test('a stage with a public posting is not left before that has begun and ended', () => {
  expect(atTheCommune().answers('2021-08-23 10:00', on())).toBe('posting-missing')
  const told = atTheCommune().does('2021-08-23 10:00', starts)
  expect(told.last()).toEqual({ type: 'PostingStarted', stage: 'review', ends: { on: '2021-08-25' } })
  expect(told.answers('2021-08-25 16:00', on())).toBe('posting-open')
  expect(told.answers('2021-08-26 00:00', on())).toEqual(['HandoverOffered'])
})

test('its end is an alarm of the plan, for the case officer and the head', () => {
  const told = atTheCommune().does('2021-08-23 10:00', starts)
  expect(told.planned()).toContain('posting-ends:review:2021-08-25 2021-08-26 00:00')
  told.does('2021-08-26 00:00', { type: 'SoundAlarm', alarmId: 'posting-ends:review:2021-08-25' })
  expect(told.last()).toMatchObject({ to: [{ role: 'case-officer' }, { role: 'unit-head' }] })
  expect(told.planned().join()).not.toContain('posting-ends')
})

test('nobody posts twice, or where the procedure asks for none', () => {
  expect(atTheCommune().does('2021-08-23 10:00', starts).answers('2021-08-23 11:00', starts)).toBe('not-possible-now')
  expect(atTheCommune(p5).answers('2021-08-23 10:00', starts)).toBe('not-possible-now')
})

test('where a law lets the applicant go ahead after so many days of silence, that is said at their end, citing it', () => {
  const told = atTheCommune(silent)
  const id = 'silence-approves:2021-09-08' // 23/08 and ten working days, 2 and 3/9 off
  expect(told.planned()).toContain(`${id} 2021-09-09 00:00`)
  expect(told.answers('2021-09-08 23:59', { type: 'SoundAlarm', alarmId: id })).toBe('alarm-not-due')
  told.does('2021-09-09 00:00', { type: 'SoundAlarm', alarmId: id })
  expect(told.last()).toEqual({ type: 'ApprovalDeemed', legalBasis: 'TT 35/2011 Điều 8' })
})

test.each([
  ['2021-08-23 08:30', '2021-08-23 17:00', 'the same day'],
  ['2021-08-23 14:59', '2021-08-23 17:00', 'the same day'],
  ['2021-08-23 15:00', '2021-08-24 07:30', 'the start of the next'],
  ['2021-08-27 16:00', '2021-08-30 07:30', 'the start of the next working day'],
  ['2021-09-01 15:30', '2021-09-06 07:30', 'after the holidays'], // S06 D
])('accepted at %s the desk passes it on by %s: %s', (accepted, by) => {
  const told = life({ procedure: p5, desk: commune.desk }).opens(accepted).does(accepted, { type: 'Accept' })
  const transfer = told.plan().find(({ kind }) => kind === 'transfer-due')
  expect(wall(transfer?.at ?? '')).toBe(by)
  expect(told.does(accepted, { type: 'OfferHandover', to: commune.culture }).planned().join()).not.toContain('transfer')
})

test('taken in on a Saturday, or once the desk has closed for the day, it is passed on when the next working day opens', () => {
  const accepted = (at: string, sessions?: Session[]) => {
    const told = life({ procedure: p5, desk: commune.desk }).opens(at, 'online').does(at, { type: 'Accept' })
    const rows = [...organisations.rows.values()].flat()
    const day = at.slice(0, 10)
    const exception = { day, sessions: sessions ?? [], document: 'fx', confidence: 'fx' as const, knownSince: null }
    const changed = rows.map((one) => (one.code === commune.desk ? { ...one, exceptions: [exception] } : one))
    const law = { ...told.law(at), organisations: sessions === undefined ? organisations : makeTree(changed) }
    return alarmPlan(told.dossier(), law).flatMap((one) => (one.kind === 'transfer-due' ? [wall(one.at)] : []))
  }
  expect(accepted('2021-08-28 10:00')).toEqual(['2021-08-30 07:30'])
  const morning: Session[] = [['07:30', '11:30']]
  expect(accepted('2021-08-23 11:29', morning)).toEqual(['2021-08-23 11:30'])
  expect(accepted('2021-08-23 11:30', morning)).toEqual(['2021-08-24 07:30'])
  expect(accepted('2021-08-23 12:00', morning)).toEqual(['2021-08-24 07:30'])
})

test.each(['2026-12-31 15:30', '2027-01-05 10:00'])(
  'accepted at %s, with a year ahead that nobody announced: neither transfer nor silence has a date',
  (at) => {
    const told = life({
      procedure: { ...p5AtTheCommune, silence: silent.silence },
      desk: centre.desk,
      calendar: provisional,
    })
      .opens(at)
      .does(at, { type: 'Accept' })
    const kinds = () => told.plan().map(({ kind }) => kind)
    expect(kinds()).toEqual(expect.arrayContaining(['transfer-due', 'silence-approves']))
    told.calendar = calendar
    const left = alarmPlan(told.dossier(), { ...told.law(at), calendar })
    expect(left.map(({ kind }) => kind)).toEqual(['apology-draft', 'due-soon', 'apology-by', 'overdue'])
  },
)

test('of a procedure that the law no longer tells, silence approves nothing', () => {
  const told = atTheCommune(silent)
  const law = { ...told.law('2021-08-23 10:00'), procedure: undefined }
  const kinds = alarmPlan(told.dossier(), law).map(({ kind }) => kind)
  expect(kinds).toContain('overdue')
  expect(kinds).not.toContain('silence-approves')
})
