import type { Dossier } from '@dossier/domain/dossier'
import { evolve } from '@dossier/domain/evolve'
import type { Period } from '@dossier/domain/period'
import type { Offender } from '../invariant.ts'
import { dueDates, lateness } from './dates.ts'
import type { Check, Filed, Judging, Step } from './filed.ts'
import { folds } from './folds.ts'
import { holders } from './holders.ts'
import { leaks } from './leaks.ts'
import { once } from './once.ts'
import { type Owed, owedBy } from './owed.ts'
import { rights } from './rights.ts'
import { addTallies, type Tallies, tallied } from './tally.ts'

const checks = { folds, holders, dueDates, lateness, rights, once, leaks } as const satisfies Record<string, Check>
type CheckName = keyof typeof checks

/** What one reading of the records gave; plain, for it comes from other threads. */
export type RecordsRead = {
  dossiers: number
  lines: number
  found: Record<CheckName, Offender[]>
  tallies: Tallies
  owed: Record<string, Owed>
  /** Where each dossier stood. */
  versions: Record<string, number>
}

export const nothingRead = (): RecordsRead => ({
  dossiers: 0,
  lines: 0,
  found: { folds: [], holders: [], dueDates: [], lateness: [], rights: [], once: [], leaks: [] },
  tallies: {},
  owed: {},
  versions: {},
})

/** Judges records one by one, and adds what was found to `read`. A record that cannot even be read is found to be one. */
export const judgeRecords = (read: RecordsRead, records: readonly Filed[], judging: Judging, period: Period): void => {
  const sound: Filed[] = []
  for (const filed of records) {
    read.dossiers += 1
    read.lines += filed.lines.length
    read.versions[filed.id] = filed.version
    try {
      const steps = stepsOf(filed)
      for (const name of names)
        read.found[name].push(...checks[name](filed, steps, judging).map((why) => ({ id: filed.id, why })))
      read.owed[filed.id] = owedBy(steps, judging.statutes.organisations)
      sound.push(filed)
    } catch (error) {
      const why = `it cannot be read: ${error instanceof Error ? error.message : 'something was thrown'}`
      read.found.folds.push({ id: filed.id, why })
    }
  }
  addTallies(read.tallies, tallied(sound, period))
}

const names: readonly CheckName[] = ['folds', 'holders', 'dueDates', 'lateness', 'rights', 'once', 'leaks']

const stepsOf = ({ lines }: Filed): Step[] => {
  let dossier: Dossier | undefined
  return lines.map((line) => {
    const before = dossier
    dossier = evolve(before, { event: line.event, at: line.at, person: line.actor.person })
    return { line, before, after: dossier }
  })
}

/** Adds what another thread read. */
export const addRead = (sum: RecordsRead, more: RecordsRead): void => {
  sum.dossiers += more.dossiers
  sum.lines += more.lines
  for (const name of names) for (const one of more.found[name]) sum.found[name].push(one)
  addTallies(sum.tallies, more.tallies)
  Object.assign(sum.owed, more.owed)
  Object.assign(sum.versions, more.versions)
}
