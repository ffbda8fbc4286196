import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { findChromium } from '../../chromium.ts'
import { handInAt } from '../../story/applications.ts'
import { business, paidAtDesk } from '../../story/ia-grai.ts'
import { peopleOf } from '../../story/people.ts'
import { expectAccessible, openBrowser } from './screen.ts'

const plan = inject('console')
let browser: Awaited<ReturnType<typeof openBrowser>>
// A commune where nobody else is at work.
const centre = 'H21.94.01'
const economy = 'H21.94.03'
const leader = 'officer:xa-ia-o.economy-head'
const head = 'officer:xa-ia-o.head'
const intake = peopleOf(plan)('officer:xa-ia-o.intake')
const clerk = peopleOf(plan)('officer:xa-ia-o.economy')

/** A dossier whose result lies before the leader. */
const proposed = async () => {
  const id = await handInAt(intake, centre, business, { payments: paidAtDesk })
  await intake.act(id, { type: 'Accept' })
  await intake.act(id, { type: 'OfferHandover', to: economy, originals: [] })
  await clerk.act(id, { type: 'AcceptHandover' })
  await clerk.act(id, { type: 'Propose', outcome: 'granted' })
  return id
}

describe.skipIf(findChromium() === undefined)('a leader in the browser', () => {
  beforeAll(async () => {
    browser = await openBrowser(plan)
  })
  afterAll(() => browser.close())

  test('results are signed many at once, each opened before, numbered in a row', async () => {
    const ids = [await proposed(), await proposed()]
    const { page, context, complaints } = await browser.signedIn(leader, '/lanh-dao')
    await page.getByRole('heading', { name: 'Kết quả chờ ký (2)' }).waitFor()
    await expectAccessible(page)
    const ticks = page.getByRole('checkbox', { name: /^Ký H21\.94/ })
    expect(await ticks.first().isDisabled()).toBe(true)
    const links = page.getByRole('region', { name: /^Kết quả chờ ký/ }).getByRole('link')
    for (const nth of [0, 1]) {
      const opened = context.waitForEvent('page')
      await links.nth(nth).click()
      const dossier = await opened
      await dossier.getByRole('heading', { name: 'Diễn biến' }).waitFor()
      await dossier.close()
      await ticks.nth(nth).check()
    }
    await page.getByRole('textbox', { name: 'Số đầu' }).fill('67')
    await page.getByRole('textbox', { name: /^Ký hiệu/ }).fill('/GCN-KT')
    await page.getByRole('button', { name: 'Điền số liên tiếp' }).click()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Ký 2 kết quả' }).click()
    await page.getByText('Đã ghi 2/2 · Bị từ chối 0 · Bỏ qua 0 · Chưa gửi 0').waitFor()
    await page.getByText('Không có kết quả nào chờ ký.').waitFor()
    const numbers = await Promise.all(
      ids.map(async (id) => JSON.stringify((await clerk.get('casework', `/dossiers/${id}`)).body)),
    )
    expect(numbers.filter((text) => text.includes('67/GCN-KT'))).toHaveLength(1)
    expect(numbers.filter((text) => text.includes('68/GCN-KT'))).toHaveLength(1)
    expect(complaints).toEqual([])
  })

  test('what comes due, who has how much and whose the time was stand below', async () => {
    const id = await handInAt(intake, centre, business, { payments: paidAtDesk })
    await intake.act(id, { type: 'Accept' })
    await prepareOnly(id)
    const { page } = await browser.signedIn(leader, '/lanh-dao')
    const load = page.getByRole('region', { name: 'Khối lượng công việc' })
    await load.getByRole('cell', { name: 'Chưa phân công' }).first().waitFor()
    const late = page.getByRole('region', { name: /^Ai chậm, ở bước nào/ })
    await late.getByText(/^Tính trên [1-9]/).waitFor()
    await page.getByRole('region', { name: /^Đến hạn trong 7 ngày tới/ }).waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
    await expectAccessible(page)
  })

  test('the statistics of a period are read by field, kept in the address, and taken along as a spreadsheet', async () => {
    const id = await handInAt(intake, centre, business, { payments: paidAtDesk })
    await intake.act(id, { type: 'Accept' })
    const { page, complaints } = await browser.signedIn(head, '/thong-ke?from=2026-11-01&to=2026-11-30')
    await page.getByRole('combobox', { name: 'Theo' }).click()
    await page.getByRole('option', { name: 'Lĩnh vực' }).click()
    await page.waitForURL(/by=field/)
    const row = page.getByRole('row', { name: /hộ kinh doanh/ })
    expect(Number(await row.getByRole('cell').nth(1).textContent())).toBeGreaterThan(0)
    await expectAccessible(page)
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Tải bảng tính (.xlsx)' }).click()
    expect((await coming).suggestedFilename()).toBe('thong-ke-H21.94.01-2026-11-01.xlsx')
    await page.getByLabel('Đến hết ngày').fill('2026-10-01')
    await page.getByText('Chọn ngày đầu và ngày cuối; ngày cuối không trước ngày đầu.').waitFor()
    expect(complaints).toEqual([])
  })

  test('the route of a procedure is a picture, with a lane per level, and the same as a table', async () => {
    const id = await handInAt(intake, centre, business, { payments: paidAtDesk })
    await intake.act(id, { type: 'Accept' })
    await prepareOnly(id)
    const { page, complaints } = await browser.signedIn(leader, '/lanh-dao')
    await page.getByRole('link', { name: 'Xem hồ sơ đang ở đâu trên quy trình' }).click()
    await page.getByRole('heading', { name: 'Quy trình giải quyết' }).waitFor()
    const table = page.getByRole('table', { name: 'Quy trình theo từng bước' })
    const stage = table.getByRole('row', { name: /ký kết quả/ })
    await stage
      .getByText(/[1-9]\d* hồ sơ/)
      .first()
      .waitFor()
    expect(await stage.textContent()).toContain('Cấp xã')
    const picture = page.getByRole('group', { name: /^Hình vẽ quy trình/ })
    await picture.locator('.flow-place').nth(2).waitFor()
    expect(await picture.locator('.flow-lane').allTextContents()).toEqual(['Cấp xã'])
    expect(await picture.locator('.react-flow__edge').count()).toBe(2)
    await expectAccessible(page)
    expect(complaints).toEqual([])
  })
})

const prepareOnly = async (id: string) => {
  await intake.act(id, { type: 'OfferHandover', to: economy, originals: [] })
  await clerk.act(id, { type: 'AcceptHandover' })
}
