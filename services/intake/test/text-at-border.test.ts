import { ProblemError } from '@dossier/platform/http'
import { expect, test } from 'vitest'
import { assertPrintable, cleanText } from '../src/text-at-border.ts'

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

test('of an application the text no letter can print is refused where it stands, with what to do', () => {
  const body = { form: { applicant: { name: 'Rơ Châm H’Bông', address: 'Ia Pếch 🏠' } } }
  expect(() => assertPrintable(cleanText(body))).toThrow(
    expect.objectContaining({
      problem: expect.objectContaining({
        errors: [
          expect.objectContaining({
            pointer: '#/body/form/applicant/address',
            code: 'unprintable-text',
            vi: expect.stringMatching(/^Bỏ /),
          }),
        ],
      }),
    }),
  )
  expect(() => assertPrintable({ form: { name: 'Rơ Châm H’Bông' }, copies: 2, none: null })).not.toThrow()
})
