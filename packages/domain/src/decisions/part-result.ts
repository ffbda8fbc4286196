import type { Dossier } from '../dossier.ts'
import { isUnderWay } from '../dossier.ts'
import { type Context, type Decision, happened, refuse } from '../law.ts'
import type { CommandOf } from './command.ts'

/**
 * What one stage or branch gave, into the citizen's hands before the whole is settled. No law was found that allows or forbids
 * it: only what the procedure names as a part is given so, once, when its work is done (scenario S05).
 */
export const returnPartResult = (
  dossier: Dossier,
  { part: id, to }: CommandOf<'ReturnPartResult'>,
  { law }: Context,
): Decision => {
  if (!isUnderWay(dossier)) return refuse('not-possible-now')
  const part = law.procedure?.result.parts?.find((one) => one.id === id)
  if (part === undefined) return refuse('unknown-part', id)
  if (dossier.partsReturned.includes(id)) return refuse('part-returned', id)
  if (!isDone(dossier, part.of)) return refuse('part-not-done', id)
  const unpaid = dossier.obligations.find(({ paid }) => !paid)
  if (unpaid !== undefined) return refuse('obligation-unpaid', unpaid.id)
  return happened({ type: 'PartResultReturned', part: id, to })
}

/** Whether a stage has been left behind, or a branch was answered. */
const isDone = ({ count, place, consultations }: Dossier, work: string): boolean => {
  const stage = count?.stages.findIndex(({ id }) => id === work) ?? -1
  if (stage >= 0) return place !== null && place.index > stage
  return consultations.some(({ id, branch, answer }) => id === work && branch && answer === 'done')
}
