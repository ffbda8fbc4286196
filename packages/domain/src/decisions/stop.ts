import { type Dossier, isUnderWay } from '../dossier.ts'
import { type Context, type Decision, happened, hasPassed, refuse } from '../law.ts'
import type { CommandOf } from './command.ts'

/** Before acceptance the citizen withdraws freely; after it the wish is recorded and the clock runs on (national status 7). */
export const withdraw = (dossier: Dossier): Decision => {
  if (dossier.state === 'submitted' || dossier.state === 'completion-requested')
    return happened({ type: 'ApplicationWithdrawn' })
  if (dossier.state === 'completed') return refuse('already-completed')
  return dossier.withdrawalAsked ? refuse('not-possible-now') : happened({ type: 'WithdrawalRequested' })
}

/** Ends a dossier without a result, on one of the grounds the law knows, each with its own proof (national status 8). */
export const stop = (dossier: Dossier, { ground, legalBasis }: CommandOf<'Stop'>, { now }: Context): Decision => {
  if (dossier.state === 'completed') return refuse('already-completed')
  if (!isUnderWay(dossier)) return refuse('not-possible-now')
  const stopped = { type: 'DossierStopped', ground, ...(legalBasis === undefined ? {} : { legalBasis }) } as const
  switch (ground) {
    case 'withdrawal':
      return dossier.withdrawalAsked ? happened(stopped) : refuse('no-withdrawal')
    case 'supplement-lapsed': {
      if (dossier.supplement === null) return refuse('not-possible-now')
      const { windowCloses } = dossier.supplement
      // Without a window in the procedure's law nothing lapses by itself: the officer names the law.
      if (windowCloses === null) return legalBasis === undefined ? refuse('legal-basis-missing') : happened(stopped)
      return hasPassed(windowCloses, now) ? happened(stopped) : refuse('supplement-window-open', windowCloses.on)
    }
    case 'obligation-lapsed': {
      const lapsed = dossier.obligations.some(
        ({ paid, payBy }) => !paid && payBy !== null && hasPassed({ on: payBy }, now),
      )
      return lapsed ? happened(stopped) : refuse('not-possible-now')
    }
    case 'legal-ground':
      return legalBasis === undefined ? refuse('legal-basis-missing') : happened(stopped)
  }
}
