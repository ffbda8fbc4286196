import { readdirSync } from 'node:fs'
import { PaperKind } from '@dossier/contracts/official-paper'
import { RuleSetId } from '@dossier/contracts/procedure'
import { describe, expect, test } from 'vitest'
import { officialPapers } from '../src/official-papers.ts'
import { samples, sizes } from './official-paper-samples.ts'
import { collisions, inkOf, millimetre, pagesOf } from './pages.ts'
import { pdfOf, pictureOf, read, scanned } from './pdf.ts'
import { widest } from './widest-papers.ts'

const letterOf = (kind: PaperKind, ...of: Parameters<typeof samples>) =>
  officialPapers[kind].letter(samples(...of)[kind])
const days = { ND61_2018: '2021-04-13', 'ND61_2018+ND107_2021': '2024-04-22', ND118_2025: '2025-12-08' } as const

test('every kind of paper has its template, and every template its kind', () => {
  expect(Object.keys(officialPapers)).toEqual(PaperKind.options)
  const files = readdirSync(new URL('../templates', import.meta.url)).filter((file) => file.startsWith('form-'))
  expect(Object.values(officialPapers).map(({ template }) => `${template}.typ`)).toEqual(expect.arrayContaining(files))
  expect(new Set(Object.values(officialPapers).map(({ template }) => template)).size).toBe(files.length)
})

describe.each(PaperKind.options)('%s', (kind) => {
  test.each(RuleSetId.options)('is a PDF/A page under %s, with its title and form', async (ruleSet) => {
    const letter = letterOf(kind, 'usual', ruleSet, days[ruleSet])
    const pdf = pdfOf(letter)
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/<pdfaid:part>2<\/pdfaid:part><pdfaid:conformance>B</)
    const { form } = samples('usual', ruleSet, days[ruleSet])[kind]
    const { text } = await read(pdf)
    expect(text).toContain(form.title.toUpperCase())
    const cited = text.match(/Mẫu số \d\d, TT [\w/-]+/)?.[0]
    expect(cited).toBe(form.number === null ? undefined : `Mẫu số ${form.number}, ${form.circular}`)
  })

  test.each([...sizes, 'widest' as const])(
    '%s: nothing leaves page or column, each page has its number',
    async (size) => {
      const content = size === 'widest' ? widest() : samples(size)
      const pages = await pagesOf(pdfOf(officialPapers[kind].letter(content[kind])))
      const paper = kind === 'dossier-register' ? [297, 210] : [148, 210]
      const margins = kind === 'dossier-register' ? { left: 15, right: 15, top: 14 } : { left: 18, right: 12, top: 11 }
      for (const [i, page] of pages.entries()) {
        expect([page.width, page.height].map((side) => Math.round(side / millimetre))).toEqual(paper)
        const ink = inkOf(await page.picture(1))
        if (ink === null) throw new Error(`page ${i + 1} is blank`)
        expect(ink.left).toBeGreaterThan((margins.left - 0.5) * millimetre)
        expect(ink.right).toBeLessThan(page.width - (margins.right - 0.5) * millimetre)
        expect(ink.top).toBeGreaterThan((margins.top - 1) * millimetre)
        expect(ink.bottom).toBeLessThan(page.height - 5 * millimetre)
        expect(collisions(page.pieces)).toEqual([])
        expect(page.pieces.map(({ text }) => text).join('')).toContain(`Trang ${i + 1}/${pages.length}`)
      }
    },
    30_000,
  )

  test('the same content makes the same bytes, composed or decomposed', () => {
    const composed = JSON.stringify(samples('longest')[kind])
    const decomposed = composed.normalize('NFD')
    expect(decomposed).not.toBe(composed)
    const [one, other] = [composed, decomposed].map((json) => pdfOf(officialPapers[kind].letter(JSON.parse(json))))
    expect(Buffer.compare(one ?? Buffer.of(), other ?? Buffer.of())).toBe(0)
  })

  test('a letter no font has is refused, wherever it stands', () => {
    const json = JSON.stringify(samples('usual')[kind]).replaceAll('Ia Pếch', 'Ia 中 Pếch')
    expect(() => pdfOf(officialPapers[kind].letter(JSON.parse(json)))).toThrow('U+4E2D')
  })
})

test.each(PaperKind.options.filter((kind) => kind !== 'dossier-register'))(
  '%s: a scanner reads the dossier code from the page',
  async (kind) => {
    for (const size of ['usual', 'longest'] as const) {
      const picture = await pictureOf(pdfOf(letterOf(kind, size)), 2)
      expect(await scanned(picture)).toEqual([samples(size)[kind].dossier])
    }
  },
)
