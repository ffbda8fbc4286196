import pg from 'pg'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { findChromium } from '../../chromium.ts'
import { databaseUrl } from '../../databases.ts'
import { addressesOf } from '../../stack-plan.ts'
import { handInAt } from '../../story/applications.ts'
import { business, centre, iaGrai, paidAtDesk } from '../../story/ia-grai.ts'
import { handOver, settleAt } from '../../story/same-day.ts'
import { peopleOf } from '../../story/people.ts'
import { expectAccessible, openBrowser } from './screen.ts'

const plan = inject('console')
let browser: Awaited<ReturnType<typeof openBrowser>>
const owner = 'citizen:thu-nghiem-2'
const endSessions = async () => {
  const db = new pg.Client({ connectionString: databaseUrl(addressesOf(plan).postgres, 'console') })
  await db.connect()
  await db.query('delete from session')
  await db.end()
}
const page1 = `/nop-truc-tuyen/${business}`
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
)
const people = () => iaGrai(peopleOf(plan))
const field = (page: Page, id: string) => page.locator(`[id="form/${id}"]`)

describe.skipIf(findChromium() === undefined)('a citizen applies online', () => {
  beforeAll(async () => {
    browser = await openBrowser(plan)
  })
  afterAll(() => browser.close())

  test('from the procedure to the form: known fields say where they are from, and each defect leads to its field', async () => {
    await handInAt(people().intake, centre, business, { payments: paidAtDesk, applicant: owner })
    const { page, complaints } = await browser.signedIn(owner, '/thu-tuc?q=ho%20kinh%20doanh')
    await page.getByRole('link', { name: 'Đăng ký thành lập hộ kinh doanh' }).first().waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Đăng ký thành lập hộ kinh doanh' }).first().click()
    await page.getByRole('link', { name: 'Nộp trực tuyến' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Nộp trực tuyến' }).click()
    await page.waitForURL(`**${page1}`)
    await field(page, 'applicant/phone').waitFor()
    expect(await field(page, 'applicant/fullName').inputValue()).toBe('Người nộp hồ sơ mẫu')
    await page
      .getByText(/Từ hồ sơ nộp 24\/11\/2026/)
      .first()
      .waitFor()
    await expectAccessible(page)

    await page.getByRole('combobox', { name: 'Bộ phận Một cửa' }).click()
    await page.keyboard.type('hanh chinh cong xa ia grai')
    await page.getByRole('option', { name: /xã Ia Grai/ }).click()
    await page.getByRole('button', { name: 'Kiểm tra hồ sơ' }).click()
    await page.getByText(/^Còn \d+ nội dung cần sửa hoặc bổ sung/).waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: '“Tên hộ kinh doanh” bắt buộc phải có.' }).click()
    expect(await page.locator(':focus').getAttribute('id')).toBe('form/name')
    await page.keyboard.type('Quán Mẫu')
    await page.getByRole('link', { name: '“Tên hộ kinh doanh” bắt buộc phải có.' }).waitFor({ state: 'detached' })
    await page.getByText(/^Đã lưu nháp lúc/).waitFor()
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('the browser was closed: the draft is there, and is paid for and handed in until the receipt', async () => {
    const { page, complaints } = await browser.signedIn(owner, '/ho-so-cua-toi')
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole('heading', { name: 'Đang soạn, chưa nộp' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Đăng ký thành lập hộ kinh doanh' }).first().click()
    await field(page, 'name').waitFor()
    expect(await field(page, 'name').inputValue()).toBe('Quán Mẫu')
    await page.getByRole('button', { name: 'Như người yêu cầu: Địa điểm kinh doanh' }).click()
    await field(page, 'capital').fill('50000000')
    await field(page, 'lines/0/name').fill('Bán lẻ')
    const papers = page.locator('[id="components/02"] input[type=file]')
    await papers.first().setInputFiles({ name: 'can-cuoc.png', mimeType: 'image/png', buffer: picture })
    await page.getByText('✓ can-cuoc.png').waitFor()
    expect(await papers.nth(1).getAttribute('capture')).toBe('environment')
    await expectAccessible(page)

    const pay = async (how: string) => {
      await page.getByRole('button', { name: 'Nộp 100.000 đ trực tuyến' }).click()
      await page.getByRole('button', { name: how }).click()
      await page.waitForURL(`**${page1}?tt=*`)
    }
    await pay('Ngân hàng từ chối')
    await page.getByText(/^Lần nộp vừa rồi không thành công/).waitFor()
    await pay('Trả tiền')
    await page.getByText(/Đã nộp, chứng từ GD-/).waitFor()
    expect(await field(page, 'lines/0/name').inputValue()).toBe('Bán lẻ')
    await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
    await page.getByRole('heading', { name: 'Đã nộp hồ sơ' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Xem hồ sơ' }).click()
    await page.getByRole('heading', { name: 'Hồ sơ chưa có mã' }).waitFor()
    await page.getByRole('link', { name: 'can-cuoc.png' }).waitFor()

    const id = page.url().split('/').at(-1) ?? ''
    await people().intake.act(id, { type: 'Accept' })
    const receipt = page.getByRole('link', { name: 'Giấy tiếp nhận và hẹn trả kết quả (PDF)' })
    await expect
      .poll(
        async () => {
          await page.reload() // the letter is set a moment after the act
          await page.getByRole('heading', { name: 'Diễn biến' }).waitFor()
          return receipt.count()
        },
        { timeout: 20_000 },
      )
      .toBe(1)
    const letter = await page.request.get(`${browser.site}${await receipt.getAttribute('href')}`)
    expect([letter.status(), letter.headers()['content-type']]).toEqual([200, 'application/pdf'])
    await page.setViewportSize({ width: 1366, height: 768 })
    await page.goto(`${browser.site}/ho-so-cua-toi`)
    await page
      .getByText(/H21\.91-261124-\d{4}/)
      .first()
      .waitFor()
    expect(await page.getByRole('heading', { name: 'Đang soạn, chưa nộp' }).count()).toBe(0)
    expect(complaints).toEqual([])
  })

  test('a session that ends in the midst of a form loses nothing: what was typed is kept once somebody has signed in again', async () => {
    const { page, context, complaints } = await browser.signedIn(owner, page1)
    await field(page, 'name').waitFor()
    await endSessions()
    await field(page, 'name').fill('Quán Còn Nguyên')
    await page.getByRole('dialog').waitFor()
    await expectAccessible(page)
    const other = await context.newPage()
    await other.goto(`${browser.site}/session/begin?to=${encodeURIComponent('/ho-so-cua-toi')}`)
    const account = other.getByRole('textbox', { name: 'Tài khoản công dân' })
    if (await account.isVisible()) {
      await account.fill(owner)
      await other.getByRole('button', { name: 'Đăng nhập với tài khoản này' }).click()
    }
    await other.waitForURL('**/ho-so-cua-toi')
    await other.close()
    await page.keyboard.press('Escape')
    await page.getByText(/^Đã lưu nháp lúc/).waitFor()
    await page.reload()
    await field(page, 'name').waitFor()
    expect(await field(page, 'name').inputValue()).toBe('Quán Còn Nguyên')
    expect(complaints).toEqual([])
  })

  test('what is due at the return is paid online from the own dossier; then the desk may hand over', async () => {
    const { intake } = people()
    const person = peopleOf(plan)
    const [justice, chairman] = [person('officer:xa-ia-grai.justice'), person('officer:xa-ia-grai.chairman')]
    const id = await handInAt(intake, centre, '2.000815', { counts: [{ pages: 3, copies: 1 }], applicant: owner })
    await intake.act(id, { type: 'Accept' })
    await settleAt({ intake, justice, chairman, unit: 'H21.91.02' }, id, 'CT 1')
    const { page, complaints } = await browser.signedIn(owner, `/ho-so-cua-toi/${id}`)
    await page.getByText('Nộp trước khi nhận kết quả').waitFor()
    await page.getByRole('button', { name: 'Nộp 5.000 đ trực tuyến' }).waitFor()
    await expectAccessible(page)
    expect((await intake.asks(id, handOver)).body['code']).toBe('fee-unpaid')
    await page.getByRole('button', { name: 'Nộp 5.000 đ trực tuyến' }).click()
    await page.getByRole('button', { name: 'Trả tiền' }).click()
    await page.waitForURL(`**/ho-so-cua-toi/${id}?tt=*`)
    await page.getByText('Đã nộp đủ phí, lệ phí.').waitFor()
    await intake.act(id, handOver)
    expect(complaints).toEqual([])
  })

  test('who is not signed in is led to signing in, with the procedure’s page as the way back', async () => {
    const { page, complaints } = await browser.window({ width: 390, height: 844 })
    await page.goto(`${browser.site}${page1}`)
    const way = await page.getByRole('link', { name: 'Đăng nhập để nộp hồ sơ' }).getAttribute('href')
    expect(way).toContain(encodeURIComponent(page1))
    await expectAccessible(page)
    expect(complaints).toEqual([])
  })
})
