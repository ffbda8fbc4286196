import { expect, test } from 'vitest'
import { axesOf as axes } from '../src/axes.ts'
import { centre } from './fixtures.ts'
import type { Life, Wish } from './life.ts'
import { lives, parcel } from './lives.ts'

const note = 'Theo quy định'
const axesOf = (told: Life) => axes(told.dossier(), told.law('2025-12-10 09:00'))
const leader = { role: 'signatory', organisation: centre.committee }
const another = 'RR000000005VN'
const lost: Wish = { type: 'RecordLoss', parcel, what: 'lost' }
const again: Wish = { type: 'ReissueResult', number: 'CS 02', note }
const toDesk: Wish = { type: 'ChooseReturn', by: 'desk' }
const handedOver: Wish = { type: 'ReturnResult', by: 'desk', to: 'applicant', identityChecked: true }
const delivered: Wish = { ...handedOver, by: 'post', parcel, deliveredAt: '2025-12-11T03:15:00.000Z' }

test('a result asked for by post waits to be handed to the post, and nobody chases the citizen for it', () => {
  const told = lives.completed().does('2025-12-10 09:00', { type: 'ChooseReturn', by: 'post' })
  expect(axesOf(told)).toMatchObject({ delivery: 'to-dispatch', dispatch: 1 })
  expect(told.planned()).toEqual([])
})

test('under way, the day the post promised is the only moment left; at its end the desk is alarmed', () => {
  const told = lives['under-way']()
  expect(axesOf(told)).toMatchObject({ state: 'completed', delivery: 'under-way', dispatch: 1 })
  expect(told.planned()).toEqual([`delivery-overdue:${parcel} 2025-12-12 00:00`])
  told.does('2025-12-12 00:00', { type: 'SoundAlarm', alarmId: `delivery-overdue:${parcel}` })
  expect(told.record.at(-1)?.event).toMatchObject({ to: [{ role: 'one-stop-head', organisation: centre.desk }] })
})

test('the post delivers: the story ends with the moment both signed, which may be earlier than its news', () => {
  const told = lives['under-way']().does('2025-12-13 08:00', delivered)
  expect(axesOf(told)).toMatchObject({ state: 'returned', delivery: 'returned' })
  expect(told.record.at(-1)?.event).toMatchObject({ by: 'post', parcel, deliveredAt: '2025-12-11T03:15:00.000Z' })
})

test('a delivery told by mistake is taken back: the result is on its way again, and its day still rings', () => {
  const told = lives['under-way']().does('2025-12-11 08:00', delivered)
  const withdraw = { type: 'WithdrawReturn', parcel } as const
  expect(told.answers('2025-12-11 09:00', { ...withdraw, parcel: another })).toBe('another-parcel')
  told.does('2025-12-11 09:00', withdraw)
  expect(axesOf(told)).toMatchObject({ state: 'completed', delivery: 'under-way', dispatch: 1 })
  expect(told.planned()).toEqual([`delivery-overdue:${parcel} 2025-12-12 00:00`])
  expect(told.answers('2025-12-11 09:30', withdraw)).toBe('not-possible-now')
  expect(told.answers('2025-12-12 09:00', delivered)).toEqual(['ResultReturned'])
})

test('what the post has, the desk cannot hand over, nor can the citizen choose another way', () => {
  const told = lives['under-way']()
  expect(told.answers('2025-12-11 08:00', handedOver)).toBe('result-under-way')
  expect(told.answers('2025-12-11 08:00', toDesk)).toBe('result-under-way')
})

test('news of another parcel moves nothing', () => {
  const told = lives['under-way']()
  expect(told.answers('2025-12-11 08:00', { ...delivered, parcel: another })).toBe('another-parcel')
  expect(told.answers('2025-12-11 08:00', { type: 'RecordLoss', parcel: another, what: 'lost' })).toBe('another-parcel')
})

test('undelivered, the result waits at the desk again and is chased from that day; status 9 stays', () => {
  const told = lives['under-way']().does('2025-12-17 09:00', { type: 'RecordUndelivered', parcel })
  expect(axesOf(told)).toMatchObject({ state: 'completed', delivery: 'undelivered' })
  expect(told.planned()).toContain('result-uncollected:2025-12-31 2025-12-31 07:30')
  expect(told.answers('2025-12-18 09:00', handedOver)).toEqual(['ResultReturned'])
})

