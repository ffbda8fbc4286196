import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Looked, Offender } from './invariant.ts'

/** Where planted identities are looked for besides databases: folders of logs, addresses with metrics, and what engines hold. */
export type Elsewhere = {
  logs: readonly string[]
  metrics: readonly string[]
  /** Each gives the names of the places in which one of the words stands. */
  engines: readonly ((canaries: readonly string[]) => Promise<Looked>)[]
}

/** Finds planted identities in logs, metrics and engines; each place is named once. */
export const makeLookElsewhere =
  ({ logs, metrics, engines }: Elsewhere) =>
  async (canaries: readonly string[]): Promise<Looked> => {
    const has = (text: string) => canaries.some((canary) => text.includes(canary))
    const offenders: Offender[] = []
    let examined = 0
    const leak = (id: string) => void offenders.push({ id, why: 'a planted identity stands in it' })
    for (const file of (await Promise.all(logs.map(filesIn))).flat()) {
      examined += 1
      for await (const line of createInterface({ input: createReadStream(file) }))
        if (has(line)) {
          leak(file)
          break
        }
    }
    for (const address of metrics) {
      examined += 1
      const answer = await fetch(`${address}/metrics`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined)
      if (answer !== undefined && has(await answer.text())) leak(`${address}/metrics`)
    }
    for (const look of engines) {
      const looked = await look(canaries)
      examined += looked.examined
      offenders.push(...looked.offenders)
    }
    return { examined, offenders }
  }

const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { withFileTypes: true, recursive: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
