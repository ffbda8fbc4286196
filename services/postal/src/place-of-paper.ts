import type { Caller } from '@dossier/contracts/actor'
import type { DossierId } from '@dossier/contracts/dossier-id'
import type { Custodian } from '@dossier/contracts/parcel'
import { dayOf } from '@dossier/domain/calendar'
import { standingScans } from '@dossier/domain/parcel-story'
import type { Tx } from '@dossier/platform/postgres'
import { actingFor, standsFor, type Who } from './acting.ts'
import type { KeptPaper } from './custody/papers.ts'
import { parcelOf, readParcel, scansOf } from './parcels/parcel.ts'
import { common, postalProblem } from './problems.ts'

/**
 * Checks that people may say of a paper that it is at a place. Throws 404 for an office or a parcel nobody knows, 409 for a
 * parcel that is over or of another dossier, 403 for a loss that its carrier does not declare.
 */
export const mustBeAPlace = async (
  tx: Tx,
  caller: Caller,
  { dossierId, from, to }: { dossierId: DossierId; from: Custodian; to: Custodian },
  deps: Who,
): Promise<void> => {
  switch (to.kind) {
    case 'desk':
    case 'officer':
    case 'archive':
      if (!deps.published.organisations().rows.has(to.organisation))
        throw common('not-found', `There is no organisation ${to.organisation}.`)
      return
    case 'parcel': {
      const parcel = await parcelOf(tx, to.parcel)
      if (parcel.dossierId !== dossierId) throw postalProblem('foreign-item', { about: to.parcel })
      if (isOver(parcel)) throw postalProblem('parcel-closed', { about: to.parcel })
      return
    }
    case 'lost': {
      const last = from.kind === 'parcel' ? standingScans(await scansOf(tx, from.parcel)).at(-1)?.office : undefined
      const day = dayOf(deps.clock.now())
      actingFor(deps, caller, 'DeclareLoss', (office) =>
        last !== undefined && standsFor(deps.published, office, last, day) ? ['carrier'] : [],
      )
      return
    }
    case 'citizen':
      return
  }
}

/** Throws 409 for a paper in a parcel that is over: nothing more will ever be told of it. */
export const mustHaveAPlace = async (tx: Tx, { paper, custodian }: KeptPaper): Promise<void> => {
  if (custodian.kind !== 'parcel') return
  const parcel = await readParcel(tx, custodian.parcel)
  if (parcel === undefined || isOver(parcel)) throw postalProblem('place-needed', { about: paper })
}

const isOver = ({ closedAt, state }: { closedAt: unknown; state: string }): boolean =>
  closedAt !== null || state === 'unpacked'
