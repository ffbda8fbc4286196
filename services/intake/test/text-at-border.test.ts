import { ProblemError } from '@dossier/platform/http'
import { expect, test } from 'vitest'
import { cleanText } from '../src/text-at-border.ts'

test('text is kept in NFC, in members’ names too', () => {
  const nfd = 'Nguyễn'.normalize('NFD')
  expect(nfd).toHaveLength(8)
  expect(cleanText({ [nfd]: [nfd] })).toEqual({ Nguyễn: ['Nguyễn'] })
})

test('a name that would change the prototype stays a name', () => {
  const cleaned = cleanText(JSON.parse('{"__proto__": {"admin": true}}'))
  expect(Object.getPrototypeOf(cleaned)).toBe(Object.prototype)
  expect(Object.keys(Object(cleaned))).toEqual(['__proto__'])
})

test('a body nested a hundred thousand times is refused, and takes nobody down', () => {
  let body: unknown = 1
  for (let i = 0; i < 100_000; i += 1) body = [body]
  expect(() => cleanText(body)).toThrow(ProblemError)
})
