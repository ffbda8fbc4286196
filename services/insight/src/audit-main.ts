import { parseArgs } from 'node:util'
import { makeClock } from '@dossier/platform/clock'
import { openPool } from '@dossier/platform/postgres'
import { ClockEnv, loadConfig, PostgresEnv } from '@dossier/platform/process'
import * as z from 'zod'
import { SealEnv, sealOf } from './audit-env.ts'
import { audit, holds } from './audit.ts'
import { EnginesEnv, openEngines } from './engines/open-engines.ts'
import { makeLookElsewhere } from './elsewhere.ts'
import { AuditEnv, placesOf } from './places.ts'
import { sayReport } from './say-report.ts'
import { verifySheets } from './sheets/sheet.ts'

// Not a part of the service: an operator's look, whether it runs or not. It writes nothing.
const options = { quiescent: { type: 'boolean' }, json: { type: 'boolean' }, only: { type: 'string' } } as const
const { values } = parseArgs({ options })
const config = loadConfig(
  z.object({ ...AuditEnv.shape, ...SealEnv.shape, ...PostgresEnv.shape, ...ClockEnv.shape, ...EnginesEnv.shape }),
)
const say = (text: string) => void process.stdout.write(`${text}\n`)
const db = openPool(config.DATABASE_URL, (trouble) => say(String(trouble)), { name: 'audit', max: 1 })
const seal = await sealOf(config)
/** Before the service has begun for the first time there are none. */
const hasSheets = async () => (await db.query(`select to_regclass('sheet') is not null as has`)).rows[0]?.has === true

const clock = makeClock(config)
const engines = openEngines({
  ...config,
  clock,
  ledger: placesOf(config).casework,
  graceMs: config.AUDIT_GRACE_MS,
})
const report = await audit(
  values.quiescent === true ? 'quiescent' : 'any-time',
  {
    places: placesOf(config),
    clock,
    graceMs: config.AUDIT_GRACE_MS,
    threads: config.AUDIT_THREADS,
    canaries: config.AUDIT_CANARIES,
    most: 10,
    verifyChain: async (snapshot) =>
      (await hasSheets()) ? verifySheets(db, snapshot, seal) : { examined: 0, offenders: [] },
    lookElsewhere: makeLookElsewhere({
      logs: config.AUDIT_LOGS,
      metrics: config.AUDIT_METRICS,
      engines: engines.canaries,
    }),
    engines: engines.checks,
  },
  values.only?.split(','),
)
await Promise.all([db.end(), engines.close()])
say(values.json === true ? JSON.stringify(report) : sayReport(report, engines.checks))
process.exitCode = holds(report) ? 0 : 1
