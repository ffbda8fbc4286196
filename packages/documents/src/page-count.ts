/**
 * How many pages a PDF has that the typesetter made: Typst writes the count of its one tree of pages in plain text, and to read the whole
 * file for it costs as much as to set it. Throws where the bytes are no such PDF.
 */
export const pageCount = (pdf: Uint8Array): number => {
  const [count, ...more] = [
    ...Buffer.from(pdf)
      .toString('latin1')
      .matchAll(/\/Count (\d+)/g),
  ].map(([, n]) => Number(n))
  if (count === undefined || more.length > 0) throw new Error('The number of pages does not stand in the PDF')
  return count
}
