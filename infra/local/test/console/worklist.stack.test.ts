import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { findChromium } from '../../chromium.ts'
import { databaseUrl } from '../../databases.ts'
import { addressesOf } from '../../stack-plan.ts'
import { handInAt } from '../../story/applications.ts'
import { business, paidAtDesk } from '../../story/ia-grai.ts'
import { peopleOf } from '../../story/people.ts'
import { expectAccessible, openBrowser } from './screen.ts'

const plan = inject('console')
let browser: Awaited<ReturnType<typeof openBrowser>>
// A commune where nobody else is at work.
const centre = 'H21.93.01'
const economy = 'H21.93.03'
const clerk = 'officer:xa-ia-hrung.economy'
const head = 'officer:xa-ia-hrung.economy-head'
const intake = peopleOf(plan)('officer:xa-ia-hrung.intake')

/** A dossier on its way to the unit that registers, which has not taken it yet. */
const offered = async () => {
  const id = await handInAt(intake, centre, business, { payments: paidAtDesk })
  await intake.act(id, { type: 'Accept' })
  await intake.act(id, { type: 'OfferHandover', to: economy, originals: [] })
  return id
}
const many = async (n: number) => {
  const ids: string[] = []
  while (ids.length < n) ids.push(await offered())
  return ids
}

/** As many rows as a province's office has, copied from one that is there, to be looked at only; gives what takes them away. */
const copies = async (n: number): Promise<() => Promise<void>> => {
  const db = new pg.Client({ connectionString: databaseUrl(addressesOf(plan).postgres, 'casework') })
  await db.connect()
  await db.query(
    `insert into dossier (id, version, body, applicant, code, procedure, receiving_desk, holder, offered_to, officer, state,
       clock, stage, due_on, soon_at, overdue_at, next_alarm_at, is_open, requests, consulted, fold, calendar)
     select gen_random_uuid(), version, body, applicant, 'H21.93-250101-' || lpad(n::text, 5, '0'), procedure, receiving_desk,
       'H21.93.02', null, null, state, clock, stage, due_on, soon_at, overdue_at, null, true, '{}', '{}', fold, calendar
     from (select * from dossier where code is not null limit 1) as one, generate_series(1, $1) as n`,
    [n],
  )
  return async () => {
    await db.query("delete from dossier where code like 'H21.93-250101-%'")
    await db.end()
  }
}

