import type { PaperContent } from '@dossier/documents/official-papers'
import type { ApologyCause } from '@dossier/contracts/delivery-events'
import { Unfillable } from '../unfillable.ts'
import type { RecordLine } from '../told.ts'
import { askedOf, type Filling, headOf, returnPlaceOf, signedBy, versionOf } from './filling.ts'
import { papersRemedy, reissuedWords, remedyWords, withWords, wrongWords } from './sentences.ts'

/** The apology for a loss, a damage or an error of the authority's own (NĐ 61/2018 art. 21). It re-appoints nothing. */
export const fillLossApology = (filling: Filling): PaperContent['error-apology'] => {
  const { line, earlier } = filling.told
  const { event } = line
  if (event.type !== 'ApologyGiven') throw new Unfillable('wrong-line', line.seq)
  const { cause } = event
  // Older lines do not say what they are about.
  const found = earlier.findLast((one) => (event.of === undefined ? isItsCause(one, cause) : one.seq === event.of))
  const reissued = earlier
    .filter(({ seq }) => seq > (found?.seq ?? 0))
    .flatMap((one) => (one.event.type === 'ResultReissued' ? [one.event.number] : []))
    .at(0)
  const desk = returnPlaceOf(filling)
  const version = versionOf(filling)
  const lost = found?.event.type === 'PapersLost' ? found.event : undefined
  const isOfResult = lost === undefined ? cause !== 'error' : lost.result
  return {
    ...headOf('error-apology', filling),
    ...askedOf(filling),
    fault: cause,
    foundAt: (found ?? line).at,
    affected: [
      ...(lost?.components ?? []).map((id) => version?.components.find((one) => one.id === id)?.name ?? id),
      ...(isOfResult && version !== undefined ? [version.result.name] : []),
    ],
    what: withWords(wrongWords[cause], line.note),
    remedy:
      reissued === undefined
        ? isOfResult || cause === 'error'
          ? remedyWords[cause]
          : papersRemedy
        : reissuedWords(reissued),
    compensation: null, // what the post owes is told by the post's own papers
    appointment: null,
    returnPlace: desk,
    copies: [desk],
    signer: signedBy(filling),
  }
}

const isItsCause = ({ event }: RecordLine, cause: ApologyCause): boolean => {
  if (cause === 'error') return event.type === 'ErrorCorrected'
  return (
    (event.type === 'ResultLost' || event.type === 'PapersLost') &&
    event.what === (cause === 'loss' ? 'lost' : 'damaged')
  )
}
