import { fileURLToPath } from 'node:url'
import { dossierTopic } from '@dossier/contracts/dossier'
import { makeAuthenticate } from '@dossier/platform/auth'
import { makeClock } from '@dossier/platform/clock'
import { consume } from '@dossier/platform/consume'
import { listen } from '@dossier/platform/delivery'
import { closeServer } from '@dossier/platform/http'
import { openKafka } from '@dossier/platform/kafka'
import { makeLog } from '@dossier/platform/log'
import { AuthEnv, ClockEnv, closeOnSignal, HttpEnv, KafkaEnv, loadConfig, ServiceEnv } from '@dossier/platform/process'
import { untilReachable } from '@dossier/platform/retry'
import { makeServiceToken, serviceTokenSource } from '@dossier/platform/service-token'
import { startTelemetry } from '@dossier/platform/telemetry'
import { Client, Connection } from '@temporalio/client'
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker'
import * as z from 'zod'
import { makeActivities } from './activities.ts'
import { buildApp } from './app.ts'
import { onDossierMessage } from './on-dossier-message.ts'
import { makeRebuild } from './rebuild.ts'

const config = loadConfig(
  z.object({
    ...HttpEnv.shape,
    ...KafkaEnv.shape,
    ...ClockEnv.shape,
    ...AuthEnv.shape,
    ...ServiceEnv.shape,
    TEMPORAL_ADDRESS: z.string(),
    TEMPORAL_NAMESPACE: z.string().default('dossier'),
    TASK_QUEUE: z.string().default('dossier'),
    /** Where Temporal's own metrics are offered to Prometheus, as `127.0.0.1:9464`; nowhere by default. */
    TEMPORAL_METRICS: z.string().optional(),
    CASEWORK_URL: z.url(),
    POSTAL_URL: z.url(),
  }),
)

const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace, TASK_QUEUE: taskQueue } = config
const stopTelemetry = await startTelemetry('conductor')
const log = makeLog('conductor')
Runtime.install({
  shutdownSignals: [], // the SDK would stop the worker by itself, before `closeOnSignal` comes to it
  logger: new DefaultLogger('WARN', ({ level, message, meta }) => {
    const { error, workflowId, runId } = meta ?? {}
    log[level === 'ERROR' ? 'error' : 'warn']({ err: error, workflowId, runId }, message)
  }),
  ...(config.TEMPORAL_METRICS !== undefined && {
    telemetryOptions: { metrics: { prometheus: { bindAddress: config.TEMPORAL_METRICS } } },
  }),
})

const token = makeServiceToken(serviceTokenSource(config))
// Temporal may be down for a day: this process waits for it, and says so; nobody else does.
const report = (err: unknown) => log.warn({ err }, 'Temporal is out of reach, tried again')
const connection = await untilReachable(() => NativeConnection.connect({ address }), { report })
const client = new Client({ connection: await Connection.connect({ address }), namespace })
const worker = await Worker.create({
  connection,
  namespace,
  taskQueue,
  workflowsPath: fileURLToPath(new URL('workflow.ts', import.meta.url)),
  activities: makeActivities({ casework: config.CASEWORK_URL, postal: config.POSTAL_URL, token }),
  maxCachedWorkflows: 1_000, // 110 KB each
  shutdownGraceTime: '15s', // longer than the longest activity
})
const working = worker.run()

const tell = onDossierMessage(client, taskQueue, makeClock(config).scale)
const kafka = openKafka('conductor', config.KAFKA_BROKERS, log)
const consumption = consume(kafka, 'conductor', [listen(dossierTopic, tell)], {
  log,
  concurrency: 16,
  sessionMs: config.KAFKA_SESSION_MS,
})

const temporalAnswers = () => client.connection.ensureConnected()
const app = buildApp(
  { rebuild: makeRebuild({ url: config.CASEWORK_URL, token }, tell) },
  {
    log,
    authenticate: makeAuthenticate(config),
    checks: { temporal: temporalAnswers },
    drainMs: config.DRAIN_MS,
  },
)
await app.listen({ port: config.PORT, host: config.HOST })
closeOnSignal(
  () => closeServer(app),
  () => consumption.stop(),
  () => worker.shutdown(),
  () => working,
  () => client.connection.close(),
  () => connection.close(),
  stopTelemetry,
)
