import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { auditEnv, auditMain } from '../infra/local/audit.ts'
import { clockEnv } from '../infra/local/clock.ts'
import { runningStack } from '../infra/local/stack-record.ts'
import { orSayWhy } from './table.ts'

const usage = 'npm run audit -- [--quiescent] [--json] [--only <name>,<name>] [<stack>]'

/** `npm run audit [-- --quiescent] [driven]`: every invariant of a running stack; 1 where one does not hold. */
await orSayWhy(() => {
  const options = { quiescent: { type: 'boolean' }, json: { type: 'boolean' }, only: { type: 'string' } } as const
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const [stack = 'real', ...more] = positionals
  if (more.length > 0) throw new Error(usage)
  const plan = runningStack(stack)?.record?.plan
  if (plan === undefined) throw new Error(`The stack ${stack} is not running: npm start starts it`)
  const flags = [
    values.quiescent ? ['--quiescent'] : [],
    values.json ? ['--json'] : [],
    values.only ? ['--only', values.only] : [],
  ]
  const { status } = spawnSync(process.execPath, [auditMain, ...flags.flat()], {
    stdio: 'inherit',
    env: { ...process.env, ...auditEnv(plan), ...clockEnv(plan.clock, plan.folder) },
  })
  process.exitCode = status ?? 1
})
