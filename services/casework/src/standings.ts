import type { DossierId } from '@dossier/contracts/dossier'
import type { Instant } from '@dossier/contracts/time'
import type { Dossier } from '@dossier/domain/dossier'

/** Where a dossier stood when it was last read or written here. */
export type Remembered = { dossier: Dossier; version: number; at: Instant | null; applicant: string | null }

const most = 5_000

/**
 * Remembers where dossiers stood, the ones used last. It may be wrong, for others write too: every act is guarded by the
 * version it was decided on, and nobody is refused on a memory.
 */
export const makeStandings = () => {
  const known = new Map<DossierId, Remembered>()
  return {
    get: (id: DossierId): Remembered | undefined => known.get(id),
    keep: (id: DossierId, standing: Remembered): void => {
      known.delete(id)
      known.set(id, standing)
      if (known.size <= most) return
      const [oldest] = known.keys()
      if (oldest !== undefined) known.delete(oldest)
    },
    forget: (id: DossierId): void => void known.delete(id),
  }
}
