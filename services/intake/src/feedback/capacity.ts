import { type Caller, personOf } from '@dossier/contracts/actor'
import type { FeedbackRegister } from '@dossier/contracts/feedback'
import type { Mandate, OrganisationCode, Role } from '@dossier/contracts/organisation'
import type { Day } from '@dossier/contracts/time'
import { authorityOf, isAbove, type OrganisationTree, successorsOf } from '@dossier/domain/organisations'
import type { Published } from '../published.ts'
import { mandatesOf, nameOf } from '../who-may.ts'
import type { Kept } from './record.ts'

/** Who gives it to a handler; a complaint or a denunciation is for the leader alone. */
const appointing: Record<FeedbackRegister, readonly Role[]> = {
  feedback: ['one-stop-head', 'unit-head', 'signatory', 'procedure-control'],
  complaint: ['signatory'],
  denunciation: ['signatory'],
}

/** In which capacity an officer has to do with a feedback. */
export type Capacity = { is: 'handler' | 'appoints'; mandate: string | null }
type On = { day: Day; published: Published }

/**
 * The capacity of a caller: its handler, or by a mandate at the agency or above it whoever appoints one. Nobody it speaks of has any:
 * they are not told that there is such a thing.
 */
export const capacityFor = (caller: Caller, kept: Kept, { day, published }: On): Capacity | undefined => {
  if (caller.kind !== 'officer') return undefined
  const person = personOf(caller.subject)
  if (kept.complainedOf.includes(person)) return undefined
  const mandates = mandatesOf(caller, day, published)
  const [first] = mandates
  if (kept.handler === person && first !== undefined) return { is: 'handler', mandate: nameOf(first) }
  const tree = published.organisations()
  const mandate = mandates.find((one) => appointsFor(one, kept, { tree, day }))
  return mandate === undefined ? undefined : { is: 'appoints', mandate: nameOf(mandate) }
}

type About = Pick<Kept, 'agency' | 'register'>

type At = { tree: OrganisationTree; day: Day }

const appointsFor = (mandate: Mandate, { agency, register }: About, at: At) =>
  appointing[register].includes(mandate.role) && worksOver(mandate, agency, at)

/** Sits in an office of its own, and looks after agencies all the same. */
const oversight: readonly Role[] = ['procedure-control', 'inspector']

/** An organisation, those above it, those that oversee it, and who does its work since it ended. */
export const worksOver = ({ role, organisation }: Mandate, agency: OrganisationCode, { tree, day }: At) => {
  const from = oversight.includes(role) ? (authorityOf(tree, organisation)?.code ?? organisation) : organisation
  return [agency, ...successorsOf(tree, agency, day)].some((one) => from === one || isAbove(tree, from, one))
}

/** Agencies of whose registers an officer is shown what is open, by register. */
export const agenciesOf = (caller: Caller, { day, published }: On): Record<FeedbackRegister, OrganisationCode[]> => {
  const tree = published.organisations()
  const mandates = mandatesOf(caller, day, published)
  const of = (register: FeedbackRegister) =>
    [...tree.rows.keys()].filter((agency) =>
      mandates.some((one) => appointsFor(one, { agency, register }, { tree, day })),
    )
  return { feedback: of('feedback'), complaint: of('complaint'), denunciation: of('denunciation') }
}

/** Whether an officer may be given it: one in office at its authority, or above it, or who oversees it. */
export const isInOffice = (officer: string, { agency }: About, { day, published }: On): boolean => {
  const tree = published.organisations()
  const authorities = successorsOf(tree, agency, day).map((one) => authorityOf(tree, one)?.code)
  const mandates = mandatesOf({ kind: 'officer', subject: `officer:${officer}` }, day, published)
  return mandates.some(
    (mandate) =>
      worksOver(mandate, agency, { tree, day }) || authorities.includes(authorityOf(tree, mandate.organisation)?.code),
  )
}
