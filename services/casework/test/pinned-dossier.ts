import { OrganisationCode } from '@dossier/contracts/organisation'
import type { Dossier } from '@dossier/domain/dossier'
import { evolve } from '@dossier/domain/evolve'

/** A dossier that stands on a calendar of the past; nothing else about it matters. */
export const pinnedDossier = (calendar: string): Dossier => {
  const receivingDesk = OrganisationCode.parse('H21.08.10.01')
  const submittedAt = '2026-12-28T02:00:00.000Z'
  const answerDue = { on: '2026-12-29' }
  const opened = { procedure: 'x', channel: 'desk', receivingDesk, submittedAt, answerDue } as const
  const event = { type: 'DossierOpened', ...opened } as const
  const dossier = evolve(undefined, { event, at: submittedAt, person: 'casework' })
  if (dossier === undefined) throw new Error('An opened dossier is there')
  return { ...dossier, pinned: { version: 'x@2026-01-01', ruleSet: 'ND118_2025', calendar } }
}
