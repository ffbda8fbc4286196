import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { closeAll, HttpEnv, KafkaEnv, loadConfig, PostgresEnv } from '../src/process.ts'

test('an empty variable counts as unset, and every bad one is named at once', () => {
  const Config = z.object({ ...HttpEnv.shape, ...PostgresEnv.shape, ...KafkaEnv.shape })
  const good = { PORT: '', DATABASE_URL: 'postgres://a@b/c', KAFKA_BROKERS: 'x:1,y:2' }
  expect(loadConfig(Config, good)).toMatchObject({ PORT: 3000, KAFKA_BROKERS: ['x:1', 'y:2'] })
  expect(() => loadConfig(Config, { PORT: 'x', DATABASE_URL: 'http://a' })).toThrow(
    /PORT[\s\S]*DATABASE_URL|DATABASE_URL[\s\S]*PORT/,
  )
})

const left: number[] = []
const close = (...closers: (() => unknown)[]) => closeAll(closers, 50, (code) => void left.push(code))

test('things close in their order, and a failing one keeps none open', async () => {
  left.length = 0
  const closed: string[] = []
  const fails = () => {
    throw new Error('stuck')
  }
  await close(
    () => closed.push('door'),
    fails,
    async () => closed.push('database'),
  )
  expect(closed).toEqual(['door', 'database'])
  expect(left).toEqual([1])
})

test('what hangs is left behind at the deadline', async () => {
  left.length = 0
  const left1 = new Promise<number>((leave) => void closeAll([() => new Promise(() => {})], 20, leave))
  expect(await left1).toBe(1)
})

/** A process that closes on a signal; gives what it said and its exit code after SIGTERM. */
const endOf = async (...lines: string[]) => {
  const platform = new URL('../src/process.ts', import.meta.url).href
  const main = [`import { closeOnSignal } from '${platform}'`, ...lines, `console.log('ready')`].join('\n')
  const child = spawn(process.execPath, ['--input-type=module', '-e', main])
  let said = ''
  child.stdout.on('data', (text) => (said += String(text)))
  await once(child.stdout, 'data')
  child.kill('SIGTERM')
  const [code] = await once(child, 'exit')
  return [code, said]
}

test('SIGTERM closes and ends the process', { timeout: 30_000 }, async () => {
  const open = 'const open = setInterval(() => {}, 1000)'
  const ended = await endOf(open, `closeOnSignal(() => console.log('closing'), () => clearInterval(open))`)
  expect(ended).toEqual([0, 'ready\nclosing\n'])
})

test('what still runs when everything is closed does not keep the process', { timeout: 10_000 }, async () => {
  expect(await endOf('setInterval(() => {}, 1000)', 'closeOnSignal(() => {})')).toEqual([0, 'ready\n'])
})
