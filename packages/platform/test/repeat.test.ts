import { setTimeout } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { repeat } from '../src/repeat.ts'

test('a round begins when the last one has ended, and what fails is reported and tried again', async () => {
  const troubles: unknown[] = []
  let [underWay, most, rounds, after] = [0, 0, 0, 0]
  const slow = async () => {
    underWay += 1
    most = Math.max(most, underWay)
    await setTimeout(5)
    underWay -= 1
    rounds += 1
    if (rounds === 1) throw new Error('the database is away')
  }
  const repeating = repeat([slow, async () => void (after += 1)], { everyMs: 1, report: (one) => troubles.push(one) })
  await vi.waitFor(() => expect(rounds).toBeGreaterThan(3))
  await repeating.stop()
  expect(most).toBe(1)
  expect(troubles).toHaveLength(1)
  expect(after).toBeGreaterThanOrEqual(rounds - 1)
})

test('stopping waits for what is under way, and begins nothing more', async () => {
  const gate = Promise.withResolvers<void>()
  let [begun, ended] = [0, 0]
  const work = async () => {
    begun += 1
    await gate.promise
    ended += 1
  }
  const repeating = repeat([work, work], { everyMs: 1, report: () => {} })
  const stopped = repeating.stop()
  gate.resolve()
  await stopped
  expect([begun, ended]).toEqual([1, 1])
})
