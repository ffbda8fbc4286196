/** Text as people type it in a hurry: no accents, đ as d, small letters. */
const plain = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase()

/**
 * What of a list matches every word, accents or not; what holds the words as typed comes first. An empty question matches
 * everything. A posted list has hundreds of rows, so it is read through.
 */
export const matching = <T>(rows: readonly T[], question: string, textOf: (row: T) => string): T[] => {
  const words = plain(question).split(/\s+/).filter(Boolean)
  const exact = question.normalize('NFC').trim().toLowerCase()
  const found = rows.filter((row) => {
    const text = plain(textOf(row))
    return words.every((word) => text.includes(word))
  })
  const isExact = (row: T) => textOf(row).normalize('NFC').toLowerCase().includes(exact)
  return [...found.filter(isExact), ...found.filter((row) => !isExact(row))]
}
