import type { LimitUnit } from '@dossier/contracts/time'
import { explain } from '../src/explanation.ts'
import { dueAfter, startOf, type Ways } from '../src/legal-clock.ts'
import { calendar, local, sessions } from './fixtures.ts'

type Stood = Pick<Ways, 'interruptions' | 'noticeDayCounts' | 'exceptions'>
/** The explanation of a limit from a minute on the wall. */
export const walked = (from: string, amount: number, unit: LimitUnit, stood: Stood = {}) => {
  const ways = { calendar, sessions, ...stood }
  const start = startOf(local(from))
  const counted = dueAfter(start, { amount, unit }, ways)
  if ('missingYear' in counted) throw new Error(`${counted.missingYear} is not announced`)
  return explain(start, counted, ways)
}

/** A stretch in which the clock stood, by a document. */
export const supplement = { from: local('2024-06-05 15:00'), to: local('2024-06-07 10:00'), document: 'Phiếu 02/PYC' }
