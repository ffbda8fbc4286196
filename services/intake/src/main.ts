import { calendarTopic, officerTopic, organisationTopic, procedureTopic } from '@dossier/contracts/catalogue'
import { dossierTopic } from '@dossier/contracts/dossier'
import { Limit } from '@dossier/contracts/time'
import { feedbackLimits } from '@dossier/domain/feedback-limits'
import { makeAuthenticate } from '@dossier/platform/auth'
import { makeClock } from '@dossier/platform/clock'
import { consume } from '@dossier/platform/consume'
import { keepCopy, makeCopy } from '@dossier/platform/copy'
import { copiesReady } from '@dossier/platform/copy-ready'
import { listen } from '@dossier/platform/delivery'
import { openDisk } from '@dossier/platform/disk'
import { closeServer } from '@dossier/platform/http'
import { forgetAnswers } from '@dossier/platform/idempotency'
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
import { makeDraftSweep } from './drafts/draft.ts'
import { makeFeedbackSweep } from './feedback/sweep.ts'
import { makeFindingSweep } from './findings/inspect.ts'
import { makePayAt } from './payments/pay-at.ts'
import { onDossierMessage } from './progress.ts'
import { makePublished } from './published.ts'
import { makeAskPostal } from './submission/by-post.ts'

const Within = z
  .string()
  .regex(/^[1-9]\d{0,2} (working-day|day)$/)
  .transform((text) => Limit.parse({ amount: Number.parseInt(text, 10), unit: text.split(' ')[1] }))
  .optional()

const config = loadConfig(
  z.object({
    ...HttpEnv.shape,
    ...PostgresEnv.shape,
    ...KafkaEnv.shape,
    ...ClockEnv.shape,
    ...AuthEnv.shape,
    ...ServiceEnv.shape,
    POSTAL_URL: z.url(),
    /** Where people pay, what its orders are signed with, and the pages they come back to; without all three nothing is paid online. */
    PAYMENT_PAGE_URL: z.url().optional(),
    PAYMENT_SECRET: z.string().min(8).optional(),
    CONSOLE_URL: z.url().optional(),
    /** For how many days a draft is kept after its last saving. */
    DRAFT_DAYS: z.coerce.number().int().positive().max(365).default(30),
    /** Where uploads lie. */
    FILES_DIR: z.string(),
    /** How often feedback and findings are looked after that nobody looks after. */
    SWEEP_MS: z.coerce.number().int().positive().default(1_000),
    /** By when complaints and denunciations are answered, as `30 day`: no source was found, so without a setting none is due. */
    COMPLAINT_WITHIN: Within,
    DENUNCIATION_WITHIN: Within,
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
  { log, db, concurrency: 32, sessionMs: config.KAFKA_SESSION_MS },
)

setInterval(() => void forgetAnswers(db).catch(report), 3_600_000).unref()

const answered = (answer: Limit | undefined) => ({ reject: null, askMore: null, answer: answer ?? null, publish: null })
const limits = feedbackLimits({
  complaint: answered(config.COMPLAINT_WITHIN),
  denunciation: answered(config.DENUNCIATION_WITHIN),
})
const sweeping = repeat(
  [
    makeFeedbackSweep({ db, clock, published, limits, report, told: relay.nudge }),
    makeFindingSweep({ db, clock, told: relay.nudge }),
    makeDraftSweep({ db, clock }),
  ],
  { everyMs: config.SWEEP_MS, report },
)

// Once there is a copy of the catalogue, applications are taken in without Kafka.
const catalogue = copiesReady({
  kafka,
  group: 'intake',
  topics: [procedureTopic, organisationTopic, officerTopic, calendarTopic],
  copies: [procedures, organisations, officers, calendars],
})
const askPostal = makeAskPostal(config.POSTAL_URL, makeServiceToken(serviceTokenSource(config)))
const { PAYMENT_PAGE_URL: page, PAYMENT_SECRET: secret, CONSOLE_URL: site, DRAFT_DAYS: draftDays } = config
const payAt = page && secret && site ? makePayAt({ page: `${page}/pay`, secret, site }) : undefined
const app = buildApp(
  { db, clock, published, files, limits, told: relay.nudge, askPostal, draftDays, ...(payAt && { payAt }) },
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
  () => sweeping.stop(),
  () => consumption.stop(),
  () => relay.stop(),
  () => [procedures, organisations, officers, calendars].forEach((copy) => copy.close()),
  () => db.end(),
  stopTelemetry,
)
