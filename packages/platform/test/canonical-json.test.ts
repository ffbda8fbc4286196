import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, requestHash } from '../src/canonical-json.ts'

test('the order in which members were written does not matter, that of a list does', () => {
  expect(requestHash({ a: 1, b: { c: [1, 2], d: null } })).toBe(requestHash({ b: { d: null, c: [1, 2] }, a: 1 }))
  expect(requestHash([1, 2])).not.toBe(requestHash([2, 1]))
  expect(requestHash({ a: 1 })).not.toBe(requestHash({ a: '1' }))
  expect(requestHash(undefined)).not.toBe(requestHash(null))
})

test('canonical JSON is JSON of the same value, and its own canonical form', { timeout: 30_000 }, () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const text = canonicalJson(value)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      expect(canonicalJson(JSON.parse(text))).toBe(text)
    }),
    { numRuns: 50 },
  )
})
