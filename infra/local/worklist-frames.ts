import { chromium, type Page } from 'playwright-core'
import { findChromium } from './chromium.ts'
import { buildPages } from './console-pages.ts'
import { sizes } from './screens.ts'
import { serveWorklist } from './worklist-pages.ts'

const seconds = 12

/** On a screen of that size: milliseconds of each frame while a list is scrolled through, and the last row that was drawn. */
export type Scrolled = { screen: string; frames: number[]; reached: number }

/** Scrolls through a worklist of so many rows in a browser of the system, at each size of screen. */
export const scrollWorklist = async (rows: number): Promise<Scrolled[]> => {
  await buildPages()
  const site = await serveWorklist(rows)
  const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: ['--no-sandbox'] })
  try {
    const scrolled: Scrolled[] = []
    for (const viewport of sizes) {
      const context = await browser.newContext({ viewport, locale: 'vi-VN' })
      const page = await context.newPage()
      await page.goto(site.url)
      await page.getByText('H21.91.01-261123-00001').first().waitFor()
      scrolled.push({ screen: `${viewport.width} x ${viewport.height}`, ...(await scroll(page)) })
      await context.close()
    }
    return scrolled
  } finally {
    await browser.close()
    site.close()
  }
}

/** Scrolls at an even pace to the end of what has come; milliseconds of each frame, and the last row that was drawn. */
const scroll = async (page: Page): Promise<Omit<Scrolled, 'screen'>> => {
  const frames = page.evaluate<number[]>(`(async () => {
    const taken = []
    const begun = performance.now()
    for (let before = begun; before - begun < ${seconds * 1_000}; ) {
      const now = await new Promise((drawn) => requestAnimationFrame(drawn))
      taken.push(now - before)
      before = now
    }
    return taken
  })()`)
  const { width = 0, height = 0 } = page.viewportSize() ?? {}
  await page.mouse.move(width / 2, height / 2)
  const begun = Date.now()
  while (Date.now() - begun < seconds * 1_000) {
    await page.mouse.wheel(0, 1_200)
    await page.waitForTimeout(16)
  }
  const all = await frames
  const codes = await page.getByText(/^H21\.91\.01-261123-\d{5}$/).allTextContents()
  return { frames: all, reached: Math.max(0, ...codes.map((code) => Number(code.slice(-5)))) }
}
