import { expect, test } from 'vitest'
import { type Wish } from './life.ts'
import { lives } from './lives.ts'

const at = '2025-12-11 08:00'
const corrects: Wish = {
  type: 'CorrectError',
  of: 1,
  what: 'result',
  legalBasis: 'NĐ 61/2018 Điều 21',
  note: 'Sai số thửa',
}
const returns: Wish = { type: 'ReturnResult', by: 'desk', to: 'applicant', identityChecked: true }

test('a dossier is given to an officer of the unit that holds it, and to nobody else', () => {
  const told = lives['in-progress']()
  expect(told.answers(at, { type: 'Assign', officer: 'a' })).toEqual(['DossierAssigned'])
  told.worksThere = false
  expect(told.answers(at, { type: 'Assign', officer: 'a' })).toBe('officer-not-there')
})

test('whoever was working on it is let go when the dossier goes back to the desk', () => {
  const told = lives['in-progress']().does('2025-12-09 17:00', { type: 'Assign', officer: 'a' })
  expect(told.does(at, { type: 'Sign', outcome: 'granted', number: 'CS 01' }).dossier().officer).toBeNull()
})

test('a wrong result is issued anew under its own number; the wrong one stays in the record', () => {
  expect(lives['in-progress']().answers(at, { ...corrects, number: 'CS 02' })).toBe('nothing-to-correct')
  expect(lives.completed().answers(at, corrects)).toBe('result-number-missing')
  const told = lives.returned().does(at, { ...corrects, number: 'CS 02' })
  expect(told.dossier().result).toMatchObject({ number: 'CS 02', version: 2, outcome: 'granted' })
  expect(told.record.map(({ event }) => ('number' in event ? event.number : null)).filter(Boolean)).toEqual([
    'CS 01',
    'CS 02',
  ])
})

test('no result is returned while a fee due at its return is unpaid', () => {
  const told = lives.completed()
  told.lodged = { feesOwed: ['certificate'] }
  expect(told.asks(at, returns)).toEqual({ refused: 'fee-unpaid', about: 'certificate' })
})

test('nobody is given back an original that was never taken in', () => {
  const told = lives.completed()
  told.lodged = { originals: ['02'] }
  expect(told.answers(at, { ...returns, originals: ['02', '03'] })).toBe('not-lodged')
  expect(told.answers(at, { ...returns, originals: ['02'] })).toEqual(['ResultReturned'])
})
