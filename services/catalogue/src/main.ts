import { makeAuthenticate } from '@dossier/platform/auth'
import { makeClock } from '@dossier/platform/clock'
import { closeServer } from '@dossier/platform/http'
import { forgetAnswers } from '@dossier/platform/idempotency'
import { openKafka } from '@dossier/platform/kafka'
import { makeLog } from '@dossier/platform/log'
import { migrate } from '@dossier/platform/migrate'
import { openPool, reachable } from '@dossier/platform/postgres'
import { AuthEnv, ClockEnv, closeOnSignal, HttpEnv, KafkaEnv, loadConfig, PostgresEnv } from '@dossier/platform/process'
import { runRelay, sendToKafka } from '@dossier/platform/relay'
import { startTelemetry } from '@dossier/platform/telemetry'
import * as z from 'zod'
import { buildApp } from './app.ts'
import { readLawFiles } from './law-files.ts'
import { readLifeEvents } from './life-events.ts'
import { loadFiles } from './load-files.ts'

const config = loadConfig(
  z.object({
    ...HttpEnv.shape,
    ...PostgresEnv.shape,
    ...KafkaEnv.shape,
    ...ClockEnv.shape,
    ...AuthEnv.shape,
    /** Where the law's files are, if not beside this service. */
    LAW_DIR: z.string().optional(),
  }),
)

const stopTelemetry = await startTelemetry('catalogue')
const log = makeLog('catalogue')
const report = (err: unknown) => log.warn({ err }, 'tried again')
const clock = makeClock(config)
const db = openPool(config.DATABASE_URL, report, { name: 'catalogue' })
await migrate(db, new URL('../migrations/', import.meta.url))
const { LAW_DIR } = config
const folder = LAW_DIR === undefined ? new URL('../data/', import.meta.url) : new URL(`file://${LAW_DIR}/`)
const loaded = await loadFiles({ db, clock }, await readLawFiles(folder))
log.info({ rows: loaded.length }, 'files taken over')

const relay = runRelay({ db, send: sendToKafka(openKafka('catalogue', config.KAFKA_BROKERS, log)), report })
const app = buildApp(
  { db, clock, told: relay.nudge, lifeEvents: await readLifeEvents(folder) },
  {
    log,
    authenticate: makeAuthenticate(config),
    checks: { database: reachable(db) },
    drainMs: config.DRAIN_MS,
  },
)
const forgetting = setInterval(() => void forgetAnswers(db).catch(report), 86_400_000)
await app.listen({ port: config.PORT, host: config.HOST })
closeOnSignal(
  () => closeServer(app),
  () => clearInterval(forgetting),
  () => relay.stop(),
  () => db.end(),
  stopTelemetry,
)
