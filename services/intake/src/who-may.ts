import { type Caller, personOf } from '@dossier/contracts/actor'
import type { Mandate, OrganisationCode, Role } from '@dossier/contracts/organisation'
import type { Day } from '@dossier/contracts/time'
import { readingMandate } from '@dossier/domain/disclosure'
import { successorsOf } from '@dossier/domain/organisations'
import type { Published } from './published.ts'

export const atDesk: readonly Role[] = ['intake-officer', 'one-stop-head', 'postal-worker']

/** An officer's mandates on a day; all of them, or the one named by the token as `role@organisation`. */
export const mandatesOf = ({ kind, subject, mandate }: Caller, day: Day, published: Published): Mandate[] =>
  (kind === 'officer' ? (published.officer(personOf(subject))?.mandates ?? []) : []).filter(
    (one) =>
      one.from <= day && (one.to === null || day <= one.to) && (mandate === undefined || mandate === nameOf(one)),
  )

/** A mandate as the token names it. */
export const nameOf = ({ role, organisation }: Mandate) => `${role}@${organisation}`

type At = { desk: OrganisationCode; day: Day; published: Published }

/** The mandate by which an officer receives papers at a desk, or at one that does its work now; undefined without one. */
export const deskMandate = (caller: Caller, { desk, day, published }: At): string | undefined => {
  const desks = [desk, ...successorsOf(published.organisations(), desk, day)]
  const mandate = mandatesOf(caller, day, published).find(
    ({ role, organisation }) => atDesk.includes(role) && desks.includes(organisation),
  )
  return mandate === undefined ? undefined : nameOf(mandate)
}

/** What decides who may read an application. `way`: where its dossier has been, as far as intake has heard. */
export type Guarded = {
  applicant: string | null
  receivingDesk: OrganisationCode
  way: readonly string[]
  holder: OrganisationCode | null
}

/**
 * In which capacity a caller may read an application: as its applicant, or by a mandate at the receiving desk, on the
 * dossier's way, or of the authority whose leader signs for the unit that holds it. Undefined for everybody else.
 */
export const readerOf = (
  caller: Caller,
  { applicant, receivingDesk, way, holder }: Guarded,
  { day, published }: Omit<At, 'desk'>,
): string | undefined => {
  if (caller.kind === 'citizen') return caller.subject === applicant ? 'applicant' : undefined
  const tree = published.organisations()
  const places = new Set<string>([receivingDesk, ...successorsOf(tree, receivingDesk, day), ...way])
  const mandates = mandatesOf(caller, day, published)
  const reader = readingMandate(mandates, { way: places, holder }, { tree, papers: true })
  return reader === undefined ? undefined : nameOf(reader)
}
