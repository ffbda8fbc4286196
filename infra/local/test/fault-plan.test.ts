import { expect, test } from 'vitest'
import { faultKinds, mayMeet } from '../chaos/faults/draw.ts'
import { type Fault, FaultPlan } from '../chaos/faults/fault.ts'
import { makeFaultPlan } from '../chaos/faults/make-plan.ts'

const seeds = Array.from({ length: 100 }, (_, seed) => seed)
const ends = ({ at, lasts }: Fault) => at + lasts

test('the same seed gives the same plan, another seed another', () => {
  expect(makeFaultPlan(7, 10)).toEqual(makeFaultPlan(7, 10))
  expect(makeFaultPlan(7, 10)).not.toEqual(makeFaultPlan(8, 10))
})

test('a plan survives being written down and read again', () => {
  const plan = makeFaultPlan(7, 10)
  expect(FaultPlan.parse(JSON.parse(JSON.stringify(plan)))).toEqual(plan)
})

test('there are more than twenty kinds, and ten minutes of any seed have each', () => {
  expect(faultKinds.length).toBeGreaterThanOrEqual(20)
  for (const seed of seeds) {
    const drawn = new Set(makeFaultPlan(seed, 10).faults.map(({ kind }) => kind))
    expect(
      faultKinds.filter((kind) => !drawn.has(kind)),
      `kinds that seed ${seed} leaves out`,
    ).toEqual([])
  }
})

test('faults come in order and are over in time', () => {
  for (const seed of seeds)
    for (const minutes of [1, 1.5, 10]) {
      const { faults } = makeFaultPlan(seed, minutes)
      expect(faults.map(({ at }) => at)).toEqual(faults.map(({ at }) => at).toSorted((a, b) => a - b))
      expect(Math.max(...faults.map(ends))).toBeLessThanOrEqual(minutes * 60)
    }
})

test('two faults go on at once only where both mean something', () => {
  let met = 0
  for (const seed of seeds) {
    const { faults } = makeFaultPlan(seed, 10)
    for (const [i, one] of faults.entries())
      for (const other of faults.slice(i + 1)) {
        if (other.at > ends(one)) continue
        met += 1
        expect(mayMeet(one, other), `${JSON.stringify(one)} and ${JSON.stringify(other)}`).toBe(true)
      }
  }
  expect(met, 'and some do').toBeGreaterThan(100)
})

test('a wiped server, a zombie and a full disk have the stack to themselves; a part and another server do not', () => {
  const killed: Fault = { kind: 'part-killed', at: 0, lasts: 1, part: 'casework' }
  const meets = (other: Fault) => mayMeet(killed, other) && mayMeet(other, killed)
  for (const kind of ['kafka-wiped', 'temporal-wiped', 'disk-full'] as const)
    expect(meets({ kind, at: 0, lasts: 1 })).toBe(false)
  expect(meets({ kind: 'zombie', at: 0, lasts: 1, part: 'postal' })).toBe(false)
  expect(meets({ kind: 'part-paused', at: 0, lasts: 1, part: 'casework' })).toBe(false)
  expect(meets({ kind: 'line-cut', at: 0, lasts: 1, part: 'casework', server: 'kafka' })).toBe(false)
  expect(meets({ kind: 'line-cut', at: 0, lasts: 1, part: 'postal', server: 'kafka' })).toBe(true)
  expect(meets({ kind: 'kafka-killed', at: 0, lasts: 1 })).toBe(true)
})

test('what is no seed, and too short a time, are refused', () => {
  expect(() => makeFaultPlan(-1, 10)).toThrow('whole number')
  expect(() => makeFaultPlan(1.5, 10)).toThrow('whole number')
  expect(() => makeFaultPlan(7, 0.1)).toThrow('too short')
})
