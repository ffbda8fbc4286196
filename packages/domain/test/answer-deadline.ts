import { readFileSync } from 'node:fs'
import { type Answer, answerTo } from '../src/deadline-question.ts'
import { calendar } from './fixtures.ts'

/** A question with the answer of the field's own oracle (deadline-questions.md). */
export type Asked = { id: string; ask: string; answer: Answer; [member: string]: unknown }

const textOf = (name: string) => readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8')

export const questions: Asked[] = JSON.parse(textOf('deadline-questions'))
export const cases: { id: string; title: string }[] = JSON.parse(textOf('deadline-cases'))

/** What is answered in the announced years. */
export const answer = (question: unknown): Answer => answerTo(question, calendar).answer
