import { spawnSync } from 'node:child_process'
import { clockEnv } from '../infra/local/clock.ts'
import { databaseUrl } from '../infra/local/databases.ts'
import { checkout } from '../infra/local/folders.ts'
import { addressesOf } from '../infra/local/stack-plan.ts'
import { runningStack } from '../infra/local/stack-record.ts'
import { stackArgument } from './stack-argument.ts'
import { orSayWhy } from './table.ts'

/** `npm run audit:clock [-- driven]`: every date in a running stack's ledger, counted again; 1 where one was wrong. */
await orSayWhy(async () => {
  const stack = stackArgument('audit:clock')
  const plan = runningStack(stack)?.record?.plan
  if (plan === undefined) throw new Error(`The stack ${stack} is not running: npm start starts it`)
  const { status } = spawnSync(process.execPath, [`${checkout}services/casework/src/audit-clock-main.ts`], {
    stdio: 'inherit',
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl(addressesOf(plan).postgres, 'casework'),
      ...clockEnv(plan.clock, plan.folder),
    },
  })
  process.exitCode = status ?? 1
})
