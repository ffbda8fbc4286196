import { expect, test } from 'vitest'
import { goOn, type Run, standOf } from '../src/bulk/run.ts'
import type { Problem } from '../src/frame/api.ts'

const problem = (status: number, code: string): Problem => ({ status, code, title: 'Không được.', detail: 'No.' })
const runOf = (n: number): Run => ({
  id: 'run',
  act: 'AcceptHandover',
  orders: Array.from({ length: n }, (_, i) => ({ id: `d${i}`, label: `H21-${i}`, version: 1, command: {} })),
  skips: [{ id: 's', label: 'H21-s', problem: problem(409, 'no-handover') }],
  answers: {},
})
class Refused extends Error {
  problem: Problem
  constructor(given: Problem) {
    super(given.code)
    this.problem = given
  }
}
const problemOf = (error: unknown): Problem => (error instanceof Refused ? error.problem : problem(0, 'offline'))
const quiet = { problemOf, tell: () => {}, isStopped: () => false, wait: async () => {} }

test('every order is sent once, under a key of its own that is the same whenever it is sent', async () => {
  const keys: string[] = []
  const { run, halted } = await goOn(runOf(1_000), { ...quiet, send: async (_, key) => void keys.push(key) })
  expect(halted).toBeUndefined()
  expect(standOf(run)).toEqual({ all: 1_000, done: 1_000, refused: 0, left: 0, skipped: 1 })
  expect(new Set(keys).size).toBe(1_000)
  expect(keys).toContain('run:d7')
})

test('what the ledger refuses is named with its rule, and the others go on', async () => {
  const send = async ({ id }: { id: string }) => {
    if (id === 'd3') throw new Refused({ ...problem(409, 'moved-on'), rule: 'art. 1' })
  }
  const { run } = await goOn(runOf(10), { ...quiet, send })
  expect(standOf(run)).toMatchObject({ done: 9, refused: 1, left: 0 })
  expect(run.answers['d3']).toMatchObject({ is: 'refused', problem: { code: 'moved-on', rule: 'art. 1' } })
})

test.each([0, 401, 500, 503])(
  'where nobody answers (%i) the run stands, and going on sends what is left alone',
  async (status) => {
    const sent: string[] = []
    let isDown = true
    const send = async ({ id }: { id: string }) => {
      if (isDown && id >= 'd5') throw new Refused(problem(status, 'down'))
      sent.push(id)
    }
    const first = await goOn(runOf(10), { ...quiet, send, atOnce: 1 })
    expect(first.halted?.status).toBe(status)
    expect(standOf(first.run)).toMatchObject({ done: 5, refused: 0, left: 5 })
    isDown = false
    const second = await goOn(JSON.parse(JSON.stringify(first.run)), { ...quiet, send, atOnce: 1 })
    expect(standOf(second.run)).toMatchObject({ done: 10, left: 0 })
    expect(sent).toEqual(Array.from({ length: 10 }, (_, i) => `d${i}`))
  },
)

test('asked for patience, it waits and asks again', async () => {
  let waits = 0
  let refusals = 3
  const send = async () => {
    if (refusals-- > 0) throw new Refused(problem(429, 'too-many-requests'))
  }
  const wait = async () => void (waits += 1)
  const { run } = await goOn(runOf(5), { ...quiet, send, wait })
  expect([waits, standOf(run).done]).toEqual([3, 5])
})

test('stopped in the middle, nothing more is sent, and what was under way is kept', async () => {
  let sent = 0
  const isStopped = () => sent >= 4
  const { run } = await goOn(runOf(100), { ...quiet, isStopped, send: async () => void (sent += 1) })
  expect(standOf(run)).toMatchObject({ done: sent, left: 100 - sent })
  expect(sent).toBeLessThan(10)
})
