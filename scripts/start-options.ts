import { parseArgs } from 'node:util'
import type { ClockChoice } from '../infra/local/clock.ts'
import { stackFolder } from '../infra/local/folders.ts'

export type StartOptions = { name: string; clock: ClockChoice; clean: boolean }

/** `npm start -- --clock driven --at 2021-04-12T07:00 --name x --clean`. Throws one sentence about what is wrong. */
export const startOptions = (args: string[]): StartOptions => {
  const { clock: mode, at, speed, name, clean } = parsed(args)
  const choice = clockChoice(mode ?? 'real', at && instant(at), speed === undefined ? undefined : factor(speed))
  // Each kind of time has data of its own: dossiers of 2021 have no place among today's.
  const stack = name ?? choice.mode
  stackFolder(stack) // refuses a name that would not do
  return { name: stack, clock: choice, clean: clean ?? false }
}

const parsed = (args: string[]) => {
  const text = { type: 'string' } as const
  const options = { clock: text, at: text, speed: text, name: text, clean: { type: 'boolean' } } as const
  try {
    return parseArgs({ args, options }).values
  } catch (error) {
    const [sentence = ''] = String(error instanceof Error ? error.message : error).split('. ')
    throw new Error(`${sentence}. npm start knows --clock, --at, --speed, --name and --clean`, { cause: error })
  }
}

const clockChoice = (mode: string, at: string | undefined, speed: number | undefined): ClockChoice => {
  if (mode === 'scaled') return { mode, at, speed }
  if (speed !== undefined) throw new Error('--speed goes with --clock scaled: other clocks run at their own pace')
  if (mode === 'driven') return { mode, at }
  if (mode !== 'real') throw new Error(`--clock ${mode} is unknown: use real, scaled or driven`)
  if (at !== undefined) throw new Error('--at goes with --clock scaled or --clock driven: real time is what it is')
  return { mode }
}

/** Vietnam's time when none is given: `2021-04-12T07:00` is 00:00 UTC. */
const instant = (at: string): string => {
  const [, local, zone] = /^(\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?)(Z|[+-]\d\d:\d\d)?$/.exec(at) ?? []
  const clockTime = local?.includes('T') ? local : `${local}T00:00`
  const ms = local ? Date.parse(`${clockTime}${zone ?? '+07:00'}`) : Number.NaN
  if (Number.isNaN(ms)) throw new Error(`--at ${at} is no time: write it like 2021-04-12T07:00 (Vietnam's time)`)
  return new Date(ms).toISOString()
}

const factor = (text: string): number => {
  const speed = Number(text)
  if (speed > 0 && Number.isFinite(speed)) return speed
  throw new Error(`--speed ${text} is no speed: give a number above 0; at 86400 a day takes a second`)
}
