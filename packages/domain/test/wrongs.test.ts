import { expect, test } from 'vitest'
import { apologyAsked } from '../src/apology-draft.ts'
import { apologyKinds, hearers, sound } from './apology-story.ts'
import { centre, local } from './fixtures.ts'
import type { Wish } from './life.ts'
import { lives, parcel } from './lives.ts'

const note = 'Theo quy định'
const unit = centre.committee
const leader = { role: 'signatory', organisation: unit }
const apology = { type: 'Apologise', cause: 'loss' } as const satisfies Wish
const byPost: Wish = { type: 'RecordLoss', parcel, what: 'lost' }
const inTheOffice = {
  type: 'RecordPapersLoss',
  what: 'lost',
  components: ['birth-certificate'],
  result: false,
  decision: 'incident:1',
} as const satisfies Wish
const lost = () => lives['under-way']().does('2025-12-15 09:00', byPost)

test('a result lost on its way has its apology drafted at once, for the leader whose agency signed it', () => {
  const told = lost()
  expect(apologyKinds(told)[0]).toBe('apology-draft:wrong:1 2025-12-15 09:00')
  told.does('2025-12-15 09:00', sound('apology-draft:wrong:1'))
  expect(told.last()).toEqual({
    type: 'WrongApologyDrafted',
    wrong: 1,
    cause: 'loss',
    of: told.record.length - 2,
    parcel,
    by: local('2025-12-18 17:00'),
  })
  expect(hearers(told.record.at(-2)?.event)).toContain(`signatory@${unit}`)
  expect(apologyAsked(told.dossier(), told.law('2025-12-15 10:00'))).toMatchObject({ by: local('2025-12-18 17:00') })
  expect(apologyAsked(told.dossier(), told.law('2025-12-15 10:00'))?.to).toContain(unit)
})

test('unsigned, it goes one leader higher each time, and its last moment sounds; signed, nothing more does', () => {
  const told = lost().does('2025-12-15 09:00', sound('apology-draft:wrong:1'))
  expect(apologyKinds(told)).toEqual([
    'apology-unsigned:wrong:1:4 2025-12-18 13:00',
    'apology-unsigned:wrong:1:2 2025-12-18 15:00',
    'apology-by:wrong:1 2025-12-18 17:00',
  ])
  told.does('2025-12-18 13:00', sound('apology-unsigned:wrong:1:4'))
  const higher = hearers(told.last())
  told.does('2025-12-18 13:30', apology, leader)
  expect(told.last()).toMatchObject({ type: 'ApologyGiven', cause: 'loss', parcel })
  expect(apologyKinds(told)).toEqual([])
  expect(apologyAsked(told.dossier(), told.law('2025-12-18 13:30'))).toBeNull()
  expect(higher.length).toBeGreaterThan(2)
})

test('signed before the draft came, there is nothing left to draft', () => {
  const told = lost().does('2025-12-15 09:00', { ...apology, note }, leader)
  expect(apologyKinds(told)).toEqual([])
  expect(told.answers('2025-12-15 09:05', sound('apology-draft:wrong:1'))).toBe('alarm-not-planned')
})

test('papers an authority lost owe an apology of their own, whoever holds the dossier, and after its end too', () => {
  const told = lives.completed().does('2025-12-10 09:00', inTheOffice)
  expect(told.dossier()).toMatchObject({ state: 'completed', delivery: 'ready' })
  told.does('2025-12-10 09:00', sound('apology-draft:wrong:1'))
  expect(told.last()).toMatchObject({ cause: 'loss', components: ['birth-certificate'] })
  told.does('2025-12-10 10:00', { type: 'ReturnResult', by: 'desk', to: 'applicant', identityChecked: true })
  expect(apologyKinds(told)).not.toEqual([])
  told.does('2025-12-11 09:00', apology, leader)
  expect(told.last()).toMatchObject({ type: 'ApologyGiven', components: ['birth-certificate'] })
  told.does('2025-12-12 09:00', inTheOffice)
  expect(apologyKinds(told)[0]).toBe('apology-draft:wrong:2 2025-12-12 09:00')
})

test('while the dossier is under way, the agency that holds it apologises', () => {
  const told = lives['in-progress']()
  told.does('2025-11-05 09:00', inTheOffice)
  const { holder } = told.dossier()
  expect(told.answers('2025-11-05 10:00', apology, { role: 'unit-head', organisation: holder })).toEqual([
    'ApologyGiven',
  ])
})

test('a result lost in the office is void, and can be issued anew', () => {
  const told = lives.completed().does('2025-12-10 09:00', { ...inTheOffice, components: [], result: true })
  expect(told.dossier().delivery).toBe('lost')
  expect(told.answers('2025-12-10 09:30', { type: 'ReissueResult', number: 'CS 02', note }, leader)).toEqual([
    'ResultReissued',
  ])
})

test('an error corrected has its apology drafted too', () => {
  const told = lives.completed()
  told.does(
    '2025-12-10 09:00',
    { type: 'CorrectError', of: 1, what: 'clerical', legalBasis: 'NĐ 61/2018 Điều 21', note },
    leader,
  )
  told.does('2025-12-10 09:00', sound('apology-draft:wrong:1'))
  expect(told.last()).toMatchObject({ type: 'WrongApologyDrafted', cause: 'error', what: 'clerical' })
})
