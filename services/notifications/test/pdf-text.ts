import { extractText, getDocumentProxy } from 'unpdf'

/** The words of a PDF, pages and lines run together. */
export const textOf = async (pdf: Uint8Array): Promise<string> => {
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(pdf)), { mergePages: true })
  return text.replaceAll(/\s+/g, ' ')
}
