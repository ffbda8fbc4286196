import { setDrivenClock } from './clock.ts'
import { prepareDatabase } from './databases.ts'
import { askKafka, prepareTopics, startKafka } from './kafka.ts'
import type { Part } from './part.ts'
import { askPostgres, startPostgres } from './postgres.ts'
import { addressesOf, type StackPlan } from './stack-plan.ts'
import { askTemporal, prepareTemporal, startTemporal, startTimeSkippingTemporal, timeSkippingNow } from './temporal.ts'

type Server = { address: string; prepare: () => Promise<void>; start: () => ReturnType<typeof startPostgres> }

const server = (name: Part['name'], elsewhere: string | undefined, { address, prepare, start }: Server) => ({
  name,
  address,
  after: [],
  built: () => true,
  ...(elsewhere && { elsewhere: true as const }),
  start: async () => {
    const running = elsewhere ? undefined : await start()
    try {
      await prepare()
    } catch (error) {
      await running?.stop() // nobody else knows of it yet
      throw error
    }
    return running
  },
})

export const postgresPart = (plan: StackPlan): Part => {
  const { postgres: address } = addressesOf(plan)
  const { name: stack, folder, ports, unsafe } = plan
  const log = `${folder}/logs/postgres.log`
  return {
    ...server('postgres', plan.elsewhere.postgres, {
      address,
      start: () => startPostgres({ stack, folder: `${folder}/postgres`, port: ports.postgres, log, unsafe }),
      prepare: () => prepareDatabase(address),
    }),
    probe: () => askPostgres(address),
  }
}

export const kafkaPart = (plan: StackPlan): Part => {
  const { kafka: address } = addressesOf(plan)
  const { kafka: port, 'kafka-controller': controllerPort } = plan.ports
  const log = `${plan.folder}/logs/kafka.log`
  return {
    ...server('kafka', plan.elsewhere.kafka, {
      address,
      start: () => startKafka({ folder: `${plan.folder}/kafka`, port, controllerPort, log, detour: plan.detours }),
      prepare: () => prepareTopics(address),
    }),
    probe: () => askKafka(address),
  }
}

export const temporalPart = (plan: StackPlan): Part => {
  const { temporal: address } = addressesOf(plan)
  const { clock, ports } = plan
  const folder = `${plan.folder}/temporal`
  const settings = { folder, port: ports.temporal, log: `${plan.folder}/logs/temporal.log` }
  const driven = clock.mode === 'driven' ? clock : undefined
  return {
    ...server('temporal', plan.elsewhere.temporal, {
      address,
      start: () =>
        driven ? startTimeSkippingTemporal(settings) : startTemporal({ ...settings, uiPort: ports['temporal-ui'] }),
      prepare: async () => {
        await prepareTemporal(address)
        if (driven) setDrivenClock(driven, plan.folder, await timeSkippingNow(address))
      },
    }),
    probe: () => askTemporal(address),
  }
}