describe.skipIf(findChromium() === undefined)('many dossiers at once, in a browser', () => {
  beforeAll(async () => {
    browser = await openBrowser(plan)
  })
  afterAll(() => browser.close())

  test('by the keyboard alone all that is offered is taken over, and what the ledger refuses is named', async () => {
    const ids = await many(5)
    const { page, complaints } = await browser.signedIn(clerk, '/viec-cua-toi?because=offered')
    await page.locator('tbody a').nth(4).waitFor()
    await page.keyboard.press('a')
    await page.getByText(/Đã chọn 5 hồ sơ/).waitFor()
    await page.keyboard.press('n')
    await page.getByText('5 hồ sơ sẽ được thực hiện, 0 hồ sơ bỏ qua.').waitFor()
    await peopleOf(plan)(head).act(ids[2] ?? '', { type: 'AcceptHandover' }) // somebody was faster with one of them
    await page.keyboard.press('Tab')
    const begin = page.getByRole('button', { name: 'Thực hiện 5 hồ sơ' })
    expect(await begin.evaluate((button) => button.matches(':focus'))).toBe(true)
    await page.keyboard.press('Enter')
    await page.getByText('Đã ghi 4/5 · Bị từ chối 1 · Bỏ qua 0 · Chưa gửi 0').waitFor()
    await page.getByRole('heading', { name: 'Bị từ chối (1)' }).waitFor()
    await page.getByText(/^H21\.93-261124-\d{4} · .*Căn cứ:/).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Đóng kết quả' }).click()
    expect(complaints).toEqual([])
  })

  test('what cannot be done is left out before anything is sent, with the rule', async () => {
    const { page } = await browser.signedIn(head, '/viec-cua-toi')
    await many(1)
    await page.getByText('Chuyển đến, chờ nhận').first().waitFor()
    await page.keyboard.press('a')
    await page.getByText(/Đã chọn 6 hồ sơ/).waitFor()
    await page.keyboard.press('p')
    await page.getByText('5 hồ sơ sẽ được thực hiện, 1 hồ sơ bỏ qua.').waitFor()
    await expectAccessible(page)
    await page.getByRole('combobox', { name: 'Giao cho' }).click()
    await page.getByRole('option', { name: /xa-ia-hrung\.economy\)$/ }).click()
    await page.getByRole('button', { name: 'Thực hiện 5 hồ sơ' }).click()
    await page.getByText('Đã ghi 5/5 · Bị từ chối 0 · Bỏ qua 1 · Chưa gửi 0').waitFor()
    await page.getByText('Bỏ qua trước khi gửi (1)').waitFor()
    const mine = await browser.signedIn(clerk, '/viec-cua-toi?mine=true')
    await expect.poll(() => mine.page.locator('tbody a').count()).toBe(5)
  })

  test('who leaves in the middle comes back to what is left, and nothing is done twice', async () => {
    await many(4)
    const { page } = await browser.signedIn(clerk, '/viec-cua-toi?because=offered')
    await page.locator('tbody a').nth(4).waitFor()
    let sent = 0
    await page.route(/\/commands$/, (route) => {
      sent += 1
      return sent > 2 ? route.abort() : route.continue()
    })
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.getByText(/Đã chọn 1 hồ sơ/).waitFor()
    for (const _ of [1, 2, 3]) await page.keyboard.press('Shift+ArrowDown')
    await page.getByText(/Đã chọn 4 hồ sơ/).waitFor()
    await page.keyboard.press('n')
    await page.getByRole('button', { name: 'Thực hiện 4 hồ sơ' }).click()
    await page.getByText('Đã ghi 2/4 · Bị từ chối 0 · Bỏ qua 0 · Chưa gửi 2').waitFor()
    await page.unroute(/\/commands$/)
    await page.reload()
    await page.getByText('Đã ghi 2/4 · Bị từ chối 0 · Bỏ qua 0 · Chưa gửi 2').waitFor()
    await page.getByRole('button', { name: 'Tiếp tục 2 hồ sơ' }).click()
    await page.getByText('Đã ghi 4/4 · Bị từ chối 0 · Bỏ qua 0 · Chưa gửi 0').waitFor()
    expect(sent).toBeGreaterThan(2)
  })

  test('a filter given a name is there on another machine', async () => {
    const first = await browser.signedIn(clerk, '/viec-cua-toi?light=in-time')
    await first.page.getByText(/^Bộ lọc đã lưu/).click()
    await first.page.getByRole('textbox', { name: 'Tên bộ lọc' }).fill('Còn hạn của tôi')
    await first.page.getByRole('button', { name: 'Lưu bộ lọc này' }).click()
    await first.page.getByRole('button', { name: 'Còn hạn của tôi', exact: true }).waitFor()
    await expectAccessible(first.page)
    const second = await browser.signedIn(clerk, '/viec-cua-toi')
    await second.page.getByText('Bộ lọc đã lưu (1)').click()
    await second.page.getByRole('button', { name: 'Còn hạn của tôi', exact: true }).click()
    await second.page.waitForURL(/light=in-time/)
    expect(await second.page.getByRole('button', { name: 'Còn hạn của tôi', exact: true }).count()).toBe(1)
  })

  test('of ten thousand rows only those that are seen are drawn, and all of them can be reached', async () => {
    const takeAway = await copies(10_000)
    try {
      const chairman = 'officer:xa-ia-hrung.chairman'
      const { page, complaints } = await browser.signedIn(chairman, '/viec-cua-toi?organisation=H21.93.02')
      await page.getByText('/ 10.000').waitFor()
      const last = page.locator('tbody tr[aria-rowindex="10001"]')
      let most = 0
      const scrolled = async () => {
        await page.mouse.wheel(0, 100_000)
        most = Math.max(most, await page.locator('tbody tr').count())
        return last.count()
      }
      await expect.poll(scrolled, { timeout: 30_000 }).toBe(1)
      expect(most).toBeLessThan(120)
      expect(complaints).toEqual([])
    } finally {
      await takeAway()
    }
  })
})
