import { applicationTopic } from '@dossier/contracts/application'
import { calendarTopic, officerTopic, organisationTopic, procedureTopic } from '@dossier/contracts/catalogue'
import { letterTopic } from '@dossier/contracts/letter'
import { type ParcelMessage, parcelTopic } from '@dossier/contracts/parcel'
import { makePrinter } from '@dossier/documents/printer'
import { makeAuthenticate } from '@dossier/platform/auth'
import { makeClock } from '@dossier/platform/clock'
import { consume } from '@dossier/platform/consume'
import { keepCopy, makeCopy } from '@dossier/platform/copy'
import { copiesReady } from '@dossier/platform/copy-ready'
import { listen } from '@dossier/platform/delivery'
import { openDisk } from '@dossier/platform/disk'
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
import { runRelay, sendToKafka } from '@dossier/platform/relay'
import { repeat } from '@dossier/platform/repeat'
import { untilReachable } from '@dossier/platform/retry'
import { makeServiceToken, serviceTokenSource } from '@dossier/platform/service-token'
import { startTelemetry } from '@dossier/platform/telemetry'
import * as z from 'zod'
import { buildApp } from './app.ts'
import { makeAskIntake } from './ask-intake.ts'
import { makeLawBooks } from './law-books.ts'
import { makeLedger } from './ledger.ts'
import { onApplicationMessage } from './on-application-message.ts'
import { listPostalDocument, onLetterMessage } from './on-letter-message.ts'
import { onParcelMessage } from './on-parcel-message.ts'
import { makeRecount } from './recount.ts'
import { makeSuccession } from './succession.ts'
import { sweepOnce } from './sweeper.ts'

const config = loadConfig(
  z.object({
    ...HttpEnv.shape,
    ...PostgresEnv.shape,
    ...KafkaEnv.shape,
    ...ClockEnv.shape,
    ...AuthEnv.shape,
    ...ServiceEnv.shape,
    INTAKE_URL: z.url(),
    FILES_DIR: z.string(),
    /** Requests a minute of one caller. */
    RATE_MAX: z.coerce.number().int().positive().default(6_000),
    /** How many dossiers a second are counted anew when a calendar was published. */
    RECOUNT_PAGE: z.coerce.number().int().min(1).max(5_000).default(500),
    /** Whether a date in a year nobody announced is given, marked provisional, or refused. */
    UNANNOUNCED_YEAR: z.enum(['refused', 'provisional']).default('refused'),
    /** How often it is looked for what is nobody's turn: unsounded alarms, ended agencies, a newer calendar. */
    SWEEP_MS: z.coerce.number().int().positive().default(1_000),
    /** How long the conductor has before the sweeper sounds an alarm in its place. */
    SWEEP_GRACE_MS: z.coerce.number().int().min(0).default(30_000),
  }),
)

const stopTelemetry = await startTelemetry('casework')
const log = makeLog('casework')
const report = (err: unknown) => log.warn({ err }, 'tried again')
const clock = makeClock(config)
const db = openPool(config.DATABASE_URL, report, { name: 'casework', max: 20 })
await untilReachable(() => migrate(db, new URL('../migrations/', import.meta.url)), { report })

const procedures = await makeCopy(db, procedureTopic)
const organisations = await makeCopy(db, organisationTopic)
const calendars = await makeCopy(db, calendarTopic)
const officers = await makeCopy(db, officerTopic)
const published = () => ({
  procedures: procedures.all(),
  organisations: organisations.all(),
  calendars: calendars.all(),
  officers: officers.all(),
})
const books = makeLawBooks(published, { provisional: config.UNANNOUNCED_YEAR === 'provisional' })

const kafka = openKafka('casework', config.KAFKA_BROKERS, log)
const relay = runRelay({ db, send: sendToKafka(kafka), report })
const askIntake = makeAskIntake(config.INTAKE_URL, makeServiceToken(serviceTokenSource(config)))
const ledger = makeLedger({ db, clock, books, askIntake, told: relay.nudge })
const onApplication = onApplicationMessage(ledger, (version) => books.procedure(version)?.code)
const onParcelNews = onParcelMessage(ledger)
const onParcel = async (message: ParcelMessage) => {
  await listPostalDocument(db, message)
  await onParcelNews(message)
}
const consumption = consume(
  kafka,
  'casework',
  [
    listen(applicationTopic, onApplication),
    listen(parcelTopic, onParcel),
    listen(letterTopic, onLetterMessage(db, ledger)),
    listen(procedureTopic, keepCopy(db, procedureTopic)),
    listen(organisationTopic, keepCopy(db, organisationTopic)),
    listen(calendarTopic, keepCopy(db, calendarTopic)),
    listen(officerTopic, keepCopy(db, officerTopic)),
  ],
  { log, db, concurrency: 4, sessionMs: config.KAFKA_SESSION_MS },
)
const printer = makePrinter()
const sweeper = repeat(
  [
    () => sweepOnce({ db, clock, ledger, graceMs: config.SWEEP_GRACE_MS, report }),
    makeSuccession({ db, books, clock, ledger, report }),
    makeRecount({ db, books, clock, ledger, page: config.RECOUNT_PAGE, report }),
  ],
  { everyMs: config.SWEEP_MS, report },
)

const catalogue = copiesReady({
  kafka,
  group: 'casework',
  topics: [procedureTopic, organisationTopic, calendarTopic, officerTopic],
  copies: [procedures, organisations, calendars, officers],
})
const app = buildApp(
  { db, clock, books, ledger, printer, files: await openDisk(config.FILES_DIR) },
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
  () => sweeper.stop(),
  () => printer.close(),
  () => consumption.stop(),
  () => relay.stop(),
  () => [procedures, organisations, calendars, officers].forEach((copy) => copy.close()),
  () => db.end(),
  stopTelemetry,
)
