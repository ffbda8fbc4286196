import type { ClockChoice } from './clock.ts'
import { stackFolder } from './folders.ts'
import { planPorts, type Ports } from './ports.ts'
import { postgresServer } from './postgres.ts'

/** What is decided about a stack before anything runs. */
export type StackPlan = {
  name: string
  folder: string
  ports: Ports
  clock: ClockChoice
  /** PostgreSQL gives up safety for speed: tests only. */
  unsafe: boolean
  /** Servers from the environment, used instead of own ones. */
  elsewhere: { postgres?: string; kafka?: string; temporal?: string }
  detours?: Detours | undefined
}

/**
 * Ports at which the product's services find the servers instead of at their own: of a go-between that may cut, delay or
 * swallow. `broker` is where Kafka listens for those who come this way, since it tells its clients where to connect. For
 * tests only.
 */
export type Detours = { postgres: number; kafka: number; broker: number; temporal: number }

export type StackWish = {
  name: string
  ports?: Ports
  clock?: ClockChoice
  unsafe?: boolean
  env?: NodeJS.ProcessEnv
  detours?: Detours
}

export const planStack = (wish: StackWish): StackPlan => {
  const { name, ports, clock = { mode: 'real' }, unsafe = false, env = process.env, detours } = wish
  const elsewhere: StackPlan['elsewhere'] = {}
  const postgres = postgresFrom(env)
  if (postgres) elsewhere.postgres = postgres
  if (env['KAFKA_BROKERS']) elsewhere.kafka = env['KAFKA_BROKERS']
  if (env['TEMPORAL_ADDRESS']) elsewhere.temporal = env['TEMPORAL_ADDRESS']
  return { name, folder: stackFolder(name), ports: ports ?? planPorts(name, env), clock, unsafe, elsewhere, detours }
}

/** Where everything is. Services are told the way to the servers by `serverAddressesOf`. */
export const addressesOf = ({ ports, elsewhere }: StackPlan) => ({
  postgres: elsewhere.postgres ?? postgresServer(ports.postgres),
  kafka: elsewhere.kafka ?? `127.0.0.1:${ports.kafka}`,
  temporal: elsewhere.temporal ?? `127.0.0.1:${ports.temporal}`,
  issuer: `http://127.0.0.1:${ports.issuer}`,
  catalogue: `http://127.0.0.1:${ports.catalogue}`,
  intake: `http://127.0.0.1:${ports.intake}`,
  casework: `http://127.0.0.1:${ports.casework}`,
  conductor: `http://127.0.0.1:${ports.conductor}`,
  postal: `http://127.0.0.1:${ports.postal}`,
  notifications: `http://127.0.0.1:${ports.notifications}`,
  insight: `http://127.0.0.1:${ports.insight}`,
  console: `http://127.0.0.1:${ports.console}`,
  mail: `http://127.0.0.1:${ports.mail}`,
  gateway: `http://127.0.0.1:${ports.gateway}`,
  carrier: `http://127.0.0.1:${ports.carrier}`,
})

/** Where the product's services find the servers. */
export const serverAddressesOf = (plan: StackPlan) => {
  const { postgres, kafka, temporal } = addressesOf(plan)
  const { detours } = plan
  if (detours === undefined) return { postgres, kafka, temporal }
  return {
    postgres: postgresServer(detours.postgres),
    kafka: `127.0.0.1:${detours.kafka}`,
    temporal: `127.0.0.1:${detours.temporal}`,
  }
}

// The variables every PostgreSQL client knows. The role must be allowed to create databases and roles.
const postgresFrom = (env: NodeJS.ProcessEnv): string | undefined => {
  if (env['DATABASE_SERVER_URL']) return env['DATABASE_SERVER_URL'].replace(/\/+$/, '')
  if (!env['PGHOST'] && !env['PGPORT']) return undefined
  const url = new URL('postgres://127.0.0.1')
  url.hostname = env['PGHOST'] || '127.0.0.1'
  url.port = env['PGPORT'] || '5432'
  url.username = env['PGUSER'] || 'postgres'
  url.password = env['PGPASSWORD'] ?? ''
  return url.href.replace(/\/+$/, '')
}
