import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answer } from './answer-deadline.ts'
import { question } from './random-questions.ts'
import { slowAnswer } from './slow-clock.ts'

// fast-check takes a new seed each night and names it with the question it failed on.
test.each(Array.from({ length: 12 }, (_, i) => i + 1))(
  'both clocks agree on ten thousand random questions, %i of 12',
  () => {
    fc.assert(
      fc.property(question, (asked) => {
        expect(answer(asked)).toEqual(slowAnswer(asked))
      }),
      { numRuns: 10_000 },
    )
  },
)
