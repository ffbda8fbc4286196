import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { findChromium } from './chromium.ts'
import { addressesOf, type StackPlan } from './stack-plan.ts'

/** A window of somebody's own, with what its page complained of. */
export type Window = { page: Page; context: BrowserContext; complaints: string[] }

/** A browser on the pages of a running stack. */
export const openBrowser = async (plan: StackPlan) => {
  const executablePath = findChromium() ?? ''
  const browser: Browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  const site = addressesOf(plan).console

  const window = async (size = { width: 1366, height: 768 }): Promise<Window> => {
    const context = await browser.newContext({ viewport: size, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('pageerror', ({ message }) => complaints.push(message))
    page.on('console', (said) => {
      // What a service refuses the browser logs as well: that is told on the page.
      if (said.type() === 'error' && !said.text().startsWith('Failed to load resource')) complaints.push(said.text())
    })
    return { page, context, complaints }
  }

  return {
    site,
    window,
    /** Somebody signed in, on a page. */
    signedIn: async (account: string, path: string): Promise<Window> => {
      const opened = await window()
      const { page } = opened
      await page.goto(`${site}/session/begin?to=${encodeURIComponent(path)}`)
      if (account.startsWith('citizen:')) {
        await page.getByRole('textbox', { name: 'Tài khoản công dân' }).fill(account)
        await page.getByRole('button', { name: 'Đăng nhập với tài khoản này' }).click()
      } else {
        await page.goto(`${page.url()}?q=${account}`)
        await page.locator(`button[value="${account}"]`).click()
      }
      await page.waitForURL(`${site}${path}`)
      return opened
    },
    close: () => browser.close(),
  }
}
