import { type Attribution, attributionOf } from '../src/attribution.ts'
import type { Party } from '../src/attribution-spans.ts'
import { local } from './fixtures.ts'
import type { Life, Wish } from './life.ts'

/** Whose the time of a life was, up to now. */
export const timeOf = (told: Life, now = '2026-11-30 12:00'): Attribution => {
  const time = attributionOf(told.record, told.law(now), local(now))
  if (time === undefined || 'missingYear' in time) throw new Error('This dossier has no time to attribute')
  return time
}
const nameOf = (party: Party): string => {
  switch (party.kind) {
    case 'agency':
      return `${party.unit} ${party.stage ?? 'passes on'}`
    case 'consulted':
      return `${party.units.join('+')} asked`
    case 'citizen':
      return `citizen ${party.owes}`
    case 'post':
      return party.operator
  }
}
/** Shares as a person reads them: who, days, working days. */
export const shares = ({ shares: all }: Attribution) =>
  all.map(({ party, days, workingDays }) => [nameOf(party), days, workingDays])
/** Each stay: stage, units, three-way, how late. */
export const stages = ({ stages: all }: Attribution) =>
  all.map(({ stage, units, timeliness, late }) => [stage, units.join(), timeliness, late?.amount ?? 0])
/** Who is blamed, for how much, for what. */
export const lateBy = ({ legal }: Attribution) =>
  legal.lateBy.map((share) => [
    share.of,
    share.amount,
    'stage' in share ? share.stage : `${share.consultation} ${share.as}`,
  ])

export const signs = (told: Life, at: string) =>
  told.does(at, { type: 'Propose', outcome: 'granted' }).does(at, { type: 'Sign', outcome: 'granted', number: '1' })
export const supplement: Wish = { type: 'RequestSupplement', defects: [{ component: '01', defect: 'missing' }] }
export const asks = (told: Life, asked: string, brought: string) =>
  told
    .does(asked, { ...supplement, type: 'ProposeSupplement' })
    .does(asked, supplement)
    .does(brought, { type: 'ReceiveSupplement' })
