import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { checkout, toolFolder } from '../folders.ts'

/** Fetches what is missing, so that a single test run from an editor works in a fresh clone too. */
export const provideTools = (...tools: string[]): void => {
  if (tools.every((tool) => existsSync(toolFolder(tool)))) return
  execFileSync(process.execPath, [`${checkout}scripts/bootstrap.mjs`, 'provide', ...tools], { stdio: 'inherit' })
}
