import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { findChromium } from '../../chromium.ts'
import { expectAccessible, openBrowser } from './screen.ts'

const plan = inject('console')
let browser: Awaited<ReturnType<typeof openBrowser>>
const worker = 'officer:xa-ia-grai.post'
const clerk = 'officer:xa-ia-grai.intake'
const trade = 'Đăng ký thành lập hộ kinh doanh (1.001612)'

const choose = async (page: Page, field: string | RegExp, typed: string, option: string | RegExp) => {
  await page.getByRole('combobox', { name: field }).fill(typed)
  await page.getByRole('option', { name: option }).first().click()
}
/** A citizen’s papers taken in at the counter; gives the parcel's code. */
const collected = async (page: Page): Promise<string> => {
  await page.goto(`${browser.site}/buu-cuc/nhan-ho-so`)
  await page.getByRole('textbox', { name: 'Họ và tên' }).fill('Người nộp hồ sơ mẫu')
  await page.getByRole('textbox', { name: 'Điện thoại' }).fill('0000000000')
  await page.getByRole('textbox', { name: 'Địa chỉ' }).fill('Làng mẫu, xã Ia Grai')
  await choose(page, 'Thủ tục', 'hộ kinh doanh', trade)
  await choose(page, /^Bộ phận Một cửa nhận/, 'xã Ia Grai', /H21\.91\.01/)
  await page.getByRole('textbox', { name: /^Lệ phí đăng ký hộ kinh doanh/ }).fill('BL-0001')
  await page.getByRole('textbox', { name: 'Số niêm phong' }).fill('NP-1')
  await page.getByRole('checkbox', { name: /đã ký phiếu gửi/ }).check()
  await page.getByRole('checkbox', { name: /niêm phong trước mặt/ }).check()
  await page.getByRole('button', { name: 'Nhận hồ sơ' }).click()
  const told = page.getByText(/^Đã nhận, mã bưu gửi /)
  await told.waitFor()
  return (await told.innerText()).slice('Đã nhận, mã bưu gửi '.length)
}

