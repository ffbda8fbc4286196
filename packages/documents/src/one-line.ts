// Marks without a shape (byte order, zero width, direction) come along when text is pasted: no font has them.
const invisible = /\p{Cf}/gu

/** Text as a field of a paper holds it: composed letters, one space between words, nothing invisible. */
export const oneLine = (text: string): string =>
  text.normalize('NFC').replace(invisible, '').replace(/\s+/g, ' ').trim()
