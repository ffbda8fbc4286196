import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { businessMs, realTime, type TimeScale } from '@dossier/contracts/business-time'
import * as z from 'zod'
import type { ClockEnv } from './process.ts'

/**
 * The only source of business time; every process of a stack is given the same. `now` is an instant: UTC with
 * milliseconds. `scale` is for workflows: how the time of their server maps to business time.
 */
export type Clock = { now: () => string; scale: () => TimeScale }

/** Real, scaled or driven, as the environment says. Throws when it says two things, or half a thing. */
export const makeClock = (env: Partial<z.output<typeof ClockEnv>>, wallMs = Date.now): Clock => {
  const { CLOCK, CLOCK_FILE: file, CLOCK_WALL, CLOCK_ORIGIN, CLOCK_SPEED } = env
  const scaled = CLOCK_WALL ?? CLOCK_ORIGIN ?? CLOCK_SPEED
  if (CLOCK === 'driven' || (CLOCK === undefined && file !== undefined)) {
    if (file === undefined) throw new Error('CLOCK=driven needs CLOCK_FILE, the file its driver writes')
    if (scaled !== undefined) throw new Error('A driven clock is set by its file: unset CLOCK_WALL, _ORIGIN and _SPEED')
    return drivenClock(file)
  }
  if (CLOCK === 'real' || (CLOCK === undefined && scaled === undefined)) return running(realTime, wallMs)
  if (CLOCK_WALL === undefined || CLOCK_ORIGIN === undefined || CLOCK_SPEED === undefined)
    throw new Error('CLOCK_WALL, CLOCK_ORIGIN and CLOCK_SPEED go together: set all three, or none for real time')
  return running({ wall: Date.parse(CLOCK_WALL), origin: Date.parse(CLOCK_ORIGIN), speed: CLOCK_SPEED }, wallMs)
}

const running = (scale: TimeScale, wallMs: () => number): Clock => ({
  now: () => new Date(businessMs(wallMs(), scale)).toISOString(),
  scale: () => scale,
})

const instant = z.iso.datetime().transform((at) => new Date(at).toISOString())
/**
 * What a driver writes: the instant it is, and the pair that tells workflows how their server's time (`wall`, ms since
 * 1970) maps to business time (`origin`, an instant).
 */
export const DrivenTime = z.object({ at: instant, origin: instant, wall: z.number() })
export type DrivenTime = z.output<typeof DrivenTime>

/** Reads what the driver wrote. Throws with the file's name when it is missing or does not fit. */
export const readDrivenClock = (file: string): DrivenTime => {
  try {
    return DrivenTime.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new Error(`${file} does not hold a driven clock {at, origin, wall}; its driver writes it`, { cause })
  }
}

// Read each time, a few µs: once the driver has moved it no process may still answer with the old instant.
const drivenClock = (file: string): Clock => ({
  now: () => readDrivenClock(file).at,
  scale: () => {
    const { wall, origin } = readDrivenClock(file)
    return { wall, origin: Date.parse(origin), speed: 1 }
  },
})

/** Begins a driven clock: business time stands at `at`, while the workflow server's clock shows `wall` (ms, default now). */
export const startDrivenClock = (file: string, at: string, wall = Date.now()): void =>
  write(file, { at, origin: at, wall })

/** Moves a driven clock to `at`, for all processes at once. Throws if it was never begun, or would go back. */
export const setDrivenClock = (file: string, at: string): void => {
  const time = readDrivenClock(file)
  if (Date.parse(at) < Date.parse(time.at)) throw new Error(`Business time does not go back: ${time.at} to ${at}`)
  write(file, { ...time, at })
}

const write = (file: string, time: DrivenTime) => {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify(DrivenTime.parse(time)))
  renameSync(draft, file) // at once: nobody reads half a clock
}
