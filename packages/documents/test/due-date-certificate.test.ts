import { describe, expect, test } from 'vitest'
import { calendar, local } from '../../domain/test/fixtures.ts'
import { dueDateLetter } from '../src/due-date-certificate.ts'
import { cases, certified, limit, routed } from './certificates.ts'
import { pdfOf, pictureOf, read, scanned } from './pdf.ts'

const printed = new Map<string, ReturnType<typeof read>>()
/** The page of a case, made once for all tests. */
const pageOf = (name: keyof typeof cases) => {
  const page = printed.get(name) ?? read(pdfOf(dueDateLetter(cases[name])))
  printed.set(name, page)
  return page
}

test('the reference dossier: what is due when, where, from when on and why, on one page', async () => {
  const { pages, text } = await pageOf('a route of mixed units')
  expect(pages).toBe(1)
  for (const said of [
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'BỘ PHẬN MỘT CỬA XÃ IA PẾCH',
    'H21.08.05-210413-0001',
    '09:40, thứ Ba, 13/04/2021',
    'HẠN THEO QUY ĐỊNH Due date Thứ Hai Monday 17/05/2021 đến hết giờ làm việc (17:00)',
    '5 ngày làm việc + 7 ngày làm việc + 12 ngày',
    'Chủ nhật, 16/05/2021, là ngày nghỉ nên thời hạn kết thúc vào ngày làm việc tiếp theo',
    'Giỗ Tổ Hùng Vương: ngày nghỉ lễ, tết, không tính public holiday, not counted (Thông báo 4875/TB-LĐTBXH)',
    'Phòng Lao động - Thương binh và Xã hội huyện Ia Grai',
    'Lịch calendar VN-2026-1 · Quy tắc',
    'NĐ 61/2018/NĐ-CP (ND61_2018)',
    'fx.tro-cap-khang-chien@2021-01-01',
    '#2 tiếp nhận hồ sơ (DossierAccepted) 09:40 13/04/2021',
    routed.certificate.hash,
    'Kiểm tra được bằng mã băm này',
    'Trang 1/1',
  ])
    expect(text).toContain(said)
  for (const unsaid of ['hết ngày', 'npm run', 'NGÀY HẸN', 'công bố']) expect(text).not.toContain(unsaid)
})

describe.each(Object.keys(cases) as (keyof typeof cases)[])('%s', (name) => {
  test('is one page, with its due date and its hash', async () => {
    const { pages, text } = await pageOf(name)
    const { due, hash } = cases[name].certificate
    expect(pages).toBe(1)
    expect(text).toContain(due.on.split('-').toReversed().join('/'))
    expect(text).toContain(hash)
  })

  test('is set in the first size that is tried, and there is at most one larger in which it would be one page', async () => {
    const letter = dueDateLetter(cases[name])
    const [first = 0] = letter.onePageIn ?? []
    const pagesIn = async (size: number) => (await read(pdfOf({ ...letter, onePageIn: [size] }))).pages
    expect(await pagesIn(first)).toBe(1)
    expect(first > 10 ? 2 : await pagesIn(first + 1)).toBe(2)
  })

  test('names every day that is no weekend and did not count, with its notice', () => {
    const { named } = dueDateLetter(cases[name]).content
    const off = cases[name].explanations
      .flatMap(({ days }) => days)
      .filter(({ counted, why }) => !counted && ['holiday', 'compensation', 'swap'].includes(why))
    expect(daysNamed(named)).toEqual(expect.arrayContaining(off.map(({ day }) => day)))
    expect(off.filter(({ notice }) => !JSON.stringify(named).includes(notice ?? 'a day off without a notice'))).toEqual(
      [],
    )
  })
})

/** The days that lines like `08/02 – 12/02/2024 (3 ngày)` stand for. */
const daysNamed = (named: unknown): string[] =>
  [...JSON.stringify(named).matchAll(/"when":"([^"]*)"/g)].flatMap(([, when = '']) => {
    const dates = [...when.matchAll(/(\d\d)\/(\d\d)(?:\/(\d{4}))?/g)]
    const year = dates.at(-1)?.[3] ?? ''
    const [from = '', to = from] = dates.map(([, day, month, own]) => `${own ?? year}-${month}-${day}`)
    const days: string[] = []
    for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000)
      days.push(new Date(at).toISOString().slice(0, 10))
    return days
  })

