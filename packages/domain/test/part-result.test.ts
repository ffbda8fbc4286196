import { expect, test } from 'vitest'
import { commune, district } from './fixtures.ts'
import { life, type Wish } from './life.ts'
import { p1, p12 } from './procedures.ts'

const gives = (part: string): Wish => ({ type: 'ReturnPartResult', part, to: 'applicant', identityChecked: true })
const police = { person: 'police', role: 'case-officer', organisation: commune.police } as const

/** S05 with the birth registered and both branches asked. */
const atWork = () =>
  life({ procedure: p1, desk: commune.desk })
    .opens('2024-12-30 14:40')
    .does('2024-12-30 14:55', { type: 'Accept' })
    .hands('2024-12-31 08:25', '2024-12-31 08:28', commune.justice)
    .hands('2024-12-31 13:40', '2024-12-31 13:50', commune.desk)
    .does('2024-12-31 14:00', { type: 'RequestConsultation', consultation: 'residence' })
    .does('2024-12-31 14:00', { type: 'RequestConsultation', consultation: 'card' })

test('S05: the result of a stage that is over is given before the rest, once, and nothing else moves', () => {
  const told = atWork()
  const before = told.dossier()
  const after = told.does('2024-12-31 14:10', gives('birth')).dossier()
  expect(after).toEqual({ ...before, partsReturned: ['birth'] })
  expect(told.answers('2024-12-31 14:20', gives('birth'))).toBe('part-returned')
})

test('a branch gives its result when it has done its work, not before', () => {
  const told = atWork()
  expect(told.asks('2024-12-31 14:10', gives('residence'))).toEqual({ refused: 'part-not-done', about: 'residence' })
  told.does('2025-01-02 10:00', { type: 'AnswerConsultation', consultation: 'residence', answer: 'done' }, police)
  expect(told.answers('2025-01-02 10:10', gives('residence'))).toEqual(['PartResultReturned'])
  expect(told.answers('2025-01-02 10:10', gives('card'))).toBe('part-not-done')
})

test('only what the procedure names as a part is given so', () => {
  expect(atWork().answers('2024-12-31 14:10', gives('anything'))).toBe('unknown-part')
  const whole = life({ procedure: p12, desk: commune.desk }).opens('2025-01-06 08:00')
  expect(whole.answers('2025-01-06 08:10', gives('birth'))).toBe('not-possible-now')
})

test('with the whole result signed, all that is left is handed over together', () => {
  const told = atWork()
  const insurance = { person: 'insurance', role: 'case-officer', organisation: district.insurance } as const
  told
    .does('2025-01-02 10:00', { type: 'AnswerConsultation', consultation: 'residence', answer: 'done' }, police)
    .does('2025-01-02 10:00', { type: 'AnswerConsultation', consultation: 'card', answer: 'done' }, insurance)
    .does('2025-01-02 14:00', { type: 'Propose', outcome: 'granted' })
    .does('2025-01-02 15:00', { type: 'Sign', outcome: 'granted', number: 'LT 1' })
  expect(told.answers('2025-01-02 15:10', gives('card'))).toBe('not-possible-now')
})
