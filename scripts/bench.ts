import { parseArgs } from 'node:util'
import { runBench } from '../infra/local/bench/run.ts'
import { orSayWhy, print } from './table.ts'

await orSayWhy(async () => {
  const { values } = parseArgs({ options: { seconds: { type: 'string', default: '15' } } })
  const seconds = Number(values.seconds)
  if (!Number.isInteger(seconds) || seconds < 3) throw new Error('--seconds takes a whole number from 3')
  await runBench(print, seconds)
})
