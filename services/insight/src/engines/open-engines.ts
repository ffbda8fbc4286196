import type { Clock } from '@dossier/platform/clock'
import { openKafka } from '@dossier/platform/kafka'
import { openPool } from '@dossier/platform/postgres'
import { Connection } from '@temporalio/client'
import * as z from 'zod'
import type { Looked } from '../invariant.ts'
import type { Reconciliation } from './engine.ts'
import { canariesInStories, storyChecks } from './stories.ts'
import { canariesInTopics, topicCheck } from './topics.ts'

/** Where the engines are; those that are not named are not looked at. */
export const EnginesEnv = z.object({
  TEMPORAL_ADDRESS: z.string().optional(),
  TEMPORAL_NAMESPACE: z.string().default('dossier'),
  KAFKA_BROKERS: z.string().optional(),
  /** Of how many stories the timer is compared, of how many messages of a partition the words are read. */
  AUDIT_SAMPLE: z.coerce.number().int().min(0).default(50),
})

export type Engines = {
  checks: Reconciliation[]
  canaries: ((canaries: readonly string[]) => Promise<Looked>)[]
  close: () => Promise<void>
}

type Opening = z.infer<typeof EnginesEnv> & { ledger: string; clock: Clock; graceMs: number }

/** Opens what engines there are. An engine that cannot be reached fails each of its checks, and nothing else. */
export const openEngines = (env: Opening): Engines => {
  const { ledger: url, clock, graceMs, AUDIT_SAMPLE: sample } = env
  const ledger = openPool(inCasework(url), () => {}, { name: 'audit', max: 1, statementTimeoutMs: 60_000 })
  const engines: Engines = { checks: [], canaries: [], close: () => ledger.end() }
  if (env.TEMPORAL_ADDRESS !== undefined) {
    const connection = Connection.lazy({ address: env.TEMPORAL_ADDRESS, connectTimeout: '3s' })
    const temporal = { connection, namespace: env.TEMPORAL_NAMESPACE }
    engines.checks.push(...storyChecks({ temporal, ledger, clock, graceMs, sample }))
    engines.canaries.push(canariesInStories(temporal, sample))
    engines.close = async () => {
      await ledger.end()
      await connection.close()
    }
  }
  if (env.KAFKA_BROKERS !== undefined) {
    const kafka = openKafka('audit', env.KAFKA_BROKERS.split(','))
    engines.checks.push(topicCheck(kafka, ledger))
    engines.canaries.push(canariesInTopics(kafka, sample * 20))
  }
  return engines
}

const inCasework = (url: string): string => {
  const one = new URL(url)
  one.searchParams.set('options', '-c search_path=casework,public')
  return one.href
}
