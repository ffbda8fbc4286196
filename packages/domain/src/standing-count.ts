import type { Count } from '@dossier/contracts/dossier-event'
import type { Due } from '@dossier/contracts/time'
import type { Dossier, StandingCount } from './dossier.ts'

/** What a dossier keeps of a count. */
export const standing = ({ walk, ...count }: Count): StandingCount => ({
  ...count,
  walk: walk.map(({ from, limit }) => ({ from, limit })),
})

/** A new count has a new promise on its slip, and may rest on a newer calendar. */
export const countedAnew = (
  { pinned }: Dossier,
  count: Count,
  calendar: string | undefined,
): Pick<Dossier, 'count' | 'promised' | 'pinned'> => ({
  count: standing(count),
  promised: null,
  pinned: pinned === null || calendar === undefined ? pinned : { ...pinned, calendar },
})

/** The own date of the stage it stands at, where a new count gave it one. */
export const dueAnew = (place: Dossier['place'], due: Due | undefined): Dossier['place'] =>
  place === null || due === undefined ? place : { ...place, due }
