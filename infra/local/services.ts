import { existsSync } from 'node:fs'
import { clockEnv } from './clock.ts'
import { databaseUrl, schemaOwners } from './databases.ts'
import { checkout } from './folders.ts'
import { type GuardedProcess, startGuarded } from './guarded-process.ts'
import type { Part, PartName } from './part.ts'
import { addressesOf, type StackPlan } from './stack-plan.ts'
import { namespace } from './temporal.ts'
import { untilReady } from './until-ready.ts'

type ServiceName = Extract<PartName, 'issuer' | 'catalogue' | 'intake' | 'casework' | 'conductor'>

const services: Record<ServiceName, { main: string; after: PartName[] }> = {
  issuer: { main: 'infra/local/issuer/main.ts', after: [] },
  catalogue: { main: 'services/catalogue/src/main.ts', after: ['postgres', 'kafka', 'issuer'] },
  intake: { main: 'services/intake/src/main.ts', after: ['postgres', 'kafka', 'issuer'] },
  casework: { main: 'services/casework/src/main.ts', after: ['postgres', 'kafka', 'issuer'] },
  conductor: { main: 'workflows/dossier/src/main.ts', after: ['kafka', 'temporal', 'issuer'] },
}

export const servicePart = (name: ServiceName, plan: StackPlan): Part => {
  const { main, after } = services[name]
  const address = addressesOf(plan)[name]
  const log = `${plan.folder}/logs/${name}.log`
  const probe = () => askService(address)
  return {
    name,
    address,
    after,
    built: () => existsSync(`${checkout}${main}`),
    probe,
    start: async (halted): Promise<GuardedProcess> => {
      const running = await startGuarded({
        file: process.execPath,
        args: [`${checkout}${main}`],
        cwd: checkout,
        env: serviceEnv(name, plan),
        log,
        graceSeconds: 25, // longer than the services give themselves
      })
      await untilReady(running, { part: name, log, probe, halted })
      return running
    },
  }
}

const serviceEnv = (name: ServiceName, plan: StackPlan): NodeJS.ProcessEnv => {
  const { postgres, kafka, temporal, issuer, catalogue, intake, casework } = addressesOf(plan)
  const owner = schemaOwners.find((owns) => owns === name)
  return {
    PORT: `${plan.ports[name]}`,
    HOST: '127.0.0.1',
    ...(owner && { DATABASE_URL: databaseUrl(postgres, owner) }),
    KAFKA_BROKERS: kafka,
    TEMPORAL_ADDRESS: temporal,
    TEMPORAL_NAMESPACE: namespace,
    AUTH_ISSUER: issuer,
    AUTH_AUDIENCE: 'one-stop-shop',
    CATALOGUE_URL: catalogue,
    INTAKE_URL: intake,
    CASEWORK_URL: casework,
    SERVICE_CLIENT_ID: name,
    SERVICE_SECRET_FILE: `${plan.folder}/issuer`,
    FILES_DIR: `${plan.folder}/files`,
    ...clockEnv(plan.clock, plan.folder),
    NODE_COMPILE_CACHE: `${checkout}.local/compiled`, // a second start takes a second less
  }
}

const askService = async (address: string): Promise<void> => {
  const answer = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(3_000) })
  await answer.arrayBuffer()
  if (answer.status !== 200) throw new Error(`/readyz answered ${answer.status}`)
}
