import type { LimitVariant } from '@dossier/contracts/procedure'
import type { Limit, LimitUnit } from '@dossier/contracts/time'
import { expect, test } from 'vitest'
import { startOf } from '../src/legal-clock.ts'
import { stagesUnder } from '../src/limit-variant.ts'
import { countStages, endOf } from '../src/stage-count.ts'
import { calendar, district, local, said, sessions } from './fixtures.ts'
import { life } from './life.ts'
import { p1, p2, p6, p7 } from './procedures.ts'

const limit = (amount: number, unit: LimitUnit): Limit => ({ amount, unit })
const variant = (statutory: Limit, stage?: string): LimitVariant => ({
  id: 'extended',
  name: 'Kéo dài',
  statutory,
  legalBasis: 'fx',
  ...(stage === undefined ? {} : { stage }),
})
const start = startOf(local('2024-06-03 09:00'))
const ways = { calendar, sessions }
const limitsUnder = (one: LimitVariant | undefined, { route } = p7) =>
  stagesUnder(one, route, start, ways).map(({ limit: { amount, unit } }) => `${amount} ${unit}`)

test('without a variant every stage keeps its own limit', () => {
  expect(limitsUnder(undefined)).toEqual(['1 day', '13 day', '1 day'])
})

test('ten days more than the stages sum up to go to the last stage', () => {
  expect(limitsUnder(variant(limit(25, 'day')))).toEqual(['1 day', '13 day', '11 day'])
})

test('or to the stage the variant names', () => {
  expect(limitsUnder(variant(limit(25, 'day'), 'appraise'))).toEqual(['1 day', '23 day', '1 day'])
})

test('a variant no longer than the stages shortens none of them', () => {
  expect(limitsUnder(variant(limit(15, 'day')))).toEqual(['1 day', '13 day', '1 day'])
  expect(limitsUnder(variant(limit(10, 'day')))).toEqual(['1 day', '13 day', '1 day'])
})

test('an only stage has the variant for its limit, a shorter one too', () => {
  expect(limitsUnder(variant(limit(5, 'working-day')), p2)).toEqual(['5 working-day'])
  const only = { ...p2, route: p2.route.map((stage) => ({ ...stage, statutory: limit(10, 'working-day') })) }
  expect(limitsUnder(variant(limit(24, 'hour')), only)).toEqual(['24 hour'])
})

test('of parallel branches the longest is in the sum, and a same-day stage gets the unit of the variant', () => {
  expect(limitsUnder(variant(limit(5, 'working-day')), p1)).toEqual(['0 same-day', '3 working-day'])
  expect(limitsUnder(variant(limit(5, 'working-day'), 'birth'), p1)).toEqual(['2 working-day', '1 working-day'])
})

test('in mixed units the stage gets as many of its own as the plan needs to reach the due date, and no more', () => {
  const whole = variant(limit(40, 'day')) // 03/06 + 40 days rolls over a weekend to Monday 15/07
  const ends = (by: number) => {
    const stages = stagesUnder(whole, p6.route, start, ways)
    const shorter = stages.map((one, i) =>
      i === 2 ? { ...one, limit: { ...one.limit, amount: one.limit.amount - by } } : one,
    )
    const counted = countStages(start, shorter, ways)
    return 'missingYear' in counted ? undefined : said(endOf(counted, start))
  }
  expect(ends(0)).toBe('2024-07-15')
  expect(ends(1)).toBe('2024-07-12')
})

test('no last stage is overdue while a lengthened dossier has days left', () => {
  const extended = { ...p7, limit: { ...p7.limit, variants: [variant(limit(25, 'day'))] } }
  const told = life({ procedure: extended, desk: district.desk })
    .opens('2024-06-03 09:00')
    .does('2024-06-03 09:00', { type: 'Accept', variant: 'extended' })
  const { count } = told.dossier()
  expect(said(count?.due)).toBe('2024-06-28')
  expect((count?.stages.at(-1)?.due.on ?? '') >= '2024-06-28').toBe(true)
})
