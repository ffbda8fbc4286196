import { afterAll, expect, test } from 'vitest'
import { dueDateLetter } from '../src/due-date-certificate.ts'
import { makePrinter } from '../src/printer.ts'
import { cases } from './certificates.ts'
import { pdfOf } from './pdf.ts'

const printer = makePrinter({ idleMs: 50 })
afterAll(() => printer.close())
const letter = dueDateLetter(cases['a route of mixed units'])

test('beside the service a letter becomes the same bytes as in it', async () => {
  const [first, second] = await Promise.all([printer.print(letter), printer.print(letter)])
  expect(Buffer.from(first).equals(Buffer.from(pdfOf(letter)))).toBe(true)
  expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true)
})

test('a letter that cannot be set says why, and the next one is set', async () => {
  const hole = { ...letter, content: { ...letter.content, dossier: '中' } }
  const [bad, good] = await Promise.allSettled([printer.print(hole), printer.print(letter)])
  expect(bad).toMatchObject({ status: 'rejected', reason: { name: 'DocumentProblem', code: 'unprintable-text' } })
  expect(good.status).toBe('fulfilled')
})

test('a service works on while a letter is set', async () => {
  let turns = 0
  const counting = setInterval(() => (turns += 1), 1)
  await printer.print(dueDateLetter(cases['a thousand working days']))
  clearInterval(counting)
  expect(turns).toBeGreaterThan(3)
})

test('let go when nobody asks, it begins again with the next letter; closed, it begins no more by itself', async () => {
  await printer.print(letter)
  await new Promise((later) => setTimeout(later, 150))
  expect((await printer.print(letter)).length).toBeGreaterThan(10_000)
})
