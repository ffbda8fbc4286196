import { parseArgs } from 'node:util'
import { rebuildAll, rebuildKafka, rebuildTemporal } from '../infra/local/rebuild.ts'
import { runningStack } from '../infra/local/stack-record.ts'
import { orSayWhy, print } from './table.ts'

const usage = 'npm run rebuild -- all|temporal|kafka [--stack driven], or -- temporal --dossier <id>'

await orSayWhy(async () => {
  const options = { stack: { type: 'string', default: 'real' }, dossier: { type: 'string' } } as const
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const [what] = positionals
  if (positionals.length !== 1 || (what !== 'all' && what !== 'temporal' && what !== 'kafka')) throw new Error(usage)
  if (what !== 'temporal' && values.dossier !== undefined) throw new Error(usage)
  const plan = runningStack(values.stack)?.record?.plan
  if (plan === undefined) throw new Error(`The stack ${values.stack} is not running: npm start starts it`)
  const rebuild = { all: rebuildAll, kafka: rebuildKafka, temporal: rebuildTemporal }[what]
  const done = await rebuild(plan, values.dossier)
  print(`rebuilt ${what} from the ledger: ${JSON.stringify(done)}`)
})