test('a scanner reads the dossier code from the printed page', async () => {
  const picture = await pictureOf(pdfOf(dueDateLetter(routed)), 2)
  expect(await scanned(picture)).toEqual(['H21.08.05-210413-0001'])
})

test('names of eighty letters and more leave it one page', async () => {
  const long = 'Trung tâm Phục vụ hành chính công khu vực liên xã Nguyễn Trường Tộ và các xã lân cận huyện'
  expect(long.length).toBeGreaterThan(80)
  const units = Object.fromEntries(Object.keys(routed.names.units).map((unit) => [unit, long]))
  const names = { procedure: `${long}, ${long}`, authority: long, desk: long, units }
  const { pages, text } = await read(pdfOf(dueDateLetter({ ...routed, names })))
  expect(pages).toBe(1)
  expect(text).toContain(long)
  expect(text).toContain('Trang 1/1')
})

test('stages within a whole limit are as planned, without days of their own', async () => {
  const { text } = await pageOf('stages within a whole limit')
  expect(text).toContain('Các bước dự kiến trong thời hạn Stages as planned within the limit')
  expect(text).toContain(
    'Sở Lao động - Thương binh và Xã hội tỉnh Gia Lai 12 ngày 12 calendar days 17/05/2021 Các ngày',
  )
})

test('the first day is not counted where days are, and the minute is where hours are', async () => {
  expect((await pageOf('120 working days')).text).toContain('thứ Tư, 25/10/2023, không tính')
  const hours = (await pageOf('working hours over a holiday')).text
  expect(hours).toContain('Bắt đầu tính Running from 15:40, thứ Sáu, 26/04/2024')
  expect(hours).toContain('chậm nhất 15:40')
  expect(hours).toContain('02/05 – 03/05/2024 (2 ngày) tính 07:30–11:30, 13:00–17:00')
})

test('interruptions are told with their document, and what they did', async () => {
  const paid = (await pageOf('a payment in which the clock stood')).text
  expect(paid).toContain('10:00 29/12/2025 – 10:10 07/01/2026 thời hạn tạm dừng: 9 ngày không tính')
  expect(paid).toContain('Thông báo nộp lệ phí trước bạ số 1234/TB-CCT')
  expect(paid).toContain('Làm bù cho thứ Sáu 02/01/2026: ngày làm việc bù, được tính')
  const restarted = (await pageOf('a supplement that restarted it')).text
  expect(restarted).toContain('thời hạn được tính lại từ đầu (NĐ 61/2018/NĐ-CP, Điều 19.4)')
  expect(restarted).toContain('Phiếu yêu cầu bổ sung số 12')
})

test('a restart under NĐ 118/2025, whose wording is not known, cites no article', async () => {
  const interruptions = [{ from: local('2026-03-04 10:00'), to: local('2026-03-10 09:00'), effect: 'restart' as const }]
  const one = certified({ acceptedAt: local('2026-03-02 09:00'), ruleSet: 'ND118_2025', interruptions })
  const { text } = await read(pdfOf(dueDateLetter(one)))
  expect(text).toContain('thời hạn được tính lại từ đầu (theo quy trình của thủ tục)')
  expect(text).not.toContain('19.4')
})

test('a rest day at the end, and a month without its day, are told by the law that says so', async () => {
  expect((await pageOf('a route of mixed units')).text).toContain('17/05/2021 (Bộ luật Dân sự 2015, Điều 148.5)')
  expect((await pageOf('six months from a 31st')).text).toContain('(Bộ luật Dân sự 2015, Điều 148.4)')
})

test('the citizen may come until the office closes on the due day itself', async () => {
  const closing = async (sessions: [string, string][]) => {
    const office = { sessions: [], exceptions: [{ day: '2024-05-06', sessions }] }
    const one = certified({ acceptedAt: local('2024-05-02 09:40'), limit: limit(4, 'day'), office })
    return (await read(pdfOf(dueDateLetter(one)))).text
  }
  expect(await closing([['07:00', '11:30']])).toContain('06/05/2024 đến hết giờ làm việc (11:30)')
  expect(await closing([])).toContain('06/05/2024 nơi tiếp nhận không làm việc ngày này')
})

