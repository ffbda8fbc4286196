import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { answerTo, type Question } from './answer-deadline.ts'

const textOf = (name: string) => readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8')
const questions: Question[] = JSON.parse(textOf('deadline-questions'))
const cases: { id: string; title: string }[] = JSON.parse(textOf('deadline-cases'))

/** The ids answered otherwise than by the field's own oracle, each with both answers. */
const wrong = (asked: readonly Question[]) =>
  asked
    .map((question) => ({ id: question.id, got: answerTo(question), want: question.answer }))
    .filter(({ got, want }) => JSON.stringify(got) !== JSON.stringify(want))

test.each(['due', 'apology-by', 'clock', 'route', 'parallel'] as const)('every question that asks %s', (ask) => {
  const asked = questions.filter((question) => question.ask === ask)
  expect(asked.length).toBeGreaterThan(20)
  expect(wrong(asked)).toEqual([])
})

test('all 424 questions are asked', () => {
  expect(questions).toHaveLength(424)
})

test.each(cases)('$id $title', ({ id }) => {
  const asked = questions.filter((question) => question.id.replace(/[a-d]$/, '') === id)
  expect(asked).not.toEqual([])
  expect(wrong(asked)).toEqual([])
})