test('sent out a second time it is another dispatch, with a parcel of its own', () => {
  const told = lives['under-way']()
    .does('2025-12-17 09:00', { type: 'RecordUndelivered', parcel })
    .does('2025-12-18 09:00', { type: 'ChooseReturn', by: 'post' })
  expect(axesOf(told)).toMatchObject({ delivery: 'to-dispatch', dispatch: 2 })
})

test('taken back from the post and given to it again it is another order: the first was cancelled', () => {
  const told = lives.completed().does('2025-12-10 09:00', { type: 'ChooseReturn', by: 'post' })
  told.does('2025-12-10 09:10', toDesk).does('2025-12-10 09:20', { type: 'ChooseReturn', by: 'post' })
  expect(axesOf(told)).toMatchObject({ delivery: 'to-dispatch', dispatch: 2 })
})

test('lost on its way: status 9 stays, the result is void, and nothing is returned until it is issued anew', () => {
  const told = lives['under-way']().does('2025-12-15 09:00', lost)
  expect(axesOf(told)).toMatchObject({ state: 'completed', delivery: 'lost' })
  // What is left to do is to apologise.
  expect(told.plan().filter(({ kind }) => !kind.startsWith('apology'))).toEqual([])
  expect(told.answers('2025-12-15 10:00', handedOver)).toBe('result-lost')
  expect(told.answers('2025-12-15 10:00', toDesk)).toBe('result-lost')
  expect(told.answers('2025-12-15 10:00', lost)).toBe('result-lost') // told twice
  expect(told.answers('2025-12-15 10:00', delivered)).toBe('not-possible-now') // found after all: it stays void
  told.does('2025-12-16 09:00', again, leader)
  expect(told.dossier().result).toMatchObject({ number: 'CS 02', version: 2 })
  expect(axesOf(told)).toMatchObject({ delivery: 'to-dispatch', dispatch: 2 })
})

test('a new copy has a number of its own, and takes the place of one that is lost, never of one that is there', () => {
  expect(lives.completed().answers('2025-12-10 09:00', again, leader)).toBe('not-possible-now')
  const told = lives['under-way']().does('2025-12-15 09:00', lost)
  expect(told.answers('2025-12-15 10:00', { ...again, number: 'CS 01' }, leader)).toBe('result-number-missing')
})

test('a loss and an error are each apologised for once', () => {
  const told = lives['under-way']().does('2025-12-15 09:00', lost)
  const apology = { type: 'Apologise', cause: 'loss', note } as const
  expect(told.answers('2025-12-15 10:00', { ...apology, cause: 'damage' }, leader)).toBe('nothing-to-apologise')
  told.does('2025-12-15 10:00', apology, leader)
  expect(told.answers('2025-12-15 11:00', apology, leader)).toBe('nothing-to-apologise')
})

test('an apology says which line it is for: of a loss the parcel, of errors what was wrong, the oldest first', () => {
  const told = lives['under-way']().does('2025-12-15 09:00', lost)
  const lossAt = told.record.length
  told.does('2025-12-15 10:00', { type: 'Apologise', cause: 'loss', note }, leader)
  expect(told.last()).toEqual({ type: 'ApologyGiven', cause: 'loss', of: lossAt, parcel })
  const correct = { type: 'CorrectError', of: 1, legalBasis: 'NĐ 61/2018 Điều 21', note } as const
  told.does('2025-12-15 11:00', { ...correct, what: 'clerical' }, leader)
  const errorAt = told.record.length
  told.does('2025-12-15 11:30', { ...correct, what: 'stage' }, leader)
  const apology = { type: 'Apologise', cause: 'error', note } as const
  told.does('2025-12-15 12:00', apology, leader)
  expect(told.last()).toEqual({ type: 'ApologyGiven', cause: 'error', of: errorAt, what: 'clerical' })
  told.does('2025-12-15 12:30', apology, leader)
  expect(told.last()).toEqual({ type: 'ApologyGiven', cause: 'error', of: errorAt + 1, what: 'stage' })
  expect(told.answers('2025-12-15 13:00', apology, leader)).toBe('nothing-to-apologise')
})

test('whoever signed issues anew and apologises, though the desk holds the dossier by now', () => {
  const told = lives['under-way']().does('2025-12-15 09:00', lost)
  expect(told.answers('2025-12-15 10:00', again, { role: 'signatory', organisation: centre.landOffice })).toBe(
    'not-permitted',
  )
  expect(told.answers('2025-12-15 10:00', again, leader)).toEqual(['ResultReissued'])
})
