import type { PaperContent } from '@dossier/documents/official-papers'
import { Unfillable } from '../unfillable.ts'
import { askedOf, type Filling, headOf, papersOf, signedBy } from './filling.ts'
import { rating, refusalWords, withWords } from './sentences.ts'

/** Form 03: at the desk, or as the result after appraisal (NĐ 61/2018 art. 17.1b, 19.8). */
export const fillRefusal = (filling: Filling): PaperContent['refusal-notice'] => {
  const { told, books } = filling
  const { event } = told.line
  const directedTo = event.type === 'DossierNotAccepted' ? event.directedTo : undefined
  const right = directedTo === undefined ? undefined : books.organisation(directedTo)
  return {
    ...headOf('refusal-notice', filling),
    ...askedOf(filling),
    receivedAt: told.dossier.acceptedAt,
    reason: reasonOf(filling),
    grounds: [],
    rightPlace: right === undefined ? null : { name: right.name, address: null, phone: right.phone ?? null },
    returned: papersOf(filling),
    rating,
    signer: signedBy(filling),
  }
}

/** Only the words of the act that tells the citizen: what was weighed before it stays inside the authority. */
const reasonOf = ({ told: { line } }: Filling): string => {
  const { event, note } = line
  if (event.type === 'DossierNotAccepted') return withWords(refusalWords[event.ground], note)
  if (event.type !== 'ResultSigned') throw new Unfillable('wrong-line', line.seq)
  return withWords(`Theo văn bản số ${event.number} của cơ quan giải quyết.`, note)
}
