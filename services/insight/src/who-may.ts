import { type Caller, personOf } from '@dossier/contracts/actor'
import type { Officer } from '@dossier/contracts/organisation'
import { commonProblem } from '@dossier/contracts/problem'
import { dayOf } from '@dossier/domain/calendar'
import { type InsightAct, mayInInsight } from '@dossier/domain/insight-permissions'
import type { Clock } from '@dossier/platform/clock'
import { ProblemError } from '@dossier/platform/http'
import { requireOps } from '@dossier/platform/operations'

export type Who = { clock: Clock; officers: () => ReadonlyMap<string, Officer> }

/** Throws 403 for whoever has no mandate today that may do it; services need the scope of operations. */
export const requireAct = ({ clock, officers }: Who, caller: Caller, act: InsightAct): void => {
  if (caller.kind === 'service') return requireOps(caller, 'service:insight')
  const day = dayOf(clock.now())
  const mandates = caller.kind === 'officer' ? (officers().get(personOf(caller.subject))?.mandates ?? []) : []
  const may = mandates.some(
    ({ role, organisation, from, to }) =>
      from <= day &&
      (to === null || day <= to) &&
      (caller.mandate === undefined || caller.mandate === `${role}@${organisation}`) &&
      mayInInsight(role, act),
  )
  if (!may) throw new ProblemError(commonProblem('not-permitted'))
}
