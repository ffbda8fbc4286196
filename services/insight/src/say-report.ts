import type { Report } from './audit.ts'
import type { Reconciliation } from './engines/engine.ts'
import { invariants } from './invariants/all.ts'

/** A report for people at a terminal: a line for each invariant, and under it who breaks it. */
export const sayReport = (
  { form, at, isOneMoment, dossiers, lines, findings, ms }: Report,
  engines: readonly Reconciliation[] = [],
): string => {
  const width = Math.max(...findings.map(({ name }) => name.length))
  const rows = findings.flatMap(({ name, examined, broken, offenders, ms: took }) => {
    const mark = broken === 0 ? '✔' : '✘'
    const verdict = broken === 0 ? 'holds' : `${broken} broken`
    const row = `  ${mark} ${name.padEnd(width)}  ${verdict.padEnd(12)} ${`${examined}`.padStart(9)} examined  ${`${took}`.padStart(6)} ms`
    if (broken === 0) return [row]
    const { vi, en } = [...invariants, ...engines].find((one) => one.name === name) ?? { vi: '', en: '' }
    const more = broken > offenders.length ? [`      … ${broken - offenders.length} more`] : []
    return [row, `      ${vi}`, `      ${en}`, ...offenders.map(({ id, why }) => `      - ${id}: ${why}`), ...more]
  })
  const bad = findings.filter(({ broken }) => broken > 0).length
  const moment = isOneMoment ? 'one moment of all databases' : 'a moment of each database, listeners first'
  return [
    `audit ${form} at ${at}, ${moment}`,
    ...rows,
    `${dossiers} dossiers, ${lines} lines, ${(ms / 1_000).toFixed(1)} s: ${bad === 0 ? 'all invariants hold' : `${bad} of ${findings.length} do not hold`}`,
  ].join('\n')
}
