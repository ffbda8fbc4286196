/** Why a letter cannot be set; `pointer` names the field of its content that is wrong, where one is. */
export class DocumentProblem extends Error {
  override name = 'DocumentProblem'
  code: 'unprintable-text' | 'template-failed' | 'wrong-content' | 'too-long' | 'unreadable-pdf'
  vi: string
  en: string
  pointer: string | undefined

  constructor(code: DocumentProblem['code'], vi: string, en: string, pointer?: string) {
    super(en)
    this.code = code
    this.vi = vi
    this.en = en
    this.pointer = pointer
  }
}

// PDF/A knows no glyph for "missing": Typst then names the letters in question, quoted twice.
const missing = /the text `\\?"(.+?)\\?"` could not be displayed/g

/** What Typst said of a template, as a problem: letters the fonts do not have, or a template that is wrong. */
export const problemOf = (template: string, error: unknown): DocumentProblem => {
  const said = saidIn(error)
  const letters = [...new Set([...said.matchAll(missing)].map(([, text = '']) => text))].map(named).join(', ')
  if (letters !== '')
    return new DocumentProblem(
      'unprintable-text',
      `Văn bản "${template}" có ký tự không in được: ${letters}. Sửa nội dung rồi lập lại văn bản.`,
      `Document "${template}" has letters its fonts do not: ${letters}. Correct the text and make it again.`,
    )
  return new DocumentProblem(
    'template-failed',
    `Không lập được văn bản "${template}": ${said}`,
    `Document "${template}" could not be made: ${said}`,
  )
}

// A letter that does not compile is told in the error's code, its message is empty; one that cannot be written, in the message.
const saidIn = (error: unknown): string => {
  const { message = '', code = '' } = Object(error)
  return String(message) || String(code) || String(error)
}

const named = (letter: string): string => {
  const code = letter.codePointAt(0) ?? 0
  return `${letter} (U+${code.toString(16).toUpperCase().padStart(4, '0')})`
}
