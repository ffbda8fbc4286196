import { expect, test } from 'vitest'
import { centre, local, said } from './fixtures.ts'
import { life, type Wish } from './life.ts'
import { p4 } from './procedures.ts'

const notice = (obligation = 'le-phi-truoc-ba', payBy?: string): Wish => ({
  type: 'RequestObligation',
  obligation,
  amount: 1_250_000,
  ...(payBy === undefined ? {} : { payBy }),
  note: 'Thông báo nộp lệ phí trước bạ',
})
const proof = (obligation = 'le-phi-truoc-ba'): Wish => ({ type: 'RecordPayment', obligation, proof: 'GW-20260107-1' })

const atTheLandOffice = () =>
  life({ procedure: p4, desk: centre.desk })
    .opens('2025-12-08 08:45')
    .does('2025-12-08 09:00', { type: 'Accept' })
    .hands('2025-12-08 10:00', '2025-12-08 14:00', centre.landOffice)

const taxAsked = () => atTheLandOffice().does('2025-12-22 09:00', { type: 'RequestConsultation', consultation: 'tax' })
const notified = () => taxAsked().does('2025-12-29 10:00', notice())
const paid = () => notified().does('2026-01-07 10:10', proof())

test('S04: accepted on 08/12/2025, due 07/01/2026 without tax time, the land office until 31/12', () => {
  const { count, pinned } = atTheLandOffice().dossier()
  expect(count?.stages.map(({ due }) => said(due))).toEqual(['2025-12-31', '2026-01-07'])
  expect([said(count?.due), pinned?.ruleSet]).toEqual(['2026-01-07', 'ND118_2025'])
})

test('S04: the tax agency has its own clock; the dossier runs on and the land office holds it', () => {
  const { clock, holder, consultations } = taxAsked().dossier()
  expect([clock.is, holder]).toEqual(['running', centre.landOffice])
  expect(consultations).toMatchObject([{ to: centre.tax, due: { on: '2025-12-29' }, silence: 'none' }])
})

test('S04: from the tax notice the clock stands, and no alarm of it is planned', () => {
  const { state, clock } = notified().dossier()
  expect([state, clock.is]).toEqual(['obligation-requested', 'paused'])
  expect(notified().planned()).toEqual(['consultation-due:tax:2025-12-29 2025-12-30 00:00'])
})

test('S04: paid on 07/01, two of seventeen days are left: 09/01, and 13/01 with the worked Saturday', () => {
  const { state, count, place } = paid().dossier()
  expect([state, said(place?.due)]).toEqual(['in-progress', '2026-01-09'])
  expect(count?.stages.map(({ due }) => said(due))).toEqual(['2026-01-09', '2026-01-13'])
  expect(said(count?.due)).toBe('2026-01-13')
})

test('S04: where the procedure counts from sending to tax, the clock stood since then: 15/01 and 20/01', () => {
  const fromSending = {
    ...p4,
    financialObligation: {
      ...p4.financialObligation,
      pausesClock: true,
      legalBasis: 'fx',
      from: 'sent-to-tax' as const,
    },
  }
  const told = life({ procedure: fromSending, desk: centre.desk })
    .opens('2025-12-08 08:45')
    .does('2025-12-08 09:00', { type: 'Accept' })
    .hands('2025-12-08 10:00', '2025-12-08 14:00', centre.landOffice)
    .does('2025-12-22 09:00', { type: 'RequestConsultation', consultation: 'tax' })
    .does('2025-12-29 10:00', notice())
  expect(told.last()).toMatchObject({ pauses: true, pausedFrom: local('2025-12-22 09:00') })
  told.does('2026-01-07 10:10', proof())
  expect(told.dossier().count?.stages.map(({ due }) => said(due))).toEqual(['2026-01-15', '2026-01-20'])
})

test('S04: the browser coming back and the message sent again change nothing', () => {
  expect(paid().answers('2026-01-07 10:31', proof())).toBe('obligation-paid')
})

