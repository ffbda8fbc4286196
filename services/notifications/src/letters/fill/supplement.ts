import type { PaperContent } from '@dossier/documents/official-papers'
import { ruleSets } from '@dossier/domain/rule-set'
import { Unfillable } from '../unfillable.ts'
import { askedOf, type Filling, headOf, returnPlaceOf, signedBy, versionOf } from './filling.ts'
import { defectWords, linesOf, rating } from './sentences.ts'

/** Form 02: every defect at once (NĐ 61/2018 art. 15.3, 11.2c), then what the officer wrote to the citizen. */
export const fillSupplement = (filling: Filling): PaperContent['supplement-request'] => {
  const { line, dossier } = filling.told
  const { event } = line
  if (event.type !== 'CompletionRequested' && event.type !== 'SupplementRequested')
    throw new Unfillable('wrong-line', line.seq)
  const version = versionOf(filling)
  const names = new Map(version?.components.map(({ id, name }) => [id, name]))
  const ruleSet = dossier.pinned?.ruleSet
  return {
    ...headOf('supplement-request', filling),
    ...askedOf(filling),
    receivedAt: dossier.acceptedAt,
    defects: [
      ...event.defects.map(({ component, defect }) => ({
        component: names.get(component) ?? component,
        words: defectWords[defect],
      })),
      ...linesOf(line.note ?? '').map((words) => ({ component: null, words })),
    ],
    bringTo: returnPlaceOf(filling),
    closesOn: event.type === 'SupplementRequested' ? (event.windowCloses?.on ?? null) : null,
    clock: ruleSet === undefined ? 'not-begun' : (version?.supplement?.clock ?? ruleSets[ruleSet].supplement.clock),
    legalBasis: event.legalBasis ?? null,
    rating,
    officer: signedBy(filling),
  }
}
