import { beforeAll, expect, test } from 'vitest'
import { type CrashReport, runCrashes } from '../../chaos/crash-run.ts'
import { everyCrash, inRounds } from '../../chaos/crash-targets.ts'

// A sample of what `npm run chaos` does: four rounds, in each of which every part dies once.
const sample = inRounds(everyCrash([1, 2, 3]))
  .filter((_, nth) => nth % 6 === 2)
  .slice(0, 4)
  .flat()

let report: CrashReport
beforeAll(async () => {
  report = await runCrashes(sample, () => {})
}, 300_000)

test('twenty processes die in the midst of what they do', () => {
  expect(sample.length).toBeGreaterThanOrEqual(20)
  expect(report.notReached).toEqual([])
  expect(report.died).toBe(sample.length)
})

test('what clients were told was done is there, once', () => {
  const { acknowledged, found, lost, doubled, mailsTwice } = report
  expect({ lost, doubled, mailsTwice }).toEqual({ lost: [], doubled: [], mailsTwice: [] })
  expect(found).toBe(acknowledged)
  expect(acknowledged).toBeGreaterThan(30)
})

test('afterwards every invariant holds', () => {
  expect(report.broken).toEqual([])
})
