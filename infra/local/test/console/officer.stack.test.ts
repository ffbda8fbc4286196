import { readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { clientFiles } from '../../clients.ts'
import { findChromium } from '../../chromium.ts'
import { databaseUrl } from '../../databases.ts'
import { addressesOf } from '../../stack-plan.ts'
import { handInAt } from '../../story/applications.ts'
import { business, centre, iaGrai, paidAtDesk } from '../../story/ia-grai.ts'
import { peopleOf } from '../../story/people.ts'
import { expectAccessible, openBrowser } from './screen.ts'

const plan = inject('console')
let browser: Awaited<ReturnType<typeof openBrowser>>
const clerk = 'officer:xa-ia-grai.intake'
const registered = async () => handInAt(iaGrai(peopleOf(plan)).intake, centre, business, { payments: paidAtDesk })
const endSessions = async () => {
  const db = new pg.Client({ connectionString: databaseUrl(addressesOf(plan).postgres, 'console') })
  await db.connect()
  await db.query('delete from session')
  await db.end()
}

describe.skipIf(findChromium() === undefined)('officers in their browsers', () => {
  beforeAll(async () => {
    browser = await openBrowser(plan)
  })
  afterAll(() => browser.close())

  test('with the keyboard alone: from the list to the dossier, accepted, and its date explained', async () => {
    await registered()
    const { page, complaints } = await browser.signedIn(clerk, '/viec-cua-toi')
    await page.getByRole('link', { name: 'Chưa có mã' }).first().waitFor()
    await expectAccessible(page)
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Việc có thể làm' }).waitFor()
    await page.keyboard.press('t')
    await page.getByText('Hồ sơ được cấp mã và bắt đầu tính thời hạn').waitFor()
    await page.keyboard.press('Tab')
    await page.locator('form button[type=submit]').focus()
    await page.keyboard.press('Enter')
    await page.getByText('Đã ghi.').waitFor()
    await page.getByRole('heading', { name: /Hồ sơ H21\.91-261124-\d{4}/ }).waitFor()
    await page.getByRole('cell', { name: 'Tiếp nhận, cấp mã' }).waitFor()
    await page.keyboard.press('?')
    await page
      .getByText(/ngày làm việc/)
      .first()
      .waitFor()
    await expectAccessible(page)

    const receipt = page.getByRole('link', { name: /^Giấy tiếp nhận và hẹn trả/ })
    const shown = async () => {
      await page.reload() // the letter is set a moment after the act
      await page.getByRole('heading', { name: 'Diễn biến' }).waitFor()
      return receipt.count()
    }
    await expect.poll(shown, { timeout: 20_000 }).toBe(1)
    const letter = await page.request.get(`${browser.site}${await receipt.getAttribute('href')}`)
    expect([letter.status(), letter.headers()['content-type']]).toEqual([200, 'application/pdf'])

    await page.keyboard.press('c')
    const receiver = page.getByRole('combobox', { name: 'Chuyển đến cơ quan' })
    await expect.poll(() => receiver.inputValue()).toMatch(/^Phòng Kinh tế.*\(H21\.91\.03\)$/) // as the route says
    await page.locator('form button[type=submit]').click()
    await page.getByText(/^Đang chuyển từ Trung tâm Phục vụ hành chính công xã Ia Grai sang Phòng Kinh tế/).waitFor()
    await expectAccessible(page)
    expect(complaints).toEqual([])
  })

  test('what is lacking is chosen by its name, and the citizen’s notice says what it does to the clock', async () => {
    const id = await registered()
    const { page } = await browser.signedIn(clerk, `/ho-so/${id}`)
    await page.getByRole('button', { name: /^Yêu cầu bổ sung/ }).click()
    await page.getByText('Chỉ được yêu cầu một lần.').waitFor()
    await page.getByRole('combobox', { name: 'Thành phần hồ sơ' }).click()
    await page.getByRole('option', { name: /^02 · / }).click()
    await page.getByRole('textbox', { name: /^Nội dung/ }).fill('Nộp thêm hợp đồng thuê địa điểm.')
    await page.locator('form button[type=submit]').click()
    await page.getByText('Yêu cầu hoàn thiện trước khi tiếp nhận').first().waitFor()
    await page.getByText('Nộp thêm hợp đồng thuê địa điểm.').waitFor()
    expect(await page.getByRole('button', { name: /^Yêu cầu bổ sung/ }).count()).toBe(0) // once only, before it is answered
    await expectAccessible(page)
  })

  test('two officers at once: the first is done, the other reads who did what and sees the fresh state', async () => {
    const id = await registered()
    const first = await browser.signedIn(clerk, `/ho-so/${id}`)
    const second = await browser.signedIn('officer:xa-ia-grai.intake-2', `/ho-so/${id}`)
    await second.context.route(/\/live(\?|$)/, (route) => route.abort()) // the other screen hears of nothing
    await second.page.reload()
    for (const { page } of [first, second]) {
      await page.getByRole('button', { name: /^Tiếp nhận/ }).click()
      await page.getByText('Hồ sơ được cấp mã').waitFor()
    }
    const send = (page: typeof first.page) => page.locator('form button[type=submit]').click()
    await send(first.page)
    await first.page.getByText('Đã ghi.').waitFor()
    await send(second.page)
    const told = second.page.getByRole('alert').filter({ hasText: 'Trong lúc đó' })
    await told.getByText(/Cán bộ tiếp nhận · Tiếp nhận, cấp mã/).waitFor()
    await expectAccessible(second.page)
    await second.page.getByRole('button', { name: 'Xem tình trạng mới' }).click()
    await second.page.getByText('Đã tiếp nhận').first().waitFor()
    expect(await second.page.getByRole('button', { name: /^Tiếp nhận/ }).count()).toBe(0)
  })

  test('a list that is open shows what comes in, without being asked', async () => {
    const { page } = await browser.signedIn(clerk, '/viec-cua-toi?light=in-time')
    const links = page.locator('tbody a')
    await links.first().waitFor()
    const before = await links.count()
    await registered()
    await expect.poll(() => links.count(), { timeout: 15_000 }).toBe(before + 1)
  })

  test('a list is a link: light and words are in it, and words without accents find those with', async () => {
    const { page } = await browser.signedIn(clerk, '/viec-cua-toi?q=ho+kinh+doanh')
    await page.locator('tbody a').first().waitFor()
    await page.getByRole('button', { name: /^Quá hạn/ }).click()
    await page.getByText('Không có hồ sơ nào khớp với điều kiện đang chọn.').waitFor()
    expect(new URL(page.url()).searchParams.get('light')).toBe('overdue')
    await page.goBack()
    await page.goto(`${browser.site}/viec-cua-toi?q=khai+sinh`)
    await page.getByText('Không có hồ sơ nào khớp với điều kiện đang chọn.').waitFor()
  })

  test('a session that ends in the midst of a form loses nothing of it', async () => {
    const id = await registered()
    const { page, context } = await browser.signedIn(clerk, '/viec-cua-toi')
    await page.route(/\/live\?dossier=/, (route) => route.abort()) // only sending finds it out
    await page.goto(`${browser.site}/ho-so/${id}`)
    await page.getByRole('button', { name: /^Từ chối tiếp nhận/ }).click()
    const reason = 'Không thuộc trường hợp được giải quyết theo quy định.'
    await page.getByRole('textbox', { name: 'Nội dung' }).fill(reason)
    const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã hết' })
    await endSessions()
    const sent = page.locator('form button[type=submit]').click()
    sent.catch(() => {}) // the page may have found it out before, and the dialog lies over the button
    await dialog.waitFor()
    await expectAccessible(page)
    const [again] = await Promise.all([
      context.waitForEvent('page'),
      dialog.getByRole('link', { name: 'Đăng nhập lại' }).click(),
    ])
    await again.waitForURL(`${browser.site}/`) // the issuer still knows who it is
    await again.close()
    await dialog.getByRole('button', { name: 'Tôi đã đăng nhập lại' }).click()
    await expect.poll(() => page.getByRole('textbox', { name: 'Nội dung' }).inputValue()).toBe(reason)
    await page.locator('form button[type=submit]').click()
    await page.getByText('Không được tiếp nhận').first().waitFor()
    await page.getByText(reason).first().waitFor()
  })

  test('that a session has ended is said as soon as the page finds it out by itself', async () => {
    const id = await registered()
    const { page } = await browser.signedIn(clerk, '/viec-cua-toi')
    const everythingAnew = 'retry: 300\nevent: missed\ndata: {}\n\n'
    await page.route(/\/live\?dossier=/, (route) =>
      route.fulfill({ contentType: 'text/event-stream', body: everythingAnew }),
    )
    await page.goto(`${browser.site}/ho-so/${id}`)
    await page.getByRole('button', { name: /^Từ chối tiếp nhận/ }).waitFor()
    await endSessions()
    const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã hết' })
    await dialog.waitFor()
    expect(await dialog.getByRole('link', { name: 'Đăng nhập lại' }).count()).toBe(1)
  })

  test('without login: a code tells how far its dossier is; an unknown one says what to check', async () => {
    const { page, complaints } = await browser.window({ width: 390, height: 844 })
    await page.goto(browser.site)
    await page.getByRole('textbox', { name: /Mã hồ sơ/ }).fill('h21.91-261124-0001')
    await page.getByRole('button', { name: 'Tra cứu' }).click()
    await page.getByText('H21.91-261124-0001 · Đang giải quyết').waitFor()
    await page.getByRole('textbox', { name: /Mã hồ sơ/ }).fill('H21.91-261124-9999')
    await page.getByRole('button', { name: 'Tra cứu' }).click()
    await page.getByText('Không có hồ sơ với mã này.').waitFor()
    await expectAccessible(page)
    expect(complaints).toEqual([])
  })

  test('without login: a procedure is found by words without accents, and its papers are ticked', async () => {
    const { page, complaints } = await browser.window({ width: 390, height: 844 })
    await page.goto(browser.site)
    await page.getByRole('link', { name: /^Tìm thủ tục/ }).click()
    await page.getByRole('searchbox').fill('khai sinh')
    await page.getByText(/^\d+ thủ tục$/).waitFor()
    expect(new URL(page.url()).searchParams.get('q')).toBe('khai sinh')
    await expectAccessible(page)
    await page.locator('main li a').first().click()
    await page.getByRole('heading', { name: 'Tôi cần những gì?' }).waitFor()
    await page.getByRole('checkbox').first().check()
    await page.getByText(/^Đã có 1\//).waitFor()
    await expectAccessible(page)
    await page.goto(`${browser.site}/thu-tuc?q=khong+co+gi+ca`)
    await page.getByText(/^Không có thủ tục nào khớp/).waitFor()
    expect(complaints).toEqual([])
  })

  test('the clients the pages are written against are those of the services as they are', async () => {
    for (const { path, text } of await clientFiles(plan)) expect(text).toBe(readFileSync(path, 'utf8'))
  })

  test('the first page needs at most 200 KB of scripts, and nothing from elsewhere', async () => {
    const { page } = await browser.window()
    const sizes: Promise<number>[] = []
    const elsewhere: string[] = []
    page.on('response', (response) => {
      if (!response.url().startsWith(browser.site)) elsewhere.push(response.url())
      if (response.url().endsWith('.js'))
        sizes.push(response.allHeaders().then((headers) => Number(headers['content-length'])))
    })
    await page.goto(browser.site)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
    expect(bytes).toBeGreaterThan(50_000)
    expect(bytes).toBeLessThan(200 * 1_024)
    expect(elsewhere).toEqual([])
  })
})
