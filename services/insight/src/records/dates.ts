import { dayOf } from '@dossier/domain/calendar'
import { auditClock, type ClockFinding } from '@dossier/domain/clock-audit'
import { keptDue } from '@dossier/domain/dossier'
import { passedAt } from '@dossier/domain/law'
import type { Check, Filed, Judging, Step } from './filed.ts'

/** Every due date, counted again by the rules known then, and no change of one without a line that counts it. */
export const dueDates: Check = (filed, steps, judging) => {
  const wrong = said(clockOf(filed, judging).filter(({ what }) => what !== 'verdict' && what !== 'apology'))
  for (const { line, before, after } of steps) {
    const moved = JSON.stringify(before?.count?.due) !== JSON.stringify(after?.count?.due)
    if (moved && !('count' in line.event)) wrong.push(`line ${line.seq} moves the due date without a count`)
    const { due } = line.axes
    const follows = after?.count?.due
    if (due?.on !== follows?.on || due?.at !== follows?.at)
      wrong.push(`line ${line.seq} tells ${due?.on ?? 'no day'} as due date, its events ${follows?.on ?? 'none'}`)
  }
  return wrong
}

/** Verdicts and apologies as counted again; a day that has passed was said to be passed. */
export const lateness: Check = (filed, steps, judging) => [
  ...said(clockOf(filed, judging).filter(({ what }) => what === 'verdict' || what === 'apology')),
  ...unsaid(steps, judging),
]

const said = (findings: readonly ClockFinding[]): string[] =>
  findings.map(({ seq, what, says, follows }) => `line ${seq}: ${what} says ${says}, ${follows} follows`)

const unsaid = (steps: readonly Step[], { patientUntil }: Judging): string[] => {
  const dossier = steps.at(-1)?.after
  if (dossier?.clock.is !== 'running') return []
  const due = dossier.count?.due
  if (due === undefined || passedAt(due) >= patientUntil) return []
  const wrong: string[] = []
  if (!dossier.sounded.includes(`overdue:${due.at ?? due.on}`))
    wrong.push(`due ${due.on}, not done, and its lateness was never sounded`)
  const kept = keptDue(dossier)
  const owes = kept !== null && passedAt(kept) < patientUntil && dossier.reappointment === null
  if (owes && dossier.apologyDraft === null) wrong.push(`due ${kept.on}, not done, and no apology was drafted`)
  return wrong
}

// Two checks ask for the same audit of the same record, one after the other.
let last: { filed: Filed; findings: ClockFinding[] } | undefined

const clockOf = (filed: Filed, { statutes, now }: Judging): ClockFinding[] => {
  if (last?.filed === filed) return last.findings
  const record = filed.lines.map(({ seq, at, event }) => ({ seq, at, event, person: '' }))
  const findings = auditClock(record, statutes, dayOf(now)).filter(({ rules }) => rules === 'then')
  last = { filed, findings }
  return findings
}
