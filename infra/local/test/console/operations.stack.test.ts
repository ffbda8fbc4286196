import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { findChromium } from '../../chromium.ts'
import { databaseUrl } from '../../databases.ts'
import { addressesOf } from '../../stack-plan.ts'
import { handInAt } from '../../story/applications.ts'
import { business, centre, iaGrai, paidAtDesk } from '../../story/ia-grai.ts'
import { peopleOf } from '../../story/people.ts'
import { expectAccessible, openBrowser } from './screen.ts'

const plan = inject('console')
let browser: Awaited<ReturnType<typeof openBrowser>>
const admin = 'officer:gia-lai.admin'
const deadLetter = `
  insert into dead_letter (consumer, topic, key, partition, position, value, headers, reason, behind)
  values ('postal', 'casework.dossier.v1', 'khoa-thu', 0, 999999, 'x', '{}', 'unreadable: /event', false)`

const ofIt = `id = (select id from message where subject = $1 and channel = 'email' order by place limit 1)`

describe.skipIf(findChromium() === undefined)('operators in their browser', () => {
  beforeAll(async () => {
    browser = await openBrowser(plan)
  })
  afterAll(() => browser.close())

  test('everything is asked at once, and checked on request', async () => {
    await handInAt(iaGrai(peopleOf(plan)).intake, centre, business, { payments: paidAtDesk })
    const { page, complaints } = await browser.signedIn(admin, '/van-hanh')
    await page.getByRole('link', { name: 'Vận hành' }).waitFor()
    await page.getByText('Chưa có lần kiểm tra nào.').waitFor()
    expect(await page.getByText('Không hỏi được').count()).toBe(0)
    await page.getByText(/[1-9]\d* quy trình đang chạy/).waitFor()
    await page.getByRole('button', { name: 'Kiểm tra ngay' }).click()
    await page.getByText(/Đúng cả · [1-9]\d* hồ sơ/).waitFor()
    await expectAccessible(page)
    expect(complaints).toEqual([])
  })

  test('what is dead is shown with why; handled again after a rehearsal, with a reason that is kept', async () => {
    const db = new pg.Client({ connectionString: databaseUrl(addressesOf(plan).postgres, 'postal') })
    await db.connect()
    await db.query(deadLetter)
    const { page } = await browser.signedIn(admin, '/van-hanh')
    await page.getByText('▲ Có: 1').waitFor()
    await page.getByText('unreadable: /event').waitFor()
    await page.getByRole('button', { name: 'Xử lý lại', exact: true }).click()
    await page.getByRole('button', { name: 'Làm thật' }).click()
    await page.getByRole('alert').waitFor() // no reason, nothing done
    await page.getByRole('textbox', { name: 'Lý do' }).fill('Đã sửa bản ghi lỗi')
    await page.getByRole('button', { name: 'Làm thử' }).click()
    await page.getByText('Sẽ đụng đến 1.').waitFor()
    await page.getByRole('button', { name: 'Làm thật' }).click()
    await page.getByText('Đã yêu cầu làm: 1.').waitFor()
    await page.getByText(/officer:gia-lai\.admin · Xử lý lại thông điệp .* đã làm · Đã sửa bản ghi lỗi/).waitFor()
    await expect // it fails as before: it cannot be read, and its consumer says so anew
      .poll(async () => (await db.query(`select reason, redrive from dead_letter where key = 'khoa-thu'`)).rows)
      .toMatchObject([{ redrive: false }])
    await db.end()
    await expectAccessible(page)
  })

  test('a message nobody got is sent again, and what the sweeper had to sound is named', async () => {
    const { intake } = iaGrai(peopleOf(plan))
    const id = await handInAt(intake, centre, business, { payments: paidAtDesk })
    await intake.act(id, { type: 'Accept' })
    const open = async (name: 'notifications' | 'casework') => {
      const db = new pg.Client({ connectionString: databaseUrl(addressesOf(plan).postgres, name) })
      await db.connect()
      return db
    }
    const [told, ledger] = [await open('notifications'), await open('casework')]
    const state = async () => (await told.query(`select state from message where ${ofIt}`, [id])).rows[0]?.state
    await expect.poll(state, { timeout: 15_000 }).toBe('sent')
    await told.query(`update message set state = 'given-up', why = 'ECONNECTION' where ${ofIt}`, [id])
    await ledger.query(
      `insert into swept_alarm (dossier_id, alarm, kind, due_at, at) values ($1, 'thu', 'due-soon', now(), now())`,
      [id],
    )
    const { page, complaints } = await browser.signedIn(admin, '/van-hanh')
    const swept = page.getByRole('region', { name: 'Mốc thời hạn phải quét lại' })
    await swept.getByRole('link', { name: id }).waitFor()
    const people = page.getByRole('region', { name: 'Tin cho người dân và cán bộ' })
    await people.getByText('Không gửi được, đã thôi thử (ECONNECTION)').waitFor()
    await people.getByRole('button', { name: /^Gửi lại tin về/ }).click()
    await people.getByRole('textbox', { name: 'Lý do' }).fill('Máy chủ thư đã chạy lại')
    await expectAccessible(page)
    await people.getByRole('button', { name: 'Làm thử' }).click()
    await people.getByText('Sẽ đụng đến 1.').waitFor()
    expect(await state()).toBe('given-up')
    await people.getByRole('button', { name: 'Làm thật' }).click()
    await page.getByText(/officer:gia-lai\.admin · Gửi lại tin .* đã làm · Máy chủ thư đã chạy lại/).waitFor()
    await expect.poll(state, { timeout: 15_000 }).toBe('sent')
    await Promise.all([told.end(), ledger.end()])
    expect(complaints).toEqual([])
  })

  test('an officer of a desk has no way to it, and is refused', async () => {
    const { page } = await browser.signedIn('officer:xa-ia-grai.intake', '/van-hanh')
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('link', { name: 'Vận hành' }).count()).toBe(0)
  })
})
