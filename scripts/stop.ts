import { runningStack, runningStacks } from '../infra/local/stack-record.ts'
import { stackArgument } from './stack-argument.ts'
import { orSayWhy, print } from './table.ts'

const patience = 60_000

await orSayWhy(async () => {
  const stack = stackArgument('stop')
  const pid = runningStack(stack)?.pid
  if (pid === undefined) {
    const others = runningStacks()
    const hint = others.length > 0 ? `; running: ${others.join(', ')}` : ''
    return print(`The stack ${stack} is not running${hint}`)
  }
  process.kill(pid, 'SIGTERM')
  const deadline = Date.now() + patience
  while (runningStack(stack)?.pid === pid) {
    if (Date.now() > deadline)
      throw new Error(`Process ${pid} runs the stack ${stack} and did not stop within a minute`)
    await new Promise((next) => setTimeout(next, 100))
  }
  print(`The stack ${stack} is stopped`)
})
