import { answer, questions } from './answer-deadline.ts'
import { lifeNames, lives } from './lives.ts'

// Run by itself under a time zone of its own: prints every date the law gives for the questions and for the told lives.
const told = lifeNames.map((name) => {
  const one = lives[name]()
  return [name, one.record, one.plan()]
})
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
process.stdout.write(JSON.stringify({ zone, counted: [questions.map(answer), told] }))
