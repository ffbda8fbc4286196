import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { findChromium } from '../../chromium.ts'
import { handInAt } from '../../story/applications.ts'
import { business, centre, iaGrai, paidAtDesk } from '../../story/ia-grai.ts'
import { peopleOf } from '../../story/people.ts'
import { expectAccessible, openBrowser } from './screen.ts'

const plan = inject('console')
let browser: Awaited<ReturnType<typeof openBrowser>>
const owner = 'citizen:thu-nghiem-1'
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
)
const people = () => iaGrai(peopleOf(plan))
const handedIn = () => handInAt(people().intake, centre, business, { payments: paidAtDesk, applicant: owner })

describe.skipIf(findChromium() === undefined)('a citizen in the browser', () => {
  beforeAll(async () => {
    browser = await openBrowser(plan)
  })
  afterAll(() => browser.close())

  test('who is not signed in is led to signing in, and shown nothing', async () => {
    const { page, complaints } = await browser.window({ width: 390, height: 844 })
    await page.goto(`${browser.site}/ho-so-cua-toi`)
    await page.getByRole('link', { name: 'Đăng nhập để xem hồ sơ của mình' }).waitFor()
    await expectAccessible(page)
    expect(complaints).toEqual([])
  })

  test('a procedure is found by what has happened in life, and its way over the agencies is drawn', async () => {
    const { page, complaints } = await browser.window({ width: 390, height: 844 })
    await page.goto(`${browser.site}/thu-tuc`)
    await page.getByRole('button', { name: 'Sinh con' }).click()
    await page.waitForURL(/event=sinh-con/)
    const links = page.getByRole('main').getByRole('listitem').getByRole('link')
    await expect.poll(() => links.count()).toBe(2)
    await expectAccessible(page)
    await links.filter({ hasText: 'khai sinh' }).click()
    await page.getByRole('button', { name: 'Hồ sơ đi qua những cơ quan nào' }).click()
    const picture = page.getByRole('group', { name: /^Hình vẽ quy trình/ })
    await picture.locator('.flow-place').nth(5).waitFor() // desk, two stages, two branches, desk
    expect(await picture.locator('.flow-lane').allTextContents()).toEqual(['Cấp xã', 'Cấp tỉnh'])
    await expectAccessible(page)
    expect(complaints).toEqual([])
  })

  test('from the own list to the dossier: where the originals are, why this date, messages, another way of return', async () => {
    const id = await handedIn()
    await people().intake.act(id, { type: 'Accept' })
    const { page, complaints } = await browser.signedIn(owner, '/ho-so-cua-toi')
    await page.getByRole('searchbox').fill('ho kinh doanh')
    await page.waitForURL(/\?q=ho\+kinh\+doanh$/)
    await page.getByText(/H21\.91-261124-\d{4}/).waitFor()
    await expectAccessible(page)
    await page.locator('main li a').first().click()
    await page.getByRole('heading', { name: 'Bản chính, kết quả đang ở đâu' }).waitFor()
    await page
      .getByText(/^tại Trung tâm Phục vụ hành chính công xã Ia Grai/)
      .first()
      .waitFor()
    await page.getByRole('heading', { name: 'Tin nhắn về hồ sơ này' }).waitFor()
    await page.getByRole('button', { name: /^Vì sao là ngày này/ }).click()
    await page
      .getByText(/ngày làm việc/)
      .first()
      .waitFor()
    await expectAccessible(page)
    await page.setViewportSize({ width: 390, height: 844 })
    await expectAccessible(page)

    await page.getByRole('button', { name: 'Đổi cách nhận kết quả' }).click()
    await page.getByRole('combobox', { name: 'Cách nhận' }).click()
    await page.getByRole('option', { name: 'Qua bưu chính' }).click()
    await page.getByRole('region', { name: 'Việc có thể làm' }).locator('button[type=submit]').click()
    await page.getByText('Đã ghi.').waitFor()
    await page.getByRole('cell', { name: 'Chọn cách nhận kết quả' }).waitFor()

    await page.getByRole('combobox', { name: 'Về việc gì' }).click()
    await page.getByRole('option', { name: 'Chậm trễ' }).click()
    await page.getByRole('textbox', { name: 'Nội dung', exact: true }).fill('Chưa thấy ai gọi lại.')
    await page.getByRole('button', { name: 'Gửi phản ánh' }).click()
    await page.getByText(/^Đã nhận phản ánh, mã PA/).waitFor()
    await expectAccessible(page)
    expect(complaints).toEqual([])

    const other = await browser.signedIn('citizen:thu-nghiem-2', `/ho-so-cua-toi/${id}`)
    await other.page.getByRole('alert').waitFor()
    expect(await other.page.getByText('H21.91-261124').count()).toBe(0)
  })

  test('what lacks is brought in one sending, with a picture', async () => {
    const id = await handedIn()
    const defects = [{ component: '01', defect: 'illegible' }]
    await people().intake.act(id, { type: 'RequestSupplement', defects, note: 'Bản chụp không đọc được.' })
    const { page, complaints } = await browser.signedIn(owner, `/ho-so-cua-toi/${id}`)
    await page.getByRole('heading', { name: 'Cần bổ sung' }).waitFor()
    await page.getByText(/: không đọc được$/).waitFor()
    await expectAccessible(page)
    await page.locator('input[type=file]').setInputFiles({ name: 'anh.png', mimeType: 'image/png', buffer: picture })
    await page.getByRole('button', { name: 'Gửi bổ sung' }).click()
    await page.getByText(/^Đã gửi/).waitFor()
    await page.getByRole('link', { name: 'anh.png' }).waitFor()
    expect(complaints).toEqual([])
  })
})
