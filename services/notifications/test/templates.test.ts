import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Language } from '@dossier/contracts/contact'
import { MessageTemplate } from '@dossier/contracts/telling-shapes'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadTemplates } from '../src/templates.ts'
import { smsProblem, unaccented } from '../src/words/unaccented.ts'
import { noWords, sampleWords } from '../src/words/words.ts'

const folder = new URL('../templates/', import.meta.url)
let copy: string
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'templates-'))
  await cp(folder, copy, { recursive: true })
})
afterAll(() => rm(copy, { recursive: true, force: true }))

const changed = async (file: string, change: (text: string) => string) => {
  const path = join(copy, file)
  const before = await readFile(path, 'utf8')
  await writeFile(path, change(before))
  const said = await loadTemplates(pathToFileURL(`${copy}/`)).then(
    () => 'loaded',
    (error: Error) => error.message,
  )
  await writeFile(path, before)
  return said
}

test('a template with an unknown variable is not loaded; the error names template, part and variable', async () => {
  expect(await changed('accepted/vi.liquid', (text) => text.replace('{{ code }}', '{{ nickname }}'))).toBe(
    'Template accepted (vi), subject: there is no variable nickname',
  )
})

test('an unknown variable is found in a branch that the sample does not take', async () => {
  expect(await changed('alarm/en.liquid', (text) => `${text}{% unless alarm %}{{ nickname }}{% endunless %}`)).toBe(
    'Template alarm (en), short: there is no variable nickname',
  )
})

test('a text message that may become longer than one is not loaded', async () => {
  expect(
    await changed('stopped/vi.liquid', (text) =>
      text.replace('== short\n', '== short\nThông báo này là của cơ quan giải quyết hồ sơ. '),
    ),
  ).toMatch(/^Template stopped \(vi\), short: \d+ characters, a text message has 160$/)
})

test('a broken template and an unknown part are named', async () => {
  expect(await changed('stopped/en.liquid', (text) => text.replace('{{ code }}', '{{ code'))).toContain('stopped (en)')
  expect(await changed('stopped/en.liquid', (text) => text.replace('== short', '== brief'))).toBe(
    'Template stopped (en) has a part "brief"; there are subject, short, text',
  )
})

test('every template is a folder with both languages, and no folder is without a template', async () => {
  const folders = (await readdir(folder, { withFileTypes: true })).filter((one) => one.isDirectory())
  expect(folders.map(({ name }) => name).toSorted()).toEqual([...MessageTemplate.options].toSorted())
})

test('each says something in each language, in NFC, and as text message without accents', async () => {
  const templates = await loadTemplates(folder)
  for (const id of MessageTemplate.options)
    for (const language of Language.options) {
      const said = templates.say(id, language, { ...sampleWords[language], list: [...sampleWords[language].list] })
      for (const words of [said.subject, said.short, said.text ?? '']) {
        expect(words).toBe(words.normalize('NFC'))
        expect(words).not.toMatch(/\{\{|undefined|\[object|null/)
      }
      expect(templates.hasText(id) ? smsProblem(said.sms) : undefined).toBeUndefined()
    }
})

test('in HTML nothing of a name is taken for mark-up', async () => {
  const templates = await loadTemplates(folder)
  const { html, text } = templates.say('accepted', 'vi', { ...noWords, name: '<script>alert(1)</script> & Bình' })
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; Bình')
  expect(text).toContain('<script>alert(1)</script> & Bình')
})

test('Vietnamese without accents keeps đ as d, in NFC as in NFD', () => {
  const name = 'Đặng Thị Ngọc Ưởng – “đường Nguyễn Huệ”'
  for (const form of ['NFC', 'NFD'])
    expect(unaccented(name.normalize(form))).toBe('Dang Thi Ngoc Uong - "duong Nguyen Hue"')
  expect(smsProblem('a'.repeat(160))).toBeUndefined()
  expect(smsProblem('a'.repeat(161))).toContain('161')
  expect(smsProblem('đ')).toContain('đ')
})
