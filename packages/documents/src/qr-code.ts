import encodeQR from 'qr'

// The library leaves a margin of at least one module; here the template does.
const border = 1

/** A QR code as SVG, correcting 15 % (level M), black on nothing; its template leaves the quiet zone of four modules around it. */
export const qrCode = (text: string): string => {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border }).slice(border, -border)
  const modules = rows.map((row) =>
    row
      .slice(border, -border)
      .map((isDark) => (isDark ? '1' : '0'))
      .join(''),
  )
  const runs = modules.flatMap((row, y) =>
    [...row.matchAll(/1+/g)].map(({ index, 0: { length } }) => runOf(index, y, length)),
  )
  return `<svg viewBox="0 0 ${rows.length} ${rows.length}" xmlns="http://www.w3.org/2000/svg"><path d="${runs.join('')}"/></svg>`
}

const runOf = (x: number, y: number, length: number) => `M${x} ${y}h${length}v1h-${length}z`
