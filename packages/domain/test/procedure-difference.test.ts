import { expect, test } from 'vitest'
import { versionDifferences } from '../src/procedure-difference.ts'

const version = (more: object) => ({
  id: 'x@2020-01-01',
  name: 'Thủ tục',
  limit: { statutory: { amount: 10, unit: 'working-day' } },
  components: [
    { id: '01', originals: 1 },
    { id: '02', originals: 0 },
  ],
  steps: ['một', 'hai'],
  ...more,
})

test('two versions that say the same differ in nothing, whatever they are called', () => {
  expect(versionDifferences(version({}), version({ id: 'x@2025-07-01' }))).toEqual([])
})

test('each member is named by its way to it, and a row by its id wherever it stands', () => {
  const later = version({
    limit: { statutory: { amount: 7, unit: 'working-day' } },
    components: [
      { id: '02', originals: 2 },
      { id: '03', originals: 1 },
    ],
    steps: ['một'],
  })
  expect(versionDifferences(version({}), later)).toEqual([
    { path: ['limit', 'statutory', 'amount'], before: 10, after: 7 },
    { path: ['components', '01'], before: { id: '01', originals: 1 }, after: undefined },
    { path: ['components', '02', 'originals'], before: 0, after: 2 },
    { path: ['components', '03'], before: undefined, after: { id: '03', originals: 1 } },
    { path: ['steps', '2'], before: 'hai', after: undefined },
  ])
})
