import { type Caller, personOf } from '@dossier/contracts/actor'
import type { FeedbackRegister } from '@dossier/contracts/feedback'
import type { Mandate, OrganisationCode, Role } from '@dossier/contracts/organisation'
import type { Day } from '@dossier/contracts/time'
import { answeringFor, authorityOf, isAbove, type OrganisationTree } from '@dossier/domain/organisations'
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
/** What decides it. */
type Held = About & Pick<Kept, 'complainedOf' | 'handler'>
type On = { day: Day; published: Published }

/**
 * The capacity of a caller: its handler, or by a mandate at the agency or above it whoever appoints one. Nobody it speaks of has any:
 * they are not told that there is such a thing.
 */
export const capacityFor = (caller: Caller, kept: Held, { day, published }: On): Capacity | undefined => {
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

type About = Pick<Kept, 'agency' | 'register' | 'place'>

type At = { tree: OrganisationTree; day: Day }

const appointsFor = (mandate: Mandate, about: About, at: At) =>
  appointing[about.register].includes(mandate.role) && worksOver(mandate, about, at)

/** Sits in an office of its own, and looks after agencies all the same. */
const oversight: readonly Role[] = ['procedure-control', 'inspector']

/** An organisation, those above it, those that oversee it, and who does its work since it ended. */
export const worksOver = ({ role, organisation }: Mandate, about: Omit<About, 'register'>, { tree, day }: At) => {
  const from = oversight.includes(role) ? (authorityOf(tree, organisation)?.code ?? organisation) : organisation
  return [about.agency, ...answeringFor(tree, about, day)].some((one) => from === one || isAbove(tree, from, one))
}

/** Whether an officer answers for a feedback: by any mandate that may appoint its handler. */
export const answersFor = (caller: Caller, { day, published }: On): ((about: About) => boolean) => {
  const tree = published.organisations()
  const mandates = mandatesOf(caller, day, published)
  return (about) => mandates.some((one) => appointsFor(one, about, { tree, day }))
}

/** Agencies of whose registers an officer answers for all or, one successor of several, for a part; by register. */
export const agenciesOf = (caller: Caller, on: On): Record<FeedbackRegister, OrganisationCode[]> => {
  const answers = answersFor(caller, on)
  const of = (register: FeedbackRegister) =>
    [...on.published.organisations().rows.keys()].filter((agency) => answers({ agency, register, place: null }))
  return { feedback: of('feedback'), complaint: of('complaint'), denunciation: of('denunciation') }
}

/** Whether an officer may be given it: one in office at its authority, or above it, or who oversees it. */
export const isInOffice = (officer: string, about: About, { day, published }: On): boolean => {
  const tree = published.organisations()
  const authorities = answeringFor(tree, about, day).map((one) => authorityOf(tree, one)?.code)
  const mandates = mandatesOf({ kind: 'officer', subject: `officer:${officer}` }, day, published)
  return mandates.some(
    (mandate) =>
      worksOver(mandate, about, { tree, day }) || authorities.includes(authorityOf(tree, mandate.organisation)?.code),
  )
}
