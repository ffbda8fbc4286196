import type { Timeliness } from '@dossier/contracts/dossier-event'
import type { Told } from './figures-standing.ts'

/** Points of TT 01/2018 art. 13; null where the circular names none. */
export type Points = 0 | 1 | 2 | null

/** Indices 1 and 2, the time of a dossier and of each agency (TT 01/2018 art. 13.1, 13.2): shorter, as long, longer. */
export const timePoints = (timeliness: Timeliness): Exclude<Points, null> => {
  switch (timeliness) {
    case 'early':
      return 2
    case 'on-time':
      return 1
    case 'late':
      return 0
  }
}

/**
 * Index 3, how often the citizen was asked to complete a dossier, before acceptance or after (TT 01/2018 art. 13.3). Whose
 * fault that was the record does not say: who knows better leaves the dossier out.
 */
export const contactPoints = (record: readonly Told[]): Exclude<Points, null> => {
  const contacts = record.filter(
    ({ event: { type } }) => type === 'SupplementRequested' || type === 'CompletionRequested',
  ).length
  if (contacts === 0) return 2
  return contacts === 1 ? 1 : 0
}
