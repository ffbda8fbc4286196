import type { ImageData } from '@napi-rs/canvas'
import { describe, expect, test } from 'vitest'
import { consignmentLetter } from '../src/consignment-slip.ts'
import { handoverLetter } from '../src/handover-record.ts'
import { labelRoll, labelSheet } from '../src/label.ts'
import { manifestLetter } from '../src/manifest.ts'
import { pdfOf, pictureOf, read, scanned } from './pdf.ts'
import * as papers from './postal-papers.ts'

const { bagLabel, item, longLabels, parcelLabel, printedAt } = papers
const nine = Array.from({ length: 9 }, () => parcelLabel)
// Marks of capitals stand above the text's edge, and page numbers below it.
const margins = { left: 22, right: 18, top: 13.5, bottom: 6.5 }
const labelMargins = { left: 4, right: 4, top: 4, bottom: 4 }
const letters = {
  'a slip': { letter: consignmentLetter(papers.slip), pages: 1, margins },
  'a slip of a result': { letter: consignmentLetter(papers.returnSlip), pages: 1, margins },
  'a slip without a paper': { letter: consignmentLetter(papers.emptySlip), pages: 1, margins },
  'a slip of sixty papers in long names': { letter: consignmentLetter(papers.longSlip), pages: 7, margins },
  'a record': { letter: handoverLetter(papers.record), pages: 1, margins },
  'a record of nothing': { letter: handoverLetter(papers.emptyRecord), pages: 1, margins },
  'a record of 240 papers in long names': { letter: handoverLetter(papers.longRecord), pages: 17, margins },
  'a manifest': { letter: manifestLetter(papers.manifest), pages: 1, margins },
  'a manifest of nothing': { letter: manifestLetter(papers.emptyManifest), pages: 1, margins },
  'a manifest of 300 parcels': { letter: manifestLetter(papers.longManifest), pages: 12, margins },
  labels: { letter: labelRoll([parcelLabel, bagLabel], printedAt), pages: 2, margins: labelMargins },
  'labels in long names': { letter: labelRoll(longLabels, printedAt), pages: 2, margins: labelMargins },
  'a sheet of labels': {
    letter: labelSheet(nine, printedAt),
    pages: 2,
    margins: { left: 4, right: 4, top: 13, bottom: 8 },
  },
}

const perMillimetre = 72 / 25.4
/** Dark pixels in the margins of a page that was drawn at 72 dots an inch. */
const inkOutside = ({ data, width, height }: ImageData, { left, right, top, bottom }: typeof margins): number => {
  let ink = 0
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const isInside =
        x >= left * perMillimetre - 1 &&
        x <= width - right * perMillimetre + 1 &&
        y >= top * perMillimetre - 1 &&
        y <= height - bottom * perMillimetre + 1
      if (!isInside && (data[(y * width + x) * 4] ?? 255) < 200) ink += 1
    }
  return ink
}

describe.each(Object.entries(letters))('%s', (_, { letter, pages, margins: around }) => {
  const pdf = pdfOf(letter)

  test('has its pages, and leaves their margins white', async () => {
    expect((await read(pdf)).pages).toBe(pages)
    for (const page of [1, 2, pages].filter((one) => one <= pages))
      expect(inkOutside(await pictureOf(pdf, 1, page), around)).toBe(0)
  })

  test('is PDF/A-2b, and the same bytes for the same content in either spelling', () => {
    const decomposed = {
      ...letter,
      content: { title: '', ...JSON.parse(JSON.stringify(letter.content).normalize('NFD')) },
    }
    expect(Buffer.from(pdfOf(decomposed)).equals(Buffer.from(pdf))).toBe(true)
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/<pdfaid:part>2<\/pdfaid:part><pdfaid:conformance>B</)
  })
})

const textOf = async (name: keyof typeof letters): Promise<string> => (await read(pdfOf(letters[name].letter))).text

