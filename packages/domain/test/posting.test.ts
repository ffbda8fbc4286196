import { expect, test } from 'vitest'
import { commune, wall } from './fixtures.ts'
import { life, type Wish } from './life.ts'
import { p5 } from './procedures.ts'

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
