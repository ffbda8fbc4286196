import { shareOf, type Told } from './figures-standing.ts'
import type { Period } from './period.ts'

/** The dossiers that owe an apology, by what came of it; `none` and `late` are counted failures. */
export type Apologies = { owed: number; inTime: string[]; late: string[]; none: string[] }

/**
 * Which dossiers, by the ids of their records, were late or overdue in a period, and whether an apology came by the law's
 * last moment, later, or not at all (NĐ 61/2018 art. 19.9). The figures of a period count the same, without the ids.
 */
export const apologiesIn = (records: Iterable<readonly [string, readonly Told[]]>, period: Period): Apologies => {
  const apologies: Apologies = { owed: 0, inTime: [], late: [], none: [] }
  for (const [id, record] of records) {
    const came = shareOf(record, period)?.apology ?? null
    if (came === null) continue
    apologies.owed += 1
    apologies[came === 'in-time' ? 'inTime' : came].push(id)
  }
  return apologies
}
