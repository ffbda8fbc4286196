import { printableLetters } from '@dossier/contracts/printable-text'
import { expect, test } from 'vitest'
import { pageCount } from '../src/page-count.ts'
import { dueDateLetter } from '../src/due-date-certificate.ts'
import { DocumentProblem } from '../src/document-problem.ts'
import type { CertificateNames } from '../src/due-date-certificate.ts'
import { allLetters } from './all-letters.ts'
import { routed } from './certificates.ts'
import { pdfOf, read } from './pdf.ts'

const letterWith = (names: Partial<CertificateNames>) =>
  dueDateLetter({ ...routed, names: { ...routed.names, ...names } })
const latin1 = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1')
const failure = (make: () => unknown): unknown => {
  try {
    return make()
  } catch (error) {
    return error
  }
}

test('the same data make the same bytes, whatever was made between', () => {
  const first = pdfOf(dueDateLetter(routed))
  pdfOf(letterWith({ desk: 'Một nơi khác' }))
  expect(Buffer.compare(first, pdfOf(dueDateLetter(routed)))).toBe(0)
})

test('a letter says itself to be PDF/A-2b, in Vietnamese, made when its data were', () => {
  const pdf = latin1(pdfOf(dueDateLetter(routed)))
  expect(pdf).toMatch(/<pdfaid:part>2<\/pdfaid:part><pdfaid:conformance>B</)
  expect(pdf).toMatch(/\/Lang\s*\(vi-VN\)/)
  expect(pdf).toMatch(/<xmp:CreateDate>2021-04-13T02:40:00(Z|\+00:00)</)
})

test('composed and decomposed letters give one page', () => {
  const name = 'Trung tâm Phục vụ hành chính công xã Nguyễn Trường Tộ'
  const [composed, decomposed] = [name.normalize('NFC'), name.normalize('NFD')]
  expect(decomposed).not.toBe(composed)
  const pages = [composed, decomposed].map((desk) => pdfOf(letterWith({ desk })))
  expect(Buffer.compare(pages[0] ?? Buffer.of(), pages[1] ?? Buffer.of())).toBe(0)
})

test('every Vietnamese letter, and those of Jrai and Bahnar names, are printed', async () => {
  const vowels = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y']
  const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
  const toned = vowels.flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC')))
  const small = [...toned, 'đ', 'č', 'ŏ', 'ĕ', 'ĭ', 'ŭ', 'ƀ', 'ñ', 'j', 'w', 'z', 'f']
  const letters = [...small, ...small.map((letter) => letter.toUpperCase())].join(' ')
  const { text } = await read(pdfOf(letterWith({ procedure: letters })))
  expect(text).toContain(letters)
})

test('whatever an officer may write in a note is printed', () => {
  const every = Array.from({ length: 0x2800 }, (_, code) => String.fromCodePoint(code))
  const allowed = every.filter((letter) => new RegExp(`^[${printableLetters}]$`, 'u').test(letter))
  expect(allowed.length).toBeGreaterThan(900)
  const words = allowed.map((letter) => (/\p{M}/u.test(letter) ? `o${letter}` : letter)).join(' ')
  expect(pdfOf(letterWith({ procedure: words })).length).toBeGreaterThan(0)
})

test('a letter the fonts do not have is refused by name: no box, no hole, no other face', () => {
  const problem = failure(() => pdfOf(letterWith({ desk: 'Bộ phận 中 Một cửa 😀' })))
  expect(problem).toBeInstanceOf(DocumentProblem)
  expect(problem).toMatchObject({
    code: 'unprintable-text',
    en: expect.stringContaining('中 (U+4E2D), 😀 (U+1F600)'),
    vi: expect.stringContaining('ký tự không in được'),
  })
})

test('a template that is not there, or lacks what it prints, is a problem that says so', () => {
  const letter = { ...dueDateLetter(routed), template: 'no-such-letter' }
  expect(failure(() => pdfOf(letter))).toMatchObject({
    code: 'template-failed',
    en: expect.stringContaining('not found'),
  })
  const empty = { ...dueDateLetter(routed), content: { title: 'x' } }
  expect(failure(() => pdfOf(empty))).toMatchObject({ code: 'template-failed', en: expect.stringContaining('dossier') })
})

const markup = [
  '#panic("x")',
  '#read("/etc/passwd")',
  '$ x^2 $',
  '*bold* _italic_ `raw`',
  '[content] {code}',
  'back\\slash \\u{1F600} "quoted"',
  '= Heading',
  '- item // comment /* and */',
  '<label> @reference ~ -- ---',
  "'; drop table dossier; --",
  '{"json": [1, null]}',
]
test('what could be markup is printed as it is written', async () => {
  const procedure = markup.join(' | ')
  const { text } = await read(pdfOf(letterWith({ procedure })))
  expect(text.replaceAll(' ', '')).toContain(procedure.replaceAll(' ', ''))
})

test.each(allLetters())('the pages of a $name are counted as a reader counts them', async ({ usual, largest }) => {
  for (const letter of [usual, largest]) {
    const pdf = pdfOf(letter)
    expect(pageCount(pdf)).toBe((await read(pdf)).pages)
  }
})

test('what is no PDF has no number of pages', () => {
  expect(() => pageCount(Buffer.from('%PDF-1.7'))).toThrow('number of pages')
})
