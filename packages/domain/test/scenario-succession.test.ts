import { expect, test } from 'vitest'
import { successionOf } from '../src/decisions/succession.ts'
import { centre, code, commune, district, organisations, said } from './fixtures.ts'
import { life, type Wish } from './life.ts'
import { p7, p8 } from './procedures.ts'

const midnight = '2025-07-01 00:00'
const succeeds: Wish = { type: 'SucceedAgency', chosen: [] }
const note = 'Theo quy định'

/** X: a building permit in the hands of the district's division for construction when the district ends. */
const x = (locality: string | null = commune.committee) => {
  const told = life({ procedure: p7, desk: district.desk })
  return told
    .does('2025-06-18 08:50', { ...opening(p7.code, district.desk), ...(locality === null ? {} : { locality }) })
    .does('2025-06-18 09:00', { type: 'Accept' })
    .hands('2025-06-18 10:00', '2025-06-18 10:30', district.construction)
}
const opening = (procedure: string, receivingDesk: string) =>
  ({
    type: 'Open',
    procedure,
    channel: 'desk',
    receivingDesk,
    submittedAt: '2025-06-18T01:50:00.000Z',
    applicant: null,
  }) as const

test('S09: from 01/07/2025 00:00 the successors hold X; code, due date and pinned law are as they were', () => {
  const before = x().does('2025-06-18 11:00', { type: 'Assign', officer: 'a' }).dossier()
  const told = x().does('2025-06-18 11:00', { type: 'Assign', officer: 'a' }).does(midnight, succeeds)
  const { holder, receivingDesk, officer, count, code: minted, pinned, clock, place } = told.dossier()
  expect([holder, receivingDesk, officer]).toEqual([centre.finance, centre.desk, null])
  expect([minted, pinned, clock, place]).toEqual([before.code, before.pinned, before.clock, before.place])
  expect(said(count?.due)).toBe('2025-07-03')
  expect(told.plan()).toEqual(x().plan(midnight))
})

test('S09: what has ended goes on at the successor: it signs, and the desk of the new commune returns the result', () => {
  const told = x().does(midnight, succeeds).hands('2025-07-02 08:00', '2025-07-02 08:30', centre.committee)
  told.does('2025-07-02 09:00', { type: 'Propose', outcome: 'granted' })
  told.does('2025-07-02 16:00', { type: 'Sign', outcome: 'granted', number: 'GPXD 12' })
  expect(told.dossier()).toMatchObject({ holder: centre.desk, result: { timeliness: 'early' } })
})

test('S09: nobody succeeds a day before the end, and nobody twice', () => {
  expect(x().answers('2025-06-30 23:59', succeeds)).toBe('nobody-ended')
  expect(x().does(midnight, succeeds).answers('2025-07-01 00:05', succeeds)).toBe('nobody-ended')
})

test('S09 Z: a handover under way is offered to the successor, the sender’s successor holds, the answer is due as before', () => {
  const told = life({ procedure: p8, desk: commune.desk })
    .opens('2025-06-30 16:00')
    .does('2025-06-30 16:10', { type: 'Accept' })
    .does('2025-06-30 16:45', { type: 'OfferHandover', to: district.finance })
  const before = told.dossier().handover
  told.does(midnight, succeeds)
  const { handover, holder } = told.dossier()
  expect([handover?.from, handover?.to, holder]).toEqual([centre.desk, centre.finance, centre.desk])
  expect(handover?.answerBy).toEqual(before?.answerBy)
  expect(told.does('2025-07-01 08:00', { type: 'AcceptHandover' }).dossier().holder).toBe(centre.finance)
})

test('S09: a consultation that is open passes to the successor, an answered one stays with who answered', () => {
  const asked = (id: string) =>
    ({ type: 'RequestConsultation', consultation: id, limit: { amount: 9, unit: 'day' } }) as const
  const told = x()
    .does('2025-06-19 08:00', { ...asked('free:1'), to: district.environment })
    .does('2025-06-19 09:00', { type: 'AnswerConsultation', consultation: 'free:1', answer: 'agrees' })
    .does('2025-06-19 10:00', { ...asked('free:2'), to: district.environment })
    .does(midnight, succeeds)
  expect(told.dossier().consultations.map(({ to }) => to)).toEqual([district.environment, centre.finance])
})

test('S09: where several succeed and nobody said where the matter lies, a person chooses among them', () => {
  const told = x(null)
  expect(told.answers(midnight, succeeds)).toBe('successor-unclear')
  const { unclear, replaced } = successionOf(told.dossier(), organisations, '2025-07-01')
  expect([replaced, unclear]).toEqual([[], [district.desk, district.construction]])
  const chosen = [
    { from: district.desk, to: code('H21.92.01') },
    { from: district.construction, to: code('H21.92.03') },
  ]
  expect(told.answers(midnight, { ...succeeds, chosen: [{ from: district.desk, to: centre.finance }] })).toBe(
    'successor-unclear',
  )
  expect(told.does(midnight, { ...succeeds, chosen }).dossier().receivingDesk).toBe('H21.92.01')
})

test('S09: a result that waits to be collected waits at the successor’s desk', () => {
  const told = life({ procedure: p8, desk: commune.desk })
    .opens('2025-06-23 09:00')
    .does('2025-06-23 09:00', { type: 'Accept' })
    .hands('2025-06-23 10:00', '2025-06-23 11:00', district.finance)
    .does('2025-06-24 09:00', { type: 'Propose', outcome: 'granted' })
    .does('2025-06-24 10:00', { type: 'Sign', outcome: 'granted', number: 'HKD 7' })
    .does(midnight, succeeds)
  const { holder, receivingDesk, count } = told.dossier()
  expect([holder, receivingDesk]).toEqual([centre.desk, centre.desk])
  expect(count?.stages.map(({ unit }) => unit)).toEqual([district.finance]) // who did it keeps its name
})

test('S09: a supplement brought to the successor restarts the limit there', () => {
  const defects = [{ component: '01', defect: 'wrong' as const }]
  const told = x()
    .does('2025-06-18 11:00', { type: 'ProposeSupplement', defects })
    .does('2025-06-18 13:00', { type: 'RequestSupplement', defects })
    .does(midnight, succeeds)
    .does('2025-07-03 10:00', { type: 'ReceiveSupplement' })
  expect(told.dossier().holder).toBe(centre.desk)
  expect(told.dossier().count?.stages.map(({ unit }) => unit)).toEqual([centre.desk, centre.finance, centre.committee])
})

test('what has ended has no successor to pass on to', () => {
  const told = x().does('2025-06-19 08:00', {
    type: 'Stop',
    ground: 'legal-ground',
    legalBasis: 'Luật Xây dựng 2014',
    note,
  })
  expect(told.answers(midnight, succeeds)).toBe('closed-for-good')
})
