import { processes, usageOf } from '../infra/local/process-tree.ts'
import { runningStack, runningStacks, type StackRecord } from '../infra/local/stack-record.ts'
import { stackArgument } from './stack-argument.ts'
import { orSayWhy, print, table } from './table.ts'

const sampleMs = 500

await orSayWhy(async () => {
  const asked = process.argv.length > 2 ? [stackArgument('status')] : runningStacks()
  if (asked.length === 0) print('No stack is running; npm start starts one')
  for (const stack of asked) {
    const running = runningStack(stack)
    if (!running) print(`The stack ${stack} is not running`)
    else if (!running.record) print(`The stack ${stack} has only just been started (process ${running.pid})`)
    else print(`${stack} (process ${running.pid})\n${await statusTable(running.record)}`)
  }
})

async function statusTable({ plan, parts }: StackRecord): Promise<string> {
  // Only now: without a running stack there may be no packages yet.
  const { makeParts } = await import('../infra/local/stack.ts')
  const made = makeParts(plan)
  const before = processes()
  const [answers] = await Promise.all([
    Promise.all(parts.map(({ part, state }) => answerOf(state === 'not built yet' ? undefined : made[part].probe))),
    new Promise((next) => setTimeout(next, sampleMs)),
  ])
  const now = processes()
  const rows = parts.map(({ part, pid, state }, at) => {
    const port = state === 'elsewhere' ? '' : `${plan.ports[part]}`
    if (!pid) return [part, '', port, state, answers[at] ?? '', '', '']
    const used = usageOf(pid, now)
    const share = ((used.cpuSeconds - usageOf(pid, before).cpuSeconds) / sampleMs) * 100_000
    return [part, `${pid}`, port, state, answers[at] ?? '', `${share.toFixed(0)} %`, `${used.megabytes} MB`]
  })
  return table([['part', 'pid', 'port', 'state', 'healthy', 'cpu', 'memory'], ...rows])
}

async function answerOf(probe: (() => Promise<unknown>) | undefined): Promise<string> {
  if (!probe) return ''
  const late = new Promise((_, reject) => setTimeout(reject, 5_000, new Error('no answer')).unref())
  return Promise.race([probe(), late]).then(
    () => 'yes',
    () => 'no',
  )
}
