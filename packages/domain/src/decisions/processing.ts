import type { Dossier } from '../dossier.ts'
import { type Context, type Decision, happened, refuse } from '../law.ts'
import { isUnderWay } from '../dossier.ts'
import type { CommandOf } from './command.ts'

/** Gives the dossier to one officer of the unit that holds it; the first assignment is the first transfer (status 4). */
export const assign = (dossier: Dossier, { officer }: CommandOf<'Assign'>): Decision =>
  dossier.state === 'accepted' || dossier.state === 'in-progress'
    ? happened({ type: 'DossierAssigned', officer })
    : refuse('not-possible-now')

/** An opinion for the record; for an inspection with the applicant too (NĐ 61/2018 art. 19.3b). */
export const addOpinion = (dossier: Dossier, { kind }: CommandOf<'AddOpinion'>): Decision =>
  isUnderWay(dossier) ? happened({ type: 'OpinionAdded', kind }) : refuse('not-possible-now')

/** An error is corrected by a new line that names the old one; nothing is rewritten (NĐ 61/2018 art. 21, art. 5.1c). */
export const correctError = (
  _dossier: Dossier,
  { of, what, legalBasis }: CommandOf<'CorrectError'>,
  { version }: Context,
): Decision =>
  of > version ? refuse('nothing-to-correct', String(of)) : happened({ type: 'ErrorCorrected', of, what, legalBasis })
