import type { Clock } from '@dossier/platform/clock'
import { uuidv7 } from 'uuidv7'
import { audit, type Finding, type Report } from '../src/audit.ts'
import type { Form, Looked } from '../src/invariant.ts'
import type { Snapshot } from '../src/snapshot.ts'
import { end, type PlotName, plots } from './lives.ts'
import { fill, makeDatabase, placesIn, tellAll } from './one-database.ts'
import { codeOf, codeSequence, rowsOf } from './rows-of-life.ts'

export const clockAt = (at: string): Clock => ({ now: () => at, scale: () => ({ wall: 0, origin: 0, speed: 1 }) })

/** A database in which one dossier of each plot has been lived, and all is told; with their ids. */
export const soundDatabase = async () => {
  const name = await makeDatabase()
  const ids: Record<PlotName, string> = { returned: uuidv7(), supplemented: uuidv7(), late: uuidv7(), fresh: uuidv7() }
  const names: PlotName[] = ['returned', 'supplemented', 'late', 'fresh']
  for (const [n, plot] of names.entries()) await fill(name, rowsOf(plots[plot](ids[plot], codeOf(n)), n))
  await fill(name, codeSequence(names.length))
  await tellAll(name)
  return { name, ids }
}

type More = {
  chain?: (snapshot: Snapshot) => Promise<Looked>
  canaries?: string[]
  elsewhere?: Looked
  at?: string | undefined
}
const nothing: Looked = { examined: 0, offenders: [] }

export const auditOf = (name: string, form: Form, more: More = {}): Promise<Report> =>
  audit(form, {
    places: placesIn(name),
    clock: clockAt(more.at ?? end),
    graceMs: 0,
    threads: 1,
    canaries: more.canaries ?? [],
    most: 20,
    verifyChain: more.chain ?? (async () => nothing),
    lookElsewhere: async () => more.elsewhere ?? nothing,
  })

/** What does not hold, by name, with who breaks it. */
export const broken = ({ findings }: Report): Record<string, Finding['offenders']> =>
  Object.fromEntries(findings.filter((one) => one.broken > 0).map(({ name, offenders }) => [name, offenders]))
