import { constants, setPriority } from 'node:os'
import { applicationTopic } from '@dossier/contracts/application'
import { calendarTopic, officerTopic, organisationTopic, procedureTopic } from '@dossier/contracts/catalogue'
import { dossierTopic } from '@dossier/contracts/dossier'
import { feedbackTopic } from '@dossier/contracts/feedback'
import { parcelTopic } from '@dossier/contracts/parcel'
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
import { runRelay, sendToKafka } from '@dossier/platform/relay'
import { untilReachable } from '@dossier/platform/retry'
import { makeServiceToken, serviceTokenSource } from '@dossier/platform/service-token'
import { startTelemetry } from '@dossier/platform/telemetry'
import * as z from 'zod'
import { buildApp } from './app.ts'
import { makeChannels } from './channels/channels.ts'
import { makeHear } from './hear.ts'
import { makeLetterBooks } from './letters/books.ts'
import { LettersEnv, openLetters } from './letters/open-letters.ts'
import { makeAskContact } from './queue/contacts.ts'
import { runQueue } from './queue/run.ts'
import { loadTemplates } from './templates.ts'
import { settingsOf, TellingEnv } from './telling-env.ts'
import { makeSay } from './words/say.ts'

const config = loadConfig(
  z.object({
    ...HttpEnv.shape,
    ...PostgresEnv.shape,
    ...KafkaEnv.shape,
    ...ClockEnv.shape,
    ...AuthEnv.shape,
    ...ServiceEnv.shape,
    ...TellingEnv.shape,
    ...LettersEnv.shape,
    /** Requests a minute of one caller, or of one address without a login. */
    RATE_MAX: z.coerce.number().int().positive().default(600),
  }),
)

// Messages and letters follow: where processor time is short, desks and the ledger go first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL)

const stopTelemetry = await startTelemetry('notifications')
const log = makeLog('notifications')
const report = (err: unknown) => log.warn({ err }, 'tried again')
const clock = makeClock(config)
const db = openPool(config.DATABASE_URL, report, { name: 'notifications', max: 20 })
await untilReachable(() => migrate(db, new URL('../migrations/', import.meta.url)), { report })

const procedures = await makeCopy(db, procedureTopic)
const organisations = await makeCopy(db, organisationTopic)
const officers = await makeCopy(db, officerTopic)
const calendars = await makeCopy(db, calendarTopic)
const copies = [procedures, organisations, officers, calendars]

const kafka = openKafka('notifications', config.KAFKA_BROKERS, log)
const relay = runRelay({ db, send: sendToKafka(kafka), report })
const books = { procedures, organisations, officers }
const letterBooks = makeLetterBooks(books)
const { tree } = letterBooks
const token = makeServiceToken(serviceTokenSource(config))
const letters = await openLetters({ db, clock, books: letterBooks, config, token, told: relay.nudge, report })
const settings = settingsOf(config)
const telling = {
  db,
  clock,
  report,
  settings,
  books,
  tree,
  say: makeSay(books),
  templates: await loadTemplates(new URL('../templates/', import.meta.url)),
  askContact: makeAskContact({ intake: config.INTAKE_URL, postal: config.POSTAL_URL, token }),
  findLetter: letters.find,
  channels: makeChannels({ db, clock, config, letter: letters.read }),
}
const queue = runQueue(telling)
const heard = () => [letters, queue].forEach((loop) => loop.nudge())
const hear = makeHear({ db, clock, organisations: tree, heard })
const consumption = consume(
  kafka,
  'notifications',
  [
    listen(dossierTopic, hear.dossier),
    listen(parcelTopic, hear.parcel),
    listen(applicationTopic, hear.application),
    listen(feedbackTopic, hear.feedback),
    listen(procedureTopic, keepCopy(db, procedureTopic)),
    listen(organisationTopic, keepCopy(db, organisationTopic)),
    listen(officerTopic, keepCopy(db, officerTopic)),
    listen(calendarTopic, keepCopy(db, calendarTopic)),
  ],
  { log, db, concurrency: 32, sessionMs: config.KAFKA_SESSION_MS },
)

const catalogue = copiesReady({
  kafka,
  group: 'notifications',
  topics: [procedureTopic, organisationTopic, officerTopic, calendarTopic],
  copies,
})
const lettersShown = { ...letters, tree, officers: officers.all }
const app = buildApp(
  { ...telling, heard: queue.nudge, callBackSecret: config.CALL_BACK_SECRET, letters: lettersShown },
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
  () => queue.stop(),
  () => letters.stop(),
  () => relay.stop(),
  () => copies.forEach((copy) => copy.close()),
  () => db.end(),
  stopTelemetry,
)
