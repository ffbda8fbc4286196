import { once } from 'node:events'
import { PassThrough, type Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setImmediate as turn } from 'node:timers/promises'
import type { Instant } from '@dossier/contracts/time'
import excel from 'exceljs'
import { type Cell, cellValue, formatOf, formats } from './spreadsheet-cell.ts'

/** A column: its heading, its width in letters, and what it shows of a row. */
export type Column<Row> = { heading: string; width: number; cell: (row: Row) => Cell }

/** One sheet: rows may come as they are read from a database, for they are not held in memory. */
export type Spreadsheet<Row> = {
  /** On the tab: at most 31 letters. */
  name: string
  title: string
  subtitle: string
  /** When its figures were taken. */
  at: Instant
  columns: readonly Column<Row>[]
  rows: Iterable<Row> | AsyncIterable<Row>
}

/** Rows above those of the table: title, subtitle, headings. They stay in sight, and the last is printed on every page. */
const headRows = 3
const font = { name: 'Times New Roman', size: 11 }
const thin = { style: 'thin' as const }
const border = { top: thin, left: thin, bottom: thin, right: thin }
const styleOf = (numFmt: string) => ({
  numFmt,
  font,
  border,
  alignment: { vertical: 'top' as const, wrapText: true },
})
// One object for each: by these the library knows a style again, and writing is five times as fast.
const styles = {
  text: styleOf(formats.text),
  whole: styleOf(formats.whole),
  part: styleOf(formats.part),
  day: styleOf(formats.day),
  moment: styleOf(formats.moment),
}
const headingStyle = {
  font: { ...font, bold: true },
  border,
  alignment: { horizontal: 'center' as const, vertical: 'middle' as const, wrapText: true },
}

/**
 * Writes a spreadsheet (.xlsx) row by row, printed on A4 landscape with page x of y. Rejects, and destroys what it writes to,
 * with a DocumentProblem where a cell cannot be held by a spreadsheet, or with the error of the rows or of the other side.
 */
export const writeSpreadsheet = async <Row>(sheet: Spreadsheet<Row>, to: Writable): Promise<void> => {
  const through = new PassThrough()
  const arrived = pipeline(through, to)
  try {
    await Promise.all([writeRows(sheet, through), arrived])
  } catch (error) {
    through.destroy(error instanceof Error ? error : new Error(String(error)))
    await Promise.allSettled([arrived]) // by then the other side is destroyed too
    throw error
  }
}

/** The same as a stream to be read, as an answer over HTTP is; what goes wrong destroys it. */
export const spreadsheetStream = <Row>(sheet: Spreadsheet<Row>): Readable => {
  const stream = new PassThrough()
  void writeSpreadsheet(sheet, stream).catch(() => {}) // the stream is destroyed with the error, and the answer with it
  return stream
}

const writeRows = async <Row>(sheet: Spreadsheet<Row>, through: PassThrough): Promise<void> => {
  const workbook = new excel.stream.xlsx.WorkbookWriter({ stream: through, useStyles: true, useSharedStrings: false })
  workbook.created = new Date(sheet.at)
  workbook.modified = workbook.created
  const page = opened(workbook, sheet)
  let number = headRows
  for await (const row of sheet.rows) {
    number += 1
    writeRow(page.getRow(number), sheet.columns, row)
    if (number % 100 !== 0) continue
    await turn() // the library does not wait for what it writes to
    if (through.destroyed) return
    if (through.writableNeedDrain) await once(through, 'drain')
  }
  page.autoFilter = { from: { row: headRows, column: 1 }, to: { row: number, column: sheet.columns.length } }
  page.commit()
  await workbook.commit()
}

const writeRow = <Row>(line: excel.Row, columns: readonly Column<Row>[], row: Row): void => {
  columns.forEach(({ cell }, i) => {
    const shown = cell(row)
    const at = line.getCell(i + 1)
    at.value = cellValue(shown, at.address)
    at.style = styles[formatOf(shown)]
  })
  line.commit()
}

const opened = <Row>(workbook: excel.stream.xlsx.WorkbookWriter, sheet: Spreadsheet<Row>): excel.Worksheet => {
  const page = workbook.addWorksheet(sheet.name, {
    views: [{ state: 'frozen', ySplit: headRows }],
    pageSetup: {
      paperSize: 9, // A4
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${headRows}:${headRows}`,
      margins: { left: 0.5, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: `&L${inFooter(sheet.title)}&RTrang &P/&N` },
  })
  page.columns = sheet.columns.map(({ width }) => ({ width }))
  const headings = sheet.columns.map(({ heading }) => heading)
  for (const [i, texts] of [[sheet.title], [sheet.subtitle], headings].entries()) {
    const line = page.getRow(i + 1)
    texts.forEach((text, column) => {
      const at = line.getCell(column + 1)
      at.value = cellValue(text, at.address)
      at.style = i + 1 === headRows ? headingStyle : { font: { ...font, size: i === 0 ? 14 : 11, bold: i === 0 } }
    })
    line.commit()
  }
  return page
}

/** In a footer an ampersand begins a command. */
const inFooter = (text: string): string => text.normalize('NFC').replaceAll('&', '&&')
