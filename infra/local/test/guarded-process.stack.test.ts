import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startGuarded } from '../guarded-process.ts'
import { bornAt } from '../lock.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(`${tmpdir()}/guard-`)
})
afterEach(() => rmSync(folder, { recursive: true }))

const polite = 'trap "echo goodbye; exit 3" TERM; echo begun; while :; do sleep 0.05; done'
const deaf = 'trap "" TERM; echo begun; while :; do sleep 0.05; done'
const log = () => readFileSync(`${folder}/log`, 'utf8')
const begun = () => vi.waitFor(() => expect(log()).toContain('begun'), 5_000)
const guarded = (script: string) =>
  startGuarded({ file: '/bin/sh', args: ['-c', script], log: `${folder}/log`, graceSeconds: 1 })
const isAlive = (pid: number) => bornAt(pid) !== undefined

test('a process is asked to stop', async () => {
  const part = await guarded(polite)
  await begun()
  expect(await part.stop()).toEqual({ code: 3, signal: null })
  expect(log()).toContain('goodbye')
})

test('a process that does not listen is made to stop', async () => {
  const part = await guarded(deaf)
  await begun()
  expect(await part.stop()).toEqual({ code: null, signal: 'SIGKILL' })
})

test('a killed process is killed with all it started', async () => {
  const part = await guarded(`sleep 1000 & echo $! > ${folder}/child; echo begun; wait`)
  await begun()
  await part.kill()
  const child = Number(readFileSync(`${folder}/child`, 'utf8'))
  await vi.waitFor(() => expect(isAlive(child)).toBe(false), 5_000)
})

test('what a process leaves behind when it ends does not stay', async () => {
  const part = await guarded(`sleep 1000 & echo $! > ${folder}/child; exit 0`)
  await part.exited
  const child = Number(readFileSync(`${folder}/child`, 'utf8'))
  await vi.waitFor(() => expect(isAlive(child)).toBe(false), 5_000)
})

test.each([
  ['is asked to stop', polite],
  ['is made to stop if it does not listen', deaf],
])('when the starter is killed, what it started %s', async (_, script) => {
  const guard = fileURLToPath(new URL('../guarded-process.ts', import.meta.url))
  const launch = { file: '/bin/sh', args: ['-c', script], log: `${folder}/log`, graceSeconds: 1 }
  const program = `import { startGuarded } from ${JSON.stringify(guard)}
    import { writeFileSync } from 'node:fs'
    const { pid } = await startGuarded(${JSON.stringify(launch)})
    writeFileSync(${JSON.stringify(`${folder}/pid`)}, String(pid))`
  const starter = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'inherit' })
  await vi.waitFor(() => expect(existsSync(`${folder}/pid`)).toBe(true), 5_000)
  await begun()
  const pid = Number(readFileSync(`${folder}/pid`, 'utf8'))
  expect(isAlive(pid)).toBe(true)
  starter.kill('SIGKILL')
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), 5_000)
  expect(log().includes('goodbye')).toBe(script === polite)
})

test('a program that does not exist is told by name', async () => {
  const part = await startGuarded({ file: '/no/such/program', args: [], log: `${folder}/log` })
  expect(await part.exited).toEqual({ code: 127, signal: null })
  expect(log()).toContain('/no/such/program')
})
