import type { LateAgency } from '@dossier/contracts/apology-events'
import type { PaperContent } from '@dossier/documents/official-papers'
import { appointmentOf } from '@dossier/domain/dossier'
import { Unfillable } from '../unfillable.ts'
import { appointmentAt, askedOf, type Filling, headOf, returnPlaceOf, signedBy } from './filling.ts'
import { lateByWords, latenessWords, withWords } from './sentences.ts'

/** Form 04: who is late with which dossier, why, the one new date, and the apology (NĐ 61/2018 art. 19.9). */
export const fillApology = (filling: Filling): PaperContent['apology-letter'] => {
  const { line, before, dossier } = filling.told
  const { event } = line
  const promised = appointmentOf(before) ?? before.count?.due
  if (event.type !== 'DossierReappointed' || promised === undefined || dossier.acceptedAt === null)
    throw new Unfillable('wrong-line', line.seq)
  const desk = returnPlaceOf(filling)
  return {
    ...headOf('apology-letter', filling),
    ...askedOf(filling),
    receivedAt: dossier.acceptedAt,
    receivedBy: desk,
    promised,
    reason: withWords(
      [latenessWords[event.reason], ...lateByWords(namesOf(event.lateBy, filling))].join('\n'),
      line.note,
    ),
    late: filling.issuer.authority.name,
    appointment: appointmentAt(event.appointment, filling),
    returnPlace: desk,
    copies: [desk],
    signer: signedBy(filling),
  }
}

/** Whose own limits were missed, as the draft counted them; each once. */
const namesOf = (late: readonly LateAgency[] = [], { books }: Filling): string[] => [
  ...new Set(late.map(({ of }) => books.organisation(of)?.name ?? of)),
]
