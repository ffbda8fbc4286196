import type { PaperContent } from '@dossier/documents/official-papers'
import { Unfillable } from '../unfillable.ts'
import { askedOf, type Filling, headOf, papersOf, returnPlaceOf, signedBy } from './filling.ts'
import { stopWords, withWords } from './sentences.ts'

/**
 * The notice that a dossier ends without a result: form 05 of TT 03/2025. [GAP] Earlier circulars have no form for it: then it is
 * a plain letter of the same words, and cites none.
 */
export const fillStopNotice = (filling: Filling): PaperContent['stop-notice'] => {
  const { line, dossier } = filling.told
  const { event } = line
  if (event.type !== 'DossierStopped' || dossier.acceptedAt === null) throw new Unfillable('wrong-line', line.seq)
  const desk = returnPlaceOf(filling)
  return {
    ...headOf('stop-notice', filling),
    ...askedOf(filling),
    receivedAt: dossier.acceptedAt,
    stoppedAt: line.at,
    cause: causes[event.ground],
    reason: withWords(stopWords[event.ground], line.note),
    grounds: event.legalBasis === undefined ? [] : [event.legalBasis],
    returned: papersOf(filling),
    returnPlace: desk,
    refund: null,
    copies: [desk],
    signer: signedBy(filling),
  }
}

const causes = {
  withdrawal: 'withdrawn',
  'supplement-lapsed': 'supplement-missing',
  'obligation-lapsed': 'legal-ground',
  'legal-ground': 'legal-ground',
} as const