describe.skipIf(findChromium() === undefined)('the post office in its browser', () => {
  beforeAll(async () => {
    browser = await openBrowser(plan)
  })
  afterAll(() => browser.close())

  test('papers are checked and taken in, the slip printed; desk and courier count and both sign', async () => {
    const { page, complaints } = await browser.signedIn(worker, '/buu-cuc')
    await expectAccessible(page)
    const parcel = await collected(page)
    await expectAccessible(page)
    const slip = await page.getByRole('link', { name: 'In phiếu gửi' }).getAttribute('href')
    const printed = await page.request.get(`${browser.site}${slip}`)
    expect([printed.status(), printed.headers()['content-type']]).toEqual([200, 'application/pdf'])
    await page.goto(`${browser.site}/buu-cuc/buu-gui/${parcel}`)
    await page.getByText('Giấy tờ bên trong (1)').waitFor()
    await expectAccessible(page)

    const desk = await browser.signedIn(clerk, '/giao-nhan')
    await choose(desk.page, 'Bưu gửi', parcel, new RegExp(`^${parcel}`))
    await choose(desk.page, 'Thủ tục', 'hộ kinh doanh', trade)
    await desk.page
      .getByRole('group', { name: /^01 · / })
      .getByRole('textbox', { name: 'bản chính' })
      .fill('1')
    await desk.page
      .getByRole('group', { name: /^02 · / })
      .getByRole('textbox', { name: 'bản sao', exact: true })
      .fill('1')
    await desk.page.getByRole('textbox', { name: /^Đã giao: Lệ phí/ }).fill('100000')
    await expectAccessible(desk.page)
    await desk.page.getByRole('button', { name: 'Lập biên bản' }).click()
    await desk.page.getByText(/^Bưu tá ký tiếp/).waitFor()
    const made = await desk.page.getByText(/^Đã lập biên bản /).innerText()

    await page.goto(`${browser.site}/giao-nhan`)
    await page.getByRole('textbox', { name: 'Số biên bản' }).fill(made.slice('Đã lập biên bản '.length))
    await page.getByRole('button', { name: 'Ký biên bản' }).click()
    await page.getByText(/^Đã ký lúc 24\/11\/2026/).waitFor()
    await desk.page.goto(`${browser.site}/buu-cuc/buu-gui/${parcel}`)
    await desk.page.getByRole('cell', { name: 'Đã phát', exact: true }).waitFor()
    expect(complaints).toEqual([])
  })

  test('a trip is given, counted where it comes, and what is missing is an incident that names every paper’s place', async () => {
    const { page } = await browser.signedIn(worker, '/buu-cuc')
    const [came, missing] = [await collected(page), await collected(page)]
    await page.goto(`${browser.site}/buu-cuc/chuyen-thu`)
    await choose(page, 'Bưu cục nhận', 'Ia Krái', /H21\.92\.06/)
    for (const code of [came, missing]) await page.getByRole('checkbox', { name: new RegExp(`^${code}`) }).check()
    await page.getByRole('button', { name: 'Giao chuyến thư' }).click()
    await page.getByText(/^Đã giao chuyến thư BK-261124-/).waitFor()
    await expectAccessible(page)

    const taker = await browser.signedIn('officer:xa-ia-krai.post', '/buu-cuc/chuyen-thu')
    await taker.page.getByRole('button', { name: 'Nhận và đếm' }).click()
    const codes = taker.page.getByRole('textbox', { name: 'Bưu gửi đã đến' })
    await codes.fill(`${came.slice(0, 10)}${(Number(came[10]) + 1) % 10}VN`)
    await taker.page.getByText(/Chữ số kiểm tra của mã bưu gửi sai/).waitFor()
    await codes.fill(came)
    await taker.page.getByRole('button', { name: 'Xác nhận 1 bưu gửi' }).click()
    await taker.page.getByText(new RegExp(`đến 1, thiếu ${missing}`)).waitFor()

    await page.goto(`${browser.site}/buu-cuc/su-co`)
    const incident = page.getByRole('listitem').filter({ hasText: missing })
    await incident.getByText('Đếm không khớp').waitFor()
    await expectAccessible(page)
    await incident.getByRole('button', { name: 'Kết thúc sự cố' }).click()
    await expectAccessible(page)
    await incident.locator('form button[type=submit]').click()
    await page.getByText('Đã kết thúc sự cố.').waitFor()
    await expect.poll(() => incident.count()).toBe(0)
  })

  test('a complaint is written down with its last day, and answered', async () => {
    const { page } = await browser.signedIn(worker, '/buu-cuc')
    const parcel = await collected(page)
    await page.goto(`${browser.site}/buu-cuc/buu-gui/${parcel}`)
    await page.getByRole('button', { name: 'Ghi khiếu nại về bưu gửi này' }).click()
    await page.getByRole('textbox', { name: 'Lời của người khiếu nại' }).fill('Chưa thấy giấy báo.')
    await page.getByRole('textbox', { name: 'Họ và tên' }).fill('Người nộp hồ sơ mẫu')
    await page.getByRole('textbox', { name: 'Điện thoại' }).fill('0000000000')
    await page.getByRole('textbox', { name: 'Địa chỉ' }).fill('Làng mẫu, xã Ia Grai')
    await page.getByRole('button', { name: 'Ghi khiếu nại', exact: true }).click()
    await page.getByText(/^trả lời trước hết ngày \d\d\/12\/2026/).waitFor()

    const other = await browser.signedIn('officer:xa-ia-grai.post-desk', '/buu-cuc/khieu-nai')
    await other.page.getByRole('button', { name: 'Đọc và trả lời' }).click()
    await other.page.getByText('Chưa thấy giấy báo.').waitFor()
    await expectAccessible(other.page)
    await other.page.getByRole('textbox', { name: 'Nội dung trả lời' }).fill('Bưu gửi đang ở bưu cục.')
    await other.page.getByRole('button', { name: 'Trả lời', exact: true }).click()
    await other.page.getByText('Đã trả lời khiếu nại đúng hạn.').waitFor()
    await expect.poll(() => other.page.getByRole('button', { name: 'Đọc và trả lời' }).count()).toBe(0)
  })
})
