import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answer, questions } from './answer-deadline.ts'
import { question } from './random-questions.ts'
import { slowAnswer } from './slow-clock.ts'

test('a second clock, day by day on paper, answers the field’s questions too', () => {
  const asked = questions.map((one) => ({ from: '', ...one }))
  expect(asked.map(slowAnswer)).toEqual(questions.map((one) => one.answer))
})

test('both clocks agree on five thousand random questions', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(question, (asked) => {
      expect(answer(asked)).toEqual(slowAnswer(asked))
    }),
    { numRuns: 5_000 },
  )
})
