import type { Instant } from '@dossier/contracts/time'
import type { Clock } from '@dossier/platform/clock'
import type { Reconciliation } from './engines/engine.ts'
import type { Form, Given, Looked, Offender } from './invariant.ts'
import { invariants } from './invariants/all.ts'
import { readRecords } from './records/read-records.ts'
import { openSnapshot, type Places, type Snapshot } from './snapshot.ts'

/** What an audit found of one invariant: `examined` things, of which `broken` break it; some of them by id. */
export type Finding = { name: string; examined: number; broken: number; offenders: Offender[]; ms: number }
export type Report = {
  form: Form
  at: Instant
  /** Whether one moment was seen of all databases, or one of each. */
  isOneMoment: boolean
  dossiers: number
  lines: number
  findings: Finding[]
  ms: number
}

export type Auditing = {
  places: Places
  clock: Clock
  /** How long, on the wall, the product may take for what it does by itself before that counts as not done. */
  graceMs: number
  threads: number
  canaries: readonly string[]
  /** How many offenders are named of each invariant. */
  most: number
  /** Whether the sheets of the days before still verify; needs the database of this service. */
  verifyChain: (snapshot: Snapshot) => Promise<Looked>
  /** Where canaries are looked for besides the databases. */
  lookElsewhere: (canaries: readonly string[]) => Promise<Looked>
  /** What engines must agree on with the ledger; asked after the snapshot, while all goes on. */
  engines?: readonly Reconciliation[]
}

/** Asks all fifteen invariants of one snapshot. It reads only; nobody waits for it. */
export const audit = async (form: Form, auditing: Auditing, only?: readonly string[]): Promise<Report> => {
  const begun = performance.now()
  const snapshot = await openSnapshot(auditing.places)
  try {
    return await auditSnapshot(snapshot, { form, auditing, only, begun })
  } finally {
    await snapshot.close()
  }
}

type Asked = { form: Form; auditing: Auditing; only: readonly string[] | undefined; begun: number }

const auditSnapshot = async (snapshot: Snapshot, { form, auditing, only, begun }: Asked): Promise<Report> => {
  const { clock, graceMs, threads, canaries, most, verifyChain, lookElsewhere, engines = [] } = auditing
  const at = clock.now()
  const patientUntil = new Date(Date.parse(at) - graceMs * clock.scale().speed).toISOString()
  const records = await readRecords(snapshot, { now: at, patientUntil, threads, canaries })
  const given: Given = {
    snapshot,
    form,
    now: at,
    patientUntil,
    records,
    canaries,
    chain: () => verifyChain(snapshot),
    elsewhere: () => lookElsewhere(canaries),
  }
  const isAsked = ({ name }: { name: string }) => only === undefined || only.includes(name)
  const findings: Finding[] = await Promise.all(
    invariants.filter(isAsked).map(({ name, look }) => timed(name, () => look(given), most)),
  )
  for (const { name, look } of engines.filter(isAsked)) findings.push(await timed(name, look, most))
  const { dossiers, lines } = records
  const ms = Math.round(performance.now() - begun)
  return { form, at, isOneMoment: snapshot.isOne, dossiers, lines, findings, ms }
}

const timed = async (name: string, look: () => Promise<Looked>, most: number): Promise<Finding> => {
  const since = performance.now()
  const { examined, offenders } = await look()
  const ms = Math.round(performance.now() - since)
  return { name, examined, broken: offenders.length, offenders: offenders.slice(0, most), ms }
}

/** Whether every invariant held. */
export const holds = ({ findings }: Report): boolean => findings.every(({ broken }) => broken === 0)
