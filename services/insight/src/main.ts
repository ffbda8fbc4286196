import { officerTopic } from '@dossier/contracts/catalogue'
import { makeAuthenticate } from '@dossier/platform/auth'
import { makeClock } from '@dossier/platform/clock'
import { consume } from '@dossier/platform/consume'
import { keepCopy, makeCopy } from '@dossier/platform/copy'
import { copiesReady } from '@dossier/platform/copy-ready'
import { listen } from '@dossier/platform/delivery'
import { closeServer } from '@dossier/platform/http'
import { openKafka } from '@dossier/platform/kafka'
import { makeLog } from '@dossier/platform/log'
import { migrate } from '@dossier/platform/migrate'
import { openPool, reachable } from '@dossier/platform/postgres'
import {
  AuthEnv,
  ClockEnv,
  closeOnSignal,
  HttpEnv,
  KafkaEnv,
  loadConfig,
  PostgresEnv,
  ServiceEnv,
} from '@dossier/platform/process'
import { rest, untilReachable } from '@dossier/platform/retry'
import { makeServiceToken, serviceTokenSource } from '@dossier/platform/service-token'
import { startTelemetry } from '@dossier/platform/telemetry'
import * as z from 'zod'
import { buildApp } from './app.ts'
import { SealEnv, sealOf } from './audit-env.ts'
import { makeAuditor } from './auditor.ts'
import { makeLookElsewhere } from './elsewhere.ts'
import { EnginesEnv, openEngines } from './engines/open-engines.ts'
import { makeOperate } from './pulse/operate.ts'
import { openPulse } from './pulse/pulse.ts'
import { AuditEnv, placesOf } from './places.ts'
import { verifySheets } from './sheets/sheet.ts'

const config = loadConfig(
  z.object({
    ...EnginesEnv.shape,
    ...HttpEnv.shape,
    ...PostgresEnv.shape,
    ...KafkaEnv.shape,
    ...ClockEnv.shape,
    ...AuthEnv.shape,
    ...AuditEnv.shape,
    ...SealEnv.shape,
    ...ServiceEnv.shape,
    CASEWORK_URL: z.url(),
    INTAKE_URL: z.url(),
    POSTAL_URL: z.url(),
    NOTIFICATIONS_URL: z.url(),
    CONDUCTOR_URL: z.url(),
    /** Where operators find Temporal’s own pages. */
    TEMPORAL_UI_URL: z.url().optional(),
    /** Where a trace is shown, with `{trace}` for its id: `https://traces.example/trace/{trace}`. */
    TRACE_PAGE_URL: z
      .string()
      .regex(/^https?:\/\/[^\s]*\{trace\}/)
      .optional(),
    /** How often everything is audited by itself; 0: only when somebody asks. */
    AUDIT_EVERY_MS: z.coerce.number().int().min(0).default(600_000),
    /** How often it is asked whether a day is over. */
    SHEET_EVERY_MS: z.coerce.number().int().min(1_000).default(60_000),
  }),
)

const stopTelemetry = await startTelemetry('insight')
const log = makeLog('insight')
const report = (err: unknown) => log.warn({ err }, 'tried again')
const clock = makeClock(config)
const db = openPool(config.DATABASE_URL, report, { name: 'insight', max: 5 })
await untilReachable(() => migrate(db, new URL('../migrations/', import.meta.url)), { report })

const officers = await makeCopy(db, officerTopic)
const kafka = openKafka('insight', config.KAFKA_BROKERS, log)
const consumption = consume(kafka, 'insight', [listen(officerTopic, keepCopy(db, officerTopic))], {
  log,
  db,
  concurrency: 1,
  sessionMs: config.KAFKA_SESSION_MS,
})

const seal = await sealOf(config)
const places = placesOf(config)
const graceMs = config.AUDIT_GRACE_MS
const engines = openEngines({
  ...config,
  KAFKA_BROKERS: config.KAFKA_BROKERS.join(','),
  clock,
  graceMs,
  ledger: places.casework,
})
const auditor = makeAuditor({
  db,
  seal,
  auditing: {
    places,
    clock,
    graceMs,
    threads: config.AUDIT_THREADS,
    canaries: config.AUDIT_CANARIES,
    most: 20,
    verifyChain: (snapshot) => verifySheets(db, snapshot, seal),
    lookElsewhere: makeLookElsewhere({
      logs: config.AUDIT_LOGS,
      metrics: config.AUDIT_METRICS,
      engines: engines.canaries,
    }),
    engines: engines.checks,
  },
  alarm: ({ name, holds, broken }, run) => {
    if (holds) log.warn({ invariant: name, run }, 'an invariant holds again')
    else log.error({ invariant: name, broken, run }, 'an invariant does not hold')
  },
})

const pulse = openPulse(
  { places, kafka: config.KAFKA_BROKERS, temporal: config.TEMPORAL_ADDRESS, namespace: config.TEMPORAL_NAMESPACE },
  report,
)
const services = {
  casework: config.CASEWORK_URL,
  intake: config.INTAKE_URL,
  postal: config.POSTAL_URL,
  notifications: config.NOTIFICATIONS_URL,
  conductor: config.CONDUCTOR_URL,
}

const stopped = new AbortController()
const every = async (ms: number, work: () => Promise<unknown>) => {
  while (!stopped.signal.aborted) {
    await rest(ms, stopped.signal)
    if (!stopped.signal.aborted) await work().catch(report)
  }
}
const loops = [every(config.SHEET_EVERY_MS, auditor.sheets)]
if (config.AUDIT_EVERY_MS > 0) loops.push(every(config.AUDIT_EVERY_MS, () => auditor.run('any-time')))

const app = buildApp(
  {
    db,
    clock,
    seal,
    officers: officers.all,
    run: auditor.run,
    takePulse: pulse.take,
    knows: pulse.knows,
    operate: makeOperate(services, makeServiceToken(serviceTokenSource(config))),
    temporalUi: config.TEMPORAL_UI_URL ?? null,
    tracePage: config.TRACE_PAGE_URL ?? null,
  },
  {
    log,
    authenticate: makeAuthenticate(config),
    checks: {
      database: reachable(db),
      catalogue: copiesReady({ kafka, group: 'insight', topics: [officerTopic], copies: [officers] }),
    },
    drainMs: config.DRAIN_MS,
  },
)
await app.listen({ port: config.PORT, host: config.HOST })
closeOnSignal(
  () => stopped.abort(),
  () => closeServer(app),
  () => Promise.all(loops),
  () => consumption.stop(),
  () => officers.close(),
  () => engines.close(),
  () => pulse.close(),
  () => db.end(),
  stopTelemetry,
)
