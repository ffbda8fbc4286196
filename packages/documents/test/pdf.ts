import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createCanvas, type ImageData, loadImage } from '@napi-rs/canvas'
import { extractText, getDocumentProxy, renderPageAsImage } from 'unpdf'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import type { Letter } from '../src/typesetter.ts'
import { makeTypesetter } from '../src/typesetter.ts'

const typeset = makeTypesetter()

/** The bytes of a letter. */
export const pdfOf = (letter: Letter): Uint8Array => typeset(letter)

/** What a reader program finds in a PDF: its pages, and its words as one line. */
export const read = async (pdf: Uint8Array): Promise<{ pages: number; text: string }> => {
  const { totalPages, text } = await extractText(await getDocumentProxy(Uint8Array.from(pdf)), { mergePages: true })
  return { pages: totalPages, text: text.replace(/\s+/g, ' ') }
}

/** A page as a printer makes it, the first unless another is asked for. */
export const pictureOf = async (pdf: Uint8Array, scale: number, page = 1): Promise<ImageData> => {
  const png = await renderPageAsImage(Uint8Array.from(pdf), page, {
    canvasImport: () => import('@napi-rs/canvas'),
    scale,
  })
  const image = await loadImage(Buffer.from(png))
  const context = createCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  return context.getImageData(0, 0, image.width, image.height)
}

/** The texts of the codes a scanner sees on a picture. */
export const scanned = async (picture: ImageData): Promise<string[]> => {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
  await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer }, fireImmediately: true })
  return (await readBarcodes(picture, { formats: ['QRCode', 'Code128'] })).map(({ text }) => text)
}
