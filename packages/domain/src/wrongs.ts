import type { Alarm } from '@dossier/contracts/dossier'
import type { DossierEvent } from '@dossier/contracts/dossier-event'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { Instant } from '@dossier/contracts/time'
import { closing, momentOn, numberOf } from './calendar.ts'
import { draftKind } from './apology-moments.ts'
import type { Dossier, Wrong } from './dossier.ts'
import type { Recorded } from './evolve.ts'
import { type Law, waysFor } from './law.ts'
import { dueAfter, startOf } from './legal-clock.ts'
import { hoursOn, workingHoursBefore } from './working-hours.ts'

/** What an apology is for, and the line of the record that tells of it. */
type Known = Omit<Extract<DossierEvent, { type: 'ApologyGiven' }>, 'type' | 'of'> & { of: number }

/** What a record says the authority has to apologise for besides lateness (NĐ 61/2018 art. 21), in its order. */
export const wrongsIn = (record: readonly Pick<Recorded, 'event'>[]): Known[] =>
  record.flatMap(({ event }, i) => wrongIn(event, i + 1))

const wrongIn = (event: DossierEvent, of: number): Known[] => {
  if (event.type === 'ErrorCorrected') return [{ cause: 'error', of, what: event.what }]
  if (event.type === 'ResultLost') return [{ cause: causes[event.what], of, parcel: event.parcel }]
  if (event.type !== 'PapersLost') return []
  const { what, components, decision, parcel } = event
  const which = components.length === 0 ? {} : { components }
  return [{ cause: causes[what], of, decision, ...which, ...(parcel !== undefined && { parcel }) }]
}

const causes = { lost: 'loss', damaged: 'damage' } as const

/**
 * Until when the apology for a wrong is to be signed: office closing of the working day the rule set gives it. Without a
 * calendar a week, for somebody must look.
 */
export const wrongApologyBy = ({ since }: Pick<Wrong, 'since'>, { receivingDesk }: Dossier, law: Law): Instant => {
  const ways = waysFor(receivingDesk, since, law)
  const counted = dueAfter(startOf(since), { amount: law.ruleSet.wrongApologyDays, unit: 'working-day' }, ways)
  if ('missingYear' in counted) return new Date(Date.parse(since) + 7 * 86_400_000).toISOString()
  const { on } = counted.due
  return momentOn(on, closing(hoursOn(numberOf(on), ways)))
}

/**
 * The alarms of apologies that are owed for wrongs, each until it is given: drafted as soon as the wrong is known, then one
 * leader higher at each warning, and its last moment.
 */
export const wrongAlarms = (dossier: Dossier, law: Law): Alarm[] =>
  dossier.wrongs.flatMap((wrong, i): Alarm[] => {
    if (wrong.apologised) return []
    const id = `wrong:${i + 1}`
    const by = wrong.draft?.by ?? wrongApologyBy(wrong, dossier, law)
    const draft: Alarm = { id: `${draftKind}:${id}`, kind: draftKind, at: wrong.since }
    const last: Alarm = { id: `apology-by:${id}`, kind: 'apology-by', at: by }
    return wrong.draft === null ? [draft, last] : [...warnings(id, { by, since: wrong.since }, dossier, law), last]
  })

const warnings = (id: string, { by, since }: { by: Instant; since: Instant }, dossier: Dossier, law: Law): Alarm[] =>
  law.ruleSet.apologyUnsignedHours.flatMap((hours): Alarm[] => {
    const at = workingHoursBefore(by, hours, waysFor(dossier.receivingDesk, since, law))
    return at === undefined || at <= since
      ? []
      : [{ id: `apology-unsigned:${id}:${hours}`, kind: 'apology-unsigned', at }]
  })

/** Which wrong an alarm is about, counted from 1; undefined for an alarm of lateness. */
export const wrongOf = ({ id }: Pick<Alarm, 'id'>): number | undefined => {
  const [, nth] = /^apology-[a-z]+:wrong:(\d+)/.exec(id) ?? []
  return nth === undefined ? undefined : Number(nth)
}

/** How many leaders above the usual ones have heard by now that the apology for a wrong is unsigned. */
export const wrongEscalation = ({ sounded }: Pick<Dossier, 'sounded'>, nth: number): number =>
  sounded.filter((id) => id.startsWith(`apology-unsigned:wrong:${nth}:`) || id === `apology-by:wrong:${nth}`).length

/** The agency whose leader apologises: whose stage signed the result, or who holds the dossier until then. */
export const answerable = ({ result, count, place, holder }: Dossier): OrganisationCode =>
  (result === null ? undefined : count?.stages[place?.index ?? 0]?.unit) ?? holder

/** A drafted apology for a wrong that nobody has signed yet. */
export type StandingWrong = { nth: number; cause: Wrong['cause']; since: Instant; by: Instant; draftedAt: Instant }

/** Those that lie on a leader's desk, by the order of the record. */
export const standingWrongs = ({ wrongs }: Pick<Dossier, 'wrongs'>): StandingWrong[] =>
  wrongs.flatMap(({ cause, since, apologised, draft }, i) =>
    apologised || draft === null ? [] : [{ nth: i + 1, cause, since, ...draft }],
  )

/** The draft of an apology for a wrong the record tells of; undefined where it tells of none. */
export const draftForWrong = (
  dossier: Dossier,
  nth: number,
  { record = [], law }: { record?: readonly Recorded[] | undefined; law: Law },
): Extract<DossierEvent, { type: 'WrongApologyDrafted' }> | undefined => {
  const wrong = dossier.wrongs[nth - 1]
  const known = wrongsIn(record)[nth - 1]
  if (wrong === undefined || known === undefined) return undefined
  return { type: 'WrongApologyDrafted', wrong: nth, by: wrongApologyBy(wrong, dossier, law), ...known }
}
