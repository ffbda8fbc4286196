import type { Page } from 'playwright-core'

/** Somebody who uses the keyboard alone; every key is counted, a scan as one. */
export const typist = (page: Page) => {
  let strokes = 0
  const press = async (key: string): Promise<void> => {
    strokes += key.includes('+') ? 2 : 1
    await page.keyboard.press(key)
  }
  /** What has the focus, as a reader of the screen is told it. */
  const at = async (): Promise<string> => {
    const focused = page.locator(':focus')
    return (await focused.count()) === 0
      ? ''
      : focused.evaluate(
          (one: { ariaLabel: string | null; labels?: Iterable<{ textContent: string }>; textContent: string }) => {
            const [label] = one.labels ?? []
            return one.ariaLabel ?? label?.textContent ?? one.textContent
          },
        )
  }
  return {
    press,
    at,
    strokes: () => strokes,
    type: async (text: string): Promise<void> => {
      strokes += text.length
      await page.keyboard.type(text)
    },
    scan: async (text: string): Promise<void> => {
      strokes += 1
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
    },
    /** Tab by tab to the field or button of a name. Throws where there is none within reach. */
    to: async (name: string): Promise<void> => {
      const passed: string[] = []
      for (let tabs = 0; tabs < 40; tabs += 1) {
        await press('Tab')
        const here = await at()
        if (here.startsWith(name)) return
        passed.push(here)
      }
      throw new Error(`No field ${name} by Tab; passed: ${passed.join(' | ')}`)
    },
  }
}
