import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Driver, openDriver } from '../../driver.ts'
import { keepRunning } from '../../keep-running.ts'
import { freePorts } from '../../ports.ts'
import { openStack, type Stack } from '../../stack.ts'
import { moment } from '../../story/local-time.ts'
import { scenarios } from '../../story/scenarios.ts'
import type { Check } from '../../story/scenario.ts'
import { serversOf } from '../../story/servers.ts'
import { playOn } from '../../story/stage.ts'
import { openTimetables } from '../../story/timetable.ts'
import { auditStack } from '../../audit.ts'

// One stack lives through all that are to be played, in the order of their days; stories that overlap take turns.
let stack: Stack
let driver: Driver
let keeper: ReturnType<typeof keepRunning>
const played = new Map<string, Promise<Check[]>>()
// oxlint-disable-next-line no-empty-pattern -- Vitest reads from the pattern which fixtures are wanted: none
beforeAll(async ({}, { tasks }) => {
  const chosen = scenarios.filter(({ id }) => tasks.some(({ name, mode }) => name.startsWith(id) && mode !== 'skip'))
  const clock = { mode: 'driven', at: moment(chosen[0]?.begins ?? '2021-03-15T07:00') } as const
  const wish = { name: `test-${process.pid}-scenarios`, ports: await freePorts(), clock, unsafe: true, env: {} }
  // Without Kafka for longer than twice a session a service leaves, to be started again.
  stack = openStack(wish, ({ type, part }) => {
    if (type === 'fell') keeper.onFall(part)
  })
  keeper = keepRunning(stack, () => {})
  vi.stubEnv('UNANNOUNCED_YEAR', 'provisional') // S10 tells what becomes of a date that is not firm
  vi.stubEnv('KAFKA_SESSION_MS', '10000') // S11 takes Kafka away: whoever was in a group is waited for that long
  await stack.start()
  driver = await openDriver(stack.plan)
  const times = openTimetables(driver, chosen)
  const servers = serversOf(stack, driver)
  for (const [scenario, time] of times) {
    const playing = playOn({ plan: stack.plan, time, print: () => {}, servers }, scenario)
    playing.catch(() => {}) // its own test tells
    played.set(scenario.id, playing)
  }
}, 180_000)
afterAll(async () => {
  keeper.stop()
  await driver.close()
  await stack.stop()
  rmSync(stack.plan.folder, { recursive: true, force: true })
}, 60_000)

test.each(scenarios)(
  '$id: $title',
  async ({ id }) => {
    const checks = (await played.get(id)) ?? []
    const kept = checks.map(({ what, expected }) => ({ what, found: expected }))
    const found = checks.map(({ what, found: is }) => ({ what, found: is }))
    expect(found).toEqual(kept)
    expect(checks.length).toBeGreaterThan(3)
  },
  300_000,
)

test('after them all every invariant holds, at any time and when all is quiet', async () => {
  await Promise.allSettled(played.values())
  await driver.settle()
  for (const form of ['any-time', 'quiescent'] as const) {
    const { dossiers, examined, broken } = await auditStack(stack.plan, form)
    expect(broken).toEqual([])
    expect(dossiers).toBeGreaterThan(scenarios.length)
    const blind = Object.entries(examined).filter(([, count]) => count === 0)
    expect(blind).toEqual([])
  }
}, 120_000)
