import { parseArgs } from 'node:util'
import { playCrashPoints } from '../infra/local/chaos/crash-points.ts'
import { playFaults } from '../infra/local/chaos/faults/play.ts'

// `npm run chaos`: lets processes die at every named place. `-- --seed 7 --minutes 10`: does to a stack what that seed plans.
const { values } = parseArgs({
  options: {
    hits: { type: 'string', default: '1,2,3' },
    seed: { type: 'string' },
    minutes: { type: 'string', default: '10' },
    plan: { type: 'string' },
    other: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
})
const { seed, plan, other, keep } = values
const say = (text: string) => void process.stdout.write(text)

const number = (name: string, text: string): number => {
  const value = Number(text)
  if (text.trim() !== '' && Number.isFinite(value)) return value
  throw new Error(`--${name} takes a number; "${text}" is none`)
}

const play = (): Promise<boolean> => {
  if (plan !== undefined) return playFaults({ file: plan }, { other, keep, say })
  if (seed !== undefined) {
    const wished = { seed: number('seed', seed), minutes: number('minutes', values.minutes) }
    return playFaults(wished, { other, keep, say })
  }
  const hits = values.hits.split(',').map(Number)
  if (!hits.every((hit) => Number.isSafeInteger(hit) && hit > 0))
    throw new Error(`--hits takes numbers from 1 on, separated by commas, as in --hits 1,3; "${values.hits}" is none`)
  return playCrashPoints(hits, say)
}
process.exitCode = (await play()) ? 0 : 1
