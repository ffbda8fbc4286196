import { PassThrough, Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import excel from 'exceljs'
import { expect, test } from 'vitest'
import { local } from '../../domain/test/fixtures.ts'
import type { RegisterLine } from '../src/form-dossier-register.ts'
import { type Spreadsheet, writeSpreadsheet } from '../src/spreadsheet.ts'
import type { Cell } from '../src/spreadsheet-cell.ts'
import { registerSpreadsheet } from '../src/spreadsheet-register.ts'

const bytesOf = async <Row>(sheet: Spreadsheet<Row>): Promise<Buffer> => {
  const through = new PassThrough()
  const [bytes] = await Promise.all([buffer(through), writeSpreadsheet(sheet, through)])
  return bytes
}
const readBack = async <Row>(sheet: Spreadsheet<Row>): Promise<excel.Worksheet> => {
  const workbook = new excel.Workbook()
  await workbook.xlsx.load(Uint8Array.from(await bytesOf(sheet)).buffer)
  const [page] = workbook.worksheets
  if (page === undefined) throw new Error('The spreadsheet has no sheet')
  return page
}

/** A report of one column, a row for each cell. */
const report = (rows: Spreadsheet<Cell>['rows']): Spreadsheet<Cell> => ({
  name: 'Báo cáo',
  title: 'BÁO CÁO & THỐNG KÊ',
  subtitle: 'Quý II năm 2021',
  at: local('2021-07-01 08:00'),
  columns: [{ heading: 'Nội dung', width: 30, cell: (cell) => cell }],
  rows,
})
const line: RegisterLine = {
  number: 1,
  dossier: 'H21.08.05-210413-0001',
  procedure: 'Giải quyết chế độ trợ cấp một lần',
  sets: 1,
  applicant: 'Rơ Châm H’Blan',
  contact: '0912 345 678',
  lead: 'Ủy ban nhân dân xã Ia Pếch',
  receivedOn: '2021-04-13',
  appointmentOn: '2021-05-17',
  returnedOn: null,
  returnBy: 'post',
  signedBy: null,
  remark: null,
}
const book = (lines: Iterable<RegisterLine>) => ({
  authority: 'Ủy ban nhân dân xã Ia Pếch',
  desk: 'Bộ phận Một cửa',
  from: '2021-01-01',
  to: '2021-12-31',
  at: local('2021-12-31 17:00'),
  lines,
})

test('the register is read back as it was written: text as text, days as days, nothing as nothing', async () => {
  const page = await readBack(registerSpreadsheet(book([line])))
  expect(page.name).toBe('Sổ theo dõi hồ sơ')
  expect(page.getCell('A1').value).toBe('SỔ THEO DÕI HỒ SƠ')
  expect(page.getCell('A2').value).toBe('Ủy ban nhân dân xã Ia Pếch – Bộ phận Một cửa, từ 01/01/2021 đến 31/12/2021')
  const column = (at: number) => [page.getRow(3).getCell(at).value, page.getRow(4).getCell(at).value]
  expect(Array.from({ length: 13 }, (_, i) => column(i + 1))).toEqual([
    ['TT', 1],
    ['Mã hồ sơ', 'H21.08.05-210413-0001'],
    ['Tên thủ tục hành chính', 'Giải quyết chế độ trợ cấp một lần'],
    ['Số bộ', 1],
    ['Tổ chức, cá nhân', 'Rơ Châm H’Blan'],
    ['Địa chỉ, số điện thoại', '0912 345 678'],
    ['Cơ quan chủ trì giải quyết', 'Ủy ban nhân dân xã Ia Pếch'],
    ['Ngày tiếp nhận', new Date('2021-04-13')],
    ['Ngày hẹn trả', new Date('2021-05-17')],
    ['Ngày trả kết quả', null],
    ['Phương thức nhận', 'Bưu chính'],
    ['Ký nhận', null],
    ['Ghi chú', null],
  ])
  expect(page.getCell('H4').numFmt).toBe('dd/mm/yyyy')
})

test('headings stay in sight and are printed on every page; A4 landscape, page x of y', async () => {
  const page = await readBack(report(['x']))
  expect(page.views).toMatchObject([{ state: 'frozen', ySplit: 3 }])
  expect(page.pageSetup).toMatchObject({
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: '3:3',
  })
  expect(page.headerFooter.oddFooter).toBe('&LBÁO CÁO && THỐNG KÊ&RTrang &P/&N')
  expect(page.autoFilter).toBe('A3:A4')
})

test.each([
  ['=HYPERLINK("http://x")', `'=HYPERLINK("http://x")`],
  ['+84 912 345 678', `'+84 912 345 678`],
  ['-1', `'-1`],
  ['@SUM(A1)', `'@SUM(A1)`],
  ['\t=1+1', `'\t=1+1`],
  ['a=1', 'a=1'],
  ['Nguyễn'.normalize('NFD'), 'Nguyễn'.normalize('NFC')],
  ['<b>&"\'</b>', '<b>&"\'</b>'],
  ['a\u0000\u001Fb\uFFFEc\uD800d', 'abcd'],
  ['😀', '😀'],
  [0, 0],
  [-3, -3],
  [null, null],
  [{ on: '2024-02-29' }, new Date('2024-02-29')],
  [{ at: local('2026-12-31 23:30') }, new Date('2026-12-31T23:30Z')], // as a clock in Vietnam shows it
] as [Cell, unknown][])('%j is stored as %j', async (cell, stored) => {
  expect((await readBack(report([cell]))).getCell('A4').value).toEqual(stored)
})

test('numbers are shown in groups, moments with their minute', async () => {
  const page = await readBack(report([1_234_567, 0.5, { at: local('2026-12-31 23:30') }]))
  expect(['A4', 'A5', 'A6'].map((at) => page.getCell(at).numFmt)).toEqual(['#,##0', '#,##0.0##', 'dd/mm/yyyy hh:mm'])
})

test('without a row there are headings alone', async () => {
  const page = await readBack(report([]))
  expect(page.getCell('A3').value).toBe('Nội dung')
  expect(page.rowCount).toBe(3)
})

test('twenty thousand rows are read back whole', async () => {
  const lines = function* () {
    for (let number = 1; number <= 20_000; number += 1) yield { ...line, number }
  }
  const page = await readBack(registerSpreadsheet(book(lines())))
  expect(page.rowCount).toBe(20_003)
  expect(page.getCell('A20003').value).toBe(20_000)
}, 60_000)

test('rows are asked for as fast as the other side takes them, and no faster', async () => {
  let asked = 0
  const rows = function* () {
    for (; asked < 200_000; asked += 1) yield `${asked} ${Math.sin(asked)} ${Math.cos(asked)}`
  }
  const stuck = new Writable({ write: () => undefined })
  const writing = writeSpreadsheet(report(rows()), stuck)
  for (let before = -1; before < asked;) {
    before = asked
    await new Promise((later) => setTimeout(later, 200))
  }
  expect(asked).toBeGreaterThan(0)
  expect(asked).toBeLessThan(100_000)
  stuck.destroy()
  await expect(writing).rejects.toMatchObject({ code: 'ERR_STREAM_PREMATURE_CLOSE' })
})

test('when the reader has left no more rows are asked for', async () => {
  let asked = 0
  const rows = function* () {
    for (; asked < 1_000_000; asked += 1) yield 'x'
  }
  const leaving = new Writable({ write: () => void leaving.destroy() })
  await expect(writeSpreadsheet(report(rows()), leaving)).rejects.toMatchObject({ code: 'ERR_STREAM_PREMATURE_CLOSE' })
  const before = asked
  await new Promise((later) => setTimeout(later, 200))
  expect(asked).toBeLessThan(before + 200)
})

test('a reader who leaves before the end is told, however few the rows are', async () => {
  const stuck = new Writable({ highWaterMark: 1, write: () => void setTimeout(() => stuck.destroy(), 50) })
  await expect(writeSpreadsheet(report(['x']), stuck)).rejects.toMatchObject({ code: 'ERR_STREAM_PREMATURE_CLOSE' })
})

test('a row that cannot be read, or a text no cell can hold, is told and ends what was begun', async () => {
  const broken = function* () {
    yield 'first'
    throw new Error('the rows broke off')
  }
  const to = new PassThrough()
  to.resume()
  await expect(writeSpreadsheet(report(broken()), to)).rejects.toThrow('the rows broke off')
  expect(to.destroyed).toBe(true)
  const end = new PassThrough()
  end.resume()
  await expect(writeSpreadsheet(report(['x'.repeat(40_000)]), end)).rejects.toMatchObject({
    name: 'DocumentProblem',
    code: 'too-long',
    pointer: 'A4',
  })
})
