import fc from 'fast-check'
import { canonicalJson } from '@dossier/platform/canonical-json'
import { expect, test } from 'vitest'
import { same } from '../src/records/same.ts'

test('two JSON values are the same where their canonical texts are', () => {
  const value = fc.jsonValue({ maxDepth: 3 })
  fc.assert(
    fc.property(value, value, (a, b) => {
      expect(same(a, b)).toBe(canonicalJson(a) === canonicalJson(b))
      expect(same(a, JSON.parse(JSON.stringify(a)))).toBe(true)
    }),
  )
})

test('a member that is undefined is none', () => {
  expect(same({ a: 1, b: undefined }, { a: 1 })).toBe(true)
  expect(same({ a: 1 }, { a: 1, b: undefined })).toBe(true)
  expect(same({ a: 1 }, { a: 1, b: null })).toBe(false)
})
