import { setTimeout } from 'node:timers/promises'
import type { Looked } from '../invariant.ts'

/** Something an engine must agree on with the ledger. It is looked at while both go on. */
export type Reconciliation = { name: string; vi: string; en: string; look: () => Promise<Looked> }

const looks = 11
const pauseMs = 2_000

/**
 * What stays wrong over several looks: an engine hears a moment after the ledger, and its list of stories a moment after it, so
 * one look finds what is merely under way. A task that a worker took with it when it died is given to the next after ten seconds,
 * twice at the most: that long a story may lag without being lost.
 */
export const staying = async (
  look: () => Promise<Looked>,
  wait: (ms: number) => Promise<unknown> = setTimeout,
): Promise<Looked> => {
  let found = await look()
  for (let again = 1; again < looks && found.offenders.length > 0; again += 1) {
    await wait(pauseMs)
    const next = await look()
    const still = new Set(found.offenders.map(({ id }) => id))
    found = { examined: next.examined, offenders: next.offenders.filter(({ id }) => still.has(id)) }
  }
  return found
}
