import { expect, test } from 'vitest'
import { staying } from '../src/engines/engine.ts'

const workerDiedMs = 2 * 10_000
const offender = (id: string) => ({ id, why: 'its story runs, and the dossier is over' })

/** What is found where each of these is wrong between its two moments, in ms. */
const found = async (wrong: Record<string, [number, number]>) => {
  let now = 0
  const look = async () => {
    const offenders = Object.entries(wrong).filter(([, [from, until]]) => from <= now && now < until)
    return { examined: 1, offenders: offenders.map(([id]) => offender(id)) }
  }
  const { offenders } = await staying(look, async (ms) => void (now += ms))
  return offenders.map(({ id }) => id)
}

test('a story that waits for the task of a worker that died is not lost', async () => {
  expect(await found({ waits: [0, workerDiedMs] })).toEqual([])
})

test('what stays wrong is told; what came meanwhile has its own time', async () => {
  const ever = Number.POSITIVE_INFINITY
  expect(await found({ late: [0, 1], lost: [0, ever], new: [1, ever] })).toEqual(['lost'])
})
