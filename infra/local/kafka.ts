import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { Kafka, logLevel } from 'kafkajs'
import { toolFolder } from './folders.ts'
import { type GuardedProcess, startGuarded } from './guarded-process.ts'
import { topics } from './topics.ts'
import { untilReady } from './until-ready.ts'

/** `detour`: a second door, at `broker`, for clients who are told to come by `kafka`. */
export type KafkaSettings = {
  folder: string
  port: number
  controllerPort: number
  log: string
  detour?: { kafka: number; broker: number } | undefined
}

export const startKafka = async (wish: KafkaSettings): Promise<GuardedProcess> => {
  const { folder, port, log } = wish
  mkdirSync(folder, { recursive: true })
  const settings = `${folder}/server.properties`
  const logging = `${folder}/log4j2.properties`
  writeFileSync(settings, properties(wish))
  writeFileSync(logging, logToConsole)
  await format(folder, properties(wish))
  const running = await startGuarded({
    file: java(),
    args: [
      '-Xmx512m',
      quickStart,
      `-Dlog4j2.configurationFile=${pathToFileURL(logging).href}`,
      '-cp',
      jars(),
      'kafka.Kafka',
      settings,
    ],
    log,
    cwd: folder,
  })
  await untilReady(running, { part: 'kafka', log, probe: () => askKafka(`127.0.0.1:${port}`) })
  return running
}

export const askKafka = (brokers: string): Promise<void> => withAdmin(brokers, async () => {})

/** Creates the topics that are missing; one that exists keeps its messages and its settings. */
export const prepareTopics = (brokers: string): Promise<void> =>
  withAdmin(brokers, async (admin) => {
    const existing = await admin.listTopics()
    const missing = topics.filter(({ topic }) => !existing.includes(topic))
    // Not kafkajs's own wait: it gives up where the broker has not heard yet of what it has just made.
    if (missing.length > 0) await admin.createTopics({ topics: missing, waitForLeaders: false })
    await untilLed(
      admin,
      topics.map(({ topic }) => topic),
    )
  })

/** Waits until each partition of these topics has a leader. Throws what the broker said last after `patienceMs`. */
export const untilLed = async (
  admin: Pick<Admin, 'fetchTopicMetadata'>,
  names: string[],
  { patienceMs = 15_000, lookMs = 100 } = {},
): Promise<void> => {
  const end = Date.now() + patienceMs
  for (;;) {
    const told = await admin.fetchTopicMetadata({ topics: names }).catch((error: unknown) => {
      if (Date.now() > end) throw error
    })
    if (told?.topics.every(({ partitions }) => partitions.every(({ leader }) => leader >= 0)) === true) return
    if (Date.now() > end) throw new Error(`Kafka has topics without a leader after ${patienceMs / 1_000} s`)
    await setTimeout(lookMs)
  }
}

type Admin = ReturnType<Kafka['admin']>

const withAdmin = async (brokers: string, work: (admin: Admin) => Promise<void>): Promise<void> => {
  const admin = new Kafka({
    brokers: brokers.split(','),
    logLevel: logLevel.NOTHING,
    connectionTimeout: 2_000,
    requestTimeout: 10_000,
    enforceRequestTimeout: true,
    retry: { retries: 1, initialRetryTime: 50 },
  }).admin()
  try {
    await admin.connect()
    await admin.describeCluster()
    await work(admin)
  } finally {
    await admin.disconnect()
  }
}

const quickStart = '-XX:TieredStopAtLevel=1'
const jars = () => `${toolFolder('kafka')}/*`
const java = () => (process.env['JAVA_HOME'] ? `${process.env['JAVA_HOME']}/bin/java` : 'java')

// Formatted beside and moved into place, so that an interrupted first start leaves no half log.
const format = async (folder: string, settings: string) => {
  if (existsSync(`${folder}/log`)) return
  const half = `${folder}/half-made`
  rmSync(half, { recursive: true, force: true })
  const configuration = `${folder}/format.properties`
  writeFileSync(configuration, settings.replace(`log.dirs=${folder}/log`, `log.dirs=${half}`))
  const tool = [quickStart, '-cp', jars(), 'kafka.tools.StorageTool']
  const { COLUMNS: _, ...env } = process.env
  await promisify(execFile)(java(), [...tool, 'format', '--standalone', '-t', newClusterId(), '-c', configuration], {
    env,
  })
  renameSync(half, `${folder}/log`)
  rmSync(configuration)
}

/** As Kafka draws them itself: its tools would take one that begins with `-` for an option. */
export const newClusterId = (): string => {
  const id = randomBytes(16).toString('base64url')
  return id.startsWith('-') ? newClusterId() : id
}

const properties = ({ folder, port, controllerPort, detour }: KafkaSettings) => {
  const doors = `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`
  const second = (at: number | undefined) => (at === undefined ? '' : `,DETOUR://127.0.0.1:${at}`)
  return `process.roles=broker,controller
node.id=1
log.dirs=${folder}/log
controller.quorum.bootstrap.servers=127.0.0.1:${controllerPort}
listeners=${doors}${second(detour?.broker)}
advertised.listeners=${doors}${second(detour?.kafka)}
controller.listener.names=CONTROLLER
inter.broker.listener.name=PLAINTEXT
listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,DETOUR:PLAINTEXT
offsets.topic.replication.factor=1
offsets.topic.num.partitions=4
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
group.initial.rebalance.delay.ms=0
auto.create.topics.enable=false
`
}

const logToConsole = `rootLogger.level=warn
rootLogger.appenderRef.out.ref=out
appender.out.type=Console
appender.out.name=out
appender.out.layout.type=PatternLayout
appender.out.layout.pattern=%d %p %m (%c{1})%n
`
