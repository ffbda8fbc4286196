import { PDFDocument } from '@cantoo/pdf-lib'

/** How many pages a PDF of ours has. Rejects where the bytes are no PDF. */
export const pageCount = async (pdf: Uint8Array): Promise<number> =>
  (await PDFDocument.load(pdf, { updateMetadata: false })).getPageCount()
