import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkout } from '../folders.ts'
import { bornAt } from '../lock.mjs'
import { partNames } from '../part.ts'
import { freePorts, portNames, type Ports, portVariable, refuseTakenPort } from '../ports.ts'
import { familyOf, processes } from '../process-tree.ts'
import { removeStack } from '../remove-stack.ts'
import { planStack } from '../stack-plan.ts'
import { lockOf, runningStack } from '../stack-record.ts'
import { makeParts } from '../stack.ts'

// `npm start` as a person has it, with ports and a folder of its own: whatever runs beside it is left alone.
const name = `test-${process.pid}-start`
let ports: Ports
const patience = { timeout: 120_000, interval: 100 }
beforeAll(async () => {
  ports = await freePorts()
})
afterAll(() => {
  const pid = runningStack(name)?.pid
  if (pid !== undefined) process.kill(pid, 'SIGKILL')
  removeStack(name)
  rmSync(lockOf(name), { force: true })
})

/** In a process group of its own, as a terminal starts it. */
const npm = (...args: string[]) => {
  const {
    DATABASE_SERVER_URL: _,
    PGHOST: __,
    PGPORT: ___,
    KAFKA_BROKERS: ____,
    TEMPORAL_ADDRESS: _____,
    ...env
  } = process.env
  for (const each of portNames) env[portVariable(each)] = `${ports[each]}`
  const child = spawn('npm', ['run', '--silent', ...args], { cwd: checkout, env, detached: true })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { pid: child.pid ?? 0, said: () => said, ended }
}
const toItsEnd = async (...args: string[]) => {
  const { said, ended } = npm(...args)
  return { code: await ended, said: said() }
}
const status = async () => (await toItsEnd('status', name)).said.trim()
const start = async () => {
  const started = npm('start', '--', '--name', name)
  await expect.poll(() => started.said(), patience).toMatch(/^(ready|.*ended|.*failed.*)$/m)
  expect(started.said()).toMatch(/^ready$/m)
  return started
}

const built = () => partNames.filter((part) => makeParts(planStack({ name, ports }))[part].built())

/** The starter, the parts, and everything that either has started. */
const everythingOf = (starter: number): number[] => {
  const all = processes()
  const parts = runningStack(name)?.record?.parts.flatMap(({ pid }) => pid ?? []) ?? []
  expect(parts).toHaveLength(built().length)
  const family = familyOf(starter, all)
  return all.filter(({ pid, group }) => family.includes(pid) || parts.includes(group)).map(({ pid }) => pid)
}
const expectNothingLeft = async (once: number[]) => {
  await expect.poll(() => once.filter((pid) => bornAt(pid) !== undefined), patience).toEqual([])
  for (const each of portNames) await refuseTakenPort(each, ports[each])
  expect(await status()).toBe(`The stack ${name} is not running`)
}

test('a taken port stops the start, by its number and its part, and nothing stays behind', async () => {
  expect(await status()).toBe(`The stack ${name} is not running`)
  const taker = createServer()
  await new Promise<void>((listening) => taker.listen(ports.kafka, '127.0.0.1', listening))
  const { code, said } = await toItsEnd('start', '--', '--name', name)
  await new Promise((closed) => taker.close(closed))
  expect(code).toBe(1)
  expect(said).toContain(
    `Port ${ports.kafka} for kafka is taken by another program: free it, or set PORT_KAFKA to another`,
  )
  await expectNothingLeft([])
}, 120_000)

test('a second start says that the first one runs; its starter killed, nothing stays behind', async () => {
  const first = await start()
  const starter = runningStack(name)?.pid ?? 0
  const second = await toItsEnd('start', '--', '--name', name)
  expect(second.code).toBe(1)
  expect(second.said.split('\n')[0]).toBe(
    `The stack ${name} is running already (process ${starter}); npm stop -- ${name} stops it`,
  )
  const everything = everythingOf(starter)
  process.kill(starter, 'SIGKILL')
  expect(await first.ended).not.toBe(0)
  await expectNothingLeft(everything)
}, 240_000)

test('after that it starts again, status tells what is so, and Ctrl-C stops all of it', async () => {
  const started = await start()
  const rows = built().map((part) => ` +${part} +\\d+ +${ports[part]} +ready +yes +\\d+ % +\\d+ MB`)
  await expect.poll(status, patience).toMatch(new RegExp(`${rows.join('\n')}$`))
  const everything = everythingOf(runningStack(name)?.pid ?? 0)
  process.kill(-started.pid, 'SIGINT')
  await started.ended
  expect(started.said()).toMatch(/stopping[^]*stopped after \d+\.\d s\n$/)
  await expectNothingLeft(everything)
}, 240_000)
