import type { Limit, LimitUnit } from '@dossier/contracts/time'
import { describe, expect, test } from 'vitest'
import { type DuePlan, type Limits, planOf } from '../src/due-plan.ts'
import { startOf } from '../src/legal-clock.ts'
import { calendar, centre, commune, local, provisional, said, sessions } from './fixtures.ts'
import { life } from './life.ts'
import { p1, p2, p6 } from './procedures.ts'

const wd = (amount: number, unit: LimitUnit = 'working-day'): Limit => ({ amount, unit })
const stage = (id: string, limit: Limit) => ({ id, limit })
const planned = (from: string, limits: Limits, years = calendar): DuePlan => {
  const plan = planOf(startOf(local(from)), limits, { calendar: years, sessions })
  if ('missingYear' in plan) throw new Error(`${plan.missingYear} is not announced`)
  return plan
}
const missing = (limits: Partial<Limits>) => {
  const short = { whole: wd(1), stages: [stage('only', wd(1))] }
  return planOf(startOf(local('2026-12-29 09:00')), { ...short, ...limits }, { calendar, sessions })
}

describe('the plan of a due date', () => {
  test('has the shorter limit the Chairman promised beside the law’s own', () => {
    const plan = planned('2024-06-03 09:00', { whole: wd(10), committed: wd(7), stages: [stage('only', wd(10))] })
    expect([said(plan.due), said(plan.committed)]).toEqual(['2024-06-17', '2024-06-12'])
    expect(planned('2024-06-03 09:00', { whole: wd(10), stages: [] })).not.toHaveProperty('committed')
  })

  test('without a limit of its own is due when its last stage is, and explains each', () => {
    const stages = [stage('commune', wd(2)), stage('district', wd(3, 'day'))]
    const plan = planned('2024-06-03 09:00', { whole: 'sum-of-stages', stages })
    expect(plan.stages.map(said)).toEqual(['2024-06-05', '2024-06-10'])
    expect(said(plan.due)).toBe('2024-06-10')
    expect(plan.walk.map(({ stage: id, from, to }) => [id, from, to])).toEqual([
      ['commune', '2024-06-03', '2024-06-05'],
      ['district', '2024-06-05', '2024-06-10'],
    ])
    expect(plan.counts.map(({ stage: id, start }) => [id, start.on])).toEqual([
      ['commune', '2024-06-03'],
      ['district', '2024-06-05'],
    ])
  })

  test('lets the branches of a stage run at once, and its own limit begin where the latest ends', () => {
    const lead = { id: 'lead', limit: wd(1), branches: [wd(2), wd(4), wd(3, 'day')] }
    const stages = [stage('commune', wd(2)), lead, stage('sign', wd(1))]
    const plan = planned('2024-06-03 09:00', { whole: 'sum-of-stages', stages })
    expect(plan.stages.map(said)).toEqual(['2024-06-05', '2024-06-12', '2024-06-13'])
    expect(said(plan.due)).toBe('2024-06-13')
    expect(plan.walk.map(({ stage: id, from, to }) => [id, from, to])).toEqual([
      ['commune', '2024-06-03', '2024-06-05'],
      ['lead', '2024-06-05', '2024-06-11'],
      ['lead', '2024-06-11', '2024-06-12'],
      ['sign', '2024-06-12', '2024-06-13'],
    ])
  })

  test('with a limit of its own is due by that, whatever its stages come to, and explains that alone', () => {
    const plan = planned('2024-06-03 09:00', {
      whole: wd(5),
      stages: [stage('commune', wd(2)), stage('district', wd(9))],
    })
    expect([said(plan.due), plan.walk.length, plan.walk[0]?.stage]).toEqual(['2024-06-10', 1, undefined])
  })

  test('without stages and limit is due on the day it begins', () => {
    expect(said(planned('2024-06-03 09:00', { whole: 'sum-of-stages', stages: [] }).due)).toBe('2024-06-03')
  })

  test('is missing the year that any of its limits reaches into', () => {
    expect(missing({})).not.toHaveProperty('missingYear')
    expect(missing({ whole: wd(9) })).toEqual({ missingYear: 2027 })
    expect(missing({ committed: wd(9) })).toEqual({ missingYear: 2027 })
    expect(missing({ stages: [stage('only', wd(9))] })).toEqual({ missingYear: 2027 })
    expect(missing({ stages: [{ ...stage('only', wd(1)), branches: [wd(9)] }] })).toEqual({ missingYear: 2027 })
  })

  test('is provisional where any of its limits ends in a year that is not announced', () => {
    const of = (whole: Limits['whole'], days: number) =>
      planned('2026-12-29 09:00', { whole, stages: [stage('only', wd(days))] }, provisional).provisional
    expect([of(wd(1), 1), of(wd(9), 1), of(wd(1), 9), of('sum-of-stages', 9)]).toEqual([false, true, true, true])
  })
})

describe('the count of a dossier', () => {
  const accepted = (procedure: typeof p6, at: string, desk = commune.desk) =>
    life({ procedure, desk }).opens(at).does(at, { type: 'Accept' }).dossier()

  test('keeps the promise beside the law', () => {
    const promised = { ...p6, limit: { ...p6.limit, committed: wd(10) } }
    const { count } = accepted(promised, '2021-04-13 09:40')
    expect([said(count?.due), said(count?.committed)]).toEqual(['2021-05-17', '2021-04-28'])
  })

  test('takes the variant that was named, of several', () => {
    const variants = [
      { id: 'complex', name: 'Phức tạp', statutory: wd(9), legalBasis: 'fx' },
      { id: 'verification', name: 'Xác minh', statutory: wd(5), legalBasis: 'fx' },
    ]
    const told = life({ procedure: { ...p2, limit: { ...p2.limit, variants } }, desk: commune.desk })
      .opens('2021-04-13 09:40')
      .does('2021-04-13 09:40', { type: 'Accept', variant: 'verification' })
    expect(told.dossier().count?.stages.map(({ limit }) => limit)).toEqual([wd(5)])
  })

  test('is refused where day zero, after the cut-off, lies in a year nobody announced', () => {
    const told = life({ procedure: p1, desk: centre.desk }).opens('2026-12-28 10:00')
    expect(told.asks('2026-12-31 15:30', { type: 'Accept' })).toEqual({
      refused: 'calendar-year-missing',
      about: '2027',
    })
  })
})
