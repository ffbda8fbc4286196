import { applicationTopic } from '@dossier/contracts/application'
import { calendarTopic, officerTopic, organisationTopic, procedureTopic } from '@dossier/contracts/catalogue'
import { dossierTopic } from '@dossier/contracts/dossier'
import { proofKeptDays } from '@dossier/domain/delivery-proof'
import { makePrinter } from '@dossier/documents/printer'
import { makeAuthenticate } from '@dossier/platform/auth'
import { makeClock } from '@dossier/platform/clock'
import { consume } from '@dossier/platform/consume'
import { keepCopy, makeCopy } from '@dossier/platform/copy'
import { copiesReady } from '@dossier/platform/copy-ready'
import { openDisk } from '@dossier/platform/disk'
import { listen } from '@dossier/platform/delivery'
import { closeServer } from '@dossier/platform/http'
import { forgetAnswers } from '@dossier/platform/idempotency'
import { openKafka } from '@dossier/platform/kafka'
import { makeLog } from '@dossier/platform/log'
import { migrate } from '@dossier/platform/migrate'
import { openPool, reachable } from '@dossier/platform/postgres'
import { AuthEnv, ClockEnv, closeOnSignal, HttpEnv, KafkaEnv, loadConfig, PostgresEnv } from '@dossier/platform/process'
import { runRelay, sendToKafka } from '@dossier/platform/relay'
import { repeat } from '@dossier/platform/repeat'
import { untilReachable } from '@dossier/platform/retry'
import { startTelemetry } from '@dossier/platform/telemetry'
import * as z from 'zod'
import { appointmentSilences } from './appointments/silence.ts'
import { buildApp } from './app.ts'
import { CarrierEnv, contractsOf } from './carriers/contracts.ts'
import { makeRound } from './carriers/rounds.ts'
import { makeComplaintSilences, ringAgainDays } from './complaints/silences.ts'
import { makeSetDocuments } from './documents/set-documents.ts'
import { onApplicationMessage } from './heard/on-application-message.ts'
import { onDossierMessage } from './heard/on-dossier-message.ts'
import { readPostalClasses } from './postal-classes.ts'
import { makePublished } from './published.ts'
import { makeEraseProofs } from './proofs/proofs.ts'
import { makeRecount } from './recount.ts'
import { makeSilenceSweep } from './silence.ts'

const config = loadConfig(
  z.object({
    ...HttpEnv.shape,
    ...PostgresEnv.shape,
    ...KafkaEnv.shape,
    ...ClockEnv.shape,
    ...AuthEnv.shape,
    ...CarrierEnv.shape,
    FILES_DIR: z.string(),
    /** How often parcels and papers are looked after that nobody says anything of. */
    SWEEP_MS: z.coerce.number().int().positive().default(1_000),
    /** How far the clock of a courier's scanner may be ahead. */
    SCAN_TOLERANCE_MS: z.coerce.number().int().min(0).default(300_000),
    /** Working days after which an unanswered complaint, an unwritten liability or an unpaid compensation rings again. */
    RING_AGAIN_DAYS: z.coerce.number().int().positive().default(ringAgainDays),
    /** Days for which signatures and photos of deliveries are kept. */
    PROOF_KEPT_DAYS: z.coerce.number().int().positive().default(proofKeptDays),
    /** Requests a minute of one caller. */
    RATE_MAX: z.coerce.number().int().positive().default(600),
  }),
)

const stopTelemetry = await startTelemetry('postal')
const log = makeLog('postal')
const report = (err: unknown) => log.warn({ err }, 'tried again')
const clock = makeClock(config)
const db = openPool(config.DATABASE_URL, report, { name: 'postal', max: 20 })
await untilReachable(() => migrate(db, new URL('../migrations/', import.meta.url)), { report })

const procedures = await makeCopy(db, procedureTopic)
const organisations = await makeCopy(db, organisationTopic)
const officers = await makeCopy(db, officerTopic)
const calendars = await makeCopy(db, calendarTopic)
const copies = [procedures, organisations, officers, calendars]
const published = makePublished({ procedures, organisations, officers, calendars })

const kafka = openKafka('postal', config.KAFKA_BROKERS, log)
const relay = runRelay({ db, send: sendToKafka(kafka), report })
const consumption = consume(
  kafka,
  'postal',
  [
    listen(applicationTopic, onApplicationMessage({ db, clock })),
    listen(dossierTopic, onDossierMessage({ db, clock, published })),
    listen(procedureTopic, keepCopy(db, procedureTopic)),
    listen(organisationTopic, keepCopy(db, organisationTopic)),
    listen(officerTopic, keepCopy(db, officerTopic)),
    listen(calendarTopic, keepCopy(db, calendarTopic)),
  ],
  { log, db, concurrency: 32, sessionMs: config.KAFKA_SESSION_MS },
)

setInterval(() => void forgetAnswers(db).catch(report), 3_600_000).unref()

const printer = makePrinter()
const deps = {
  db,
  files: await openDisk(config.FILES_DIR),
  printer,
  clock,
  published,
  classes: readPostalClasses(),
  report,
  told: relay.nudge,
  toleranceMs: config.SCAN_TOLERANCE_MS,
  contracts: contractsOf(config),
  quietMs: config.CARRIER_QUIET_HOURS * 3_600_000,
}
const sweep = makeSilenceSweep(deps, { ...makeComplaintSilences(config.RING_AGAIN_DAYS), ...appointmentSilences })
const recount = makeRecount(deps)
// What a newer calendar moves is moved before its old day is called a silence.
const sweeping = repeat([() => recount().then(sweep)], { everyMs: config.SWEEP_MS, report })
const setting = repeat([makeSetDocuments(deps)], { everyMs: config.SWEEP_MS, report })
const eraseProofs = makeEraseProofs({ db, clock, keptDays: config.PROOF_KEPT_DAYS })
setInterval(() => void eraseProofs().catch(report), 600_000).unref()
const rounds = repeat([makeRound(deps)], { everyMs: config.CARRIER_ROUND_MS, report })

// Once there is a copy of the catalogue, parcels are taken in and given out without Kafka.
const catalogue = copiesReady({
  kafka,
  group: 'postal',
  topics: [procedureTopic, organisationTopic, officerTopic, calendarTopic],
  copies,
})
const app = buildApp(deps, {
  log,
  authenticate: makeAuthenticate(config),
  checks: { database: reachable(db), catalogue },
  rate: { max: config.RATE_MAX, perMs: 60_000 },
  drainMs: config.DRAIN_MS,
})
await app.listen({ port: config.PORT, host: config.HOST })
closeOnSignal(
  () => closeServer(app),
  () => Promise.all([sweeping.stop(), setting.stop(), rounds.stop()]),
  () => printer.close(),
  () => consumption.stop(),
  () => relay.stop(),
  () => copies.forEach((copy) => copy.close()),
  () => db.end(),
  stopTelemetry,
)
