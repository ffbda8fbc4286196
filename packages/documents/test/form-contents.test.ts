import { expect, test } from 'vitest'
import { officialLetter, officialPapers, type PaperContent } from '../src/official-papers.ts'
import { samples } from './official-paper-samples.ts'
import { cropped, pagesOf } from './pages.ts'
import { pdfOf, read } from './pdf.ts'

const usual = samples('usual')
const textOf = async (letter: Parameters<typeof pdfOf>[0]) => (await read(pdfOf(letter))).text
const receipt = async (changed: Partial<PaperContent['receipt-slip']>) =>
  textOf(officialLetter('receipt-slip', { ...usual['receipt-slip'], ...changed }))
const request = async (changed: Partial<PaperContent['supplement-request']>) =>
  textOf(officialLetter('supplement-request', { ...usual['supplement-request'], ...changed }))

test('the receipt names papers with their counts, due date and appointment, way of return, fees paid and owed', async () => {
  const text = await receipt({ appointment: { due: { on: '2021-05-18' }, closes: '16:30' } })
  for (const said of [
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc',
    'Số: 12/TNHS',
    'Ia Pếch, ngày 13 tháng 4 năm 2021',
    'Bản khai cá nhân có xác nhận của Ủy ban nhân dân xã 1 2 3',
    'Thời gian nhận hồ sơ: 09:40 ngày 13/04/2021',
    '5 ngày làm việc + 12 ngày',
    'Hạn theo quy định: thứ Hai, 17/05/2021',
    'Ngày hẹn trả kết quả: thứ Ba, 18/05/2021 (đến 16:30)',
    'Nhận kết quả: qua dịch vụ bưu chính công ích',
    'Phí thẩm định 150.000 đồng Chưa nộp',
    'Đã nộp: 5.000 đồng; còn phải nộp: 150.000 đồng',
    'Điện thoại nơi tiếp nhận: 0269 3844 123',
    'Đánh giá chất lượng phục vụ: quét mã QR tại quầy',
  ])
    expect(text).toContain(said)
})

test('where hours count the receipt states hour and day, and a provisional day says to be one', async () => {
  const due = { on: '2021-09-06', at: '2021-09-06T03:10:00.000Z' }
  expect(await receipt({ due, appointment: { due, closes: '17:00' }, provisional: true })).toContain(
    'Ngày hẹn trả kết quả: 10:10, thứ Hai, 06/09/2021 (tạm tính',
  )
})

test('a receipt issued again names the one it takes the place of, and why', async () => {
  const replaces = { issuedOn: '2021-04-12', why: 'nhận đủ hồ sơ bổ sung' }
  expect(await receipt({ replaces })).toContain('Thay giấy đã cấp ngày 12/04/2021: nhận đủ hồ sơ bổ sung')
})

test('the supplement request names every defect with its paper, the place, and no date of return', async () => {
  const text = await request({})
  for (const said of [
    'Tờ khai đề nghị trợ cấp Chưa ghi ngày, tháng, năm sinh; chưa có chữ ký.',
    'Nội dung chung Thông tin nơi cư trú không khớp',
    'Nơi nộp giấy tờ bổ sung: Bộ phận Một cửa xã Ia Pếch',
    'Nộp chậm nhất: thứ Năm, 20/05/2021',
    'được tính lại từ đầu sau khi nhận đủ hồ sơ',
  ])
    expect(text).toContain(said)
  expect(text).not.toContain('Ngày hẹn trả')
})

test('a supplement request tells what its rule set does with the time limit', async () => {
  expect(await request({ clock: 'resume' })).toContain('được tính tiếp sau khi nhận đủ hồ sơ')
  expect(await request({ clock: 'not-begun' })).not.toContain('tạm dừng')
})

test('the refusal gives reason and place to go, at the desk as well as after appraisal', async () => {
  const notice = usual['refusal-notice']
  const appraised = await textOf(officialLetter('refusal-notice', notice))
  expect(appraised).toContain('từ chối giải quyết hồ sơ này với lý do sau')
  expect(appraised).toContain('Nơi có thẩm quyền tiếp nhận, giải quyết: Sở Nội vụ tỉnh Gia Lai')
  expect(appraised).toContain('Đánh giá chất lượng phục vụ')
  const turnedAway = await textOf(officialLetter('refusal-notice', { ...notice, receivedAt: null, dossier: null }))
  expect(turnedAway).toContain('không tiếp nhận hồ sơ này với lý do sau')
  expect(turnedAway).not.toContain('Mã hồ sơ')
})

test('the apology tells who, dossier and procedure, reason, new date and its ground, and apologises', async () => {
  const text = await textOf(officialLetter('apology-letter', usual['apology-letter']))
  for (const said of [
    'PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ',
    'Kính gửi: Nguyễn Thị Ngọc Ánh',
    'mã số H21.08.05-210413-0001',
    'Ngày hẹn trả kết quả: thứ Hai, 17/05/2021',
    'Cơ quan phối hợp gửi kết quả thẩm định chậm',
    'chân thành xin lỗi',
    'thứ Hai, 24/05/2021 (đến 17:00)',
    'khoản 9 Điều 19 Nghị định số 61/2018/NĐ-CP',
    'Người ký: Rơ Châm H’Bông',
    'Thời gian ký: 09:52 ngày 13/04/2021',
  ])
    expect(text).toContain(said)
})

