import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(`${tmpdir()}/starter-`)
})
afterEach(() => rmSync(folder, { recursive: true }))

const module = fileURLToPath(new URL('../starter-gone.mjs', import.meta.url))
const watcher = () => `
  import { whenStarterIsGone } from ${JSON.stringify(module)}
  import { writeFileSync } from 'node:fs'
  whenStarterIsGone(() => { writeFileSync(${JSON.stringify(`${folder}/gone`)}, ''); process.exit() })
  setInterval(() => {}, 1000)
  writeFileSync(${JSON.stringify(`${folder}/watches`)}, '')`

test.each([
  ['itself', 'spawn(node, args)'],
  ['behind the shell that npm puts in between', `spawn('sh', ['-c', '"$@"; true', 'sh', node, ...args])`],
])(
  'a program hears of it when what started it is killed: %s',
  async (_, way) => {
    const args = JSON.stringify(['--input-type=module', '-e', watcher()])
    const program = `
    const { spawn } = require('node:child_process')
    const [node, args] = [process.execPath, ${args}]
    ${way}
    setInterval(() => {}, 1000)`
    const env = { ...process.env, npm_lifecycle_event: 'start' }
    const starter = spawn(process.execPath, ['-e', program], { env, stdio: 'inherit' })
    await vi.waitFor(() => expect(existsSync(`${folder}/watches`)).toBe(true), 10_000)
    expect(existsSync(`${folder}/gone`)).toBe(false)
    starter.kill('SIGKILL')
    await vi.waitFor(() => expect(existsSync(`${folder}/gone`)).toBe(true), 10_000)
  },
  30_000,
)
