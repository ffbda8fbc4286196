import { PDFArray, PDFContext, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import { DocumentProblem } from './document-problem.ts'
import type { Signing } from './signature.ts'

/** Bytes kept free for a signature with its certificates; those of a time stamp would fit too. */
const room = 12_288
const open = '/ByteRange [ 0 9999999999 9999999999 9999999999 ]'

/** A PDF with an empty signature in it, and which of its bytes are to be signed: all but the signature itself. */
export type Unsigned = { pdf: Buffer; from: number; to: number }

/**
 * Appends a signature field without a place on the page (the visible box is part of the letter) to a PDF, which stays as it
 * was byte for byte: what was signed before stays signed. Throws a DocumentProblem where the bytes are no PDF.
 */
export const withSignatureField = async (pdf: Uint8Array, signing: Signing): Promise<Unsigned> => {
  const signed = Buffer.from(await appended(await read(pdf), signing))
  const range = signed.indexOf(open, pdf.length)
  const from = signed.indexOf('/Contents <', range) + '/Contents '.length
  const to = from + room * 2 + 2
  const written = `/ByteRange [ 0 ${from} ${to} ${signed.length - to} ]`
  signed.write(written.padEnd(open.length), range, 'latin1')
  return { pdf: signed, from, to }
}

/** What is signed, and where the signature stands: `<`, hexadecimal digits, `>`. */
export const signedBytes = ({ pdf, from, to }: Unsigned): Buffer =>
  Buffer.concat([pdf.subarray(0, from), pdf.subarray(to)])

/** The PDF with its signature in the room that was kept for it. */
export const filledIn = ({ pdf, from }: Unsigned, signature: Uint8Array): Uint8Array => {
  if (signature.length > room) throw new Error(`A signature of ${signature.length} bytes does not fit into ${room}`)
  pdf.write(Buffer.from(signature).toString('hex'), from + 1, 'latin1')
  return Uint8Array.from(pdf)
}

const read = async (pdf: Uint8Array): Promise<PDFDocument> => {
  try {
    const read = await PDFDocument.load(pdf, { forIncrementalUpdate: true, updateMetadata: false })
    if (read.getPageCount() > 0) return read
  } catch {
    // told below, like a PDF without a page
  }
  throw new DocumentProblem(
    'unreadable-pdf',
    'Tệp cần ký không phải là văn bản PDF đọc được. Lập lại văn bản rồi ký.',
    'What is to be signed is no PDF that can be read. Make the document again, then sign it.',
  )
}

const appended = (document: PDFDocument, { signer, reason, at }: Signing): Promise<Uint8Array> => {
  const { context, catalog } = document
  // What is new is made apart: the document searches itself for whatever is put into a part of it.
  const apart = PDFContext.create()
  const page = document.getPage(0)
  const form = catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict) ?? apart.obj({ Fields: [] })
  const fields = form.lookup(PDFName.of('Fields'), PDFArray)
  const signature = apart.obj({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    ByteRange: [0, 9_999_999_999, 9_999_999_999, 9_999_999_999],
    Contents: PDFHexString.of('00'.repeat(room)),
    // In PAdES the moment stands here, not among the signed attributes (ETSI EN 319 142-1, 6.3).
    M: PDFString.of(`D:${at.replace(/\.\d+|[-:TZ]/g, '')}Z`),
    Name: PDFHexString.fromText(signer.name),
    Reason: PDFHexString.fromText(reason),
    Location: PDFHexString.fromText(`${signer.title}, ${signer.organisation}`),
  })
  const widget = context.register(
    apart.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      T: PDFString.of(`Signature${fields.size() + 1}`),
      // Printed and locked, as PDF/A wants every annotation; without a size it needs no appearance (ISO 19005-2, 6.3).
      F: 132,
      Rect: [0, 0, 0, 0],
      P: page.ref,
      V: context.register(signature),
    }),
  )
  const annotations = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray) ?? apart.obj([])
  annotations.push(widget)
  page.node.set(PDFName.of('Annots'), annotations)
  fields.push(widget)
  form.set(PDFName.of('SigFlags'), apart.obj(3))
  catalog.set(PDFName.of('AcroForm'), form)
  // No object streams: the signature has to be found by its bytes.
  return document.save({ useObjectStreams: false })
}
