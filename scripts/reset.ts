import { takeLock } from '../infra/local/lock.mjs'
import { removeStack } from '../infra/local/remove-stack.ts'
import { lockOf } from '../infra/local/stack-record.ts'
import { stackArgument } from './stack-argument.ts'
import { orSayWhy, print } from './table.ts'

await orSayWhy(() => {
  const stack = stackArgument('reset')
  const { release, holder } = takeLock(lockOf(stack))
  if (!release) throw new Error(`The stack ${stack} is running (process ${holder}): stop it first, with npm stop`)
  try {
    const removed = removeStack(stack)
    for (const folder of removed) print(`removed ${folder}`)
    if (removed.length === 0) print(`The stack ${stack} has no data`)
  } finally {
    release()
  }
})
