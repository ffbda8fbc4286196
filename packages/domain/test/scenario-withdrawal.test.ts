import { expect, test } from 'vitest'
import { centre, said } from './fixtures.ts'
import { requestsOf } from '../src/axes.ts'
import { life, type Wish } from './life.ts'
import { p8AtTheCommune } from './procedures.ts'

const withdraw: Wish = { type: 'Withdraw' }
const decided: Wish = { type: 'Stop', ground: 'withdrawal' }
const signature: Wish = { type: 'Sign', outcome: 'granted', number: 'HKD 102' }

const accepted = () =>
  life({ procedure: p8AtTheCommune, desk: centre.desk })
    .opens('2026-08-25 07:50')
    .does('2026-08-25 08:00', { type: 'Accept' })
    .hands('2026-08-25 08:30', '2026-08-25 09:00', centre.finance)
const signed = (at = '2026-08-27 15:00') =>
  accepted().does('2026-08-26 10:00', { type: 'Propose', outcome: 'granted' }).does(at, signature)

test('S12 W1: before acceptance the citizen withdraws freely, and that is the end', () => {
  const told = life({ procedure: p8AtTheCommune, desk: centre.desk })
    .opens('2026-08-24 20:00', 'online')
    .does('2026-08-24 21:00', withdraw)
  expect(told.last()).toEqual({ type: 'ApplicationWithdrawn' })
  expect(told.answers('2026-08-25 08:00', { type: 'Accept' })).toBe('closed-for-good')
})

test('S12 W2: after acceptance it is a wish, and the clock runs on until it is decided', () => {
  const told = accepted()
  expect(said(told.dossier().count?.due)).toBe('2026-08-28')
  const before = told.planned()
  told.does('2026-08-26 14:00', withdraw)
  expect(told.dossier()).toMatchObject({ state: 'in-progress', clock: { is: 'running' }, withdrawalAsked: true })
  expect(told.planned()).toEqual(before)
  expect(requestsOf(told.dossier())).toEqual(['withdrawal'])
  expect(told.answers('2026-08-26 14:05', withdraw)).toBe('not-possible-now')
})

test('S12 W2: decided at 16:00 the dossier is stopped for good, back at the desk', () => {
  const told = accepted().does('2026-08-26 14:00', withdraw).does('2026-08-26 16:00', decided)
  expect(told.dossier()).toMatchObject({ state: 'stopped', clock: { is: 'stopped' }, holder: centre.desk })
  expect(told.plan()).toEqual([])
  expect(told.answers('2026-08-26 16:05', { type: 'Propose', outcome: 'granted' })).toBe('closed-for-good')
})

test('S12: nobody stops a dossier as withdrawn whose citizen did not ask', () => {
  expect(accepted().answers('2026-08-26 16:00', decided)).toBe('no-withdrawal')
})

test('S12: stopped on a ground of law, the law is named; a lapsed window needs one too where the procedure has none', () => {
  expect(accepted().answers('2026-08-26 16:00', { type: 'Stop', ground: 'legal-ground' })).toBe('legal-basis-missing')
  const lawful: Wish = { type: 'Stop', ground: 'legal-ground', legalBasis: 'NĐ 118/2025 Điều 20' }
  expect(accepted().answers('2026-08-26 16:00', lawful)).toEqual(['DossierStopped'])
  const defects = [{ component: '01', defect: 'wrong' as const }]
  const asked = accepted()
    .does('2026-08-26 09:00', { type: 'ProposeSupplement', defects })
    .does('2026-08-26 10:00', { type: 'RequestSupplement', defects })
  expect(asked.answers('2026-10-26 16:00', { type: 'Stop', ground: 'supplement-lapsed' })).toBe('legal-basis-missing')
  expect(accepted().answers('2026-08-26 16:00', { type: 'Stop', ground: 'supplement-lapsed' })).toBe('not-possible-now')
})

test('S12 W3: with the result signed it is too late to withdraw or to stop', () => {
  const told = signed('2026-08-26 15:00')
  expect(told.answers('2026-08-26 16:00', withdraw)).toBe('already-completed')
  expect(told.answers('2026-08-26 16:00', decided)).toBe('already-completed')
  expect(told.dossier().result?.timeliness).toBe('early')
})

test('S12 W4: a result nobody collects keeps its dossier at status 9, early, and the desk is reminded', () => {
  const told = signed()
  expect(told.dossier().result?.timeliness).toBe('early')
  expect(told.planned()).toEqual([
    'result-uncollected:2026-09-10 2026-09-10 07:30',
    'result-uncollected:2026-10-08 2026-10-08 07:30',
  ])
  told.does('2026-09-10 07:30', { type: 'SoundAlarm', alarmId: 'result-uncollected:2026-09-10' })
  expect(told.dossier().state).toBe('completed')
  const collected: Wish = { type: 'ReturnResult', by: 'desk', to: 'applicant', identityChecked: true }
  expect(told.does('2026-10-12 09:00', collected).dossier().state).toBe('returned')
  expect(told.plan()).toEqual([])
})
