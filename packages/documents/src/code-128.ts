import bwipjs from 'bwip-js/node'
import { qrCode } from './qr-code.ts'

/** A code for a scanner in both kinds, and as people read it. */
export type Scannable = { code: string; text: string; bars: string; qr: string }

/** Code 128 and QR as SVG: templates leave ten modules quiet beside the bars, four around the square. */
export const scannable = (code: string, text = code): Scannable => ({
  code,
  text,
  bars: bwipjs.toSVG({ bcid: 'code128', text: code, height: 10 }),
  qr: qrCode(code),
})
