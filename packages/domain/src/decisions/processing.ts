import type { Dossier } from '../dossier.ts'
import { type Context, type Decision, happened, hasPassed, type Refused, refuse, waysFor, yearMissing } from '../law.ts'
import { dueAfter, startOf } from '../legal-clock.ts'
import { isUnderWay } from '../dossier.ts'
import type { CommandOf } from './command.ts'

/** Gives the dossier to one officer of the unit that holds it; the first assignment is the first transfer (status 4). */
export const assign = (dossier: Dossier, { officer }: CommandOf<'Assign'>, { worksAt }: Context): Decision => {
  if (dossier.state !== 'accepted' && dossier.state !== 'in-progress') return refuse('not-possible-now')
  if (!worksAt(officer, dossier.holder)) return refuse('officer-not-there', dossier.holder)
  return happened({ type: 'DossierAssigned', officer })
}

/** Puts the matter up for the public, where the stage's own law asks for it: the stage lasts until that has ended. */
export const startPosting = ({ state, place, count, postings, holder }: Dossier, { now, law }: Context): Decision => {
  const stage = place?.entered === true ? count?.stages[place.index]?.id : undefined
  const posting = law.procedure?.route.find(({ id }) => id === stage)?.posting
  if (state !== 'in-progress' && state !== 'accepted') return refuse('not-possible-now')
  if (stage === undefined || posting === undefined || postings[stage] !== undefined) return refuse('not-possible-now')
  const counted = dueAfter(startOf(now), posting.limit, waysFor(holder, now, law))
  if ('missingYear' in counted) return yearMissing(counted)
  return happened({ type: 'PostingStarted', stage, ends: counted.due })
}

/** Why the stage a dossier stands at may not be left yet, where it asks for a public posting; undefined where it may. */
export const postingHolds = ({ place, count, postings }: Dossier, { law, now }: Context): Refused | undefined => {
  const stage = place?.entered === true ? count?.stages[place.index]?.id : undefined
  if (stage === undefined || law.procedure?.route.find(({ id }) => id === stage)?.posting === undefined)
    return undefined
  const ends = postings[stage]
  if (ends === undefined) return refuse('posting-missing', stage)
  return hasPassed(ends, now) ? undefined : refuse('posting-open', ends.on)
}

/** An opinion for the record; for an inspection with the applicant too (NĐ 61/2018 art. 19.3b). */
export const addOpinion = (dossier: Dossier, { kind }: CommandOf<'AddOpinion'>): Decision =>
  isUnderWay(dossier) ? happened({ type: 'OpinionAdded', kind }) : refuse('not-possible-now')

/**
 * An error is corrected by a new line that names the old one; nothing is rewritten (NĐ 61/2018 art. 21, art. 5.1c). A wrong
 * result is issued anew, under its own number (NĐ 61/2018 art. 21).
 */
export const correctError = (
  { result }: Dossier,
  { of, what, legalBasis, number }: CommandOf<'CorrectError'>,
  { version }: Context,
): Decision => {
  if (of > version) return refuse('nothing-to-correct', String(of))
  const corrected = { type: 'ErrorCorrected', of, what, legalBasis } as const
  if (what !== 'result') return happened(corrected)
  if (result === null) return refuse('nothing-to-correct', what)
  return number === undefined ? refuse('result-number-missing') : happened({ ...corrected, number })
}
