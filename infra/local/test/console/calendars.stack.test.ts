import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { findChromium } from '../../chromium.ts'
import { handInAt } from '../../story/applications.ts'
import { peopleOf } from '../../story/people.ts'
import { expectAccessible, openBrowser } from './screen.ts'

const plan = inject('console')
let browser: Awaited<ReturnType<typeof openBrowser>>
const control = 'officer:gia-lai.procedure-control'
// A commune where nobody else is at work, and a day that nobody else's dates come near to.
const centre = 'H21.95.01'
const intake = peopleOf(plan)('officer:xa-ia-chia.intake')
const land = 'fx.gcn-qsdd-lan-dau'
const dayOff = '2026-12-15'

const dueOf = async (id: string): Promise<string> =>
  Object((await intake.get('casework', `/dossiers/${id}`)).body)['axes']['due']['on']

describe.skipIf(findChromium() === undefined)('who controls procedures, in the browser', () => {
  beforeAll(async () => {
    browser = await openBrowser(plan)
  })
  afterAll(() => browser.close())

  test('a day off is drafted, tried on the dossiers under way, published, and moves their dates', async () => {
    const id = await handInAt(intake, centre, land)
    await intake.act(id, { type: 'Accept' })
    const before = await dueOf(id)
    expect(before > dayOff).toBe(true)
    const { page, complaints } = await browser.signedIn(control, '/lich-lam-viec')
    await page.getByRole('heading', { name: 'Lịch đang áp dụng: VN-2026-1' }).waitFor()
    await page.getByRole('cell', { name: 'Tết Dương lịch', exact: true }).waitFor()
    await page.getByText(/^Mọi hồ sơ đang tính hạn/).waitFor()
    await expectAccessible(page)

    await page.getByRole('link', { name: 'Soạn thông báo' }).click()
    await page.getByRole('textbox', { name: 'Nội dung' }).fill('Nghỉ ngày truyền thống của tỉnh')
    await page.getByRole('textbox', { name: 'Số văn bản' }).fill('15/TB-UBND')
    await page.getByRole('combobox', { name: 'Độ tin cậy của căn cứ' }).selectOption('Dữ liệu thử')
    await page.getByLabel('Ngày thông báo được công bố').fill('2026-11-24')
    await page.getByRole('textbox', { name: 'Mã thông báo' }).fill('fx.nghi-15-12')
    await page.getByRole('combobox', { name: 'Áp dụng cho' }).selectOption('Ủy ban nhân dân tỉnh Gia Lai')
    await page.getByRole('button', { name: 'Thêm ngày nghỉ' }).click()
    await page.getByLabel(/^Ngày( \*)?$/).fill('2026-12-13') // a Sunday: refused at its field
    await page.getByRole('button', { name: 'Lưu dự thảo' }).click()
    await page.getByText('Ngày 2026-12-13 vốn đã là ngày nghỉ.').first().waitFor()
    await expectAccessible(page)
    await page.getByLabel(/^Ngày( \*)?$/).fill(dayOff)
    await page.getByRole('button', { name: 'Lưu dự thảo' }).click()

    await page.getByText('Thêm: 15/12/2026, Ngày nghỉ (Nghỉ hoán đổi)').waitFor()
    await page
      .getByRole('status')
      .filter({ hasText: /hồ sơ đổi ngày/ })
      .waitFor()
    const code = String(Object((await intake.get('casework', `/dossiers/${id}`)).body)['axes']['code'])
    await page.getByRole('row').filter({ hasText: code }).getByText('báo công dân ngày mới').waitFor()
    expect(await dueOf(id)).toBe(before)
    await expectAccessible(page)

    await page.getByRole('button', { name: 'Công bố…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Công bố thông báo này?' })
    await dialog.getByText(/VN-2026-2 sẽ thay VN-2026-1/).waitFor()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Công bố và tính lại' }).click()
    await page.getByText('Đã công bố; lập phiên bản lịch VN-2026-2.').waitFor()
    await page.getByText(/^Mọi hồ sơ đang tính hạn \([1-9]\d*\) đã theo VN-2026-2\.$/).waitFor()
    expect((await dueOf(id)) > before).toBe(true)
    await expectAccessible(page)
    expect(complaints).toEqual([])
  })

  test('a year that nobody announced is filled in from the law, to be checked', async () => {
    const { page } = await browser.signedIn(control, '/lich-lam-viec/soan')
    await page.getByRole('textbox', { name: 'Công bố trọn năm (nếu có)' }).fill('2027')
    await page.getByRole('button', { name: 'Điền ngày nghỉ theo luật' }).click()
    await page.getByText(/^Đã điền theo luật và âm lịch/).waitFor()
    expect(await page.getByLabel(/^Ngày( \*)?$/).count()).toBeGreaterThan(9)
    expect(await page.getByRole('combobox', { name: /văn bản chọn ngày nào/ }).count()).toBeGreaterThan(0)
    await expectAccessible(page)
  })

  test('who has no mandate for it reads the calendar, and is offered nothing else', async () => {
    const { page } = await browser.signedIn('officer:xa-ia-chia.intake', '/lich-lam-viec?nam=2025')
    await page.getByRole('heading', { name: 'Ngày nghỉ và ngày làm bù năm 2025' }).waitFor()
    expect(await page.getByRole('link', { name: 'Soạn thông báo' }).count()).toBe(0)
    expect(await page.getByRole('alert').count()).toBe(0)
    await expectAccessible(page)
  })
})
