import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { findChromium } from '../../chromium.ts'
import { expectAccessible, openBrowser } from './screen.ts'
import { typist } from './typist.ts'

const plan = inject('console')
let browser: Awaited<ReturnType<typeof openBrowser>>
const clerk = 'officer:xa-ia-krai.intake'
// The code on a card, as a scanner types it; nobody of that name exists.
const card = '000000000000||Người nộp hồ sơ mẫu|31121990|Nam|Làng mẫu, Xã mẫu, Gia Lai|01012021'

/** The form of a household business, by the keyboard alone, from the procedure to the fee. */
const fillIn = async (page: Page) => {
  const hands = typist(page)
  await page.getByRole('combobox', { name: 'Thủ tục' }).waitFor()
  await hands.type('thanh lap ho kinh doanh')
  await page.getByRole('option', { name: /^Đăng ký thành lập hộ kinh doanh \(1\.001612\)/ }).waitFor()
  await hands.press('Enter')
  await page.getByRole('textbox', { name: /^Mã QR trên thẻ căn cước/ }).waitFor()
  await hands.to('Mã QR trên thẻ')
  await hands.scan(card)
  await hands.to('Số điện thoại')
  await hands.type('0000000000')
  await hands.to('Tên hộ kinh doanh')
  await hands.type('Quán Mẫu')
  await hands.to('Như người yêu cầu: Chủ hộ')
  await hands.press('Enter')
  await hands.to('Giới tính')
  await hands.press('ArrowDown')
  await hands.to('Như người yêu cầu: Địa điểm')
  await hands.press('Enter')
  await hands.to('Vốn kinh doanh')
  await hands.type('50000000')
  await hands.to('Tên ngành, nghề')
  await hands.type('Bán lẻ')
  await hands.to('01 · ')
  await hands.press('Space')
  await hands.to('02 · ')
  return hands
}

describe.skipIf(findChromium() === undefined)('a citizen at the desk', () => {
  beforeAll(async () => {
    browser = await openBrowser(plan)
  })
  afterAll(() => browser.close())

  test('a walk-in by the keyboard alone, in less than two minutes of slow typing, to the receipt', async () => {
    const { page, context, complaints } = await browser.signedIn(clerk, '/tiep-nhan')
    const hands = await fillIn(page)
    await hands.press('Space')
    await expectAccessible(page)
    await hands.to('Lệ phí đăng ký')
    await hands.type('BL-0001')
    await hands.press('Control+Enter')
    await page.getByText(/^Đã ghi sổ lúc 24\/11\/2026/).waitFor()
    await page.getByText('Hồ sơ được cấp mã và bắt đầu tính thời hạn').waitFor()
    await expect.poll(() => hands.at()).toMatch(/^Tiếp nhận/)
    await hands.press('Enter')
    await page.getByText(/^Hồ sơ H21\.92-261124-\d{4}$/).waitFor()
    await page.getByRole('link', { name: 'In giấy tiếp nhận và hẹn trả kết quả' }).waitFor()
    await expect.poll(() => hands.at()).toMatch(/^In giấy tiếp nhận/)
    await expectAccessible(page)
    const opened = context.waitForEvent('page')
    await hands.press('Enter')
    const receipt = await page.getByRole('link', { name: /^In giấy tiếp nhận/ }).getAttribute('href')
    await opened
    const printed = await page.request.get(`${browser.site}${receipt}`)
    expect([printed.status(), printed.headers()['content-type']]).toEqual([200, 'application/pdf'])
    // Two minutes at two keys a second, half of what a slow typist does (30 words a minute); the card is one scan.
    expect(hands.strokes()).toBeLessThan(240)
    expect(complaints).toEqual([])
  })

  test('what lacks is said before it is registered; registered as it is, the one notice names every paper', async () => {
    const { page } = await browser.signedIn(clerk, '/tiep-nhan')
    const hands = await fillIn(page)
    await hands.press('Control+Enter')
    const lacks = page.getByRole('alert').filter({ hasText: /^Còn 2 điều chưa đủ/ })
    await lacks.waitFor()
    await expectAccessible(page)
    expect(await page.getByText(/^Đã ghi sổ/).count()).toBe(0)
    await page.getByRole('button', { name: 'Vẫn ghi sổ, hồ sơ còn thiếu' }).click()
    await page.getByText('Chỉ được yêu cầu một lần.').waitFor()
    await expect
      .poll(() => page.getByRole('combobox', { name: 'Thành phần hồ sơ' }).inputValue())
      .toMatch(/^02 · Giấy tờ pháp lý/)
    await page.locator('form button[type=submit]').click()
    await page.getByText('Đã ghi.').waitFor()
    await page.getByRole('link', { name: /^In Phiếu yêu cầu bổ sung/ }).waitFor()
    await expectAccessible(page)
  })
})
