import { expect, test } from 'vitest'
import { apologyBy } from '../src/apology-moments.ts'
import { appointmentOf } from '../src/dossier.ts'
import { commune, district, provisional, said, wall } from './fixtures.ts'
import { life, type Wish } from './life.ts'
import { p5 } from './procedures.ts'

const letter = (appointment = '2021-12-14'): Wish => ({
  type: 'Reappoint',
  appointment,
  reason: 'workload',
  note: 'Hồ sơ nhiều',
})
const signature: Wish = { type: 'Sign', outcome: 'granted', number: '77/QĐ-UBND' }

/** S03: the commune sends the dossier on two working days after its own day. */
const atTheDistrict = () =>
  life({ procedure: p5, desk: commune.desk })
    .opens('2021-11-09 09:30')
    .does('2021-11-09 10:00', { type: 'Accept' })
    .hands('2021-11-09 10:30', '2021-11-09 11:00', commune.culture)
    .hands('2021-11-18 08:00', '2021-11-18 08:30', commune.committee)
    .hands('2021-11-25 15:00', '2021-11-25 15:30', district.labour)

const apologised = () => atTheDistrict().does('2021-12-03 14:00', letter())
const atTheChairman = () => apologised().hands('2021-12-08 10:00', '2021-12-08 14:00', district.committee)
const signed = () =>
  atTheChairman().does('2021-12-13 09:00', { type: 'Propose', outcome: 'granted' }).does('2021-12-13 16:00', signature)

test('S03: due 07/12/2021; the plan is commune 23/11, district 02/12, Chairman 07/12', () => {
  const { count } = atTheDistrict().dossier()
  expect(said(count?.due)).toBe('2021-12-07')
  expect(count?.stages.map(({ due }) => said(due))).toEqual(['2021-11-18', '2021-11-23', '2021-12-02', '2021-12-07'])
})

test('S03: the commune ends late on 25/11; the district gets its full limit, until 06/12', () => {
  const told = atTheDistrict()
  expect(told.last()).toMatchObject({ left: { stage: 'submit', timeliness: 'late' }, stageDue: { on: '2021-12-06' } })
})

test('S03: the last moment for the apology is Monday 06/12 at 17:00', () => {
  const told = atTheDistrict()
  expect(wall(apologyBy(told.dossier(), told.law('2021-12-03 14:00')))).toBe('2021-12-06 17:00')
  expect(atTheDistrict().does('2021-12-06 17:00', letter()).dossier().reappointment?.apology).toBe('in-time')
  expect(atTheDistrict().does('2021-12-06 17:01', letter()).dossier().reappointment?.apology).toBe('late')
})

test('S03: the appointment moves to 14/12, the legal due date stays 07/12', () => {
  const { count, reappointment, ...dossier } = apologised().dossier()
  expect([said(count?.due), said(appointmentOf({ ...dossier, count, reappointment }))]).toEqual([
    '2021-12-07',
    '2021-12-14',
  ])
  expect(reappointment?.apology).toBe('in-time')
})

test('S03: a dossier accepted before NĐ 107/2021 keeps its rule set, one accepted on 06/12 gets the new one', () => {
  expect(atTheChairman().dossier().pinned?.ruleSet).toBe('ND61_2018')
  const told = life({ procedure: p5, desk: commune.desk }).opens('2021-12-06 08:00')
  expect(told.does('2021-12-06 08:30', { type: 'Accept' }).dossier().pinned?.ruleSet).toBe('ND61_2018+ND107_2021')
})

test('S03: the district ends late on 08/12, the Chairman has until 13/12', () => {
  expect(atTheChairman().last()).toMatchObject({
    left: { stage: 'appraise', timeliness: 'late' },
    stageDue: { on: '2021-12-13' },
  })
})

test('S03: a second new date is refused', () => {
  expect(atTheChairman().answers('2021-12-13 08:30', letter('2021-12-20'))).toBe('second-reappointment')
})

test('S03: signed on 13/12 the dossier is late, although the appointment of 14/12 was kept', () => {
  expect(signed().dossier().result?.timeliness).toBe('late')
})

test('S03: the twin without a letter may still apologise on 07/12, marked late', () => {
  const told = atTheDistrict().does('2021-12-07 09:00', letter())
  expect(told.last()).toMatchObject({ type: 'DossierReappointed', apology: 'late' })
})

test.each(['2021-12-07', '2021-12-04', '2021-12-11', '2021-12-12'])(
  'a new appointment on %s, not after the due date or on a rest day, is refused',
  (day) => {
    expect(atTheDistrict().answers('2021-12-03 14:00', letter(day))).toBe('reappointment-too-early-date')
  },
)

test('a new appointment may not lie in the past', () => {
  expect(atTheDistrict().answers('2021-12-20 09:00', letter('2021-12-17'))).toBe('reappointment-too-early-date')
})

test('a new appointment in a year nobody announced is refused, as any date in it', () => {
  const told = (calendar = provisional) =>
    life({ procedure: p5, desk: commune.desk, calendar })
      .opens('2024-06-03 08:00')
      .does('2024-06-03 08:30', { type: 'Accept' })
  expect(told().answers('2024-06-10 08:00', letter('2027-01-04'))).toEqual(['DossierReappointed'])
  expect(told().answers('2024-06-10 08:00', letter('2028-01-04'))).toBe('calendar-year-missing')
})

test('a later due date after a supplement is the promise that counts, but the one re-appointment is used', () => {
  const lacking = { defects: [{ component: '01', defect: 'wrong' as const }], legalBasis: 'NĐ 20/2021/NĐ-CP Điều 8' }
  const told = apologised()
    .does('2021-12-03 14:30', { type: 'ProposeSupplement', ...lacking })
    .does('2021-12-03 15:00', { type: 'RequestSupplement', ...lacking })
    .does('2021-12-06 08:00', { type: 'ReceiveSupplement' })
  expect(said(appointmentOf(told.dossier()))).toBe('2022-01-04')
  expect(told.plan().map(({ kind }) => kind)).not.toContain('appointment-missed')
  expect(told.answers('2021-12-07 08:00', letter('2022-01-10'))).toBe('second-reappointment')
})
