import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { Day } from '@dossier/contracts/time'
import { dayOf } from '../calendar.ts'
import type { Dossier } from '../dossier.ts'
import { type Context, type Decision, happened, refuse } from '../law.ts'
import { officeOn, type OrganisationTree, successorOf, successorsOf } from '../organisations.ts'
import type { CommandOf } from './command.ts'

type Replaced = { from: OrganisationCode; to: OrganisationCode }
/** Who takes over from whom on a day, and for whom no single successor is found. */
export type Succession = { replaced: Replaced[]; unclear: OrganisationCode[] }

/**
 * Who carries on with one dossier on a day, where agencies on its way have ended by then (reference scenario S09). Of several
 * successors the locality of the matter decides, else the desk; `chosen` is a person's choice among them.
 */
export const successionOf = (
  dossier: Dossier,
  tree: OrganisationTree,
  day: Day,
  chosen: readonly Replaced[] = [],
): Succession => {
  const succession: Succession = { replaced: [], unclear: [] }
  const waitedFor = agenciesWaitedFor(dossier)
  for (const from of new Set([...waitedFor, ...stagesToCome(dossier)])) {
    if (officeOn(tree, from, day) !== undefined) continue
    const named = chosen.find((one) => one.from === from && successorsOf(tree, from, day).includes(one.to))
    const to = named?.to ?? successorOf(tree, from, day, dossier.locality ?? dossier.receivingDesk)
    if (to !== undefined) succession.replaced.push({ from, to })
    else if (waitedFor.includes(from)) succession.unclear.push(from) // a later stage is found when it is offered
  }
  return succession
}

/** Every organisation that somebody waits for now: the desk, the holder, a receiver, those asked for an opinion. */
export const agenciesWaitedFor = ({ receivingDesk, holder, handover, consultations }: Dossier): OrganisationCode[] => [
  receivingDesk,
  holder,
  ...(handover === null ? [] : [handover.from, handover.to]),
  ...consultations.flatMap(({ to, answer }) => (answer === null ? [to] : [])),
]

const stagesToCome = ({ count, place, state }: Dossier): OrganisationCode[] =>
  state === 'completed' ? [] : (count?.stages.slice(place?.index ?? 0).map(({ unit }) => unit) ?? [])

/**
 * An agency has ended: its successor holds what it held, with code, limits and clocks as they were (reference
 * scenario S09). All or nothing: while one successor is unclear, a person must choose first.
 */
export const succeedAgency = (
  dossier: Dossier,
  { chosen }: CommandOf<'SucceedAgency'>,
  { law, now }: Context,
): Decision => {
  const { replaced, unclear } = successionOf(dossier, law.organisations, dayOf(now), chosen)
  const [first] = unclear
  if (first !== undefined) return refuse('successor-unclear', first)
  return replaced.length === 0 ? refuse('nobody-ended') : happened({ type: 'AgencySucceeded', replaced })
}
