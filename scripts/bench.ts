import { parseArgs } from 'node:util'
import { runBench } from '../infra/local/bench/run.ts'
import { orSayWhy, print } from './table.ts'

await orSayWhy(async () => {
  const { values } = parseArgs({ options: { seconds: { type: 'string', default: '15' } } })
  const seconds = Number(values.seconds)
  if (!Number.isInteger(seconds) || seconds < 3) throw new Error('--seconds takes a whole number from 3')
  const wrong = await runBench(print, seconds)
  // A missed goal is a figure to look at; what went wrong makes every figure worthless.
  for (const what of wrong) process.stderr.write(`wrong: ${what}\n`)
  if (wrong.length > 0) process.exitCode = 1
})
