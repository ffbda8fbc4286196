import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { FaultPlan } from '../chaos/faults/fault.ts'
import { runFaults } from '../chaos/faults/fault-run.ts'

/** Plans under which something once was not as promised, each with what it was. */
const Failed = z.array(z.strictObject({ was: z.string(), plan: FaultPlan }))
const file = new URL('../chaos/faults/failed-plans.json', import.meta.url)
const failed = Failed.parse(JSON.parse(readFileSync(file, 'utf8')))

test('every plan that ever failed says what it was', () => {
  for (const { was } of failed) expect(was.length).toBeGreaterThan(20)
})

test.each(failed)(
  'seed $plan.seed: $was',
  async ({ plan }) => {
    const { lost, doubled, mailsTwice, brokenLives, brokenInvariants, outcomes } = await runFaults(plan, {
      say: () => {},
    })
    const unwell = outcomes.filter(({ trouble, recoveredMs }) => trouble !== undefined || recoveredMs === undefined)
    expect({ lost, doubled, mailsTwice, brokenLives, brokenInvariants, unwell }).toEqual({
      lost: [],
      doubled: [],
      mailsTwice: [],
      brokenLives: [],
      brokenInvariants: [],
      unwell: [],
    })
  },
  1_200_000,
)
