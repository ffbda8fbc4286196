import { expect, test } from 'vitest'
import { makeGathered } from '../src/gathered.ts'

/** Batches that are done when the test says so. */
type Manner = { atOnce?: number; most?: number; fails?: (batch: readonly string[]) => boolean }
const workshop = ({ atOnce = 1, most = 10, fails = () => false }: Manner = {}) => {
  const begun: string[][] = []
  const doors: (() => void)[] = []
  const together = async (batch: readonly string[]) => {
    begun.push([...batch])
    await new Promise<void>((open) => doors.push(open))
    if (fails(batch)) throw new Error(`${batch.join()} failed`)
  }
  const give = makeGathered<string, string>({
    keyOf: (one) => one.slice(0, 1),
    atOnce,
    most,
    alone: async (one) => {
      await together([one])
      return `${one} alone`
    },
    all: async (batch) => {
      await together(batch)
      return (one) => `${one} of ${batch.length}`
    },
  })
  const open = async () => {
    doors.splice(0).forEach((door) => door())
    await new Promise(setImmediate)
  }
  return { give, begun, open }
}

test('the first goes alone and at once; what comes meanwhile goes together after it', async () => {
  const { give, begun, open } = workshop()
  const results = Promise.all(['a', 'b', 'c'].map(give))
  expect(begun).toEqual([['a']])
  await open()
  expect(begun).toEqual([['a'], ['b', 'c']])
  await open()
  expect(await results).toEqual(['a alone', 'b of 2', 'c of 2'])
})

test('two of one key are never under way together, in one batch or in two', async () => {
  const { give, begun, open } = workshop({ atOnce: 2 })
  const results = Promise.all(['a1', 'a2', 'b1', 'a3'].map(give))
  expect(begun).toEqual([['a1'], ['b1']])
  for (let i = 0; i < 3; i += 1) await open()
  expect(begun).toEqual([['a1'], ['b1'], ['a2'], ['a3']])
  expect(await results).toHaveLength(4)
})

test('a batch holds no more than so many', async () => {
  const { give, begun, open } = workshop({ most: 2 })
  const results = Promise.all(['a', 'b', 'c', 'd'].map(give))
  for (let i = 0; i < 3; i += 1) await open()
  expect(begun).toEqual([['a'], ['b', 'c'], ['d']])
  await results
})

test('where a batch fails each is done alone: one failure is nobody else’s, and the next go on', async () => {
  const { give, begun, open } = workshop({ fails: (batch) => batch.includes('c') })
  const results = Promise.allSettled(['a', 'b', 'c', 'd'].map(give))
  for (let i = 0; i < 4; i += 1) await open()
  expect(begun).toEqual([['a'], ['b', 'c', 'd'], ['b'], ['c'], ['d']])
  const last = give('e')
  await open()
  expect(await last).toBe('e alone')
  expect((await results).map((one) => ('value' in one ? one.value : String(one.reason)))).toEqual([
    'a alone',
    'b alone',
    'Error: c failed',
    'd alone',
  ])
})
