import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Instant } from '@dossier/contracts/time'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { problemOf } from './document-problem.ts'
import { pageCount } from './page-count.ts'

const templates = fileURLToPath(new URL('../templates', import.meta.url))
const require = createRequire(import.meta.url)

/** Tinos has the metrics of Times New Roman, in which NĐ 30/2020 has official letters written. */
const fonts = [
  require.resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf'),
  require.resolve('@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf'),
  require.resolve('@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf'),
  require.resolve('@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf'),
]

/** Memoised work stays for so many letters after its last use: the fonts' and templates' parts for ever, a letter's own not. */
const keptLetters = 10

/** To be kept for decades as it is: fonts inside, no letter without its glyph. */
const pdfStandard = 'a-2b'

/** A letter to be set: which template, what it says, and when it was made. */
export type Letter = {
  /** A file of `templates/`, without its ending. */
  template: string
  /** Reaches the template as JSON, so that no name or text in it can be taken for markup. */
  content: { title: string } & Record<string, unknown>
  /** The date of the document: from its data, so that the same data always make the same bytes. */
  at: Instant
  /** Sizes of type in points, for a template that takes one: the first with which it is one page is taken, or else the last. */
  onePageIn?: readonly number[]
}

/** Sets a letter as PDF/A-2b. Throws a DocumentProblem, for a letter with a hole in it must not leave the house. */
export type Typesetter = (letter: Letter) => Uint8Array

/** One compiler with the fonts and templates of all letters. A process needs one of them. */
export const makeTypesetter = (): Typesetter => {
  const fontBlobs = fonts.map((file) => readFileSync(file))
  const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontBlobs }] })
  return ({ template, content, at, onePageIn }) => {
    // Typst looks marks up as they are written: composed letters have glyphs of their own, and both spellings one page.
    const said = { content: JSON.stringify(content).normalize('NFC') }
    const creationTimestamp = Math.floor(Date.parse(at) / 1000)
    const mainFilePath = `${templates}/${template}.typ`
    // In one call: a compiled document in JavaScript's hands weighs a megabyte there until the garbage is collected.
    const set = (inputs: Record<string, string>) =>
      compiler.pdf({ mainFilePath, inputs }, { pdfStandard, creationTimestamp })
    try {
      if (onePageIn === undefined) return set(said)
      const [first, ...smaller] = onePageIn.map((size) => ({ ...said, size: String(size) }))
      let pdf = set(first ?? said)
      for (const inputs of smaller) {
        if (pageCount(pdf) === 1) break
        pdf = set(inputs)
      }
      return pdf
    } catch (error) {
      throw problemOf(template, error)
    } finally {
      compiler.evictCache(keptLetters)
    }
  }
}
