import { axesOf } from '@dossier/domain/axes'
import { type Dossier, isOver } from '@dossier/domain/dossier'
import { foldVersion } from '@dossier/domain/evolve'
import type { Check } from './filed.ts'
import { same } from './same.ts'

/** The record has no gap, begins with its opening, and folded anew gives the stored state, its columns included. */
export const folds: Check = ({ version, body, fold, columns, lines }, steps, { statutes }) => {
  const wrong: string[] = []
  const gap = lines.find(({ seq }, i) => seq !== i + 1)
  if (gap !== undefined) wrong.push(`line ${gap.seq} follows a gap`)
  if (lines.length !== version) wrong.push(`version ${version}, and ${lines.length} lines`)
  const last = steps.at(-1)
  const dossier = last?.after
  if (last === undefined || dossier === undefined) return [...wrong, 'the record does not begin with its opening']
  // What an older fold stored is folded anew whenever it is read.
  if (fold === foldVersion) {
    if (!same(body, dossier)) wrong.push(`stored otherwise than its events fold: ${differing(body, dossier)}`)
    const off = Object.entries(columnsOf(dossier)).filter(([name, value]) => columns[name] !== value)
    if (off.length > 0) wrong.push(`columns otherwise than its events: ${off.map(([name]) => name).join(', ')}`)
  }
  // What listeners are told is where the dossier stands.
  const told = axesOf(dossier, statutes)
  if (!same(last.line.axes, told))
    wrong.push(`line ${last.line.seq} tells other axes than the record folds: ${differing(last.line.axes, told)}`)
  return wrong
}

/** Names of the members that differ: never their values. */
const differing = (stored: unknown, follows: object): string => {
  const is: Record<string, unknown> = Object(stored)
  const names = new Set([...Object.keys(is), ...Object.keys(follows)])
  const should: Record<string, unknown> = { ...follows }
  return [...names].filter((name) => !same(is[name], should[name])).join(', ')
}

const columnsOf = (dossier: Dossier) => ({
  holder: dossier.holder,
  offered_to: dossier.handover?.to ?? null,
  officer: dossier.officer,
  state: dossier.state,
  clock: dossier.clock.is,
  code: dossier.code,
  receiving_desk: dossier.receivingDesk,
  procedure: dossier.procedure,
  is_open: !isOver(dossier),
  due_on: dossier.count?.due.on ?? null,
})
