import type { Day, Instant } from '@dossier/contracts/time'
import { DocumentProblem } from './document-problem.ts'

/** What stands in one cell: a text, a number, a day, a moment as a clock in Vietnam shows it, or nothing. */
export type Cell = string | number | { on: Day } | { at: Instant } | null

/** More letters no cell of a spreadsheet holds. */
const mostLetters = 32_767

// XML has no place for them, nor for half a letter: one would make the whole file unreadable.
// oxlint-disable-next-line no-control-regex -- they are what it is about
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Surrogate}]/gu

/** Saved as CSV and opened again, a text that begins so is run as a formula: a name `=HYPERLINK(…)` would act. */
const formula = /^\s*[=+\-@]/

/** A cell as it is stored. `address` (`B7`) is where. Throws a DocumentProblem where its text is longer than a cell may be. */
export const cellValue = (cell: Cell, address: string): string | number | Date | null => {
  if (cell === null || typeof cell === 'number') return cell
  if (typeof cell === 'string') return textIn(cell, address)
  // A spreadsheet knows no zones: what UTC shows here is what it shows.
  if ('on' in cell) return new Date(cell.on)
  return new Date(Math.floor(Date.parse(cell.at) / 60_000) * 60_000 + 7 * 3_600_000)
}

/** How cells are shown: days and moments as they are written in Vietnam, whole numbers in groups, text as text. */
export const formats = {
  text: '@',
  whole: '#,##0',
  part: '#,##0.0##',
  day: 'dd/mm/yyyy',
  moment: 'dd/mm/yyyy hh:mm',
} as const

export const formatOf = (cell: Cell): keyof typeof formats => {
  if (typeof cell === 'number') return Number.isInteger(cell) ? 'whole' : 'part'
  if (cell === null || typeof cell === 'string') return 'text'
  return 'on' in cell ? 'day' : 'moment'
}

const textIn = (text: string, address: string): string => {
  const clean = text.normalize('NFC').replace(unwritable, '')
  if (clean.length >= mostLetters)
    throw new DocumentProblem(
      'too-long',
      `Ô ${address} của bảng tính quá dài, tối đa ${mostLetters} ký tự.`,
      `Cell ${address} of the spreadsheet is too long, at most ${mostLetters} characters.`,
      address,
    )
  return formula.test(clean) ? `'${clean}` : clean
}
