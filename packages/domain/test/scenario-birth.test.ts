import { expect, test } from 'vitest'
import { commune, district, local, said } from './fixtures.ts'
import { life, type Wish } from './life.ts'
import { p1 } from './procedures.ts'

const ask = (consultation: string): Wish => ({ type: 'RequestConsultation', consultation })
const answer = (consultation: string, given: 'agrees' | 'done' = 'done'): Wish => ({
  type: 'AnswerConsultation',
  consultation,
  answer: given,
})
const signature: Wish = { type: 'Sign', outcome: 'granted', number: 'KS 212' }
const proposal: Wish = { type: 'Propose', outcome: 'granted' }

const submitted = () => life({ procedure: p1, desk: commune.desk }).opens('2024-12-30 15:05', 'online')
const accepted = () => submitted().does('2024-12-31 08:20', { type: 'Accept' })
const consulted = () =>
  accepted()
    .hands('2024-12-31 08:25', '2024-12-31 08:28', commune.justice)
    .does('2024-12-31 08:30', ask('hospital'))
    .does('2024-12-31 08:30', ask('population'))
const branched = () =>
  consulted()
    .hands('2024-12-31 13:40', '2024-12-31 13:50', commune.desk)
    .does('2024-12-31 14:00', ask('residence'))
    .does('2024-12-31 14:00', ask('card'))

const police = { role: 'consulted-officer', organisation: commune.police }
const insurance = { role: 'consulted-officer', organisation: district.insurance }

test('S05: sent at 15:05 the desk has eight working hours, to 31/12 15:05, and then the head is told', () => {
  const told = submitted()
  expect(said(told.dossier().answerDue)).toBe('2024-12-31 15:05')
  told.does('2024-12-31 15:05', { type: 'SoundAlarm', alarmId: 'answer-due:2024-12-31T08:05:00.000Z' })
  expect(told.last()).toMatchObject({ to: [{ role: 'one-stop-head', organisation: commune.desk }] })
  expect(told.dossier().state).toBe('submitted') // nothing is accepted or refused by itself
})

test('S05: accepted on the morning of 31/12 it is due on 06/01/2025', () => {
  expect(said(accepted().dossier().count?.due)).toBe('2025-01-06')
})

test.each([
  ['14:55', '2025-01-03'],
  ['15:00', '2025-01-06'],
  ['15:05', '2025-01-06'],
])('S05: accepted on 30/12 at %s it is due on %s', (time, due) => {
  const told = life({ procedure: p1, desk: commune.desk }).opens('2024-12-30 14:40', 'online')
  expect(said(told.does(`2024-12-30 ${time}`, { type: 'Accept' }).dossier().count?.due)).toBe(due)
})

test('S05: hospital and population data are asked at once, three hours each, and the clock runs on', () => {
  const { consultations, clock } = consulted().dossier()
  expect(consultations.map(({ id, due }) => [id, said(due)])).toEqual([
    ['hospital', '2024-12-31 11:30'],
    ['population', '2024-12-31 11:30'],
  ])
  expect(clock.is).toBe('running')
})

test('S05: the hospital stays silent: nothing is deemed, the lead and the head of the desk hear of it', () => {
  const told = consulted().does('2024-12-31 11:30', {
    type: 'SoundAlarm',
    alarmId: `consultation-due:hospital:${local('2024-12-31 11:30')}`,
  })
  expect(told.last()).toMatchObject({
    type: 'AlarmSounded',
    to: [
      { role: 'unit-head', organisation: commune.justice },
      { role: 'one-stop-head', organisation: commune.desk },
    ],
  })
  expect(told.dossier().consultations[0]).toMatchObject({ answer: null, deemed: false })
})

test('S05: police and insurance work at the same time, two working days each, never one after the other', () => {
  const branches = branched()
    .dossier()
    .consultations.filter(({ branch }) => branch)
  expect(branches.map(({ to, due }) => [to, said(due)])).toEqual([
    [commune.police, '2025-01-03'],
    [district.insurance, '2025-01-03'],
  ])
})

test('S05: planned, the stage ends where its branches join and one day for the lead is over: on the due date', () => {
  const { count } = accepted().dossier()
  expect(count?.stages.map(({ id, due }) => [id, said(due)])).toEqual([
    ['birth', '2024-12-31'],
    ['residence-and-card', '2025-01-06'],
  ])
})

test('S05: received at 13:50 the stage has its two days together and one more, and nobody is told it is overdue', () => {
  const told = branched()
  expect(said(told.dossier().place?.due)).toBe('2025-01-06')
  expect(told.planned().filter((alarm) => alarm.startsWith('stage-overdue'))).toEqual([
    'stage-overdue:residence-and-card:2025-01-06 2025-01-07 00:00',
  ])
})

test('S05: where the police must verify, the stage has the two days more that the dossier has', () => {
  const told = branched().does('2025-01-02 09:00', {
    type: 'ApplyVariant',
    variant: 'verification',
    legalBasis: 'NĐ 63/2024',
  })
  const { count, place } = told.dossier()
  expect([count?.due, count?.stages.at(-1)?.due, place?.due].map(said)).toEqual(Array(3).fill('2025-01-08'))
})

test('S05: the branches join: nothing is signed before the last has come back', () => {
  const told = branched().does('2025-01-03 14:00', answer('card'), insurance).does('2025-01-03 15:00', proposal)
  expect(told.answers('2025-01-03 16:00', signature)).toBe('consultations-open')
  expect(told.answers('2025-01-03 16:00', { type: 'OfferHandover', to: commune.justice, stage: 'birth' })).toEqual([
    'HandoverOffered',
  ])
  told.does('2025-01-06 09:00', answer('residence'), police).does('2025-01-06 10:00', signature)
  expect(told.dossier().state).toBe('completed')
})

test('S05: one card only: a branch is asked once and answers once', () => {
  const told = branched().does('2025-01-03 14:00', answer('card'), insurance)
  expect(told.answers('2025-01-03 14:01', ask('card'))).toBe('consultation-exists')
  expect(told.answers('2025-01-03 14:01', answer('card'), insurance)).toBe('consultation-answered')
  expect(told.answers('2025-01-03 14:01', answer('passport'), insurance)).toBe('unknown-consultation')
})

test('S05: the citizen has seven working days to bring what is missing, then the authority may stop', () => {
  const told = accepted().does('2024-12-31 09:00', {
    type: 'RequestSupplement',
    defects: [{ component: '02', defect: 'illegible' }],
  })
  expect(told.planned()).toEqual(['supplement-window:2025-01-10 2025-01-11 00:00'])
  const lapsed: Wish = { type: 'Stop', ground: 'supplement-lapsed' }
  expect(told.answers('2025-01-10 23:59', lapsed)).toBe('supplement-window-open')
  expect(told.answers('2025-01-11 00:00', lapsed)).toEqual(['DossierStopped'])
})
