import { calendarTopic, officerTopic, organisationTopic, procedureTopic } from '@dossier/contracts/catalogue'
import { dossierTopic } from '@dossier/contracts/dossier'
import { makeAuthenticate } from '@dossier/platform/auth'
import { makeClock } from '@dossier/platform/clock'
import { consume } from '@dossier/platform/consume'
import { keepCopy, makeCopy } from '@dossier/platform/copy'
import { copiesReady } from '@dossier/platform/copy-ready'
import { listen } from '@dossier/platform/delivery'
import { closeServer } from '@dossier/platform/http'
import { forgetAnswers } from '@dossier/platform/idempotency'
import { openKafka } from '@dossier/platform/kafka'
import { makeLog } from '@dossier/platform/log'
import { migrate } from '@dossier/platform/migrate'
import { openPool, reachable } from '@dossier/platform/postgres'
import { AuthEnv, ClockEnv, closeOnSignal, HttpEnv, KafkaEnv, loadConfig, PostgresEnv } from '@dossier/platform/process'
import { runRelay, sendToKafka } from '@dossier/platform/relay'
import { untilReachable } from '@dossier/platform/retry'
import { startTelemetry } from '@dossier/platform/telemetry'
import * as z from 'zod'
import { buildApp } from './app.ts'
import { openDisk } from './files/disk.ts'
import { onDossierMessage } from './progress.ts'
import { makePublished } from './published.ts'

const config = loadConfig(
  z.object({
    ...HttpEnv.shape,
    ...PostgresEnv.shape,
    ...KafkaEnv.shape,
    ...ClockEnv.shape,
    ...AuthEnv.shape,
    /** Where uploads lie. */
    FILES_DIR: z.string(),
    /** Requests a minute of one caller, or of one address without a login. */
    RATE_MAX: z.coerce.number().int().positive().default(600),
  }),
)

const stopTelemetry = await startTelemetry('intake')
const log = makeLog('intake')
const report = (err: unknown) => log.warn({ err }, 'tried again')
const clock = makeClock(config)
const files = await openDisk(config.FILES_DIR)
const db = openPool(config.DATABASE_URL, report, { name: 'intake', max: 20 })
await untilReachable(() => migrate(db, new URL('../migrations/', import.meta.url)), { report })

const procedures = await makeCopy(db, procedureTopic)
const organisations = await makeCopy(db, organisationTopic)
const officers = await makeCopy(db, officerTopic)
const calendars = await makeCopy(db, calendarTopic)
const published = makePublished({ procedures, organisations, officers, calendars })

const kafka = openKafka('intake', config.KAFKA_BROKERS, log)
const relay = runRelay({ db, send: sendToKafka(kafka), report })
const consumption = consume(
  kafka,
  'intake',
  [
    listen(dossierTopic, onDossierMessage(db)),
    listen(procedureTopic, keepCopy(db, procedureTopic)),
    listen(organisationTopic, keepCopy(db, organisationTopic)),
    listen(officerTopic, keepCopy(db, officerTopic)),
    listen(calendarTopic, keepCopy(db, calendarTopic)),
  ],
  { log, db, concurrency: 4, sessionMs: config.KAFKA_SESSION_MS },
)

setInterval(() => void forgetAnswers(db).catch(report), 3_600_000).unref()

// Once there is a copy of the catalogue, applications are taken in without Kafka.
const catalogue = copiesReady({
  kafka,
  group: 'intake',
  topics: [procedureTopic, organisationTopic, officerTopic, calendarTopic],
  copies: [procedures, organisations, officers, calendars],
})
const app = buildApp(
  { db, clock, published, files, told: relay.nudge },
  {
    log,
    authenticate: makeAuthenticate(config),
    checks: { database: reachable(db), catalogue },
    rate: { max: config.RATE_MAX, perMs: 60_000 },
    drainMs: config.DRAIN_MS,
  },
)
await app.listen({ port: config.PORT, host: config.HOST })
closeOnSignal(
  () => closeServer(app),
  () => consumption.stop(),
  () => relay.stop(),
  () => [procedures, organisations, officers, calendars].forEach((copy) => copy.close()),
  () => db.end(),
  stopTelemetry,
)