test('a re-appointed dossier tells the appointment, and apart from it the due date by law', async () => {
  const running = { is: 'running' as const }
  const standing = { appointment: { on: '2021-05-24' }, clock: running }
  const { text } = await read(pdfOf(dueDateLetter({ ...routed, standing })))
  expect(text).toContain('NGÀY HẸN TRẢ KẾT QUẢ Appointment Thứ Hai Monday 24/05/2021 đến hết giờ làm việc')
  expect(text).toContain('HẠN THEO QUY ĐỊNH Due date Thứ Hai Monday 17/05/2021')
  const same = { appointment: routed.certificate.due, clock: running }
  expect((await read(pdfOf(dueDateLetter({ ...routed, standing: same })))).text).not.toContain('NGÀY HẸN')
})

test('while the clock stands the page names no day to come for, but since when it stands and on what', async () => {
  const document = 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ ngày 20/04/2021'
  const clock = { is: 'paused' as const, since: local('2021-04-20 10:40'), document }
  const letter = dueDateLetter({ ...routed, standing: { appointment: null, clock } })
  const { pages, text } = await read(pdfOf(letter))
  expect(pages).toBe(1)
  expect(text).toContain('THỜI HẠN ĐANG TẠM DỪNG')
  expect(text).toContain('từ 10:40 ngày 20/04/2021')
  expect(text).toContain(`theo ${document}`)
  expect(text).toContain('Chưa có ngày hẹn trả kết quả.')
  expect(text).toContain('Cách tính hạn trước khi tạm dừng')
  for (const unsaid of ['HẠN THEO QUY ĐỊNH', 'đến hết giờ làm việc']) expect(text).not.toContain(unsaid)
  expect(letter.at).toBe(clock.since)
})

test('a calendar published for its own year says when; a gap in its notices is told in plain words', async () => {
  const gap = 'Số thông báo chưa tìm được [GAP]; ngày theo hiểu biết chung'
  const years = calendar.years.map((year) => ({ ...year, off: year.off.map((day) => ({ ...day, notice: gap })) }))
  const later = { ...calendar, version: 'VN-2026-2', publishedOn: '2026-11-19', years }
  const one = certified({ acceptedAt: local('2026-11-20 09:00'), limit: limit(5, 'working-day'), calendar: later })
  const { text } = await read(pdfOf(dueDateLetter(one)))
  expect(text).toContain('VN-2026-2, công bố 19/11/2026')
  expect(text).toContain('(chưa có số thông báo)')
  expect(text).not.toContain('GAP')
})

test('every line the count rests on has Vietnamese words, a succession of agencies too', () => {
  const at = local('2021-04-13 09:40')
  const record = [{ seq: 2, type: 'AgencySucceeded', at }]
  const one = certified({ acceptedAt: at, limit: limit(5, 'day'), record })
  expect(dueDateLetter(one).content).toMatchObject({
    record: ['#2 đơn vị kế nhiệm tiếp tục giải quyết (AgencySucceeded) 09:40 13/04/2021'],
  })
})

test('a cut-off, a promise and a year nobody announced are said in a sentence', async () => {
  expect((await pageOf('the same day, after the cut-off')).text).toContain(
    'Hồ sơ đến từ 15:00 trở đi nên tính là nhận vào ngày làm việc tiếp theo, thứ Năm, 02/05/2024',
  )
  expect((await pageOf('the same day, after the cut-off')).text).toContain('29/04/2024 Nghỉ hoán đổi dịp 30/4 và 1/5')
  expect((await pageOf('a limit promised shorter')).text).toContain('Cam kết sớm hơn promised earlier 08/05/2024')
  const provisional = (await pageOf('a year nobody announced')).text
  expect(provisional).toContain('TẠM TÍNH')
  expect(provisional).toContain('chưa được công bố')
})

test('a month that has no such day ends on its last', async () => {
  expect((await pageOf('six months from a 31st')).text).toContain('29/02/2024, 31/03/2024, 30/04/2024')
})

test('a record of many lines is cut in its middle, never at its beginning or end', async () => {
  const at = local('2021-04-13 09:40')
  const record = Array.from({ length: 40 }, (_, i) => ({ seq: i + 2, type: 'DossierRecounted', at }))
  const long = certified({ acceptedAt: at, limit: limit(5, 'day'), record })
  const { pages, text } = await read(pdfOf(dueDateLetter(long)))
  expect(pages).toBe(1)
  expect(text).toContain('#2 tính lại theo lịch mới')
  expect(text).toContain('… 28 dòng …')
  expect(text).toContain('#41 tính lại theo lịch mới')
})