test('S04: signed on 13/01 at 16:50 it is on time, and goes to the citizen with all lines paid', () => {
  const told = paid()
    .hands('2026-01-09 15:00', '2026-01-09 15:30', centre.committee)
    .does('2026-01-13 10:00', { type: 'Propose', outcome: 'granted' })
    .does('2026-01-13 16:50', { type: 'Sign', outcome: 'granted', number: 'CS 01234' })
  expect(told.dossier().result?.timeliness).toBe('on-time')
  const returned: Wish = { type: 'ReturnResult', by: 'desk', to: 'applicant', identityChecked: true }
  expect(told.does('2026-01-14 09:00', returned).dossier().state).toBe('returned')
})

test('two obligations notified together are both owed, and the clock stands until the last is paid', () => {
  const both = notified().does('2025-12-29 10:05', notice('tien-su-dung-dat'))
  const first = both.does('2026-01-05 10:00', proof())
  expect([first.dossier().state, first.dossier().clock.is]).toEqual(['obligation-requested', 'paused'])
  const second = first.does('2026-01-07 10:10', proof('tien-su-dung-dat'))
  expect([second.dossier().state, said(second.dossier().count?.due)]).toEqual(['in-progress', '2026-01-13'])
})

test('a dossier on its way to the next agency when the notice comes goes on waiting for the payment', () => {
  const told = atTheLandOffice()
    .does('2025-12-29 09:00', { type: 'OfferHandover', to: centre.committee })
    .does('2025-12-29 10:00', notice())
    .does('2025-12-29 14:00', { type: 'AcceptHandover' })
  const { state, clock, holder } = told.dossier()
  expect([state, clock.is, holder]).toEqual(['obligation-requested', 'paused', centre.committee])
  expect(told.plan()).toEqual([])
  const { place, count } = told.does('2026-01-07 10:10', proof()).dossier()
  expect([said(place?.due), said(count?.due)]).toEqual(['2026-01-10', '2026-01-13'])
})

test('silence of the receiver has its alarm while the clock stands too', () => {
  const told = atTheLandOffice()
    .does('2025-12-29 09:00', { type: 'OfferHandover', to: centre.committee })
    .does('2025-12-29 10:00', notice('le-phi-truoc-ba', '2026-01-28'))
  expect(told.plan().map(({ kind }) => kind)).toEqual(['handover-unanswered', 'obligation-due'])
})

test('an obligation unpaid on its last day lets the authority stop, not before', () => {
  const told = taxAsked().does('2025-12-29 10:00', notice('le-phi-truoc-ba', '2026-01-28'))
  const stop: Wish = { type: 'Stop', ground: 'obligation-lapsed' }
  expect(told.planned()).toContain('obligation-due:le-phi-truoc-ba:2026-01-28 2026-01-29 00:00')
  expect(told.answers('2026-01-28 23:59', stop)).toBe('not-possible-now')
  expect(told.answers('2026-01-29 00:00', stop)).toEqual(['DossierStopped'])
})

test('a result is not handed over with a line unpaid', () => {
  const withoutPause = { ...p4, financialObligation: undefined }
  const told = life({ procedure: withoutPause, desk: centre.desk })
    .opens('2025-12-08 08:45')
    .does('2025-12-08 09:00', { type: 'Accept' })
    .hands('2025-12-08 10:00', '2025-12-08 14:00', centre.landOffice)
    .does('2025-12-29 10:00', notice('le-phi-cap-giay', '2026-01-05'))
  expect([told.dossier().state, told.dossier().clock.is]).toEqual(['in-progress', 'running'])
  expect(told.plan().map(({ kind }) => kind)).toContain('obligation-due')
  told
    .hands('2025-12-30 08:00', '2025-12-30 09:00', centre.committee)
    .does('2025-12-30 10:00', { type: 'Propose', outcome: 'granted' })
    .does('2025-12-30 11:00', { type: 'Sign', outcome: 'granted', number: 'CS 01235' })
  const returned: Wish = { type: 'ReturnResult', by: 'desk', to: 'applicant', identityChecked: true }
  expect(told.answers('2025-12-31 09:00', returned)).toBe('obligation-unpaid')
  expect(told.does('2025-12-31 09:05', proof('le-phi-cap-giay')).answers('2025-12-31 09:10', returned)).toEqual([
    'ResultReturned',
  ])
})