test('a slip tells both sides, every paper and whether it is an original, fees, J and the day promised', async () => {
  const text = await textOf('a slip')
  for (const said of [
    'RA 473 124 829 VN',
    'Gửi hồ sơ đến cơ quan có thẩm quyền',
    'Rơ Châm H’Blan Làng Kte, xã Ia Pếch, huyện Ia Grai, Gia Lai Điện thoại: 0912 345 678',
    '1 Bản khai cá nhân 1 – –',
    '2 Huân chương, Huy chương Kháng chiến – – 1',
    '3 Giấy chứng nhận 1 – – Để đối chiếu, trả lại',
    'Cộng 3 loại giấy tờ 2 0 1',
    'Cước dịch vụ bưu chính công ích BC/21 0001234 26.000',
    'Nhận gửi (ngày J): 15:30, thứ Hai, 12/04/2021',
    'J + 1 ngày làm việc',
    'Chậm nhất: thứ Ba, 13/04/2021',
    'NGƯỜI GỬI',
    'NHÂN VIÊN BƯU CHÍNH',
  ])
    expect(text).toContain(said)
  for (const unsaid of ['Xác nhận phát', 'báo lại ngày hẹn']) expect(text).not.toContain(unsaid)
})

test('the slip of a result has room for who received it, and says who did', async () => {
  const open = await textOf('a slip of a result')
  expect(open).toContain('Xác nhận phát')
  expect(open).toContain('Người ký nhận: . .')
  const delivered = await textOf('a slip of sixty papers in long names')
  expect(delivered).toContain('Người ký nhận: Người được ủy quyền')
  expect(delivered).toContain('Phát lúc: 10:15 ngày 22/04/2021')
  expect(delivered).toContain('J + 8 ngày làm việc, tính đến khi báo lại ngày hẹn trả kết quả')
})

test('without papers or fees a slip says so', async () => {
  expect(await textOf('a slip without a paper')).toContain('Không có giấy tờ nào được kê khai.')
  expect(await textOf('a slip without a paper')).toContain('Không thu.')
})

test('a record tells slip by slip what was declared, what was counted, and what differs', async () => {
  const text = await textOf('a record')
  for (const said of [
    'Vào lúc 09:30, thứ Ba, 13/04/2021',
    '1. Phiếu gửi RA 473 124 829 VN – Rơ Châm H’Blan',
    'Niêm phong: còn nguyên Kết luận: Đủ hồ sơ theo danh mục niêm yết',
    'Niêm phong: không còn nguyên Kết luận: CHƯA ĐỦ HỒ SƠ Phí, lệ phí chuyển giao: 108.000 đồng',
    '1 Giấy chứng sinh 1 / 0 / 1 0 / 0 / 3 thiếu 1 bản chính, thừa 2 bản sao',
    'Số phiếu gửi hồ sơ: 2; đủ hồ sơ: 1; chưa đủ: 1; có chênh lệch khi kiểm đếm: 1.',
    'Biên bản được ký lúc 09:40, thứ Ba, 13/04/2021.',
    'Thời điểm ký là thời điểm nộp hồ sơ hợp lệ của các hồ sơ được xác nhận đủ (khoản 4 Điều 7 Quyết định 45/2016/QĐ-TTg).',
  ])
    expect(text).toContain(said)
})

test('a record in which no dossier is complete, or that nobody has signed, claims no submission', async () => {
  for (const name of ['a record of nothing', 'a record of 240 papers in long names'] as const)
    expect(await textOf(name)).not.toContain('nộp hồ sơ hợp lệ')
  expect(await textOf('a record of nothing')).toContain('Biên bản được ký lúc . .')
})

test('a manifest counts bag by bag and in all, and says what travels loose', async () => {
  const text = await textOf('a manifest')
  for (const said of [
    'Túi T210413.001 – niêm phong số NP-881 – 4 bưu gửi',
    'Bưu gửi rời, không đóng túi – 1 bưu gửi',
    'Cộng 4 bưu gửi 4 20 3',
    'Tổng cộng chuyến: 1 túi, 5 bưu gửi, 5 hồ sơ, 25 giấy tờ, trong đó 3 bản chính.',
    'Hai bên đã cùng kiểm đếm lúc 14:05, thứ Ba, 13/04/2021.',
  ])
    expect(text).toContain(said)
  expect(await textOf('a manifest of nothing')).toContain('Chuyến không có bưu gửi nào.')
  const long = papers.longManifest.bags.flatMap((bag) => bag.parcels)
  const longText = await textOf('a manifest of 300 parcels')
  expect(long.filter((parcel) => !longText.includes(spaced(parcel.item)))).toEqual([])
})
const spaced = (code: string) => code.replace(/^(..)(...)(...)(...)(..)$/, '$1 $2 $3 $4 $5')

