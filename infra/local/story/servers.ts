import { rmSync } from 'node:fs'
import type { Driver } from '../driver.ts'
import { rebuildAll } from '../rebuild.ts'
import type { Stack } from '../stack.ts'

/** Kafka and Temporal in the hands of a story. */
export type Servers = {
  /** Both stop answering; from now on only the services' clock moves. */
  down: () => Promise<void>
  /** Both answer again, with all they kept. */
  up: () => Promise<void>
  /** Both lose everything, and are rebuilt from the ledger by the one command. */
  wipe: () => Promise<void>
}

/**
 * The servers of a stack this process has started. The driven stack's Temporal keeps its store in memory, so an outage halts
 * its process and does not end it.
 */
export const serversOf = (stack: Stack, driver: Driver): Servers => {
  const signal = (name: 'SIGSTOP' | 'SIGCONT') => {
    const pid = stack.view().find(({ part }) => part === 'temporal')?.pid
    if (pid === undefined) throw new Error('Temporal is not run by this process')
    process.kill(pid, name)
  }
  return {
    down: async () => {
      await driver.suspend()
      signal('SIGSTOP')
      await stack.stop('kafka')
    },
    up: async () => {
      signal('SIGCONT')
      await stack.start() // whoever gave up meanwhile is started again
      await driver.resume()
    },
    wipe: async () => {
      await driver.suspend()
      await stack.stop('kafka', 'temporal')
      for (const part of ['kafka', 'temporal']) rmSync(`${stack.plan.folder}/${part}`, { recursive: true, force: true })
      await stack.start()
      await rebuildAll(stack.plan)
      await driver.resume()
    },
  }
}
