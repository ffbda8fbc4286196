import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { findChromium } from '../../chromium.ts'
import { addressesOf } from '../../stack-plan.ts'
import { applicationOf, takenIn } from '../../story/applications.ts'
import { business, centre, iaGrai, paidAtDesk } from '../../story/ia-grai.ts'
import { peopleOf } from '../../story/people.ts'
import { onceThere } from '../../story/told.ts'
import { expectAccessible, openBrowser } from './screen.ts'

const plan = inject('console')
let browser: Awaited<ReturnType<typeof openBrowser>>
const { intake } = iaGrai(peopleOf(plan))

const mailServer = async (reject: string[]) => {
  const headers = { 'content-type': 'application/json' }
  await fetch(`${addressesOf(plan).mail}/behaviour`, { method: 'POST', headers, body: JSON.stringify({ reject }) })
}

/** A dossier whose applicant's e-mail address is none; gives its code when the mail server has said so. */
const refusedByMail = async (): Promise<string> => {
  await mailServer(['@khong-co.test'])
  const given = await applicationOf(intake, business, { receivingDesk: centre, payments: paidAtDesk })
  const form = Object(given['form'])
  const applicant = { ...form.applicant, email: 'nguoi-nop@khong-co.test' }
  const id = takenIn(await intake.post('intake', '/applications', { ...given, form: { ...form, applicant } }))
  const accepted = await intake.act(id, { type: 'Accept' })
  const waiting = async () => Object((await intake.get('notifications', '/messages/undelivered')).body).messages
  await onceThere(waiting, (messages) => messages.some((one: { dossierId: string }) => one.dossierId === id))
  return String(accepted.at(-1)?.axes.code)
}

describe.skipIf(findChromium() === undefined)('messages, in a browser', () => {
  beforeAll(async () => {
    browser = await openBrowser(plan)
  })
  afterAll(async () => {
    await mailServer([])
    await browser.close()
  })

  test('what did not reach the applicant the desk sends on another channel with one press', async () => {
    const code = await refusedByMail()
    const { page, complaints } = await browser.signedIn(intake.account, '/tin-nhan')
    const mine = page
      .getByRole('listitem')
      .filter({ hasText: `${code} Gửi người nộp hồ sơ` })
      .first()
    await mine.getByText('nhà cung cấp từ chối').waitFor()
    await expectAccessible(page)
    const before = await page
      .getByRole('listitem')
      .filter({ hasText: `${code} Gửi người nộp hồ sơ` })
      .count()
    await mine.getByRole('button', { name: `Gửi bằng Zalo: hồ sơ ${code}` }).click()
    await page.getByText('Đã đưa vào hàng đợi, gửi bằng Zalo.').waitFor()
    await expect
      .poll(() =>
        page
          .getByRole('listitem')
          .filter({ hasText: `${code} Gửi người nộp hồ sơ` })
          .count(),
      )
      .toBe(before - 1)
    expect(complaints).toEqual([])
    const wide = () => page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await wide(), 'no scrolling sideways on a telephone').toBe(false)
  })

  test('who looks after no desk reads the own messages alone', async () => {
    const { page } = await browser.signedIn('officer:xa-ia-grai.economy', '/tin-nhan')
    await page.getByRole('heading', { name: 'Tin gửi cho tôi và bộ phận của tôi' }).waitFor()
    await page
      .getByText(/tin chưa đọc/)
      .first()
      .waitFor()
    expect(await page.getByRole('heading', { name: 'Tin chưa đến người dân' }).count()).toBe(0)
    await expectAccessible(page)
  })
})
