import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../ports.ts'
import { startService } from '../../services.ts'
import type { Doing, Ground } from './ground.ts'
import type { OwnPart } from './fault.ts'
import { pidOf, signalTo } from './signals.ts'

/** A second process of a part, beside the first. */
const startTwin = async ({ stack: { plan }, changes }: Ground, part: OwnPart) =>
  startService(part, plan, {
    port: await freePort(),
    change: changes.get(part) ?? {},
    log: `${plan.folder}/logs/${part}-twin.log`,
  })

const bothAtWorkMs = 3_000

/**
 * A process is stopped for longer than its session lasts; another takes its work; then it wakes and goes on with what it
 * had in hand, beside the other.
 */
export const zombie: Doing<'zombie'> = async (ground, { part }) => {
  const pid = pidOf(ground.stack, part)
  signalTo(pid, 'SIGSTOP')
  const twin = await startTwin(ground, part).catch((trouble: unknown) => {
    signalTo(pid, 'SIGCONT')
    throw trouble
  })
  return async () => {
    signalTo(pid, 'SIGCONT')
    await setTimeout(bothAtWorkMs)
    await twin.stop()
  }
}

const skewedClock = fileURLToPath(new URL('skewed-clock.mjs', import.meta.url))

/** One part's machine is some seconds ahead of the others, or behind. */
export const clockSkewed: Doing<'clock-skewed'> = async (ground, { part, aheadMs }) => {
  const { changes } = ground
  const env = { CLOCK_AHEAD_MS: `${aheadMs}` }
  await restarted(ground, part, () => changes.set(part, { nodeArgs: ['--import', skewedClock], env }))
  return () => restarted(ground, part, () => changes.delete(part))
}

const restarted = async ({ stack, raise }: Ground, part: OwnPart, change: () => unknown) => {
  await stack.stop(part)
  change()
  await raise(part)
}

/** Some parts hear nothing while the load goes on. */
export const backlog: Doing<'backlog'> = async ({ stack, raise, down }, { parts }) => {
  for (const part of parts) down.add(part)
  await Promise.all(parts.map((part) => stack.stop(part)))
  return async () => void (await Promise.all(parts.map(raise)))
}

/**
 * Part after part is started anew in good order while the others go on, and each works for a while beside those of before:
 * from the other checkout, where one is given, and then back.
 */
export const rollingRestart: Doing<'rolling-restart'> = async (ground, { parts }) => {
  const { changes, other } = ground
  for (const part of parts)
    await restarted(ground, part, () => other !== undefined && changes.set(part, { checkout: other }))
  return async () => {
    if (other === undefined) return
    for (const part of parts) await restarted(ground, part, () => changes.delete(part))
  }
}
