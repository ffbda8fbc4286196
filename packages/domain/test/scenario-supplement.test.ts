import { expect, test } from 'vitest'
import { calendar, commune, district, local, said, sessions } from './fixtures.ts'
import { dueAfter, startOf } from '../src/legal-clock.ts'
import { appointmentOf } from '../src/dossier.ts'
import { requestsOf } from '../src/axes.ts'
import { life, type Wish } from './life.ts'
import { p5 } from './procedures.ts'

const notice: Wish = {
  type: 'RequestSupplement',
  defects: [
    { component: '01', defect: 'incomplete' },
    { component: '02', defect: 'missing' },
  ],
}
const received: Wish = { type: 'ReceiveSupplement' }

const atTheCommune = () =>
  life({ procedure: p5, desk: commune.desk })
    .opens('2021-08-23 08:15')
    .does('2021-08-23 08:30', { type: 'Accept' })
    .hands('2021-08-23 09:00', '2021-08-23 09:30', commune.culture)

const proposal: Wish = { ...notice, type: 'ProposeSupplement' }
const proposed = () => atTheCommune().does('2021-08-25 10:10', proposal)
const asked = () => proposed().does('2021-08-25 10:40', notice)
const brought = () => asked().does('2021-09-10 15:20', received)

test('S02: accepted on 23/08/2021, 20 working days end on 22/09', () => {
  expect(said(atTheCommune().dossier().count?.due)).toBe('2021-09-22')
})

test('S02: the specialist may not ask the citizen, only propose it to the desk', () => {
  const told = atTheCommune()
  const specialist = { role: 'case-officer', organisation: commune.culture }
  expect(told.answers('2021-08-25 10:00', notice, specialist)).toBe('only-through-desk')
  expect(told.answers('2021-08-25 10:00', proposal, specialist)).toEqual(['SupplementProposed'])
})

test('S02: the desk asks for nothing that the unit holding the dossier has not proposed, and leaves nothing out', () => {
  expect(atTheCommune().answers('2021-08-25 10:40', notice)).toBe('supplement-not-proposed')
  const half: Wish = { ...notice, defects: [{ component: '01', defect: 'incomplete' }] }
  expect(proposed().answers('2021-08-25 10:40', half)).toBe('defects-left-out')
})

test('S02: a proposal waits for the desk until it has asked', () => {
  expect(requestsOf(proposed().dossier())).toEqual(['supplement'])
  expect(requestsOf(asked().dossier())).toEqual([])
})

test('S02: it is received once intake has everything that was asked for, brought since', () => {
  const told = asked()
  told.lodged = { brought: { '01': local('2021-09-10 15:00'), '02': local('2021-08-23 08:15') } }
  expect(told.answers('2021-09-10 15:20', received)).toBe('supplement-incomplete')
  told.lodged = { brought: { '01': local('2021-09-10 15:00') } }
  expect(told.answers('2021-09-10 15:20', received)).toBe('supplement-incomplete')
  told.lodged = { brought: { '01': local('2021-09-10 15:00'), '02': local('2021-09-10 15:00') } }
  expect(told.answers('2021-09-10 15:20', received)).toEqual(['SupplementReceived'])
})

test('S02: the desk asks for all defects at once; the clock stands, the desk holds, no date is promised', () => {
  const { state, clock, holder, supplement, supplements } = asked().dossier()
  expect([state, clock.is, holder, supplements]).toEqual(['supplement-requested', 'paused', commune.desk, 1])
  expect(supplement?.defects).toHaveLength(2)
  expect(asked().plan()).toEqual([]) // no window in this procedure's law, no alarm of a clock that stands
})

test('S02: 26/08, the third working day, is the last to ask on', () => {
  expect(proposed().answers('2021-08-26 16:59', notice)).toEqual(['SupplementRequested'])
  expect(proposed().answers('2021-08-26 23:59', notice)).toEqual(['SupplementRequested'])
  expect(proposed().answers('2021-08-27 00:00', notice)).toBe('supplement-too-late')
  const bySpecialLaw: Wish = { ...notice, legalBasis: 'NĐ 20/2021/NĐ-CP Điều 8' }
  expect(proposed().answers('2021-08-27 08:00', bySpecialLaw)).toEqual(['SupplementRequested'])
})

const atTheDistrict = () =>
  atTheCommune()
    .hands('2021-08-27 08:00', '2021-08-27 08:30', commune.committee)
    .hands('2021-08-30 08:00', '2021-08-31 10:00', district.labour)

test('S02: the three days of a higher agency run from its own receipt', () => {
  const told = atTheDistrict().does('2021-09-06 08:00', proposal)
  expect(told.answers('2021-09-07 17:00', notice)).toEqual(['SupplementRequested']) // 2-3/9 off: 1, 6, 7/9
  expect(told.answers('2021-09-08 00:00', notice)).toBe('supplement-too-late')
})

test('a dossier that comes back to a stage gives it no new days to ask in', () => {
  const told = atTheDistrict()
    .hands('2021-09-08 08:00', '2021-09-08 09:00', district.committee)
    .hands('2021-09-08 10:00', '2021-09-08 11:00', district.labour, 'appraise')
    .does('2021-09-08 13:00', proposal)
  expect(told.answers('2021-09-08 14:00', notice)).toBe('supplement-too-late')
})

test('a unit that takes a stage over from another one has what is left of its limit', () => {
  const told = atTheDistrict()
  const before = told.dossier().place
  told.hands('2021-09-06 08:00', '2021-09-07 08:00', district.finance, 'appraise')
  expect(told.dossier()).toMatchObject({ holder: district.finance, place: before })
})

