import { expect, test } from 'vitest'
import { staying } from '../src/engines/engine.ts'

const workerDiedMs = 2 * 10_000
const offender = { id: 'a', why: 'its story runs, and the dossier is over' }

/** What is found where all is mended after so many ms. */
const foundOf = (mendedMs: number) => {
  let now = 0
  const look = async () => ({ examined: 1, offenders: now < mendedMs ? [offender] : [] })
  const wait = async (ms: number) => void (now += ms)
  return staying(look, wait)
}

test('a story that waits for the task of a worker that died is not lost', async () => {
  expect(await foundOf(workerDiedMs)).toEqual({ examined: 1, offenders: [] })
})

test('what stays wrong is told', async () => {
  expect(await foundOf(Number.POSITIVE_INFINITY)).toEqual({ examined: 1, offenders: [offender] })
})
