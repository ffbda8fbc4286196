import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** How a stack's business time runs. `at` is where it begins; without it a stack goes on where it stood. */
export type ClockChoice =
  | { mode: 'real' }
  | { mode: 'scaled'; at?: string | undefined; speed?: number | undefined }
  | { mode: 'driven'; at?: string | undefined }

/**
 * `.local/stacks/<name>/clock.json`. Scaled: at `wall` it was `origin`, and business time runs `speed` times as fast.
 * Driven: it is `at`, and the time-skipping server's own clock showed `wall` (ms) at `origin`.
 */
type ScaledClock = { wall: string; origin: string; speed: number }
export type DrivenClock = { at: string; origin: string; wall: number }

export const clockFile = (folder: string): string => `${folder}/clock.json`

// Driven time leaps from one moment to the next at which something is due: whoever looks once a second makes each leap take one.
const oftenLooked = { SWEEP_MS: '50', CARRIER_ROUND_MS: '50' }

/** What every process of the stack is told. */
export const clockEnv = (choice: ClockChoice, folder: string): Record<string, string> => {
  switch (choice.mode) {
    case 'real':
      return { CLOCK: 'real' }
    case 'scaled': {
      const { wall, origin, speed } = scaledClock(choice, folder)
      return { CLOCK: 'scaled', CLOCK_WALL: wall, CLOCK_ORIGIN: origin, CLOCK_SPEED: `${speed}` }
    }
    case 'driven':
      return { CLOCK: 'driven', CLOCK_FILE: clockFile(folder), ...oftenLooked }
  }
}

/** Before anything is started: a stack with a time of its own does not begin at another. */
export const refuseOtherTime = (choice: ClockChoice, folder: string): void => {
  switch (choice.mode) {
    case 'real':
      return
    case 'scaled': {
      const kept = readClock<ScaledClock>(folder)
      if (kept) refuseOtherStart(choice.at, kept.origin, folder)
      if (kept && choice.speed && choice.speed !== kept.speed)
        throw new Error(`This stack runs at speed ${kept.speed}: leave --speed out, or begin anew with --clean`)
      return
    }
    case 'driven': {
      const kept = readClock<DrivenClock>(folder)
      if (kept) refuseOtherStart(choice.at, kept.at, folder)
    }
  }
}

const day = 86_400

// Kept, since dossiers were opened by it: after a pause business time has gone on as fast.
const scaledClock = (choice: Extract<ClockChoice, { mode: 'scaled' }>, folder: string): ScaledClock => {
  const kept = readClock<ScaledClock>(folder)
  if (kept) return kept
  const wall = new Date().toISOString()
  const clock = { wall, origin: choice.at ?? wall, speed: choice.speed ?? day }
  writeClock(folder, clock)
  return clock
}

/** Called when the time-skipping server has started: its clock begins anew each time, the stack's business time does not. */
export const setDrivenClock = (choice: { at?: string | undefined }, folder: string, serverNow: number): void => {
  const kept = readClock<DrivenClock>(folder)
  const at = kept?.at ?? choice.at ?? new Date(serverNow).toISOString()
  writeClock(folder, { at, origin: at, wall: serverNow } satisfies DrivenClock)
}

const refuseOtherStart = (wanted: string | undefined, stands: string, folder: string) => {
  if (!wanted || Date.parse(wanted) === Date.parse(stands)) return
  throw new Error(
    `The stack in ${folder} has a time of its own (${stands}): leave --at out to go on from there, or begin anew with --clean`,
  )
}

export const readClock = <T>(folder: string): T | undefined =>
  existsSync(clockFile(folder)) ? JSON.parse(readFileSync(clockFile(folder), 'utf8')) : undefined

/** What time it is for the business of a scaled stack. */
export const scaledNow = (folder: string): Date => {
  const kept = readClock<ScaledClock>(folder)
  if (kept === undefined) throw new Error(`${clockFile(folder)} is missing: is this a scaled stack, and started?`)
  const passed = (Date.now() - Date.parse(kept.wall)) * kept.speed
  return new Date(Date.parse(kept.origin) + passed)
}

/** Readers poll the file, so it changes in one step. */
export const writeClock = (folder: string, clock: ScaledClock | DrivenClock): void => {
  mkdirSync(dirname(clockFile(folder)), { recursive: true })
  writeFileSync(`${clockFile(folder)}.new`, JSON.stringify(clock))
  renameSync(`${clockFile(folder)}.new`, clockFile(folder))
}
