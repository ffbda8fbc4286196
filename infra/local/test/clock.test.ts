import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { clockEnv, readClock, refuseOtherTime, setDrivenClock } from '../clock.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(`${tmpdir()}/clock-`)
})
afterEach(() => rmSync(folder, { recursive: true }))

const spring = '2021-04-12T00:00:00.000Z'
const summer = '2021-07-01T00:00:00.000Z'

test('a driven stack goes on where it stood, though its Temporal begins at the machine’s time again', () => {
  setDrivenClock({ at: spring }, folder, 1_000)
  expect(readClock(folder)).toEqual({ at: spring, origin: spring, wall: 1_000 })
  setDrivenClock({}, folder, 9_000)
  expect(readClock(folder)).toEqual({ at: spring, origin: spring, wall: 9_000 })
  expect(() => refuseOtherTime({ mode: 'driven', at: summer }, folder)).toThrow('begin anew with --clean')
  expect(() => refuseOtherTime({ mode: 'driven', at: spring }, folder)).not.toThrow()
})

test('a scaled stack keeps its scale from start to start', () => {
  const first = clockEnv({ mode: 'scaled', at: spring, speed: 86_400 }, folder)
  expect(first).toMatchObject({ CLOCK: 'scaled', CLOCK_ORIGIN: spring, CLOCK_SPEED: '86400' })
  expect(clockEnv({ mode: 'scaled' }, folder)).toEqual(first)
  expect(() => refuseOtherTime({ mode: 'scaled', at: summer }, folder)).toThrow('has a time of its own')
  expect(() => refuseOtherTime({ mode: 'scaled', speed: 2 }, folder)).toThrow('runs at speed 86400')
})