test('S02: while the papers are awaited the citizen is promised no day, and a new one when they have come', () => {
  expect(said(appointmentOf(atTheCommune().dossier()))).toBe('2021-09-22')
  expect(appointmentOf(asked().dossier())).toBeNull()
  expect(said(appointmentOf(brought().dossier()))).toBe('2021-10-08')
})

test('S02: brought on 10/09, the whole limit runs again: 08/10/2021, stages 24/09 and 05/10', () => {
  const { count, state, clock, supplement } = brought().dossier()
  expect(said(count?.due)).toBe('2021-10-08')
  expect(count?.stages.map(({ id, due }) => [id, said(due)])).toEqual([
    ['review', '2021-09-21'],
    ['submit', '2021-09-24'],
    ['appraise', '2021-10-05'],
    ['decide', '2021-10-08'],
  ])
  expect([state, supplement]).toEqual(['in-progress', null])
  expect(clock).toEqual({ is: 'running', since: local('2021-09-10 15:20'), interruptions: [] })
})

test('S02: after the supplement the desk hands it over again, and the stage gets its own limit from there', () => {
  const told = brought().hands('2021-09-10 16:00', '2021-09-13 07:45', commune.culture)
  expect(told.dossier().place).toMatchObject({ index: 0, entered: true, due: { on: '2021-09-22' } })
})

test('S02: a second request is refused, unless a law is named', () => {
  expect(brought().answers('2021-09-14 09:00', notice)).toBe('second-supplement')
  expect(brought().answers('2021-09-14 09:00', { type: 'ProposeSupplement', defects: notice.defects })).toBe(
    'second-supplement',
  )
  const lawful: Wish = { ...notice, legalBasis: 'NĐ 20/2021/NĐ-CP Điều 8' }
  expect(brought().does('2021-09-14 09:00', lawful).dossier().supplements).toBe(2)
})

test('S02: signed on 07/10 it is early by law; the indicator of QĐ 766, which deducts, would say 06/10', () => {
  const told = brought()
    .hands('2021-09-13 07:40', '2021-09-13 07:45', commune.culture)
    .hands('2021-09-20 15:00', '2021-09-20 16:00', commune.committee)
    .hands('2021-09-23 08:00', '2021-09-23 10:00', district.labour)
    .hands('2021-10-04 08:00', '2021-10-04 10:00', district.committee)
    .does('2021-10-07 09:00', { type: 'Propose', outcome: 'granted' })
    .does('2021-10-07 10:00', { type: 'Sign', outcome: 'granted', number: '31/QĐ-UBND' })
  expect(told.dossier().result?.timeliness).toBe('early')

  const interruptions = [{ from: local('2021-08-25 10:40'), to: local('2021-09-10 15:20') }]
  const limit = { amount: 20, unit: 'working-day' } as const
  const deducted = dueAfter(startOf(local('2021-08-23 08:30')), limit, { calendar, sessions, interruptions })
  expect(deducted).toMatchObject({ due: { on: '2021-10-06' } })
})

test('a refusal after appraisal is a result within the same limit', () => {
  const told = brought()
    .hands('2021-09-13 07:40', '2021-09-13 07:45', commune.culture)
    .hands('2021-09-20 15:00', '2021-09-20 16:00', commune.committee)
    .hands('2021-09-23 08:00', '2021-09-23 10:00', district.labour)
    .hands('2021-10-04 08:00', '2021-10-04 10:00', district.committee)
    .does('2021-10-08 09:00', { type: 'Propose', outcome: 'refused' })
  expect(told.answers('2021-10-08 10:00', { type: 'Sign', outcome: 'granted', number: '1' })).toBe('nothing-proposed')
  told.does('2021-10-08 16:59', { type: 'Sign', outcome: 'refused', number: '32/TB-UBND' })
  expect(told.dossier().result).toMatchObject({ outcome: 'refused', timeliness: 'on-time' })
})

const system = { role: 'system', organisation: 'system' }
const byPost = (components: string[]): Wish => ({
  type: 'ReceiveSupplement',
  byPost: { record: 'BB-210910-0001', signedAt: local('2021-09-10 15:20'), components },
})

test('by post it is complete when desk and courier have signed, though the ledger hears of it days later', () => {
  const told = asked()
  told.lodged = { complete: false, brought: {} }
  expect(told.answers('2021-09-13 08:00', byPost(['01']), system)).toBe('supplement-incomplete')
  told.does('2021-09-13 08:00', byPost(['01', '02']), system)
  expect(said(told.dossier().count?.due)).toBe('2021-10-08')
  expect(told.dossier().clock).toEqual({ is: 'running', since: local('2021-09-10 15:20'), interruptions: [] })
  expect(told.last()).toMatchObject({ dayZero: '2021-09-10', byPost: { record: 'BB-210910-0001' } })
})

test('what came by post before the desk asked completes nothing', () => {
  const early: Wish = {
    type: 'ReceiveSupplement',
    byPost: { record: 'BB-1', signedAt: local('2021-08-25 10:00'), components: ['01', '02'] },
  }
  const told = asked()
  told.lodged = { brought: {} }
  expect(told.answers('2021-09-13 08:00', early, system)).toBe('supplement-incomplete')
})

test('nobody but the post says that papers came by post, and it says nothing else', () => {
  expect(asked().answers('2021-09-13 08:00', byPost(['01', '02']))).toBe('not-permitted')
  expect(asked().answers('2021-09-13 08:00', received, system)).toBe('not-permitted')
})
