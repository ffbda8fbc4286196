import { readClock, refuseOtherTime } from '../infra/local/clock.ts'
import { stackFolder } from '../infra/local/folders.ts'
import { keepRunning } from '../infra/local/keep-running.ts'
import { takeLock } from '../infra/local/lock.mjs'
import { removeStack } from '../infra/local/remove-stack.ts'
import { type Note, openStack } from '../infra/local/stack.ts'
import { lockOf, removeRecord, runningStack, writeRecord } from '../infra/local/stack-record.ts'
import { whenStarterIsGone } from '../infra/local/starter-gone.mjs'
import { lastLines } from '../infra/local/until-ready.ts'
import { addressTable } from './addresses.ts'
import { type StartOptions, startOptions } from './start-options.ts'
import { orSayWhy, print } from './table.ts'

const begun = Date.now()
const seconds = () => `${((Date.now() - begun) / 1_000).toFixed(1)} s`

const start = async ({ name, clock, clean }: StartOptions) => {
  const { release, holder } = takeLock(lockOf(name))
  if (!release) return sayItRuns(name, holder)
  const stopped = stopWanted()
  if (clean) for (const folder of removeStack(name)) print(`removed ${folder}`)
  refuseOtherTime(clock, stackFolder(name))

  const stack = openStack({ name, clock }, (note) => {
    record()
    say(note)
  })
  const record = () => writeRecord(name, { pid: process.pid, plan: stack.plan, parts: stack.view() })
  const keeper = keepRunning(stack, print)
  const say = (note: Note) => {
    if (note.type === 'fell') {
      const { code, signal } = note.exit
      const log = `${stack.plan.folder}/logs/${note.part}.log`
      print(`${note.part} ended by itself (${signal ?? `exit code ${code}`}), see ${log}:\n${lastLines(log, 4)}`)
      keeper.onFall(note.part)
    } else if (note.type !== 'starting' && note.type !== 'stopping') {
      print(`  ${note.part.padEnd(10)} ${note.type} after ${seconds()}`)
    }
  }

  record()
  print(`starting the stack ${name}`)
  const started = stack.start().then(
    () => 'ready' as const,
    (error: Error) => error,
  )
  const outcome = await Promise.race([started, stopped])
  if (outcome === 'ready') {
    print(`\n${addressTable(stack.plan, stack.view())}\n`)
    const clockNow = readClock(stack.plan.folder)
    if (clockNow) print(`business time: ${JSON.stringify(clockNow)}`)
    print(`Ctrl-C stops it; npm run status, npm run logs [part] from another terminal\nready`)
    await stopped
  } else if (outcome instanceof Error) {
    process.stderr.write(`${outcome.message}\n`)
    process.exitCode = 1
  }
  print('stopping')
  keeper.stop()
  // A part that hangs is left to its guard, which ends it when this process is gone.
  await Promise.race([stack.stop(), new Promise((tooLate) => setTimeout(tooLate, 40_000).unref())])
  removeRecord(name)
  release()
  print(`stopped after ${seconds()}`)
  process.exit()
}

/** From the terminal, from npm, from `npm stop`, or because whoever started us is gone. Asked twice within reason is once. */
const stopWanted = () =>
  new Promise<'stop'>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve('stop'))
    whenStarterIsGone(() => resolve('stop'))
    // The terminal may be gone before we are.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => resolve('stop'))
  })

const sayItRuns = (name: string, holder: number) => {
  const record = runningStack(name)?.record
  print(
    `The stack ${name} is running already (process ${holder}); npm stop${name === 'real' ? '' : ` -- ${name}`} stops it`,
  )
  if (record) print(addressTable(record.plan, record.parts))
  process.exitCode = 1
}

await orSayWhy(() => start(startOptions(process.argv.slice(2))))
if (process.exitCode) process.exit()
