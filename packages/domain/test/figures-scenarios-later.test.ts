import { expect, test } from 'vitest'
import { figuresOf } from '../src/figures.ts'
import { workUnitsOf } from '../src/figures-work-units.ts'
import { timePoints } from '../src/indices.ts'
import { foldNotices } from '../src/notice.ts'
import { periodOf } from '../src/period.ts'
import { accept, parts, records, returned, signed } from './figures-readers.ts'
import { calendar, centre, commune, district, local } from './fixtures.ts'
import { life, type Wish } from './life.ts'
import { swap } from './notices.ts'
import { p2, p3, p7, p8, p8AtTheCommune } from './procedures.ts'

// What the reference scenarios say under "Figures", each from the records of its dossiers alone.

test('S06: 1/9 new 3, resolved 1, pending 2, refused at intake 1, sent home to complete 1', () => {
  const at = (time: string) => `2021-09-01 ${time}`
  const walkIn = (procedure: typeof p3, time: string) => life({ procedure, desk: commune.desk }).opens(at(time))
  const a = walkIn(p3, '14:50').does(at('14:50'), accept).hands(at('14:55'), at('14:56'), commune.justice)
  signed(a, at('15:30')).does(at('15:35'), returned())
  const b = walkIn(p3, '15:10').does(at('15:10'), accept)
  const c = walkIn(p3, '15:20').does(at('15:20'), {
    type: 'RefuseIntake',
    ground: 'original-missing',
    note: 'Thiếu bản chính',
  })
  const d = walkIn(p8, '15:30').does(at('15:30'), accept)
  const missing = [{ component: '02', defect: 'missing' as const }]
  const e = walkIn(p2, '15:40').does(at('15:40'), { type: 'RequestSupplement', defects: missing })
  const f = life({ procedure: p2, desk: commune.desk }).opens(at('21:00'), 'online')
  const day = periodOf('2021-09-01', '2021-09-02')
  const all = records(a, b, c, d, e, f)
  expect(parts(figuresOf(all, day))).toEqual({
    'new.desk': 3,
    'resolved.onTime': 1,
    'pending.inTime': 2,
    sentHome: 1,
    'returned.desk': 1,
  })
  expect(figuresOf(all, day).notAccepted).toEqual({ total: 1, ofNew: 0 })
  expect(figuresOf(all, day, { notAcceptedIsNew: true })).toMatchObject({
    new: { total: 4 },
    notAccepted: { total: 1, ofNew: 1 },
  })
})

test('S07: on time 1; index 1 is 1; index 2: fire police 2, the two that stayed silent 0', () => {
  const ask = (consultation: string, to?: string): Wish => ({
    type: 'RequestConsultation',
    consultation,
    ...(to !== undefined && { to }),
  })
  const fire = { role: 'consulted-officer', organisation: 'H21.08.66' }
  const told = life({ procedure: p7, desk: district.desk })
    .opens('2024-04-22 08:45')
    .does('2024-04-22 09:00', accept)
    .hands('2024-04-22 10:20', '2024-04-22 10:40', district.construction)
    .does('2024-04-22 14:00', ask('fire-police'))
  fire.organisation = told.dossier().consultations[0]?.to ?? ''
  told
    .does('2024-04-22 14:00', ask('culture'))
    .does('2024-04-22 14:00', ask('neighbour', commune.neighbour))
    .does('2024-04-26 09:00', { type: 'AnswerConsultation', consultation: 'fire-police', answer: 'agrees' }, fire)
    .does('2024-05-05 00:00', { type: 'SoundAlarm', alarmId: 'consultation-due:culture:2024-05-04' })
    .hands('2024-05-06 16:30', '2024-05-06 16:45', district.committee)
  signed(told, '2024-05-07 16:30')
  expect(parts(figuresOf(records(told), periodOf('2024-05-01', '2024-06-01')))).toMatchObject({ 'resolved.onTime': 1 })
  expect(timePoints(told.dossier().result?.timeliness ?? 'late')).toBe(1)
  const opinions = workUnitsOf(told.record, periodOf('2024-04-01', '2024-06-01')).flatMap(({ what, timeliness }) =>
    'opinion' in what ? [[what.opinion, timeliness && timePoints(timeliness)]] : [],
  )
  expect(opinions).toEqual([
    ['fire-police', 2],
    ['culture', 0],
    ['neighbour', 0],
  ])
})

test('S08: early 1, whatever the post does with the result', () => {
  const told = life({ procedure: p8, desk: district.desk })
    .opens('2021-03-15 08:50')
    .does('2021-03-15 09:00', accept)
    .hands('2021-03-15 10:00', '2021-03-15 10:30', district.finance)
  signed(told, '2021-03-17 15:00').does('2021-03-26 10:00', returned('post'))
  expect(parts(figuresOf(records(told), periodOf('2021-03-01', '2021-04-01')))).toEqual({
    'new.desk': 1,
    'resolved.early': 1,
    'returned.post': 1,
  })
})

