import { beforeEach, expect, test } from 'vitest'
import { makeWatchdog } from '../src/watchdog.ts'

let now = 0
let deaths: string[] = []
const start = () => makeWatchdog({ sessionMs: 100, now: () => now, die: (why) => deaths.push(why) })
beforeEach(() => {
  now = 0
  deaths = []
})

test('a consumer that neither fetches nor beats for twice its session is dead', () => {
  const watchdog = start()
  now = 200
  watchdog.check()
  expect(deaths).toEqual([])
  now = 201
  watchdog.check()
  expect(deaths).toEqual(['no fetch and no heartbeat for 201 ms'])
})

test('each fetch and heartbeat counts from anew', () => {
  const watchdog = start()
  for (now = 0; now < 1000; now += 150) {
    watchdog.seen()
    watchdog.check()
  }
  expect(deaths).toEqual([])
})

const stands = { partition: 't/0', lag: 5, committed: '7' }
const live = (watchdog: ReturnType<typeof start>, until: number, lag = stands) => {
  for (; now < until; now += 50) {
    watchdog.seen()
    watchdog.check([lag])
  }
}

test('a partition with messages that does not move is a dead consumer, however it beats', () => {
  live(start(), 200)
  expect(deaths).toEqual([])
  now = 0
  const watchdog = start()
  live(watchdog, 300)
  expect(deaths[0]).toBe('t/0 has 5 messages and stands at 7')
})

test('a partition that moves, or is empty, or knowingly waits is alive', () => {
  const moving = start()
  live(moving, 150)
  live(moving, 300, { ...stands, committed: '8' })
  now = 0
  live(start(), 500, { ...stands, lag: 0 })
  now = 0
  const waiting = start()
  live(waiting, 150)
  waiting.busy()
  live(waiting, 300)
  expect(deaths).toEqual([])
})
