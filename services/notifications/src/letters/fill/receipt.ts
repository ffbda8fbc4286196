import type { PaperContent } from '@dossier/documents/official-papers'
import type { Limit } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import { appointmentOf } from '@dossier/domain/dossier'
import { letterDue } from '@dossier/domain/letters-due'
import { Unfillable } from '../unfillable.ts'
import {
  appointmentAt,
  askedOf,
  type Filling,
  headOf,
  papersOf,
  returnPlaceOf,
  signedBy,
  versionOf,
} from './filling.ts'
import { rating, replacedBecause } from './sentences.ts'

/** Form 01: what was received, and the day the citizen is told to come. A later one takes the place of the one before. */
export const fillReceipt = (
  filling: Filling,
  book: { volume: string; number: number } | null,
): PaperContent['receipt-slip'] => {
  const { told, application } = filling
  const { dossier, line, earlier } = told
  const { count, acceptedAt } = dossier
  if (count === null || acceptedAt === null) throw new Unfillable('not-accepted', line.seq)
  const before = earlier.findLast(({ event }) => letterDue(event) === 'receipt')
  return {
    ...headOf('receipt-slip', filling),
    ...askedOf(filling),
    sets: versionOf(filling)?.sets ?? 1,
    components: papersOf(filling),
    receivedAt: acceptedAt,
    limits: limitsOf(filling) ?? count.stages.map(({ limit }) => limit),
    due: count.due,
    appointment: appointmentAt(appointmentOf(dossier) ?? count.due, filling),
    provisional: count.provisional,
    returnBy: dossier.returnBy,
    returnPlace: returnPlaceOf(filling),
    fees: application.fees,
    rating,
    book,
    replaces: before === undefined ? null : { issuedOn: dayOf(before.at), why: replacedBecause(line.event.type) },
    officer: signedBy(filling),
  }
}

/** As published: one limit, or the variant that applies; undefined where it is the sum of the stages. */
const limitsOf = (filling: Filling): Limit[] | undefined => {
  const { limit } = versionOf(filling) ?? {}
  const { variant } = filling.told.dossier.pinned ?? {}
  const own = limit?.variants.find(({ id }) => id === variant)?.statutory ?? limit?.statutory
  return own === undefined || own === 'sum-of-stages' ? undefined : [own]
}
