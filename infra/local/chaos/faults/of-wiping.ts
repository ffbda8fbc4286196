import { rmSync } from 'node:fs'
import { rebuildKafka, rebuildTemporal } from '../../rebuild.ts'
import { type Doing, takenDown } from './ground.ts'
import { untilDone } from './until-done.ts'

/** All its messages and everybody's places are gone; the services tell again what they own. */
export const kafkaWiped: Doing<'kafka-wiped'> = async (ground) => {
  const { stack } = ground
  const up = await takenDown(ground, 'kafka', 'kill')
  rmSync(`${stack.plan.folder}/kafka`, { recursive: true, force: true })
  return async () => {
    await up()
    await untilDone(() => rebuildKafka(stack.plan))
  }
}

/** All stories and timers are gone; they are made again from the ledger. */
export const temporalWiped: Doing<'temporal-wiped'> = async (ground) => {
  const { stack } = ground
  const up = await takenDown(ground, 'temporal', 'kill')
  rmSync(`${stack.plan.folder}/temporal`, { recursive: true, force: true })
  return async () => {
    await up()
    await untilDone(() => rebuildTemporal(stack.plan))
  }
}
