import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { findChromium } from '../../chromium.ts'
import { expectAccessible, openBrowser } from './screen.ts'

const plan = inject('console')
let browser: Awaited<ReturnType<typeof openBrowser>>
const admin = 'officer:gia-lai.admin'
const control = 'officer:gia-lai.procedure-control'

describe.skipIf(findChromium() === undefined)('the administration in the browser', () => {
  beforeAll(async () => {
    browser = await openBrowser(plan)
  })
  afterAll(() => browser.close())

  test('agencies stand in their tree as on a chosen day, and those that ended name who took over', async () => {
    const { page, complaints } = await browser.signedIn(admin, '/quan-tri')
    await page.getByRole('link', { name: 'Quản trị' }).waitFor()
    await page.getByText('Ủy ban nhân dân tỉnh Gia Lai', { exact: false }).first().waitFor()
    await expectAccessible(page)
    await page.getByRole('searchbox', { name: 'Tìm theo tên hoặc mã' }).fill('ia grai')
    await page.getByLabel('Tại ngày').fill('2024-06-01')
    await page.getByText(/hoạt động ngày 01\/06\/2024/).waitFor()
    await page
      .getByText(/huyện Ia Grai/)
      .first()
      .waitFor()
    await page.getByLabel('Tại ngày').fill('2026-11-24')
    await page.getByText(/^Đã kết thúc \([1-9]/).click()
    await page
      .getByText(/tiếp nhận: /)
      .first()
      .waitFor()
    await expectAccessible(page)
    expect(complaints).toEqual([])
  })

  test('officers are listed by agency with their offices and since when', async () => {
    const { page } = await browser.signedIn(admin, '/quan-tri/can-bo?cq=H21.95.01&ngay=2026-11-24')
    await page.getByRole('row').filter({ hasText: 'xa-ia-chia.intake' }).first().waitFor()
    expect(await page.getByRole('row').filter({ hasText: 'gia-lai.admin' }).count()).toBe(0)
    await expectAccessible(page)
  })

  test('two versions of a procedure are compared in words', async () => {
    const asked = 'truoc=2.000488%402010-07-01&sau=2.000488%402025-03-01'
    const { page } = await browser.signedIn(control, `/quan-tri/thu-tuc?${asked}`)
    await page.getByText(/^[1-9]\d* điểm khác nhau\.$/).waitFor()
    await page.getByRole('row').filter({ hasText: 'Có hiệu lực từ' }).getByText('01/03/2025').waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
    await expectAccessible(page)
  })

  test('forms and messages are previewed with content that says it is made up', async () => {
    const { page } = await browser.signedIn(control, '/quan-tri/bieu-mau')
    await page.getByText('Bản mẫu, dữ liệu tự đặt').waitFor()
    const link = page.getByRole('link', { name: /^Giấy tiếp nhận hồ sơ và hẹn trả kết quả/ })
    const pdf = await page.request.get(`${browser.site}${await link.getAttribute('href')}`)
    expect([pdf.status(), (await pdf.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    await expectAccessible(page)
  })
})