test.each([
  ['a slip', 1, item],
  ['a record', 1, papers.record.number],
  ['a manifest of 300 parcels', 1, papers.manifest.code],
  ['labels', 1, item],
  ['labels', 2, 'T210413.001'],
  ['labels in long names', 1, item],
  ['labels in long names', 2, 'T210413.001-IAGRAI.1'],
] as const)(
  'a scanner reads the codes of %s, page %i, as a printer of 200 dots an inch makes it',
  async (name, page, code) => {
    const read = await scanned(await pictureOf(pdfOf(letters[name].letter), 200 / 72, page))
    expect(read).toEqual(name === 'a record' ? [code] : [code, code])
  },
)

test('a scanner reads all labels of a sheet', async () => {
  const six = labelSheet([parcelLabel, bagLabel, ...longLabels, parcelLabel, bagLabel], printedAt)
  const read = await scanned(await pictureOf(pdfOf(six), 200 / 72))
  expect(new Set(read)).toEqual(new Set([item, 'T210413.001', 'T210413.001-IAGRAI.1']))
  expect(read).toHaveLength(12)
})

test.each(Object.entries(letters).filter(([, { letter }]) => letter.content['on'] !== 'roll'))(
  'each page of %s says which of how many it is',
  async (_, { letter, pages }) => {
    const { text } = await read(pdfOf(letter))
    const numbered = Array.from({ length: pages }, (__, i) => `Trang ${i + 1}/${pages}`)
    expect(numbered.filter((one) => !text.includes(one))).toEqual([])
  },
)

test('a label tells no word of what is inside', async () => {
  const text = await textOf('labels')
  expect(text).toContain('RA 473 124 829 VN')
  expect(text).toContain('Chậm nhất 13/04/2021')
  expect(text).not.toContain('trợ cấp')
})

const wrong = (make: () => unknown): unknown => {
  try {
    return make()
  } catch (error) {
    return error
  }
}
test.each([
  ['#/item', () => consignmentLetter({ ...papers.slip, item: 'RA47312482VN' })],
  ['#/handedOverAt', () => consignmentLetter({ ...papers.slip, handedOverAt: '2021-04-12' })],
  ['#/procedure', () => consignmentLetter({ ...papers.slip, procedure: 'x'.repeat(301) })],
  ['#/from/name', () => consignmentLetter({ ...papers.slip, from: { ...papers.slip.from, name: ' \u200B ' } })],
  ['#/collected/0/amount', () => consignmentLetter({ ...papers.slip, collected: [{ name: 'Cước', amount: 0.5 }] })],
  [
    '#/slips',
    () => handoverLetter({ ...papers.record, slips: Array.from({ length: 201 }, () => papers.record.slips).flat() }),
  ],
  ['#/code', () => manifestLetter({ ...papers.manifest, code: 'bảng kê' })],
  ['#/', () => labelRoll([], printedAt)],
  ['#/0/deliverBy', () => labelRoll([{ ...papers.parcelLabel, deliverBy: '2021-02-30' }], printedAt)],
])('content that does not fit is refused before it is set, pointing to %s', (pointer, make) => {
  expect(wrong(make)).toMatchObject({
    name: 'DocumentProblem',
    code: 'wrong-content',
    pointer: pointer.replace(/\/$/, ''),
  })
})

test('a word without an end goes on in the next line', async () => {
  const endless = consignmentLetter({ ...papers.slip, procedure: 'W'.repeat(300), office: 'W'.repeat(120) })
  expect(inkOutside(await pictureOf(pdfOf(endless), 1), margins)).toBe(0)
})
