import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bornAt, holderOf, takeLock } from '../lock.mjs'

let folder: string
let lock: string
beforeEach(() => {
  folder = mkdtempSync(`${tmpdir()}/lock-`)
  lock = `${folder}/sub/lock`
})
afterEach(() => rmSync(folder, { recursive: true }))

const other = () => spawn('sleep', ['60'])
const ended = (child: ReturnType<typeof other>) => new Promise((exit) => child.once('exit', exit))
const write = (holder: unknown) => {
  takeLock(lock).release?.() // makes the folder
  writeFileSync(lock, typeof holder === 'string' ? holder : JSON.stringify(holder))
}

test('a lock is held until it is released, and nothing of it stays behind', () => {
  const { release } = takeLock(lock)
  expect(holderOf(lock)).toBe(process.pid)
  expect(takeLock(lock)).toEqual({ holder: process.pid })
  release?.()
  expect(holderOf(lock)).toBeUndefined()
  expect(readdirSync(`${folder}/sub`)).toEqual([])
})

test('a living process keeps its lock, a killed one loses it', async () => {
  const holder = other()
  write({ pid: holder.pid, born: bornAt(holder.pid ?? 0) })
  expect(takeLock(lock)).toEqual({ holder: holder.pid })
  holder.kill('SIGKILL')
  await ended(holder)
  expect(takeLock(lock).release).toBeDefined()
})

test('a process that was given a dead holder’s number does not hold its lock', async () => {
  const stranger = other()
  write({ pid: stranger.pid, born: 'long ago' })
  expect(holderOf(lock)).toBeUndefined()
  expect(takeLock(lock).release).toBeDefined()
  stranger.kill()
  await ended(stranger)
})

test('a lock file that cannot be read is nobody’s', () => {
  write('{"pid":')
  expect(takeLock(lock).release).toBeDefined()
})

test('of many that want a dead one’s lock at once, one gets it', async () => {
  write({ pid: process.pid, born: 'long ago' })
  const module = fileURLToPath(new URL('../lock.mjs', import.meta.url))
  const grab = `import { takeLock } from ${JSON.stringify(module)}
    console.log(takeLock(${JSON.stringify(lock)}).release ? 'mine' : 'not mine')
    process.stdin.resume()` // stays alive until all have tried
  const rivals = Array.from({ length: 8 }, () => spawn(process.execPath, ['--input-type=module', '-e', grab]))
  const answers = await Promise.all(
    rivals.map(
      (rival) => new Promise<string>((heard) => rival.stdout.once('data', (said) => heard(String(said).trim()))),
    ),
  )
  for (const rival of rivals) rival.kill()
  await Promise.all(rivals.map(ended))
  expect(answers.filter((answer) => answer === 'mine')).toHaveLength(1)
})
