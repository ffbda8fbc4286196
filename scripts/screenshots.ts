import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { openBrowser } from '../infra/local/browser.ts'
import { installChromium } from '../infra/local/chromium.ts'
import { checkout } from '../infra/local/folders.ts'
import { removeStack } from '../infra/local/remove-stack.ts'
import { playForScreens, screens, sizes } from '../infra/local/screens.ts'
import { openStack } from '../infra/local/stack.ts'
import { planStack, type StackPlan } from '../infra/local/stack-plan.ts'
import { stackArgument } from './stack-argument.ts'
import { orSayWhy, print } from './table.ts'

const folder = `${checkout}docs/screens`
const settledMs = 800

/**
 * `npm run screenshots`: photographs the console's pages into docs/screens, on a stack of its own that it begins anew and ends, or
 * on a running one that is named: `npm run screenshots -- real`. It hands in dossiers there.
 */
await orSayWhy(async () => {
  const missing = installChromium()
  if (missing !== undefined) throw new Error(`There is no Chromium: ${missing}`)
  if (process.argv.length > 2) return photograph(planStack({ name: stackArgument('screenshots') }))
  removeStack('screens')
  const stack = openStack({ name: 'screens' })
  try {
    print('starting a stack for the screenshots')
    await stack.start()
    await photograph(stack.plan)
  } finally {
    await stack.stop()
    removeStack('screens')
  }
})

async function photograph(plan: StackPlan): Promise<void> {
  const played = await playForScreens(plan)
  const browser = await openBrowser(plan)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  try {
    for (const { file, account, path, shows } of screens) {
      const at = path(played)
      const { page } = account === undefined ? await browser.window() : await browser.signedIn(account, at)
      for (const size of sizes) {
        await page.setViewportSize(size)
        await page.goto(`${browser.site}${at}`)
        // On a phone some of it is below: it only must have come.
        await page.getByText(shows).first().waitFor({ state: 'attached' })
        await page.waitForLoadState('networkidle', { timeout: settledMs }).catch(() => {}) // live news never end
        await page.screenshot({ path: `${folder}/${file}-${size.width}.png`, animations: 'disabled', caret: 'hide' })
      }
      await page.context().close()
      print(`  ${file}`)
    }
  } finally {
    await browser.close()
  }
  writeFileSync(`${checkout}docs/screens.md`, listing())
}

function listing(): string {
  const parts = screens.map(
    ({ file, vi, en }) =>
      `## ${vi}\n\n${en}.\n\n${sizes.map(({ width }) => `![${en}, ${width} wide](screens/${file}-${width}.png)`).join('\n')}\n`,
  )
  return `# Screens\n\nWritten by \`npm run screenshots\`, on an office PC (1366 × 768) and a phone (390 × 844).\n\n${parts.join('\n')}`
}
