import { beforeAll, expect, test } from 'vitest'
import { type FaultReport, runFaults } from '../../chaos/faults/fault-run.ts'
import type { FaultPlan } from '../../chaos/faults/fault.ts'

// A sample of what `npm run chaos -- --seed` does: one fault of each family, close after one another.
const sample: FaultPlan = {
  seed: 0,
  minutes: 1.2,
  faults: [
    { kind: 'part-killed', at: 3, lasts: 0.5, part: 'casework' },
    { kind: 'line-half-open', at: 9, lasts: 3, part: 'postal', server: 'postgres' },
    { kind: 'messages-malformed', at: 16, lasts: 0, topic: 'casework.dossier.v1', count: 4 },
    { kind: 'clock-skewed', at: 22, lasts: 4, part: 'casework', aheadMs: 4_000 },
    { kind: 'postgres-crashed', at: 36, lasts: 1 },
    { kind: 'kafka-wiped', at: 44, lasts: 1 },
  ],
}

let report: FaultReport
beforeAll(async () => {
  report = await runFaults(sample, { say: () => {} })
}, 400_000)

test('every fault happened, and after each all was well again', () => {
  expect(report.outcomes.map(({ fault, trouble }) => [fault.kind, trouble])).toEqual(
    sample.faults.map(({ kind }) => [kind, undefined]),
  )
  expect(report.outcomes.filter(({ recoveredMs }) => recoveredMs === undefined)).toEqual([])
})

test('dossiers lived on through all of it', () => {
  expect(report.brokenLives).toEqual([])
  expect(report.lived).toBeGreaterThan(10)
})

test('what clients were told was done is there, once', () => {
  const { acknowledged, found, lost, doubled, mailsTwice } = report
  expect({ lost, doubled, mailsTwice }).toEqual({ lost: [], doubled: [], mailsTwice: [] })
  expect(found).toBe(acknowledged)
  expect(acknowledged).toBeGreaterThan(100)
})

test('afterwards every invariant holds', () => {
  expect(report.brokenInvariants).toEqual([])
})
