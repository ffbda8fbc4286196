import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { businessMs, wallMsUntil } from '@dossier/contracts/business-time'
import { afterAll, expect, test } from 'vitest'
import { makeClock, setDrivenClock, startDrivenClock } from '../src/clock.ts'

const folder = mkdtempSync(join(tmpdir(), 'clock-'))
const file = join(folder, 'clock.json')
afterAll(() => rmSync(folder, { recursive: true }))

test('without a word business time is real time', () => {
  const clock = makeClock({}, () => 1_800_000_000_000)
  expect(clock.now()).toBe('2027-01-15T08:00:00.000Z')
  expect(clock.scale()).toEqual({ wall: 0, origin: 0, speed: 1 })
})

test('on a scaled clock a day takes a second', () => {
  const [CLOCK_WALL, CLOCK_ORIGIN] = ['2026-11-22T00:00:00Z', '2021-04-12T00:00:00Z']
  const env = { CLOCK_WALL, CLOCK_ORIGIN, CLOCK_SPEED: 86_400 }
  expect(makeClock(env, () => Date.parse('2026-11-22T00:00:02Z')).now()).toBe('2021-04-14T00:00:00.000Z')
})

test.each([
  [{ CLOCK_SPEED: 2 }, 'go together'],
  [{ CLOCK: 'scaled' as const }, 'go together'],
  [{ CLOCK: 'driven' as const }, 'needs CLOCK_FILE'],
  [{ CLOCK: 'driven' as const, CLOCK_FILE: file, CLOCK_SPEED: 2 }, 'unset CLOCK_WALL'],
])('half a clock is refused: %j', (env, sentence) => {
  expect(() => makeClock(env)).toThrow(sentence)
})

test('a driven clock stands until it is moved, then all who read it read the same', () => {
  startDrivenClock(file, '2021-04-12T00:00:00.000Z', 1_800_000_000_000)
  const [one, two] = [makeClock({ CLOCK: 'driven', CLOCK_FILE: file }), makeClock({ CLOCK_FILE: file })]
  expect(one.now()).toBe('2021-04-12T00:00:00.000Z')
  setDrivenClock(file, '2021-04-13T09:30:00Z')
  expect([one.now(), two.now()]).toEqual(Array(2).fill('2021-04-13T09:30:00.000Z'))
  expect(() => setDrivenClock(file, '2021-04-13T09:29:59Z')).toThrow('does not go back')
})

test('the scale of a driven clock maps the workflow server to business time, wherever the clock stands', () => {
  startDrivenClock(file, '2021-04-12T00:00:00.000Z', 1_800_000_000_000)
  setDrivenClock(file, '2021-05-01T00:00:00.000Z')
  const scale = makeClock({ CLOCK_FILE: file }).scale()
  expect(new Date(businessMs(1_800_000_060_000, scale)).toISOString()).toBe('2021-04-12T00:01:00.000Z')
  expect(wallMsUntil('2021-04-12T01:00:00.000Z', 1_800_000_000_000, scale)).toBe(3_600_000)
})

test('a file that is no clock is named', () => {
  writeFileSync(file, '{"at":"soon"}')
  expect(() => makeClock({ CLOCK_FILE: file }).now()).toThrow(file)
})
