/**
 * The letters that official papers can print, as the inside of a character class for regular expressions with `u`: Latin with
 * Vietnamese and the minorities' letters, digits, punctuation, currencies, line break and tab. No control characters, nothing
 * unseen, no pictures.
 */
export const printableLetters =
  String.raw`\t\n\r\x20-\x7E\u00A0-\u00AC\u00AE-\u024F\u02BC\u0300-\u036F\u1E00-\u1EFF\u2010-\u2015\u2018-\u2022\u2026` +
  String.raw`\u2030\u2032\u2033\u2039\u203A\u20A0-\u20BE\u2116\u2122\u2190-\u2195\u2212\u2248\u2260\u2264\u2265`

const unprintable = new RegExp(`[^${printableLetters}]`, 'gu')

/** The letters of a text that no official paper can print, each once and by its number: `U+1F600`. */
export const unprintableIn = (text: string): string[] =>
  [...new Set(text.match(unprintable))].map(
    (letter) => `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  )

/** What to say where there are such letters. */
export const unprintableWords = {
  vi: 'Bỏ biểu tượng cảm xúc, ký tự điều khiển, ký tự ẩn; chỉ dùng chữ cái La-tinh và tiếng Việt, chữ số, dấu câu thông dụng.',
  en: 'Take out emoji, control and unseen characters; letters print Latin and Vietnamese, digits and common punctuation.',
}
