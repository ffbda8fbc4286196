import { type Caller, personOf } from '@dossier/contracts/actor'
import type { Role } from '@dossier/contracts/organisation'
import { commonProblem } from '@dossier/contracts/problem'
import { dayOf } from '@dossier/domain/calendar'
import type { Clock } from '@dossier/platform/clock'
import { ProblemError } from '@dossier/platform/http'
import type { Tx } from '@dossier/platform/postgres'
import { type KindName, officers, readRow } from './references.ts'

/** Who may write what: those who control procedures write law, administrators write who is who. Nobody both. */
const writers = {
  procedure: 'procedure-control',
  calendar: 'procedure-control',
  notice: 'procedure-control',
  organisation: 'system-admin',
  officer: 'system-admin',
} as const satisfies Record<KindName, Role>

/** Whether the caller holds the mandate today, in this service's own rows: a token says who, never what one may do. */
export const mayWrite = async (
  { db, clock }: { db: Tx; clock: Clock },
  { subject, kind, mandate }: Caller,
  what: KindName,
): Promise<boolean> => {
  if (kind !== 'officer') return false
  const today = dayOf(clock.now())
  const officer = await readRow(db, officers, personOf(subject))
  return (officer?.body.mandates ?? []).some(
    ({ role, organisation, from, to }) =>
      role === writers[what] &&
      from <= today &&
      (to === null || today <= to) &&
      (mandate === undefined || mandate === `${role}@${organisation}`),
  )
}

export const requireWriter = async (deps: { db: Tx; clock: Clock }, caller: Caller, what: KindName): Promise<void> => {
  if (await mayWrite(deps, caller, what)) return
  const detail = `Writing this needs a mandate as ${writers[what]} that is valid today.`
  throw new ProblemError(commonProblem('not-permitted', { detail }))
}