test('the other apology speaks of loss and its remedy, and hurries no new date', async () => {
  const text = await textOf(officialLetter('error-apology', { ...usual['error-apology'], appointment: null }))
  expect(text).toContain('làm mất giấy tờ, kết quả')
  expect(text).toContain('Bồi thường: 104.000 đồng')
  expect(text).toContain('Điều 21 Nghị định số 61/2018/NĐ-CP')
  expect(text).not.toContain('hẹn lại')
})

test('the control slip tells each handover from both sides, also one nobody has taken', async () => {
  const text = await textOf(officialLetter('control-slip', usual['control-slip']))
  expect(text).toContain('08:15 14/04/2021 Chuyên viên')
  expect(text).toContain('Phiếu gửi G2')
  expect(text).toContain('Chưa nhận')
  for (const result of ['Trước hạn', 'Đúng hạn', 'Quá hạn']) expect(text).toContain(result)
})

test('each Vietnamese letter looks like no other one: none is a box or a hole', async () => {
  const vowels = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y']
  const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
  const small = [
    ...vowels.flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC'))),
    'đ',
    'd',
    'č',
    'ŏ',
    'ƀ',
    'ñ',
  ]
  const letters = [...small, ...small.map((letter) => letter.toUpperCase())]
  const defects = letters.map((letter) => ({ component: letter, words: letter }))
  const content = { ...usual['supplement-request'], defects }
  const looks = new Map<string, string[]>()
  for (const page of await pagesOf(pdfOf(officialLetter('supplement-request', content)))) {
    const picture = await page.picture(2)
    for (const piece of page.pieces.filter(({ text, left }) => letters.includes(text) && left > 150)) {
      const look = cropped(picture, piece, 2)
      looks.set(look, [...(looks.get(look) ?? []), piece.text])
    }
  }
  expect([...looks.values()].flat().toSorted()).toEqual(letters.toSorted())
  expect([...looks.values()].filter((alike) => alike.length > 1)).toEqual([])
})

const problem = (kind: keyof PaperContent, content: unknown): unknown => {
  try {
    return officialPapers[kind].letter(content)
  } catch (error) {
    return error
  }
}

test('content that does not fit is refused with the place of what is wrong', () => {
  const slip = usual['receipt-slip']
  const wrong = (changed: object) => problem('receipt-slip', { ...slip, ...changed })
  expect(problem('receipt-slip', null)).toMatchObject({ code: 'wrong-content', pointer: '#' })
  expect(wrong({ receivedAt: '2021-04-13' })).toMatchObject({ pointer: '#/receivedAt' })
  expect(wrong({ due: { on: '2021-02-30' } })).toMatchObject({ pointer: '#/due/on' })
  expect(wrong({ applicant: { ...slip.applicant, name: ' \u200b ' } })).toMatchObject({ pointer: '#/applicant/name' })
  expect(wrong({ components: [{ ...slip.components[0], originals: -1 }] })).toMatchObject({
    name: 'DocumentProblem',
    code: 'wrong-content',
    pointer: '#/components/0/originals',
    vi: expect.stringContaining('chưa đúng ở "#/components/0/originals"'),
  })
  expect(wrong({ procedure: 'nửa chữ \ud800' })).toMatchObject({ pointer: '#/procedure' })
  expect(wrong({ rating: 'chuông \u0007' })).toMatchObject({ pointer: '#/rating' })
  expect(wrong({ clerk: 'x' })).toMatchObject({ code: 'wrong-content' })
  expect(problem('supplement-request', { ...usual['supplement-request'], defects: [] })).toMatchObject({
    pointer: '#/defects',
  })
})

test('a name is as long as its letters, however they are spelled', () => {
  const applicant = { ...usual['receipt-slip'].applicant, name: 'ễ'.repeat(200).normalize('NFD') }
  const receipt = { ...usual['receipt-slip'], applicant }
  expect(officialLetter('receipt-slip', receipt).content).toMatchObject({
    applicant: { name: 'ễ'.repeat(200).normalize() },
  })
})

test('thirty megabytes are refused before anything is made of them, in whatever shape they come', () => {
  const million = Array.from({ length: 1_000_000 }, () => 'hồ sơ mất rồi, thưa Ông/Bà, xin')
  const nested: { within?: unknown } = {}
  nested.within = nested
  const letter = usual['apology-letter']
  for (const enormous of [
    { ...letter, reason: 'x'.repeat(30_000_000) },
    { ...letter, copies: million },
    { ...letter, reason: Object.fromEntries(million.entries()) },
    nested,
  ]) {
    const began = performance.now()
    expect(problem('apology-letter', enormous)).toMatchObject({
      code: 'too-long',
      en: expect.stringContaining('500000'),
    })
    expect(performance.now() - began).toBeLessThan(1000)
  }
  expect(problem('apology-letter', { ...letter, reason: 'x'.repeat(4001) })).toMatchObject({ pointer: '#/reason' })
})
