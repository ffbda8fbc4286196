import type { Day } from '@dossier/contracts/time'

/** Why a version may not be published: where in it (a JSON pointer), and a sentence for each reader. */
export type PublicationProblem = { code: PublicationCode; pointer: string; vi: string; en: string }
export type PublicationCode =
  | 'id-disagrees'
  | 'id-repeated'
  | 'valid-to-before-valid-from'
  | 'version-overlaps'
  | 'stages-exceed-limit'
  | 'promised-stages-exceed-limit'
  | 'promise-exceeds-stages'
  | 'unknown-stage'
  | 'unit-repeated'
  | 'no-signing-stage'
  | 'deemed-consent-without-legal-basis'
  | 'online-disagrees'
  | 'fee-channel-closed'
  | 'fee-period-empty'
  | 'fee-overlaps'
  | 'fee-uncovered'
  | 'no-desk'
  | 'unit-missing'

/** One problem, as a list to spread. */
export const found = (code: PublicationCode, pointer: string, vi: string, en: string): PublicationProblem[] => [
  { code, pointer, vi, en },
]

export type Period = { validFrom: Day; validTo: Day | null }
export const overlap = (a: Period, b: Period): boolean =>
  (b.validTo === null || a.validFrom <= b.validTo) && (a.validTo === null || b.validFrom <= a.validTo)
