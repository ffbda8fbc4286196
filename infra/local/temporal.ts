import { mkdirSync } from 'node:fs'
import { Connection } from '@temporalio/client'
import { type InternalConnectionOptions, InternalConnectionOptionsSymbol } from '@temporalio/client/lib/connection.js'
import { msToTs } from '@temporalio/common/lib/time.js'
import { temporalCli, temporalTestServer } from './folders.ts'
import { type GuardedProcess, startGuarded } from './guarded-process.ts'
import { searchAttributes } from './search-attributes.ts'
import { untilReady } from './until-ready.ts'

export const namespace = 'dossier'
const keyword = 2 // IndexedValueType in Temporal's protocol

export type TemporalSettings = { folder: string; port: number; uiPort: number; log: string }

export const startTemporal = async ({ folder, port, uiPort, log }: TemporalSettings): Promise<GuardedProcess> => {
  mkdirSync(folder, { recursive: true })
  const args = ['server', 'start-dev', '--ip', '127.0.0.1', '--port', `${port}`, '--ui-port', `${uiPort}`]
  args.push('--db-filename', `${folder}/temporal.db`, '--namespace', namespace, '--log-level', 'warn')
  // A full sync for each of the many small writes costs nearly half of the throughput, and Temporal can be rebuilt.
  for (const pragma of ['journal_mode=WAL', 'synchronous=NORMAL']) args.push('--sqlite-pragma', pragma)
  for (const name of searchAttributes) args.push('--search-attribute', `${name}=Keyword`)
  const running = await startGuarded({ file: temporalCli(), args, log, cwd: folder })
  await untilReady(running, { part: 'temporal', log, probe: () => askTemporal(`127.0.0.1:${port}`) })
  return running
}

/**
 * The server that can skip time, in memory. Started without `--enable-time-skipping` its clock runs like any other until
 * a driver unlocks it.
 */
export const startTimeSkippingTemporal = async ({ folder, port, log }: Omit<TemporalSettings, 'uiPort'>) => {
  mkdirSync(folder, { recursive: true })
  const running = await startGuarded({ file: temporalTestServer(), args: [`${port}`], log, cwd: folder })
  await untilReady(running, { part: 'temporal', log, probe: () => askTemporal(`127.0.0.1:${port}`) })
  return running
}

export const askTemporal = (address: string): Promise<void> =>
  withTemporal(address, async ({ workflowService }) => void (await workflowService.getSystemInfo({})))

/** Adds the namespace and the search attributes that are missing. */
export const prepareTemporal = (address: string): Promise<void> =>
  withTemporal(address, async ({ workflowService, operatorService }) => {
    const retention = msToTs('30 days')
    await workflowService
      .registerNamespace({ namespace, workflowExecutionRetentionPeriod: retention })
      .catch(unless(alreadyExists, unimplemented)) // the time-skipping server takes every name as it is
    for (const name of searchAttributes)
      await operatorService
        .addSearchAttributes({ namespace, searchAttributes: { [name]: keyword } })
        .catch(unless(alreadyExists))
  })

/** What the time-skipping server's clock says, in ms. It starts at the machine's time. */
export const timeSkippingNow = (address: string): Promise<number> =>
  withTemporal(address, async ({ testService }) => {
    const { time } = (await testService?.getCurrentTime({})) ?? {}
    if (!time)
      throw new Error(`The Temporal server at ${address} has no clock to move: it is not the time-skipping one`)
    return Number(time.seconds) * 1_000 + Math.floor((time.nanos ?? 0) / 1e6)
  })

/** `testService` works with the time-skipping server alone. */
export const withTemporal = async <T>(address: string, work: (connection: Connection) => Promise<T>): Promise<T> => {
  const options: InternalConnectionOptions = {
    address,
    connectTimeout: '2s',
    [InternalConnectionOptionsSymbol]: { supportsTestService: true },
  }
  const connection = await Connection.connect(options)
  try {
    return await work(connection)
  } finally {
    await connection.close()
  }
}

// gRPC statuses
const alreadyExists = 6
const unimplemented = 12

const unless =
  (...harmless: unknown[]) =>
  (error: unknown) => {
    if (!(error instanceof Error && 'code' in error && harmless.includes(error.code))) throw error
  }
