import { createCanvas, type ImageData, loadImage } from '@napi-rs/canvas'
import { getDocumentProxy, renderPageAsImage } from 'unpdf'

/** A piece of text where it stands on a page, in points from its lower left corner. */
export type Piece = { text: string; left: number; right: number; bottom: number; top: number }
/** A page with its size in points, its pieces of text, and how a printer makes it with so many pixels to the point. */
export type Page = { width: number; height: number; pieces: Piece[]; picture: (scale: number) => Promise<ImageData> }

export const millimetre = 72 / 25.4

/** All pages of a PDF. */
export const pagesOf = async (pdf: Uint8Array): Promise<Page[]> => {
  const document = await getDocumentProxy(Uint8Array.from(pdf))
  return Promise.all(
    Array.from({ length: document.numPages }, async (_, i) => {
      const page = await document.getPage(i + 1)
      const { width, height } = page.getViewport({ scale: 1 })
      const { items } = await page.getTextContent()
      const pieces = items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return []
        const [, , , size = 0, left = 0, bottom = 0] = item.transform
        return [{ text: item.str, left, right: left + item.width, bottom, top: bottom + size }]
      })
      return { width, height, pieces, picture: (scale) => pictured(document, i + 1, scale) }
    }),
  )
}

type Opened = Awaited<ReturnType<typeof getDocumentProxy>>

const pictured = async (document: Opened, page: number, scale: number): Promise<ImageData> => {
  const made = await renderPageAsImage(document, page, {
    canvasImport: () => import('@napi-rs/canvas'),
    scale,
  })
  const image = await loadImage(Buffer.from(made))
  const context = createCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  return context.getImageData(0, 0, image.width, image.height)
}

/** The smallest box around all ink of a picture, in pixels from its upper left corner; null for a blank page. */
export const inkOf = ({ data, width, height }: ImageData) => {
  let [left, right, top, bottom] = [width, -1, height, -1]
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      if ((data[(y * width + x) * 4] ?? 255) > 200) continue
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = y
    }
  return right < 0 ? null : { left, right, top, bottom }
}

/** Pieces that run into one another: a word that left its column. A third of a line's height may touch. */
export const collisions = (pieces: readonly Piece[]): string[] => {
  const sorted = pieces.toSorted((a, b) => a.left - b.left)
  return sorted.flatMap((one, i) => {
    const met: string[] = []
    for (let j = i + 1; j < sorted.length; j += 1) {
      const other = sorted[j]
      if (other === undefined || other.left > one.right - 1) break
      const shared = Math.min(one.top, other.top) - Math.max(one.bottom, other.bottom)
      if (shared > (one.top - one.bottom) / 3) met.push(`${one.text} | ${other.text}`)
    }
    return met
  })
}
/** The pixels around a piece of text, as text: equal for equal pictures. */
export const cropped = ({ data, width, height }: ImageData, piece: Piece, scale: number): string => {
  const page = height / scale
  const rows: string[] = []
  const top = Math.floor((page - piece.top - 3) * scale)
  const bottom = Math.ceil((page - piece.bottom + 4) * scale)
  for (let y = top; y < bottom; y += 1) {
    const from = (y * width + Math.floor((piece.left - 1) * scale)) * 4
    rows.push(
      Buffer.from(data.slice(from, from + Math.ceil((piece.right - piece.left + 2) * scale) * 4)).toString('base64'),
    )
  }
  return rows.join('')
}
