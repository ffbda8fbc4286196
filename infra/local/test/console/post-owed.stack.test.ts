import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { findChromium } from '../../chromium.ts'
import { done } from '../../story/custody.ts'
import { business, centre } from '../../story/ia-grai.ts'
import { peopleOf } from '../../story/people.ts'
import { expectAccessible, openBrowser } from './screen.ts'

const plan = inject('console')
let browser: Awaited<ReturnType<typeof openBrowser>>
const worker = 'officer:xa-ia-grai.post'
const clerk = 'officer:xa-ia-grai.intake'
const papers = {
  '01': { originals: 1, certifiedCopies: 0, copies: 0 },
  '02': { originals: 0, certifiedCopies: 0, copies: 1 },
}

/** A citizen's papers taken in by the post, without a browser; gives the parcel's code. */
const collected = async (): Promise<string> => {
  const taken = await done(
    peopleOf(plan)(worker).post('postal', '/collections', {
      desk: centre,
      procedure: business,
      papers,
      postage: 26_000,
      returnBy: 'desk',
      sender: { name: 'Người nộp hồ sơ mẫu', phone: '0000000000', address: 'Làng mẫu, xã Ia Grai' },
      slipSigned: true,
      sealedBeforeSender: true,
    }),
  )
  return String(taken['parcel'])
}
const choose = async (page: Page, field: string, option: string | RegExp) => {
  await page.getByRole('combobox', { name: field }).click()
  await page.getByRole('option', { name: option }).first().click()
}

describe.skipIf(findChromium() === undefined)('what the post owes, in its browser', () => {
  beforeAll(async () => {
    browser = await openBrowser(plan)
  })
  afterAll(() => browser.close())

  test('a loss is told from the counter, written down, paid and, once it is found, asked about', async () => {
    const parcel = await collected()
    const { page, complaints } = await browser.signedIn(worker, '/buu-cuc')
    await page.goto(`${browser.site}/buu-cuc/buu-gui/${parcel}`)
    await choose(page, 'Việc đã làm', 'Thất lạc')
    await choose(page, 'Lỗi của', 'Bưu điện')
    await page.getByRole('textbox', { name: 'Số quyết định, biên bản' }).fill('05/QĐ-BĐ')
    await page.getByRole('button', { name: 'Ghi', exact: true }).click()
    await page.getByRole('cell', { name: 'Thất lạc', exact: true }).waitFor()

    await page.getByRole('link', { name: 'Bồi thường' }).click()
    await page.getByRole('button', { name: 'Ghi biên bản', exact: true }).click()
    await page.getByRole('textbox', { name: 'Số biên bản' }).fill('05/BB-BĐ')
    await page.getByRole('textbox', { name: 'Ngày lập' }).fill('2026-11-24')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Ghi biên bản xác định trách nhiệm' }).click()
    await page.getByText(`${parcel}: bồi thường 104.000 đ`).waitFor()
    await page.getByRole('button', { name: 'Ghi chi trả' }).click()
    await page.getByRole('textbox', { name: 'Số chứng từ' }).fill('PC-1')
    await page.getByRole('button', { name: 'Ghi chi trả' }).click()
    await page.getByText(`${parcel}: đã ghi chi trả, còn 0 đ.`).waitFor()
    await page.getByText('Đã trả đủ').waitFor()

    await page.getByRole('link', { name: parcel }).first().click()
    await page.getByRole('button', { name: 'Ghi', exact: true }).click()
    await page.getByRole('cell', { name: 'Đang chuyển', exact: true }).waitFor()
    await page.getByRole('link', { name: 'Bồi thường' }).click()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Công dân nhận lại' }).click()
    await page.getByText(`${parcel}: đã ghi lựa chọn; công dân hoàn lại 104.000 đ.`).waitFor()
    expect(complaints).toEqual([])
  })

  test('force majeure moves what was promised of parcels on their way', async () => {
    await collected()
    const { page } = await browser.signedIn(worker, '/buu-cuc/bat-kha-khang')
    await page.getByRole('textbox', { name: 'Văn bản xác nhận' }).fill('Công điện 12/CĐ-UBND')
    await page.getByLabel('Từ lúc').fill('2026-11-24T08:00')
    await page.getByLabel('Đến lúc').fill('2026-11-26T17:00')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Ghi', exact: true }).click()
    await page.getByText(/^Đã ghi; [1-9]\d* bưu gửi được dời hạn\.$/).waitFor()
    await expect.poll(() => page.getByRole('listitem').getByText('Công điện 12/CĐ-UBND').count()).toBe(1)
  })

  test('a trip shows its bags’ labels, and goes on to another office with a reason', async () => {
    const parcel = await collected()
    const courier = peopleOf(plan)(worker)
    const order = { to: 'H21.92.06', bags: [{ seal: 'NP-7', parcels: [parcel] }], loose: [] }
    const trip = String((await done(courier.post('postal', '/manifests', order)))['code'])
    const { page } = await browser.signedIn(worker, '/buu-cuc/chuyen-thu')
    const label = await page.getByRole('link', { name: /^In nhãn túi TT-/ }).getAttribute('href')
    const printed = await page.request.get(`${browser.site}${label}`)
    expect([printed.status(), printed.headers()['content-type']]).toEqual([200, 'application/pdf'])
    await page.getByRole('button', { name: 'Chuyển hướng', exact: true }).click()
    await choose(page, 'Bưu cục nhận mới', /H21/)
    await page.getByRole('textbox', { name: 'Lý do' }).fill('Đường bị sạt lở')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Chuyển hướng chuyến thư' }).click()
    await page.getByText(`Đã chuyển hướng chuyến thư ${trip}.`).waitFor()
  })

  test('a record nobody has signed waits on the list of the post office, and is signed from there', async () => {
    const parcel = await collected()
    const found = { parcel, sealWhole: true, complete: true, counted: papers, fees: {} }
    const record = await done(
      peopleOf(plan)(clerk).post('postal', '/handover-records', { desk: centre, parcels: [found] }),
    )
    const number = String(record['number'])
    const desk = await browser.signedIn(clerk, '/giao-nhan')
    await desk.page.getByRole('link', { name: number }).waitFor()
    await expectAccessible(desk.page)
    const { page } = await browser.signedIn(worker, '/giao-nhan')
    await page.getByRole('button', { name: 'Chọn để ký' }).click()
    await page.getByRole('button', { name: 'Ký biên bản' }).click()
    await page.getByText(/^Đã ký lúc 24\/11\/2026/).waitFor()
    await page.getByText('Không có biên bản nào chờ ký.').waitFor()
    expect(await page.getByRole('button', { name: 'Chọn để ký' }).count()).toBe(0)
  })
})
