import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkDigitOf, mintS10, parseS10 } from '../src/s10.ts'

const service = fc.stringMatching(/^[A-Z]{2}$/)
const serial = fc.integer({ min: 0, max: 99_999_999 })

test.each([
  ['47312482', 9],
  ['00000000', 5], // remainder 0: 11 becomes 5
  ['00000100', 6],
  ['00002000', 5], // remainder 6
  ['00000006', 2],
  ['00000101', 0], // remainder 1: 10 becomes 0
])('the check digit of %s is %i', (digits, check) => {
  expect(checkDigitOf(digits)).toBe(check)
})

test('what is minted is read again, with spaces and in small letters too', () => {
  fc.assert(
    fc.property(service, serial, (indicator, number) => {
      const code = mintS10(indicator, number)
      const item = { code, service: indicator, serial: String(number).padStart(8, '0'), country: 'VN' }
      expect(code).toMatch(/^[A-Z]{2}\d{9}VN$/)
      const spaced = code.replace(/^(..)(...)(...)(...)(..)$/, '$1 $2 $3 $4 $5')
      for (const typed of [code, spaced, code.toLowerCase(), ` ${code}\n`])
        expect(parseS10(typed)).toEqual({ is: 'item', item })
    }),
  )
  expect(mintS10('RA', 47_312_482)).toBe('RA473124829VN')
})

test.each([
  ['RA4731248', 's10-length', '9'],
  ['', 's10-length', '0'],
  ['RA4731248290VN', 's10-length', '14'],
  ['R1473124829VN', 's10-prefix', 'R1'],
  ['RA47312482OVN', 's10-serial', '47312482O'],
  ['RA47312482９VN', 's10-serial', '47312482９'],
  ['RA473124829V9', 's10-country', 'V9'],
  ['RA473124828VN', 's10-check-digit', '9'],
])('%s is refused, and told what is wrong: %s', (text, code, about) => {
  const sentence = expect.stringContaining(about)
  expect(parseS10(text)).toEqual({ is: 'refused', problem: { code, vi: sentence, en: sentence } })
})

/** Every mistake in one digit: which passes, and how many were looked at. */
const mistakesIn = (digits: string) =>
  Array.from(digits).flatMap((right, i) =>
    Array.from('0123456789')
      .filter((wrong) => wrong !== right)
      .map((wrong) => digits.slice(0, i) + wrong + digits.slice(i + 1))
      .map((read) => ({ read, passes: checkDigitOf(read) === checkDigitOf(digits) })),
  )
const remainder = (digits: string): number =>
  [8, 6, 4, 2, 3, 5, 9, 7].reduce((total, weight, i) => total + weight * Number(digits[i]), 0) % 11
const shareFive = (a: string, b: string): boolean => ['0,6', '6,0'].includes(`${remainder(a)},${remainder(b)}`)

test('a mistake in one digit of the serial passes only between the two remainders that share the check digit five', () => {
  fc.assert(
    fc.property(serial, (number) => {
      const digits = String(number).padStart(8, '0')
      for (const { read, passes } of mistakesIn(digits)) expect(passes).toBe(shareFive(digits, read))
    }),
  )
})

test('of the mistakes in one digit about two in a hundred pass, so that the item must be looked up', () => {
  const serials = Array.from({ length: 2000 }, (_, i) => String((i * 49_999) % 100_000_000).padStart(8, '0'))
  const mistakes = serials.flatMap(mistakesIn)
  const share = mistakes.filter(({ passes }) => passes).length / mistakes.length
  expect(share).toBeGreaterThan(0.015)
  expect(share).toBeLessThan(0.025)
})

test('a mistake in the check digit itself, or in the order of two neighbours, is found but for that pair', () => {
  fc.assert(
    fc.property(serial, fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 9 }), (number, i, more) => {
      const code = mintS10('RA', number)
      const wrong = `${code.slice(0, 10)}${(Number(code[10]) + more) % 10}VN`
      expect(parseS10(wrong)).toMatchObject({ problem: { code: 's10-check-digit' } })
      const digits = code.slice(2, 10)
      const swapped = digits.slice(0, i) + digits.charAt(i + 1) + digits.charAt(i) + digits.slice(i + 2)
      const passes = checkDigitOf(swapped) === checkDigitOf(digits)
      const expected = swapped === digits || shareFive(digits, swapped)
      expect(passes).toBe(expected)
    }),
  )
})

test('a serial never wraps: after the last there is none', () => {
  expect(mintS10('RA', 99_999_999)).toMatch(/^RA99999999\dVN$/)
  for (const none of [100_000_000, -1, 1.5, Number.NaN]) expect(() => mintS10('RA', none)).toThrow(RangeError)
  expect(() => mintS10('ra', 1)).toThrow('two capital letters')
})
