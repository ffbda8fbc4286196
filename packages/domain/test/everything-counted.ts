import { answerTo } from '../src/deadline-question.ts'
import { explain } from '../src/explanation.ts'
import { sentencesOf } from '../src/explanation-sentences.ts'
import { questions } from './answer-deadline.ts'
import { calendar } from './fixtures.ts'
import { lifeNames, lives } from './lives.ts'

// Run by itself under a time zone and locale of its own: prints every date the law gives for the questions and for the told
// lives, and every explanation in sentences.
const answered = questions.map((question) => {
  const { answer, counts } = answerTo(question, calendar)
  const explanations = counts.map(({ start, counted, ways }) => explain(start, counted, ways))
  return [answer, explanations.map((one) => [one, sentencesOf(one, 'vi'), sentencesOf(one, 'en')])]
})
const told = lifeNames.map((name) => {
  const one = lives[name]()
  return [name, one.record, one.plan()]
})
const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions()
process.stdout.write(JSON.stringify({ timeZone, locale, counted: [answered, told] }))
