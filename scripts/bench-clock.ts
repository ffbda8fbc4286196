import { readFileSync } from 'node:fs'
import { checkout } from '../infra/local/folders.ts'
import { CalendarVersion } from '../packages/contracts/src/calendar.ts'
import { answerTo } from '../packages/domain/src/deadline-question.ts'
import { explain } from '../packages/domain/src/explanation.ts'
import { sentencesOf } from '../packages/domain/src/explanation-sentences.ts'
import { dueAfter } from '../packages/domain/src/legal-clock.ts'
import { orSayWhy, print, table } from './table.ts'

const read = (path: string): unknown => JSON.parse(readFileSync(`${checkout}${path}`, 'utf8'))
const rounds = 200
const goal = 20

/** `npm run bench:clock`: what a due date and its explanation cost, over the field's questions, beside the goal. */
await orSayWhy(() => {
  const calendar = CalendarVersion.parse(read('services/catalogue/data/calendars/VN-2026-1.json'))
  const file = read('packages/domain/test/fixtures/deadline-questions.json')
  const questions: unknown[] = Array.isArray(file) ? file : []
  const counts = questions.flatMap((question) => answerTo(question, calendar).counts)
  const due = () => counts.map(({ start, counted, ways }) => dueAfter(start, counted.walk.limit, ways))
  const explained = () =>
    counts.map(({ start, counted, ways }) => {
      const again = dueAfter(start, counted.walk.limit, ways)
      return 'missingYear' in again ? again : explain(start, again, ways)
    })
  const inWords = () => counts.map(({ start, counted, ways }) => sentencesOf(explain(start, counted, ways), 'vi'))
  const answers = () => questions.map((question) => answerTo(question, calendar))
  const each = microseconds(explained, counts.length)
  print(
    table([
      ['', 'microseconds'],
      ['a due date', microseconds(due, counts.length).toFixed(1)],
      [
        'a due date with its explanation',
        `${each.toFixed(1)} (at most ${goal}: ${each <= goal ? 'goal met' : 'goal missed'})`,
      ],
      ['an explanation in sentences', microseconds(inWords, counts.length).toFixed(1)],
      ['a question read, checked and answered', microseconds(answers, questions.length).toFixed(1)],
    ]),
  )
})

/** Processor time, the mean over many rounds after as many to warm up: what else the machine does is not counted. */
function microseconds(work: () => unknown, times: number): number {
  for (let round = 0; round < rounds; round += 1) work()
  const before = process.cpuUsage()
  for (let round = 0; round < rounds; round += 1) work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / rounds / times
}
