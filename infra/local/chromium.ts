import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium']

/** Where a browser for tests is: CHROMIUM, or the system's own. Undefined where there is none. */
export const findChromium = (env: NodeJS.ProcessEnv = process.env): string | undefined =>
  [env['CHROMIUM'], ...places].find((place) => place !== undefined && existsSync(place))

/** Installs the system's Chromium where that can be done unasked: as root, with apt. Gives what kept it from it, if anything. */
export const installChromium = (): string | undefined => {
  if (findChromium() !== undefined) return undefined
  if (process.getuid?.() !== 0) return 'not root: install chromium, or name one in CHROMIUM'
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const { status, error } = spawnSync('apt-get', ['-q', ...args], { env, stdio: 'ignore', timeout: 300_000 })
    if (status !== 0) return `apt-get ${args[0]} ${error?.message ?? `ended with ${status}`}`
  }
  return findChromium() === undefined ? 'apt-get installed no chromium' : undefined
}
