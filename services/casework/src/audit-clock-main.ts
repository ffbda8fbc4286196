import { makeClock } from '@dossier/platform/clock'
import { openPool } from '@dossier/platform/postgres'
import { ClockEnv, loadConfig, PostgresEnv } from '@dossier/platform/process'
import * as z from 'zod'
import { auditLedger } from './audit-clock.ts'

// Not a part of the service: an operator's look at its ledger, whether it runs or not.
const config = loadConfig(z.object({ ...PostgresEnv.shape, ...ClockEnv.shape }))
const say = (line: string) => void process.stdout.write(`${line}\n`)
const db = openPool(config.DATABASE_URL, (trouble) => say(String(trouble)), { name: 'audit', max: 2 })

const begun = performance.now()
const found = { wrong: 0, other: 0 }
const { dossiers, counts } = await auditLedger(db, makeClock(config).now(), (id, finding) => {
  const { seq, rules, what, says, follows, why } = finding
  found[rules === 'then' ? 'wrong' : 'other'] += 1
  say(`${id} line ${seq}, rules known ${rules}: ${what} says ${says}, ${follows} follows. ${why}`)
})
await db.end()
const seconds = ((performance.now() - begun) / 1_000).toFixed(1)
say(`${dossiers} dossiers, ${counts} counts, audited in ${seconds} s`)
say(`${found.wrong} wrong by the rules as known then, ${found.other} other by the rules as known now`)
process.exitCode = found.wrong > 0 ? 1 : 0
