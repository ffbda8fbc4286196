import { readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { dossierTopic } from '@dossier/contracts/dossier'
import { closeServer } from '@dossier/platform/http'
import { openKafka } from '@dossier/platform/kafka'
import { makeLog } from '@dossier/platform/log'
import { migrate } from '@dossier/platform/migrate'
import { openPool, reachable } from '@dossier/platform/postgres'
import { closeOnSignal, HttpEnv, KafkaEnv, loadConfig, PostgresEnv } from '@dossier/platform/process'
import { untilReachable } from '@dossier/platform/retry'
import { startTelemetry } from '@dossier/platform/telemetry'
import * as z from 'zod'
import { buildApp } from './server/app.ts'
import { cookiesOf } from './server/cookies.ts'
import { makeIdentity } from './server/identity.ts'
import { openNews } from './server/news.ts'
import { makeSeal } from './server/seal.ts'
import { makeSessions } from './server/sessions.ts'

const config = loadConfig(
  z.object({
    ...HttpEnv.shape,
    ...PostgresEnv.shape,
    ...KafkaEnv.shape,
    AUTH_ISSUER: z.url(),
    /** Where this server reaches the issuer, if not where browsers do. */
    ISSUER_INSIDE_URL: z.url().optional(),
    /** Where browsers see this server: what it sends them back to, and whose pages may write. */
    CONSOLE_URL: z.url().transform((url) => url.replace(/\/$/, '')),
    CLIENT_ID: z.string().default('console'),
    /** The file that holds the client's secret, or the folder where that is `<client>.secret`. It seals sessions as well. */
    SERVICE_SECRET_FILE: z.string(),
    CATALOGUE_URL: z.url(),
    INTAKE_URL: z.url(),
    CASEWORK_URL: z.url(),
    POSTAL_URL: z.url(),
    NOTIFICATIONS_URL: z.url(),
    INSIGHT_URL: z.url(),
    SESSION_IDLE_MINUTES: z.coerce.number().int().positive().default(60),
    SESSION_LONGEST_MINUTES: z.coerce.number().int().positive().default(720),
    /** Requests a minute of one address: an office often has one for all its people. */
    RATE_MAX: z.coerce.number().int().positive().default(6_000),
  }),
)

const stopTelemetry = await startTelemetry('console')
const log = makeLog('console')
const report = (err: unknown) => log.warn({ err }, 'tried again')
const db = openPool(config.DATABASE_URL, report, { name: 'console', max: 10 })
await untilReachable(() => migrate(db, new URL('../migrations/', import.meta.url)), { report })

const place = config.SERVICE_SECRET_FILE
const secretFile = statSync(place).isDirectory() ? `${place}/${config.CLIENT_ID}.secret` : place
const secret = readFileSync(secretFile, 'utf8').trim()
const publicUrl = config.CONSOLE_URL
const identity = makeIdentity({
  issuer: config.AUTH_ISSUER,
  issuerInside: config.ISSUER_INSIDE_URL,
  clientId: config.CLIENT_ID,
  secret,
  publicUrl,
})
const sessions = makeSessions({
  db,
  identity,
  seal: makeSeal(secret, 'session'),
  idleMinutes: config.SESSION_IDLE_MINUTES,
  longestMinutes: config.SESSION_LONGEST_MINUTES,
})
setInterval(() => void sessions.forget().catch(report), 600_000).unref()
const news = openNews({ kafka: openKafka('console', config.KAFKA_BROKERS, log), topic: dossierTopic, report })

const app = buildApp(
  {
    db,
    identity,
    sessions,
    news,
    seal: makeSeal(secret, 'sign-in'),
    cookies: cookiesOf(publicUrl),
    publicUrl,
    pages: fileURLToPath(new URL('../dist/', import.meta.url)),
    behind: {
      catalogue: config.CATALOGUE_URL,
      intake: config.INTAKE_URL,
      casework: config.CASEWORK_URL,
      postal: config.POSTAL_URL,
      notifications: config.NOTIFICATIONS_URL,
      insight: config.INSIGHT_URL,
    },
  },
  {
    log,
    checks: { database: reachable(db) },
    rate: { max: config.RATE_MAX, perMs: 60_000 },
    drainMs: config.DRAIN_MS,
  },
)
await app.listen({ port: config.PORT, host: config.HOST })
closeOnSignal(
  () => closeServer(app),
  () => news.close(),
  () => db.end(),
  stopTelemetry,
)
