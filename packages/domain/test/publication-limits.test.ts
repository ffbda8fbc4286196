import type { ProcedureVersion } from '@dossier/contracts/procedure'
import type { Limit, LimitUnit } from '@dossier/contracts/time'
import { expect, test } from 'vitest'
import { refusePublication } from '../src/publication.ts'
import { calendar, organisations } from './fixtures.ts'
import { p1, p7 } from './procedures.ts'

const limit = (amount: number, unit: LimitUnit = 'working-day'): Limit => ({ amount, unit })
const limitProblems = (version: ProcedureVersion, change: Partial<ProcedureVersion['limit']>) =>
  refusePublication({ ...version, limit: { ...version.limit, ...change } }, { calendar, organisations, others: [] })
    .filter(({ pointer }) => pointer.startsWith('/limit'))
    .map(({ code, pointer, en }) => [code, pointer, en])
const codes = (change: Partial<ProcedureVersion['limit']>) => limitProblems(p1, change).map(([code]) => code)

test('the longest branch and then the lead’s own limit must fit what is published: three days, not two (S05)', () => {
  expect(codes({})).toEqual([])
  expect(codes({ statutory: limit(2) })).toEqual(['stages-exceed-limit'])
})

test('a promise beside a sum of stages holds the promised stages, and is no longer than those of the law', () => {
  const statutory = 'sum-of-stages'
  expect(codes({ statutory })).toEqual([])
  expect(codes({ statutory, committed: limit(2) })).toEqual(['promised-stages-exceed-limit'])
  expect(codes({ statutory, committed: limit(3) })).toEqual([])
  expect(limitProblems(p1, { statutory, committed: limit(4) })).toEqual([
    ['promise-exceeds-stages', '/limit/committed', expect.stringContaining(' = 3, promised 4 working days')],
  ])
  expect(codes({ statutory, committed: limit(60, 'day') })).toEqual([]) // of mixed units every start has another sum
})

test('a variant lengthens a stage of its own route', () => {
  const lengthening = (stage: string) => ({
    variants: [{ id: 'extended', name: 'Kéo dài', statutory: limit(25, 'day'), stage, legalBasis: 'fx' }],
  })
  expect(limitProblems(p7, lengthening('appraise'))).toEqual([])
  const [problem] = limitProblems(p7, lengthening('inspect'))
  expect(problem?.slice(0, 2)).toEqual(['unknown-stage', '/limit/variants/0/stage'])
})
