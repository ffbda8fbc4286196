import { commonProblem } from '@dossier/contracts/problem'
import { unprintableIn, unprintableWords } from '@dossier/contracts/printable-text'
import { ProblemError } from '@dossier/platform/http'

const deepest = 40
// PostgreSQL stores neither NUL nor half a surrogate pair; `\p{Cs}` matches lone halves only.
const isUnstorable = (text: string) => text.includes('\0') || /\p{Cs}/u.test(text)

/**
 * Text as this service keeps it, in all of a body or query: in NFC, for “Nguyễn” arrives in 6 units or in 8 and must be one
 * name. Throws 400 for text that cannot be stored, and for nesting nobody writes by hand.
 */
export const cleanText = (value: unknown, pointer = '#/body', depth = 0): unknown => {
  if (typeof value === 'string') return clean(value, pointer)
  if (typeof value !== 'object' || value === null) return value
  if (depth === deepest) throw unfit(pointer, 'too-deep', 'Nội dung lồng nhau quá sâu.', 'Nested too deeply.')
  if (Array.isArray(value)) return value.map((one, i) => cleanText(one, `${pointer}/${i}`, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [clean(name, pointer), cleanText(one, `${pointer}/${name}`, depth + 1)]),
  )
}

const clean = (text: string, pointer: string) => {
  if (isUnstorable(text))
    throw unfit(pointer, 'unstorable-text', 'Có ký tự không hợp lệ.', 'Holds a character that is no text.')
  return text.normalize('NFC')
}

const unfit = (pointer: string, code: string, vi: string, en: string) =>
  new ProblemError(commonProblem('invalid', { errors: [{ pointer, code, vi, en }] }))

/** Throws 400 at the first text no official paper can print: receipt, register and letters name what an application says. */
export const assertPrintable = (value: unknown, pointer = '#/body'): void => {
  if (typeof value === 'string' && unprintableIn(value).length > 0)
    throw unfit(pointer, 'unprintable-text', unprintableWords.vi, unprintableWords.en)
  if (typeof value !== 'object' || value === null) return
  for (const [name, one] of Object.entries(value)) assertPrintable(one, `${pointer}/${name}`)
}
