import { expect, test } from 'vitest'
import { commune, district, local, said } from './fixtures.ts'
import { life, type Wish } from './life.ts'
import { p7 } from './procedures.ts'

const ask = (consultation: string, to?: string): Wish => ({
  type: 'RequestConsultation',
  consultation,
  ...(to === undefined ? {} : { to }),
})
const culture = { role: 'consulted-officer', organisation: 'H21.08.59' }
const objection: Wish = { type: 'AnswerConsultation', consultation: 'culture', answer: 'objects' }
const alarm = (consultation: string): Wish => ({
  type: 'SoundAlarm',
  alarmId: `consultation-due:${consultation}:2024-05-04`,
})

const accepted = () =>
  life({ procedure: p7, desk: district.desk }).opens('2024-04-22 08:45').does('2024-04-22 09:00', { type: 'Accept' })
const returned = () =>
  accepted()
    .does('2024-04-22 09:30', { type: 'OfferHandover', to: district.environment })
    .does('2024-04-22 10:15', { type: 'ReturnHandover', ground: 'not-ours', note: 'Không thuộc Phòng TNMT' })
const atConstruction = () => returned().hands('2024-04-22 10:20', '2024-04-22 10:40', district.construction)
const consulted = () =>
  atConstruction()
    .does('2024-04-22 14:00', ask('fire-police'))
    .does('2024-04-22 14:00', ask('culture'))
    .does('2024-04-22 14:00', ask('neighbour', commune.neighbour))
const silent = () => consulted().does('2024-05-05 00:00', alarm('culture'))

test('S07: accepted on 22/04/2024, 15 days end on 07/05', () => {
  expect(said(accepted().dossier().count?.due)).toBe('2024-05-07')
})

test('S07: the special law gives seven working days for the one notice, to Saturday 04/05, which is worked', () => {
  const notice: Wish = { type: 'RequestSupplement', defects: [{ component: '01', defect: 'wrong' }] }
  expect(accepted().answers('2024-05-04 23:59', notice)).toEqual(['SupplementRequested'])
  expect(accepted().answers('2024-05-05 00:00', notice)).toBe('supplement-too-late')
})

test('S07: a handover returned by the wrong receiver leaves holder and clocks as they were', () => {
  const before = accepted().dossier()
  const { record } = returned()
  expect(returned().dossier()).toEqual(before)
  expect(record.at(-1)?.event).toMatchObject({ type: 'HandoverReturned', ground: 'not-ours' })
})

test('S07: three opinions are asked at once, each until 04/05; the dossier keeps its holder and its clock', () => {
  const { consultations, clock, holder } = consulted().dossier()
  expect(consultations.map(({ id, due, silence }) => [id, said(due), silence])).toEqual([
    ['fire-police', '2024-05-04', 'deemed-consent'],
    ['culture', '2024-05-04', 'deemed-consent'],
    ['neighbour', '2024-05-04', 'none'],
  ])
  expect([clock.is, holder]).toEqual(['running', district.construction])
})

test('S07: an agency nobody can tell must be named, and must exist', () => {
  expect(atConstruction().answers('2024-04-22 14:00', ask('neighbour', 'H21.99'))).toBe('unknown-organisation')
  expect(atConstruction().answers('2024-04-22 14:00', ask('soothsayer', commune.neighbour))).toBe(
    'unknown-consultation',
  )
  const free: Wish = { type: 'RequestConsultation', consultation: 'x', limit: { amount: 3, unit: 'working-day' } }
  expect(atConstruction().answers('2024-04-22 14:00', free)).toBe('unit-missing')
})

test('S07: silence is consent at 24:00 of 04/05 and not a minute before, and it cites its law', () => {
  expect(consulted().answers('2024-05-04 23:59', alarm('culture'))).toBe('alarm-not-due')
  expect(silent().last()).toEqual({
    type: 'ConsentDeemed',
    consultation: 'culture',
    legalBasis: 'Luật Xây dựng 2014 Điều 102',
  })
  expect(silent().record.at(-1)?.at).toBe(local('2024-05-05 00:00'))
  expect(silent().dossier().consultations[1]).toMatchObject({ answer: null, deemed: true })
})

test('S07: without a law that says so silence says nothing: the lead and the head of the desk are told', () => {
  const told = silent().does('2024-05-05 00:00', alarm('neighbour'))
  expect(told.last()).toMatchObject({
    type: 'AlarmSounded',
    to: [
      { role: 'unit-head', organisation: district.construction },
      { role: 'one-stop-head', organisation: district.desk },
    ],
  })
  expect(told.dossier().consultations[2]).toMatchObject({ answer: null, deemed: false })
})

test('S07: on 06/05 the lead tells the head of the desk that the neighbour is late, once it is', () => {
  const report: Wish = { type: 'ReportConsultation', consultation: 'neighbour' }
  expect(consulted().answers('2024-05-04 23:59', report)).toBe('consultation-not-late')
  const told = consulted().does('2024-05-06 08:30', report)
  expect(told.dossier().consultations[2]).toMatchObject({ reported: true, answer: null })
  expect(told.answers('2024-05-06 08:31', report)).toBe('consultation-not-late')
})

test('deemed consent goes to the consultation whose alarm it is, and to none whose name begins alike', () => {
  const alike: Wish = {
    type: 'RequestConsultation',
    consultation: 'culture:2',
    to: commune.neighbour,
    limit: { amount: 12, unit: 'day' },
  }
  const told = consulted().does('2024-04-22 14:05', alike)
  told.does('2024-05-05 00:00', alarm('culture:2'))
  expect(told.last()?.type).toBe('AlarmSounded')
  expect(told.dossier().consultations.filter(({ deemed }) => deemed)).toEqual([])
})

test('S07: an answer in time leaves nothing to deem', () => {
  const told = consulted().does('2024-04-26 10:00', objection, culture)
  expect(told.last()).toMatchObject({ timeliness: 'early', afterDeemed: false })
  expect(told.answers('2024-05-05 00:00', alarm('culture'))).toBe('alarm-not-planned')
})

test('S07: an objection after deemed consent is kept as a late opinion and erases nothing', () => {
  const told = silent().does('2024-05-06 09:00', objection, culture)
  expect(told.last()).toMatchObject({ answer: 'objects', timeliness: 'late', afterDeemed: true })
  expect(told.dossier().consultations[1]).toMatchObject({ answer: 'objects', deemed: true })
})

test('S07: the leader decides without the silent neighbour; signed on 07/05 it is on time', () => {
  const told = silent()
    .hands('2024-05-06 16:30', '2024-05-06 16:40', district.committee)
    .does('2024-05-07 09:00', { type: 'Propose', outcome: 'granted' })
    .does('2024-05-07 16:30', { type: 'Sign', outcome: 'granted', number: '18/GPXD' })
  expect(told.dossier().result?.timeliness).toBe('on-time')
})
