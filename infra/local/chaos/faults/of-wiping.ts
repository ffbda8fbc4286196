import { rmSync } from 'node:fs'
import { rebuildKafka, rebuildTemporal } from '../../rebuild.ts'
import { askAll } from './all-ready.ts'
import { type Doing, takenDown } from './ground.ts'
import { untilDone } from './until-done.ts'

/** All its messages and everybody's places are gone; the services tell again what they own. */
export const kafkaWiped: Doing<'kafka-wiped'> = async (ground) => {
  const { stack } = ground
  const up = await takenDown(ground, 'kafka', 'kill')
  rmSync(`${stack.plan.folder}/kafka`, { recursive: true, force: true })
  ground.kafkaIs.wipes += 1
  return async () => {
    await up()
    await untilDone(() => askAll(ground)) // who lost its server for long begins anew
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
    await untilDone(() => askAll(ground)) // who lost its server for long begins anew
    await untilDone(() => rebuildTemporal(stack.plan))
  }
}