test('S09: the district closes the second quarter with pending 2 and paused 1, which its successors carry', () => {
  const arrives = (procedure: typeof p7, at: string) =>
    life({ procedure, desk: district.desk })
      .does(at, {
        type: 'Open',
        procedure: procedure.code,
        channel: 'desk',
        receivingDesk: district.desk,
        submittedAt: local(at),
        applicant: null,
        locality: commune.committee,
      })
      .does(at, accept)
  const succeeds: Wish = { type: 'SucceedAgency', chosen: [] }
  const x = arrives(p7, '2025-06-18 09:00').hands('2025-06-18 10:00', '2025-06-18 10:30', district.construction)
  const y = arrives(p8, '2025-06-27 14:00')
  const missing = [{ component: '02', defect: 'missing' as const }]
  const v = arrives(p8, '2025-06-23 09:00').does('2025-06-26 09:00', { type: 'RequestSupplement', defects: missing })
  for (const told of [x, y, v]) told.does('2025-07-01 00:00', succeeds)
  const all = records(x, y, v)
  const second = figuresOf(all, periodOf('2025-04-01', '2025-07-01'), { where: { desk: district.desk } })
  expect(parts(second)).toMatchObject({ 'new.desk': 3, 'pending.inTime': 2, 'paused.supplement': 1 })
  const third = periodOf('2025-07-01', '2025-10-01')
  expect(figuresOf(all, third, { where: { desk: centre.desk } }).carried).toBe(3)
  expect(parts(figuresOf(all, third, { where: { desk: district.desk } }))).toEqual({})
})

test('S10: X, finished on 25/11 by the calendar published meanwhile, is on time', () => {
  const told = life({ procedure: p2, desk: centre.desk })
    .opens('2026-11-16 09:00')
    .does('2026-11-16 09:00', { type: 'Accept', variant: 'verification' })
    .hands('2026-11-16 10:00', '2026-11-16 10:30', centre.justice)
  told.calendar = { ...calendar, version: 'VN-2026-2', years: foldNotices([swap], calendar.years) }
  signed(told.does('2026-11-19 10:00', { type: 'Recount' }), '2026-11-25 10:00')
  expect(parts(figuresOf(records(told), periodOf('2026-11-01', '2026-12-01')))).toMatchObject({ 'resolved.onTime': 1 })
})

test('S11: at 17:30 the figures equal the ledger: new 30, of them online 1', () => {
  const day = Array.from({ length: 30 }, (_, i) => {
    const at = `2026-07-15 ${String(8 + Math.floor(i / 4)).padStart(2, '0')}:${String((i % 4) * 15).padStart(2, '0')}`
    return life({ procedure: p8AtTheCommune, desk: centre.desk })
      .opens(at, i === 7 ? 'online' : 'desk')
      .does(at, accept)
  })
  const figures = figuresOf(records(...day), { from: local('2026-07-15 00:00'), to: local('2026-07-15 17:30') })
  expect(figures.new).toEqual({ total: 30, desk: 29, post: 0, online: 1 })
})

test('S12: August new 3, withdrawn 1, early 2; uncollected 1 until 12/10', () => {
  const accepted = () =>
    life({ procedure: p8AtTheCommune, desk: centre.desk })
      .opens('2026-08-25 07:50')
      .does('2026-08-25 08:00', accept)
      .hands('2026-08-25 08:30', '2026-08-25 09:00', centre.finance)
  const w1 = life({ procedure: p8AtTheCommune, desk: centre.desk })
    .opens('2026-08-24 20:00', 'online')
    .does('2026-08-24 21:00', { type: 'Withdraw' })
  const w2 = accepted()
    .does('2026-08-26 14:00', { type: 'Withdraw' })
    .does('2026-08-26 16:00', { type: 'Stop', ground: 'withdrawal' })
  const w3 = signed(accepted(), '2026-08-26 15:00').does('2026-08-27 09:00', returned())
  const w4 = signed(accepted(), '2026-08-27 15:00').does('2026-10-12 09:00', returned())
  const all = records(w1, w2, w3, w4)
  expect(parts(figuresOf(all, periodOf('2026-08-01', '2026-09-01')))).toEqual({
    'new.desk': 3,
    'resolved.early': 2,
    withdrawn: 1,
    withdrawnBefore: 1,
    'returned.desk': 1,
    uncollected: 1,
  })
  const uncollected = (to: string) => figuresOf(all, periodOf('2026-09-01', to)).uncollected
  expect([uncollected('2026-10-01'), uncollected('2026-10-12'), uncollected('2026-10-13')]).toEqual([1, 1, 0])
})
