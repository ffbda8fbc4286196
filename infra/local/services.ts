import { existsSync } from 'node:fs'
import { auditEnv } from './audit.ts'
import { clockEnv } from './clock.ts'
import { databaseUrl, schemaOwners } from './databases.ts'
import { buildPages } from './console-pages.ts'
import { checkout } from './folders.ts'
import { type GuardedProcess, startGuarded } from './guarded-process.ts'
import type { Part, PartName } from './part.ts'
import { addressesOf, serverAddressesOf, type StackPlan } from './stack-plan.ts'
import { crashFile } from './chaos/crash-file.ts'
import { namespace } from './temporal.ts'
import { untilReady } from './until-ready.ts'

export type ServiceName = Exclude<PartName, 'postgres' | 'kafka' | 'temporal'>

/** How a service is started otherwise than usual: from another checkout, with arguments to Node, with other variables. */
export type Change = { checkout?: string | undefined; nodeArgs?: string[]; env?: NodeJS.ProcessEnv }
export type ChangeOf = (service: ServiceName) => Change

const services: Record<ServiceName, { main: string; after: PartName[] }> = {
  issuer: { main: 'infra/local/issuer/main.ts', after: [] },
  catalogue: { main: 'services/catalogue/src/main.ts', after: ['postgres', 'kafka', 'issuer'] },
  intake: { main: 'services/intake/src/main.ts', after: ['postgres', 'kafka', 'issuer'] },
  casework: { main: 'services/casework/src/main.ts', after: ['postgres', 'kafka', 'issuer'] },
  postal: { main: 'services/postal/src/main.ts', after: ['postgres', 'kafka', 'issuer'] },
  notifications: { main: 'services/notifications/src/main.ts', after: ['postgres', 'kafka', 'issuer'] },
  insight: { main: 'services/insight/src/main.ts', after: ['postgres', 'kafka', 'issuer', 'temporal'] },
  console: { main: 'services/console/src/main.ts', after: ['postgres', 'kafka', 'issuer'] },
  // Mail server, message gateway and carrier of others: real servers that can misbehave.
  mail: { main: 'infra/local/outside/mail/main.ts', after: [] },
  gateway: { main: 'infra/local/outside/gateway/main.ts', after: [] },
  carrier: { main: 'infra/local/outside/carrier/main.ts', after: ['temporal'] }, // which begins a driven clock
  conductor: { main: 'workflows/dossier/src/main.ts', after: ['kafka', 'temporal', 'issuer'] },
}

export const servicePart = (name: ServiceName, plan: StackPlan, changeOf: ChangeOf): Part => {
  const { main, after } = services[name]
  const address = addressesOf(plan)[name]
  const log = `${plan.folder}/logs/${name}.log`
  return {
    name,
    address,
    after,
    built: () => existsSync(`${checkout}${main}`),
    probe: () => askService(address),
    start: async (halted): Promise<GuardedProcess> => {
      if (name === 'console') await buildPages()
      return startService(name, plan, { change: changeOf(name), log, halted })
    },
  }
}

type HowToStart = { port?: number; change?: Change; log: string; halted?: AbortSignal }

/** Starts a process of a service and waits until it is ready: a second one beside the part where `port` is another. */
export const startService = async (
  name: ServiceName,
  plan: StackPlan,
  { port = plan.ports[name], change = {}, log, halted }: HowToStart,
): Promise<GuardedProcess> => {
  const from = change.checkout ?? checkout
  const running = await startGuarded({
    file: process.execPath,
    args: [...(change.nodeArgs ?? []), `${from}${services[name].main}`],
    cwd: from,
    env: { ...serviceEnv(name, plan), PORT: `${port}`, ...change.env },
    log,
    graceSeconds: 25, // longer than the services give themselves
  })
  const probe = () => askService(`http://127.0.0.1:${port}`)
  await untilReady(running, { part: name, log, probe, ...(halted && { halted }) })
  return running
}

const serviceEnv = (name: ServiceName, plan: StackPlan): NodeJS.ProcessEnv => {
  const at = addressesOf(plan)
  const { issuer } = at
  const { postgres, kafka, temporal } = serverAddressesOf(plan)
  const owner = schemaOwners.find((owns) => owns === name)
  return {
    HOST: '127.0.0.1',
    ...(owner && { DATABASE_URL: databaseUrl(postgres, owner) }),
    KAFKA_BROKERS: kafka,
    TEMPORAL_ADDRESS: temporal,
    TEMPORAL_NAMESPACE: namespace,
    AUTH_ISSUER: issuer,
    AUTH_AUDIENCE: 'one-stop-shop',
    CATALOGUE_URL: at.catalogue,
    INTAKE_URL: at.intake,
    CASEWORK_URL: at.casework,
    POSTAL_URL: at.postal,
    NOTIFICATIONS_URL: at.notifications,
    CONDUCTOR_URL: at.conductor,
    INSIGHT_URL: at.insight,
    TEMPORAL_UI_URL: `http://127.0.0.1:${plan.ports['temporal-ui']}`,
    CONSOLE_URL: at.console,
    SMTP_URL: `smtp://127.0.0.1:${plan.ports['mail-smtp']}`,
    SMTP_PORT: `${plan.ports['mail-smtp']}`,
    MAIL_TRACE_URL: at.mail,
    MESSAGE_GATEWAY_URL: at.gateway,
    CARRIER_URL: at.carrier,
    CARRIER_SECRET: 'local-carrier', // no secret: the carrier of a local stack is a part of it
    // Neither are these: so are the mail server and the gateway.
    SMS_KEY: 'local',
    SMS_SECRET: 'local',
    ZALO_APP_ID: 'local',
    ZALO_APP_SECRET: 'local',
    ZALO_REFRESH_TOKEN: 'local-first',
    CALL_BACK_SECRET: 'local',
    PAYMENT_PAGE_URL: at.gateway,
    PAYMENT_SECRET: 'local-payments',
    SERVICE_CLIENT_ID: name,
    SERVICE_SECRET_FILE: `${plan.folder}/issuer`,
    FILES_DIR: `${plan.folder}/files`,
    ...(name === 'insight' && auditEnv(plan)),
    ...clockEnv(plan.clock, plan.folder),
    ...(plan.unsafe && { CRASH_FILE: crashFile(plan, name) }),
    NODE_COMPILE_CACHE: `${checkout}.local/compiled`, // a second start takes a second less
  }
}

const askService = async (address: string): Promise<void> => {
  const answer = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(3_000) })
  await answer.arrayBuffer()
  if (answer.status !== 200) throw new Error(`/readyz answered ${answer.status}`)
}
