import { readdirSync, readFileSync } from 'node:fs'
import { RefusalCode } from '@dossier/contracts/refusal'
import { expect, test } from 'vitest'
import { clockProblems } from '../src/clock-problem.ts'
import { refusals, ruleFor } from '../src/refusals.ts'

/** A text of the law with its article, or, said so, the product's own rule or a setting; never a paper readers have not. */
const source =
  /(?:(?:NĐ|TT|QĐ) \d+\/\d{4} art\. \d|(?:BLDS|BLLĐ|Luật Hộ tịch) \d{4} art\. \d|(?:own rule|setting of the procedure version): [a-z])[^;]*/u
const citable = new RegExp(`^${source.source}(?:; ${source.source})*$`, 'u')

const codes = RefusalCode.options

test.each(codes)('%s says in Vietnamese and in English what is wrong, and on which rule it rests', (code) => {
  const { rule, vi, en } = refusals[code]
  expect(rule).toMatch(citable)
  expect(vi).toMatch(/^\p{Lu}.*[^.]\.$/u)
  expect(vi).toBe(vi.normalize('NFC'))
  expect(vi).toMatch(/[ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]/i)
  expect(en).toMatch(/^[A-Z][ -~]*\.$/)
})

test.each(Object.entries(clockProblems))(
  '%s, a problem of the clock, rests on a rule one can look up',
  (_code, { rule }) => {
    expect(rule).toMatch(citable)
  },
)

test('a refusal cites the decree of the rule set a dossier has pinned, and says where its wording is a setting', () => {
  expect(ruleFor('second-supplement', 'ND61_2018')).toBe('NĐ 61/2018 art. 11.2c')
  expect(ruleFor('second-supplement', 'ND61_2018+ND107_2021')).toBe('NĐ 61/2018 art. 11.2c')
  expect(ruleFor('second-supplement', undefined)).toBe('NĐ 61/2018 art. 11.2c')
  expect(ruleFor('second-supplement', 'ND118_2025')).toBe(
    'NĐ 118/2025/NĐ-CP (theo nội dung NĐ 61/2018 art. 11.2c, cấu hình)',
  )
  expect(ruleFor('same-person', 'ND118_2025')).toBe(
    'NĐ 118/2025/NĐ-CP (theo nội dung NĐ 61/2018 art. 17.5, cấu hình); own rule: who accepts does not sign',
  )
  const others = codes.filter((code) => !refusals[code].rule.includes('NĐ 61/2018'))
  for (const code of others) expect(ruleFor(code, 'ND118_2025')).toBe(refusals[code].rule)
})

test('no two refusals say the same', () => {
  expect(new Set(codes.map((code) => refusals[code].vi)).size).toBe(codes.length)
  expect(new Set(codes.map((code) => refusals[code].en)).size).toBe(codes.length)
})

test('every refusal of the law is met by some test of the law', () => {
  const folder = new URL('.', import.meta.url)
  const names = readdirSync(folder).filter((name) => name.endsWith('.test.ts') && name !== 'refusals.test.ts')
  const tests = names.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n')
  const unmet = codes.filter((code) => !tests.includes(`'${code}'`))
  expect(unmet).toEqual(['code-exhausted']) // the ledger's own: it mints the codes
})
